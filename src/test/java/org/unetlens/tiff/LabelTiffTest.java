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

package org.unetlens.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.file.FileExistsException;
import org.unetlens.file.OnExisting;
import org.unetlens.tensor.PixelSize;

import ij.IJ;
import ij.ImagePlus;

/** What ImageJ, or our own reader, sees in the files. */
class LabelTiffTest {

	@TempDir
	private Path folder;

	private static int label(final long pixel, final int largest) {
		return (int) (pixel * 7919 % (largest + 1));
	}

	private static LabelTiff image(final int slices, final int frames,
		final int largest)
	{
		return new LabelTiff(317, 211, slices, frames, new PixelSize(0.5, 0.25,
			"micron"), largest);
	}

	private static void read(final long pixel, final int[] to, final int count,
		final int largest)
	{
		for (int i = 0; i < count; i++)
			to[i] = label(pixel + i, largest);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 300", "3, 1, 65535", "2, 3, 65536", "1, 4, 16777216" })
	void imageJOpensThem(final int slices, final int frames, final int largest) {
		final Path file = folder.resolve("labels.tif");
		final LabelTiff labels = image(slices, frames, largest);
		labels.write(file, OnExisting.REFUSE, (pixel, to, n) -> read(pixel, to, n,
			largest));
		final ImagePlus found = IJ.openImage(file.toString());
		assertEquals(largest > 65_535 ? 32 : 16, found.getBitDepth());
		assertEquals(slices, found.getNSlices());
		assertEquals(frames, found.getNFrames());
		assertEquals(0.5, found.getCalibration().pixelWidth, 1e-9);
		assertEquals(0.25, found.getCalibration().pixelHeight, 1e-9);
		assertEquals("micron", found.getCalibration().getUnit());
		assertEquals(Math.max(255, largest), found.getDisplayRangeMax());
		final int n = 317 * 211;
		for (int p = 0; p < slices * frames; p++)
			for (int i = 0; i < n; i += 13)
				assertEquals(label((long) p * n + i, largest), found.getStack()
					.getProcessor(p + 1).getf(i));
	}

	@Test
	void bigOnesHaveTheSamePixels() throws IOException {
		final Path file = folder.resolve("labels.tif");
		image(2, 2, 70_000).write(file, OnExisting.REFUSE, (pixel, to, n) -> read(
			pixel, to, n, 70_000), true);
		assertTrue(TiffImage.isBigTiff(file));
		try (TiffImage found = TiffImage.open(file, 0)) {
			assertEquals("317 x 211 x 1 x 2 x 2", found.toString());
			assertEquals(new PixelSize(0.5, 0.25, "micron"), found.pixelSize());
			for (int p = 0; p < 4; p++)
				assertEquals(label(317 * 211 * (p + 1) - 1, 70_000), last(found, 1 + p %
					2, 1 + p / 2));
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static double last(final TiffImage image, final int z, final int t) {
		return ((RealType<?>) ((RandomAccessibleInterval) image.plane(z, t)).getAt(
			316, 210, 0)).getRealDouble();
	}

	@Test
	void sizeDecidesAboutTheKind() {
		final PixelSize none = PixelSize.UNCALIBRATED;
		assertFalse(new LabelTiff(40_000, 40_000, 1, 1, none, 65_535).isBig());
		assertTrue(new LabelTiff(40_000, 40_000, 1, 1, none, 65_536).isBig());
		assertTrue(new LabelTiff(2_048, 2_048, 600, 1, none, 9).isBig());
		final IllegalArgumentException e = assertThrows(
			IllegalArgumentException.class, () -> new LabelTiff(9, 9, 1, 1, none,
				16_777_217));
		assertTrue(e.getMessage().contains("16777217 objects"), e.getMessage());
	}

	@Test
	void nothingIsReplacedUnasked() throws IOException {
		final Path file = Files.writeString(folder.resolve("labels.tif"), "old");
		assertThrows(FileExistsException.class, () -> image(1, 1, 5).write(file,
			OnExisting.REFUSE, (pixel, to, n) -> {}));
		assertEquals("old", Files.readString(file));
	}
}
