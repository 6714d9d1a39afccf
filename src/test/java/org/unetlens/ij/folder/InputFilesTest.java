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

package org.unetlens.ij.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.ij.SegmentationSettings;

/** Tests {@link InputFiles} by names alone. */
public class InputFilesTest {

	@TempDir
	private Path folder;

	private void touch(final String... names) throws IOException {
		for (final String name : names) {
			Files.createDirectories(folder.resolve(name).getParent());
			Files.createFile(folder.resolve(name));
		}
	}

	private FolderSettings settings(final String output) {
		return FolderSettings.of(folder, folder.resolve(output),
			SegmentationSettings.of("nuclei"));
	}

	private static List<String> names(final FolderSettings settings) {
		return InputFiles.of(settings).stream().map(InputFile::name).toList();
	}

	@Test
	void patternsHeedNoCase() throws IOException {
		touch("b.tif", "A_DAPI.TIF", "c.png", "d.txt", "x_dapi.tiff");
		final FolderSettings s = settings("out");
		assertEquals(List.of("A_DAPI.TIF", "b.tif", "c.png", "x_dapi.tiff"), names(
			s));
		assertEquals(List.of("A_DAPI.TIF", "b.tif"), names(s.withPattern("*.tif")));
		assertEquals(List.of("A_DAPI.TIF", "x_dapi.tiff"), names(s.withPattern(
			"*_Dapi.*")));
		assertEquals(List.of("A_DAPI.TIF", "b.tif", "c.png"), names(s.withPattern(
			"*.{tif,png}")));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> names(s
			.withPattern("*.{tif"))).getMessage().contains("not understood"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> names(s
			.withPattern("*.bmp"))).getMessage().contains("*.bmp"));
	}

	@Test
	void foldersOnlyWhenAskedFor() throws IOException {
		touch("a.tif", "s/a.tif", "s/t/b.tif", ".hidden/c.tif", "out/a.tif",
			"output/d.tif", ".e.tif");
		final FolderSettings s = settings("out");
		assertEquals(List.of("a.tif"), names(s));
		assertEquals(List.of("a.tif", "output/d.tif", "s/a.tif", "s/t/b.tif"),
			names(s.withRecursive(true)));
		assertEquals(List.of("s/a.tif"), names(s.withRecursive(true).withPattern(
			"S/*")));
		assertEquals("s/t/b", InputFiles.of(s.withRecursive(true)).get(3).base());
	}

	@Test
	void resultsBesideImagesAreNone() throws IOException {
		touch("a.tif", "a_labels.tif", "a_overlay.png", "b_labels.tif",
			"a_probability.tif", "a_masks.tif");
		assertEquals(List.of("a.tif", "b_labels.tif"), names(settings(".")));
	}

	@Test
	void twoOfOneNameAreRefused() throws IOException {
		touch("a.tif", "a.png");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> names(
			settings("out"))).getMessage().contains("a.png and a.tif"));
	}
}
