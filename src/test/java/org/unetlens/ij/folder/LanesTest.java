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
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, TILESIAL, EXEMPLARY, OR
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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageExtent;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.folder.Lanes.Limits;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.network.TileRule;
import org.unetlens.network.UNetSpec;

import ij.IJ;

/** Tests {@link Lanes} and {@link ImageExtent}. */
public class LanesTest {

	private static final TileRule TILES = TileRule.of(UNetSpec.default2d(1, 2)
		.withDepth(2));
	private static final long MB = 1 << 20;

	@TempDir
	private Path folder;

	private InputFile image(final String name, final int width, final int height,
		final int slices)
	{
		final Path file = folder.resolve(name);
		ImageFiles.saveTiff(IJ.createImage(name, "16-bit ramp", width, height,
			slices), file, OnExisting.REFUSE);
		return InputFile.single(file);
	}

	private static int images(final Limits limits, final int side,
		final int slices)
	{
		return limits.images(Optional.of(new ImageExtent(side, side, slices, 2)),
			TILES);
	}

	@Test
	void eachLimitCounts() {
		// NB: A tile of 100 + 3 x 4 px per side; 76 bytes of heap per pixel.
		final long tile = 112 * 112 * 500, heap = 100 * 100 * 76;
		assertEquals(8, images(new Limits(8, 100 * tile, 100 * heap, 500), 100, 1));
		assertEquals(3, images(new Limits(8, 3 * tile, 100 * heap, 500), 100, 1));
		assertEquals(2, images(new Limits(8, 3 * tile - 1, 100 * heap, 500), 100,
			1));
		assertEquals(5, images(new Limits(8, 100 * tile, 5 * heap, 500), 100, 1));
		assertEquals(2, images(new Limits(8, 100 * tile, 5 * heap, 500), 100, 2));
		assertEquals(1, images(new Limits(8, 1, 1, 500), 100, 1));
		assertEquals(1, new Limits(8, MB, MB, 500).images(Optional.empty(), TILES));
	}

	/** Rows that are not computed at a time take no native memory. */
	@Test
	void heightCountsForSomeRowsOnly() {
		final long rows = 112 * 384 * 500;
		for (final int height : new int[] { 1000, 9000 })
			assertEquals(3, new Limits(8, 3 * rows, 1L << 40, 500).images(Optional.of(
				new ImageExtent(100, height, 1, 2)), TILES));
		assertEquals(2, new Limits(8, 3 * rows - 1, 1L << 40, 500).images(Optional
			.of(new ImageExtent(100, 1000, 1, 2)), TILES));
	}

	@Test
	void largeImagesAreDoneAlone() throws IOException {
		final List<InputFile> inputs = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			inputs.add(image("small" + i + ".tif", 60 + i, 50, 1));
		inputs.add(2, image("large.tif", 300, 200, 1));
		inputs.add(4, image("deep.tif", 60, 50, 40));
		Files.writeString(folder.resolve("broken.tif"), "no image");
		inputs.add(InputFile.single(folder.resolve("broken.tif")));
		final SegmenterOptions options = SegmenterOptions.defaults().withThreads(9)
			.withMemoryBudget(8 * MB);
		final Lanes lanes = Lanes.of(inputs, options, TILES, new Limits(9, 8 * MB,
			4 * MB, 400));
		assertEquals(4, lanes.count());
		assertEquals(2, lanes.each().threads());
		assertEquals(2 * MB, lanes.each().memoryBudget());
		assertEquals(List.of("small0.tif", "small1.tif", "small2.tif", "small3.tif",
			"small4.tif"), lanes.beside().stream().map(InputFile::name).toList());
		assertEquals(List.of("large.tif", "deep.tif", "broken.tif"), lanes.alone()
			.stream().map(InputFile::name).toList());
	}

	@Test
	void oneThreadMeansOneImage() {
		final Lanes lanes = Lanes.of(List.of(image("a.tif", 20, 20, 1), image(
			"b.tif", 20, 20, 1)), SegmenterOptions.defaults().withThreads(1), TILES,
			new Limits(1, 100 * MB, 100 * MB, 400));
		assertTrue(lanes.beside().isEmpty());
		assertEquals(2, lanes.alone().size());
	}

	@Test
	void headersTellTheSize() throws IOException {
		assertEquals(new ImageExtent(31, 17, 5, 2), ImageExtent.of(image("s.tif",
			31, 17, 5).file()).orElseThrow());
		final Path png = folder.resolve("p.png");
		ImageFiles.savePng(IJ.createImage("p", "RGB", 13, 7, 1).getBufferedImage(),
			png, OnExisting.REFUSE);
		assertEquals(new ImageExtent(13, 7, 1, 4), ImageExtent.of(png)
			.orElseThrow());
		Files.writeString(folder.resolve("x.png"), "no image");
		assertTrue(ImageExtent.of(folder.resolve("x.png")).isEmpty());
		assertTrue(ImageExtent.of(folder.resolve("missing.tif")).isEmpty());
	}
}
