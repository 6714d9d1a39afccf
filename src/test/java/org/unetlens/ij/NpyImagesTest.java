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

package org.unetlens.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.nio.file.Path;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.file.OnExisting;
import org.unetlens.tensor.Npy;
import org.unetlens.tensor.NpyException;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

/** Tests {@link NpyImages}. */
public class NpyImagesTest {

	private static final int W = 7, H = 5, C = 2, Z = 3, T = 4;

	@TempDir
	private Path folder;

	private File file() {
		return folder.resolve("a.npy").toFile();
	}

	private static int value(final long x, final long y, final long c,
		final long z, final long t)
	{
		return (int) (x + 10 * y + 100 * c + 1000 * z + 10_000 * t);
	}

	private static ImagePlus image(final int channels, final int slices,
		final int frames)
	{
		final ImageStack stack = new ImageStack(W, H);
		for (int t = 0; t < frames; t++)
			for (int z = 0; z < slices; z++)
				for (int c = 0; c < channels; c++) {
					final ShortProcessor plane = new ShortProcessor(W, H);
					for (int i = 0; i < W * H; i++)
						plane.set(i, value(i % W, i / W, c, z, t));
					stack.addSlice(plane);
				}
		final ImagePlus image = new ImagePlus("image", stack);
		image.setDimensions(channels, slices, frames);
		return image;
	}

	private void save(final ImagePlus image, final String axes) {
		NpyImages.save(image, file(), axes, OnExisting.REPLACE);
	}

	private Img<UnsignedShortType> array() {
		return Npy.open(file().toPath());
	}

	@Test
	public void autoLeavesAxesOfLengthOneOut() {
		save(image(1, 1, 1), "auto");
		assertArrayEquals(new long[] { W, H }, array().dimensionsAsLongArray());
		save(image(1, 3, 1), "auto");
		assertArrayEquals(new long[] { W, H, 3 }, array().dimensionsAsLongArray());
		save(image(C, Z, T), "auto");
		assertArrayEquals(new long[] { W, H, C, Z, T }, array()
			.dimensionsAsLongArray());
		assertEquals(value(6, 4, 1, 2, 3), array().getAt(6, 4, 1, 2, 3).get());
	}

	@ParameterizedTest
	@CsvSource({ "NHWC,t", "NCHW,t", "tyxc,t", "ctyx,t" })
	public void axesAsAskedForComeBack(final String axes, final String unused) {
		save(image(C, 1, T), axes);
		final ImagePlus back = NpyImages.open(file(), axes);
		assertArrayEquals(new int[] { W, H, C, 1, T }, back.getDimensions());
		assertEquals(value(6, 4, 1, 0, 2), back.getStack().getProcessor(back
			.getStackIndex(2, 1, 3)).get(6, 4));
		assertEquals("a.npy", back.getTitle());
	}

	@Test
	public void channelsLastLieLast() {
		save(image(C, 1, 1), "yxc");
		assertArrayEquals(new long[] { C, W, H }, array().dimensionsAsLongArray());
		assertEquals(value(3, 2, 1, 0, 0), array().getAt(1, 3, 2).get());
	}

	@Test
	public void rgbIsThreeChannels() {
		final ColorProcessor rgb = new ColorProcessor(W, H);
		rgb.set(2, 1, 0x102030);
		save(new ImagePlus("rgb", rgb), "auto");
		final ImagePlus back = NpyImages.open(file(), "auto");
		assertEquals(3, back.getNChannels());
		assertEquals(0x30, back.getStack().getProcessor(3).get(2, 1));
	}

	@Test
	public void whatDoesNotFitIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> save(image(C, 1, 1),
			"yx"));
		assertThrows(IllegalArgumentException.class, () -> save(image(C, 1, 1),
			"cyq"));
		assertThrows(IllegalArgumentException.class, () -> save(new ImagePlus(),
			"auto"));
		assertThrows(IllegalArgumentException.class, () -> NpyImages.save(image(1,
			1, 1), null, "auto", OnExisting.REFUSE));
		save(image(1, 1, 1), "auto");
		assertThrows(NpyException.class, () -> NpyImages.save(image(1, 1, 1),
			file(), "auto", OnExisting.REFUSE));
		assertThrows(IllegalArgumentException.class, () -> NpyImages.open(file(),
			"zyx"));
		assertThrows(NpyException.class, () -> NpyImages.open(folder.resolve(
			"none.npy").toFile(), "auto"));
	}
}
