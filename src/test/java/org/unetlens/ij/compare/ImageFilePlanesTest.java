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

package org.unetlens.ij.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ThresholdModel;

import ij.IJ;
import ij.ImagePlus;

class ImageFilePlanesTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void makeFiles() throws IOException {
		save("images/b.tif", 9, 6, 1, 40);
		save("images/a.tif", 8, 7, 2, 20);
		save("labels/a_mask.tif", 8, 7, 2, 1);
		save("labels/b.tif", 9, 6, 1, 3);
	}

	private void save(final String file, final int width, final int height,
		final int planes, final int value)
	{
		final ImagePlus image = IJ.createImage("x", "8-bit black", width, height,
			planes);
		for (int p = 1; p <= planes; p++) {
			image.getStack().getProcessor(p).set(2, 3, value * p);
			image.getStack().getProcessor(p).set(5, 3, 2 * value * p);
		}
		ImageFiles.saveTiff(image, folder.resolve(file), OnExisting.REFUSE);
	}

	private List<ComparisonImage> read(final String input, final String truth)
		throws IOException
	{
		return new ImageFilePlanes(folder.resolve(input), Optional.ofNullable(truth)
			.map(folder::resolve), Optional.empty()).read(ThresholdModel.of(1));
	}

	@Test
	void filesOfAFolderFindTheirTruthByName() throws IOException {
		final List<ComparisonImage> all = read("images", "labels");
		assertEquals(List.of("a.tif, slice 1", "a.tif, slice 2", "b.tif"), all
			.stream().map(ComparisonImage::name).toList());
		assertEquals(List.of(1, 2, 3), all.stream().map(image -> image.truth()
			.orElseThrow().getAt(2, 3).get()).toList());
		assertEquals(List.of(2, 4, 6), all.stream().map(image -> image.truth()
			.orElseThrow().getAt(5, 3).get()).toList());
	}

	@Test
	void oneImageTakesAnyTruthGiven() throws IOException {
		final ComparisonImage b = read("images/b.tif", "labels/b.tif").get(0);
		assertEquals(3, b.truth().orElseThrow().getAt(2, 3).get());
		assertEquals(1, read("images/b.tif", "labels").size());
		assertTrue(read("images", null).stream().allMatch(i -> i.truth()
			.isEmpty()));
	}

	private void assertTold(final String message, final String input,
		final String truth)
	{
		final String found = assertThrows(RuntimeException.class, () -> read(input,
			truth)).getMessage();
		assertTrue(found.contains(message), found);
	}

	@Test
	void whatDoesNotFitIsTold() throws IOException {
		assertTold("has 8 x 7 px", "images/b.tif", "labels/a_mask.tif");
		assertTold("does not exist", "images/c.tif", null);
		Files.delete(folder.resolve("labels/b.tif"));
		assertTold("Give a truth for all images or for none", "images", "labels");
		Files.writeString(folder.resolve("images/c.tif"), "no image");
		assertTold("c.tif", "images/c.tif", null);
	}
}
