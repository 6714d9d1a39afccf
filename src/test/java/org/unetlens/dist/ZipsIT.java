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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.util.FileUtils;

/** What is in the zips. */
class ZipsIT {

	static Set<String> platforms() {
		return Zips.PLATFORMS.keySet();
	}

	/** As Fiji's updater knows a jar: without version. */
	private static String stripped(final String path) {
		return FileUtils.stripFilenameVersion(path.substring(path.lastIndexOf('/') +
			1)).replaceFirst("\\.jar$", "");
	}

	private static Set<String> fiji() throws IOException {
		try (InputStream in = ZipsIT.class.getResourceAsStream("/fiji-jars.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(l -> !l.startsWith("#")).collect(Collectors.toSet());
		}
	}

	@ParameterizedTest
	@MethodSource("platforms")
	void fijiKeepsItsOwnJars(final String platform) throws IOException {
		final Set<String> names = new HashSet<>();
		for (final String file : Zips.files(Zips.of("fiji", platform))) {
			assertTrue(file.matches("(jars|plugins|macros)/.*"), file);
			if (!file.endsWith(".jar")) continue;
			assertFalse(fiji().contains(stripped(file)), file);
			assertTrue(names.add(stripped(file)), "twice: " + file);
		}
	}

	/** The list is that of Fiji, and it would find what is wrong. */
	@Test
	void whatFijiHasIsKnown() throws IOException {
		try (Stream<Path> lines = Files.list(Zips.FOLDER.resolve("libraries"))) {
			final Set<String> inFiji = lines.map(f -> stripped(f.toString())).filter(
				n -> {
					try {
						return fiji().contains(n);
					}
					catch (final IOException e) {
						throw new IllegalStateException(e);
					}
				}).collect(Collectors.toCollection(TreeSet::new));
			assertTrue(inFiji.containsAll(List.of("guava", "jackson", "protobuf",
				"javacpp", "gson", "commons-lang3", "ij")), inFiji::toString);
		}
	}

	@ParameterizedTest
	@MethodSource("platforms")
	void fijiHasNativesWhereItLooks(final String platform) throws IOException {
		final String folder = "jars/" + Zips.PLATFORMS.get(platform) + "/";
		final List<String> files = Zips.files(Zips.of("fiji", platform));
		final List<String> natives = files.stream().filter(f -> f.startsWith(
			folder)).toList();
		final List<String> libraries = new ArrayList<>(List.of("javacpp-1.5.10-",
			"nd4j-native-", "openblas-"));
		if (platform.equals("linux-x86_64")) libraries.addAll(List.of("dnnl-",
			"opencl-"));
		assertEquals(libraries.size(), natives.size(), natives::toString);
		for (final String library : libraries)
			assertTrue(natives.stream().anyMatch(f -> f.startsWith(folder +
				library) && f.contains(platform)), library + " in " + natives);
		assertTrue(files.contains("plugins/UNet_Lens.jar"), files::toString);
	}

	/** The jar holds the guide with its pictures, and the menu. */
	@Test
	void theJarHoldsTheGuide(@TempDir final Path folder) throws IOException {
		Zips.unpack(Zips.of("fiji", "linux-x86_64"), folder);
		final List<String> files = Zips.files(folder.resolve(
			"plugins/UNet_Lens.jar"));
		assertTrue(files.contains("plugins.config"), "no menu");
		assertTrue(files.contains("org/unetlens/help/images/segment-dialog.png"),
			"no pictures");
		try (Stream<Path> pages = Files.list(Path.of("docs"))) {
			for (final Path page : pages.filter(f -> f.toString().endsWith(".md"))
				.toList())
				assertTrue(files.contains("org/unetlens/help/" + page.getFileName()),
					page::toString);
		}
	}

	/** All in one folder, for ImageJ looks one level deep. */
	@ParameterizedTest
	@MethodSource("platforms")
	void plainImageJGetsOneFolder(final String platform) throws IOException {
		final List<String> files = Zips.files(Zips.of("imagej", platform));
		final Set<String> names = new HashSet<>();
		for (final String file : files) {
			assertTrue(file.matches("plugins/UNet_Lens/[^/]+|macros/.*"), file);
			if (file.endsWith(".jar")) assertTrue(names.add(stripped(file)), file);
		}
		assertTrue(files.contains("plugins/UNet_Lens/UNet_Lens.jar"),
			files::toString);
		assertTrue(names.containsAll(Set.of("scijava-common", "imglib2", "nd4j-api",
			"javacpp", "javacpp-" + platform, "gson", "jfreechart")),
			names::toString);
		assertFalse(names.contains("ij"), "ImageJ has ij.jar");
		// NB: A macro there would become a menu item.
		assertTrue(files.stream().noneMatch(f -> f.matches(
			"plugins/.*\\.(ijm|txt|js|bsh|py)") && f.contains("_.")),
			files::toString);
	}
}
