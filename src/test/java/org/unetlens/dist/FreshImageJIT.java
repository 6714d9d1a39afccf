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

package org.unetlens.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacked into a fresh folder, the zips are all that is needed. */
class FreshImageJIT {

	private static final String MACRO =
		"""
				newImage("cells", "8-bit black", 200, 160, 1);
				setColor(180); fillOval(30, 30, 30, 30); fillOval(110, 80, 34, 30);
				run("Gaussian Blur...", "sigma=2"); run("Add Specified Noise...", "standard=6");
				run("Segment...", "model=nuclei table=true");
				print("objects", Table.size, getTitle(), getPixel(45, 45) * getPixel(127, 95), getPixel(5, 5));
				run("Check Installation...");
				""";

	@TempDir
	private Path folder;

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** NB: Natives that were unpacked by other tests are of other jars. */
	private String run(final String... command) throws IOException,
		InterruptedException
	{
		final Path log = folder.resolve("log.txt");
		final ProcessBuilder builder = new ProcessBuilder(command).directory(folder
			.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
		final Process process = builder.start();
		if (!process.waitFor(180, TimeUnit.SECONDS)) process.destroyForcibly();
		return Files.readString(log, StandardCharsets.UTF_8);
	}

	private String cache() {
		return "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache");
	}

	@Test
	void plainImageJSegments() throws Exception {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/xvfb-run")) ||
			System.getenv("DISPLAY") != null, "ImageJ needs a display");
		Zips.unpack(Zips.of("imagej", Loader.getPlatform()), folder);
		try (Stream<Path> files = Files.list(Zips.FOLDER.resolve("libraries"))) {
			Files.copy(files.filter(f -> f.getFileName().toString().startsWith("ij-"))
				.findFirst().orElseThrow(), folder.resolve("ij.jar"));
		}
		Files.writeString(folder.resolve("try.ijm"), MACRO);
		final List<String> command = new ArrayList<>();
		if (System.getenv("DISPLAY") == null) command.addAll(List.of("xvfb-run",
			"-a"));
		command.addAll(List.of(java(), cache(), "-jar", "ij.jar", "-batch",
			"try.ijm"));
		final String printed = run(command.toArray(String[]::new));
		assertTrue(printed.contains("objects 2 cells-labels 2 0"), printed);
		assertTrue(printed.contains("The installation is sound."), printed);
	}

	/**
	 * Fiji's class path: its own jars, ours, natives. Those of Fiji are stood in
	 * for by the ones that this project is built with.
	 */
	@Test
	void besideTheJarsOfFijiNothingIsMissing() throws Exception {
		Zips.unpack(Zips.of("fiji", Loader.getPlatform()), folder);
		final List<String> inFiji = Files.readAllLines(Path.of("src", "dist",
			"in-fiji.txt")).stream().map(p -> p.replace(".", "\\.").replace("*",
				".*")).toList();
		final List<Path> path = new ArrayList<>();
		try (Stream<Path> libraries = Files.list(Zips.FOLDER.resolve("libraries"));
				Stream<Path> ours = Files.walk(folder))
		{
			libraries.filter(f -> inFiji.stream().anyMatch(f.getFileName()
				.toString()::matches)).forEach(path::add);
			ours.filter(f -> f.toString().endsWith(".jar")).sorted().forEach(
				path::add);
		}
		final String printed = run(java(), cache(), "-cp", path.stream().map(
			Path::toAbsolutePath).map(Path::toString).collect(Collectors.joining(
				java.io.File.pathSeparator)), "org.unetlens.cli.Main", "check");
		assertTrue(printed.contains("The installation is sound."), printed);
		assertTrue(printed.contains("nuclei gives its stored result"), printed);
	}
}
