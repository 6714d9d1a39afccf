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
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.unetlens.onednn.OneDnn;

/**
 * Looks at all that the engine needs: processor, native code, its versions and
 * jars, memory and disk. Starts the engine only when asked to.
 */
public final class EngineCheck {

	/** The most that native code takes on disk once it is unpacked. */
	static final long UNPACKED_MB = 520;
	private static final Pattern ND4J = Pattern.compile(
		"nd4j-native-(?!api|preset)(\\d[^/]*?)(?:-(?:linux|windows|macosx)[^/]*)?\\.jar");
	/** One class or file of each jar that must be there once. */
	private static final List<String> MARKERS = List.of(
		"org/unetlens/engine/Engine.class", "org/nd4j/linalg/factory/Nd4j.class",
		"org/nd4j/linalg/cpu/nativecpu/bindings/Nd4jCpu.class",
		"org/bytedeco/javacpp/Loader.class",
		"org/bytedeco/openblas/global/openblas.class");

	private EngineCheck() {}

	/** All findings but that the engine starts, in the order to be read. */
	public static List<CheckResult> look() {
		final List<CheckResult> found = new ArrayList<>();
		found.add(java(Runtime.version(), System.getProperty("java.vendor", "")));
		found.add(processor(Processor.here()));
		// NB: JavaCPP reads both when its first class is loaded.
		MemoryLimits.set();
		Engine.quieten();
		found.add(natives());
		found.addAll(duplicates());
		found.add(heap(Runtime.getRuntime().maxMemory() >> 20));
		found.add(memory(MemoryLimits.physicalBytes() >> 20, Pointer
			.maxBytes() >> 20));
		found.add(cache());
		return found;
	}

	/** Starts the engine and says whether it did. */
	public static CheckResult start(final Progress progress) {
		final long start = System.nanoTime();
		try {
			Engine.start(progress);
			return CheckResult.sound("Engine", String.format(Locale.ROOT,
				"starts (%.1f s now); convolutions by %s", (System.nanoTime() - start) /
					1e9, OneDnn.inUse()));
		}
		catch (final EngineException e) {
			return CheckResult.problem("Engine", e.getMessage());
		}
	}

	static CheckResult java(final Runtime.Version version, final String vendor) {
		final String text = "Java " + version + " of " + vendor;
		return version.feature() >= 17 ? CheckResult.sound("Java", text)
			: CheckResult.problem("Java", text +
				" is too old. Install ImageJ or Fiji with Java 17 or newer");
	}

	static CheckResult processor(final Processor processor) {
		try {
			Processor.requireSupported(processor);
		}
		catch (final EngineException e) {
			return CheckResult.problem("Processor", e.getMessage());
		}
		final String avx2 = processor.avx2().map(has -> ", with AVX2").orElse("");
		return CheckResult.sound("Processor", processor.platform() + avx2 + ", " +
			Runtime.getRuntime().availableProcessors() + " threads");
	}

	private static CheckResult natives() {
		try {
			Natives.requireMatching();
			return CheckResult.sound("Native code", "ND4J " + Natives.jar(
				"org/nd4j/linalg/cpu/nativecpu/bindings/Nd4jCpu.class").flatMap(
					EngineCheck::nd4jVersion).orElse("(unknown)") + ", JavaCPP " + Natives
						.loaderVersion() + " with native code of the same version");
		}
		catch (final EngineException e) {
			return CheckResult.problem("Native code", e.getMessage());
		}
		catch (final LinkageError e) {
			return CheckResult.problem("Native code", "The classes of JavaCPP " +
				"could not be loaded (" + e + "). Install U-Net Lens again");
		}
	}

	static Optional<String> nd4jVersion(final String jar) {
		final Matcher matcher = ND4J.matcher(jar);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private static List<CheckResult> duplicates() {
		final List<CheckResult> found = new ArrayList<>();
		final List<String> markers = new ArrayList<>(MARKERS);
		markers.addAll(Natives.files());
		for (final String marker : markers)
			duplicate(places(marker)).ifPresent(found::add);
		if (found.isEmpty()) found.add(CheckResult.sound("Jars",
			"each is there once"));
		return found;
	}

	/** @param places jars that hold the same class */
	static Optional<CheckResult> duplicate(final List<String> places) {
		return places.size() < 2 ? Optional.empty() : Optional.of(CheckResult
			.problem("Jars", "The same classes are there " + places.size() +
				" times: in " + String.join(" and in ", places) +
				". Which one is used is chance: close ImageJ, keep the newest and delete the other"));
	}

	private static List<String> places(final String resource) {
		final List<String> jars = new ArrayList<>();
		try {
			final Enumeration<URL> urls = EngineCheck.class.getClassLoader()
				.getResources(resource);
			while (urls.hasMoreElements()) {
				final String jar = urls.nextElement().toString().replaceFirst("!.*", "")
					.replaceFirst("^jar:", "").replaceFirst("^file:", "");
				if (!jars.contains(jar)) jars.add(jar);
			}
		}
		catch (final IOException e) {
			// NB: What cannot be listed cannot be compared; loading it will tell.
			return List.of();
		}
		return jars;
	}

	static CheckResult heap(final long megabytes) {
		final String text = megabytes + " MB for ImageJ (Java)";
		return megabytes >= 512 ? CheckResult.sound("Memory", text) : CheckResult
			.note("Memory", text +
				" is little. Give more in Edit > Options > Memory & Threads..., and restart ImageJ");
	}

	static CheckResult memory(final long physical, final long limit) {
		final String text = "up to " + limit + " MB for the engine, of " +
			physical + " MB of this computer";
		return limit >= 1024 ? CheckResult.sound("Memory", text) : CheckResult.note(
			"Memory", text +
				". Large images need more; close other programs, or lower Memory for the network");
	}

	private static CheckResult cache() {
		try {
			final Path folder = Loader.getCacheDir().toPath();
			return cache(folder, isUnpacked(folder), Files.getFileStore(folder)
				.getUsableSpace() >> 20, Files.isWritable(folder));
		}
		catch (final IOException e) {
			return CheckResult.problem("Disk",
				"The folder for native code cannot be used (" + e.getMessage() +
					"). Free some space in your home folder, or start Java with -Dorg.bytedeco.javacpp.cachedir=FOLDER");
		}
	}

	/** @param free space in megabytes */
	static CheckResult cache(final Path folder, final boolean unpacked,
		final long free, final boolean writable)
	{
		final String text = "native code is unpacked to " + folder + ", " + free +
			" MB free there";
		if (unpacked) return CheckResult.sound("Disk", text);
		if (!writable) return CheckResult.problem("Disk", "The folder " + folder +
			", to which native code is unpacked, cannot be written to. Change your rights there, or start Java with -Dorg.bytedeco.javacpp.cachedir=FOLDER");
		return free >= UNPACKED_MB + 100 ? CheckResult.sound("Disk", text +
			" (up to " + UNPACKED_MB + " MB at first use)") : CheckResult.problem(
				"Disk", text + ", which is less than the " + UNPACKED_MB +
					" MB that it takes. Free some space, or start Java with -Dorg.bytedeco.javacpp.cachedir=FOLDER");
	}

	/** Whether native code was unpacked to that folder before. */
	static boolean isUnpacked(final Path folder) throws IOException {
		try (var entries = Files.list(folder)) {
			return entries.anyMatch(p -> p.getFileName().toString().startsWith(
				"nd4j-native"));
		}
	}
}
