/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import com.sun.jna.Function;

/**
 * What the engine needs to know of the processor. Immutable.
 *
 * @param system {@code linux}, {@code macosx} or {@code windows}
 * @param architecture {@code x86_64} or {@code arm64}
 * @param avx2 whether it has the AVX2 instructions; empty when it cannot be
 *          told
 */
record Processor(String system, String architecture, Optional<Boolean> avx2) {

	private static final int PF_AVX2_INSTRUCTIONS_AVAILABLE = 40;

	/**
	 * Reads the properties of this machine; loads no native code of the engine.
	 */
	static Processor here() {
		final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		final String system = os.startsWith("mac") ? "macosx" : os.startsWith(
			"windows") ? "windows" : os;
		final String arch = System.getProperty("os.arch");
		final String architecture = switch (arch) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm64";
			default -> arch;
		};
		return new Processor(system, architecture, architecture.equals("x86_64")
			? readAvx2(system) : Optional.empty());
	}

	/**
	 * Name of the platform in the names of native jars, e.g.
	 * {@code linux-x86_64}.
	 */
	String platform() {
		return system + "-" + architecture;
	}

	static void requireSupported(final Processor processor) {
		final String platform = processor.platform();
		if (!java.util.List.of("linux-x86_64", "linux-arm64", "windows-x86_64",
			"macosx-x86_64", "macosx-arm64").contains(platform))
			throw new EngineException("U-Net Lens has no native code for " +
				platform +
				". It runs on 64-bit Linux, Windows and macOS with Intel or AMD processors, and on Linux and macOS with ARM");
		if (processor.avx2().isPresent() && !processor.avx2().get())
			throw new EngineException(
				"This processor lacks the AVX2 instructions that U-Net Lens needs (Intel since 2013, AMD since 2015). " +
					"Use a newer computer; nothing else has to be installed there");
	}

	private static Optional<Boolean> readAvx2(final String system) {
		try {
			return switch (system) {
				case "linux" -> Optional.of(Files.readString(Path.of("/proc/cpuinfo"))
					.matches("(?s).*\\bavx2\\b.*"));
				case "macosx" -> Optional.of(output("sysctl", "-n",
					"machdep.cpu.leaf7_features").contains("AVX2"));
				case "windows" -> Optional.of(Function.getFunction("kernel32",
					"IsProcessorFeaturePresent").invokeInt(new Object[] {
						PF_AVX2_INSTRUCTIONS_AVAILABLE }) != 0);
				default -> Optional.empty();
			};
		}
		catch (final IOException | LinkageError e) {
			// NB: Not knowing is no reason to refuse.
			return Optional.empty();
		}
	}

	private static String output(final String... command) throws IOException {
		final Process process = new ProcessBuilder(command).redirectErrorStream(
			true).start();
		return new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
	}
}
