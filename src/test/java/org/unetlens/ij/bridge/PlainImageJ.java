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

package org.unetlens.ij.bridge;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;

/**
 * A real plain ImageJ in a process of its own, with our classes as a jar in its
 * plugins folder, on a display of its own if Xvfb is installed.
 */
final class PlainImageJ implements AutoCloseable {

	private static final int SECONDS = 90;

	private final Path folder = Path.of("target", "plain-imagej")
		.toAbsolutePath();
	private final Process screen;
	private final String display;

	private PlainImageJ(final Process screen, final String display) {
		this.screen = screen;
		this.display = display;
	}

	/** Installs it; the test is skipped when nothing can be shown. */
	static PlainImageJ install() throws IOException {
		final PlainImageJ imageJ = start();
		Assumptions.assumeTrue(imageJ.display != null,
			"ImageJ needs a display: Xvfb is not installed and DISPLAY is not set");
		imageJ.installPlugin();
		return imageJ;
	}

	/**
	 * NB: A screen of its own keeps windows off the screen of the person who runs
	 * the tests.
	 */
	private static PlainImageJ start() {
		try {
			final Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1",
				"-screen", "0", "1280x960x24").redirectError(
					ProcessBuilder.Redirect.DISCARD).start();
			final String number = xvfb.inputReader().readLine();
			if (number != null) return new PlainImageJ(xvfb, ":" + number.strip());
		}
		catch (final IOException e) {
			return new PlainImageJ(null, System.getenv("DISPLAY"));
		}
		return new PlainImageJ(null, System.getenv("DISPLAY"));
	}

	private void installPlugin() throws IOException {
		Files.createDirectories(folder.resolve("plugins"));
		final Path classes = Path.of("target", "classes");
		// NB: ImageJ reads plugins.config only from jars with an underscore.
		try (OutputStream out = Files.newOutputStream(folder.resolve("plugins")
			.resolve("UNet_Lens.jar"));
				JarOutputStream jar = new JarOutputStream(out);
				Stream<Path> files = Files.walk(classes))
		{
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				jar.putNextEntry(new JarEntry(classes.relativize(file).toString()
					.replace(File.separatorChar, '/')));
				Files.copy(file, jar);
				jar.closeEntry();
			}
		}
	}

	/** Where screenshots go. */
	Path folder() {
		return folder;
	}

	/** Runs a macro with {@code -batch}; returns all that was printed. */
	String batch(final String macro) throws IOException, InterruptedException {
		final Path file = folder.resolve("macro.ijm");
		Files.writeString(file, macro);
		return run("ij.ImageJ", "-batch", file.toString());
	}

	/** Runs a main class beside ImageJ. */
	String run(final String... arguments) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Duser.home=" +
				folder.resolve("home"), "-Djava.util.prefs.userRoot=" + folder.resolve(
					"home"), "-Dplugins.dir=" + folder,
			"-Dorg.bytedeco.javacpp.cachedir=" + Loader.getCacheDir(), "-cp",
			classPath()));
		command.addAll(List.of(arguments));
		final Path log = folder.resolve("log.txt");
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("DISPLAY", display);
		Files.createDirectories(folder.resolve("home"));
		final Process process = builder.start();
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new IOException("ImageJ did not end; it printed " + Files
				.readString(log));
		}
		return Files.readString(log, StandardCharsets.UTF_8);
	}

	/** Everything but our own classes, which ImageJ shall find in its plugins. */
	private static String classPath() {
		final String own = Path.of("target", "classes").toAbsolutePath().toString();
		return Stream.of(System.getProperty("java.class.path").split(
			File.pathSeparator)).filter(p -> !Path.of(p).toAbsolutePath().toString()
				.equals(own)).collect(Collectors.joining(File.pathSeparator));
	}

	@Override
	public void close() {
		if (screen != null) screen.destroy();
	}
}
