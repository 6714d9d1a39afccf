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

package org.unetlens.ui;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;

/**
 * A display of its own and Java processes on it, so that windows can be driven
 * by real events while the tests themselves run without a display.
 */
public final class Screen implements AutoCloseable {

	private static final int SECONDS = 300;
	private static final String OPEN = "=ALL-UNNAMED";

	private final Process xvfb;
	private final String display;

	private Screen(final Process xvfb, final String display) {
		this.xvfb = xvfb;
		this.display = display;
	}

	/** The test is skipped where Xvfb is not installed. */
	public static Screen open(final int width, final int height)
		throws IOException
	{
		try {
			final Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1",
				"-screen", "0", width + "x" + height + "x24").redirectError(
					ProcessBuilder.Redirect.DISCARD).start();
			return new Screen(xvfb, ":" + xvfb.inputReader().readLine().strip());
		}
		catch (final IOException e) {
			Assumptions.abort("Windows need a display: Xvfb is not installed");
			throw e;
		}
	}

	/**
	 * Runs a main class; what it printed. The process ends with the main class or
	 * after five minutes.
	 *
	 * @param scale of the user interface, 1 or 2
	 */
	public String run(final int scale, final Class<?> main,
		final String... arguments) throws IOException, InterruptedException
	{
		final Path log = Files.createTempFile("screen", ".txt");
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
			"-Dsun.java2d.uiScale=" + scale, "-Dorg.bytedeco.javacpp.cachedir=" +
				Loader.getCacheDir(), "--add-opens", "java.base/java.util" + OPEN,
			"--add-opens", "java.desktop/sun.awt" + OPEN, "--add-opens",
			"java.desktop/java.awt" + OPEN, "-cp", System.getProperty(
				"java.class.path"), SettledWindows.class.getName(), main.getName()));
		command.addAll(List.of(arguments));
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("DISPLAY", display);
		final Process process = builder.start();
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
		final String printed = Files.readString(log, StandardCharsets.UTF_8);
		Files.delete(log);
		return printed;
	}

	/** Where screenshots go. */
	public static File folder(final String name) throws IOException {
		return Files.createDirectories(Path.of("target", name)).toFile();
	}

	@Override
	public void close() {
		xvfb.destroy();
	}
}
