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

package org.unetlens.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks of every turn of an image, against its pixels one by one. */
class TurnedBlocksTest {

	private static final int[][] ORDERS = { { 0, 1, 2 }, { 1, 0, 2 }, { 2, 1, 0 },
		{ 0, 2, 1 }, { 1, 2, 0 }, { 2, 0, 1 } };

	@ParameterizedTest
	@EnumSource(SampleType.class)
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void everyTurnIsRead(final SampleType sample) {
		final NativeType type = sample.pixelType();
		check(sample, new ArrayImgFactory(type).create(37, 19, 5));
		check(sample, new PlanarImgFactory(type).create(23, 41, 2));
		check(sample, new CellImgFactory(type, 7, 11, 2).create(29, 35, 3));
	}

	private static <T extends NativeType<T> & RealType<T>> void check(
		final SampleType sample, final Img<T> image)
	{
		final Random random = new Random(2);
		image.forEach(p -> p.setReal(random.nextInt(120)));
		for (final int[] order : ORDERS)
			for (int mirrored = 0; mirrored < 8; mirrored++) {
				RandomAccessibleInterval<T> view = AxisViews.permute(image, order);
				for (int d = 0; d < 3; d++)
					if ((mirrored >> d & 1) == 1) view = Views.invertAxis(view, d);
				view = Views.translate(view, 3, -2, 9);
				// NB: The first one is the image itself, moved.
				if (mirrored > 0) assertTrue(TurnedBlocks.of(view).isPresent());
				for (int k = 0; k < 4; k++)
					compare(sample, view, random);
			}
	}

	private static <T extends NativeType<T> & RealType<T>> void compare(
		final SampleType sample, final RandomAccessibleInterval<T> view,
		final Random random)
	{
		final PrimitiveBlocks<T> blocks = SampleBlocks.of(view);
		final long[] min = new long[3];
		final int[] size = new int[3];
		for (int d = 0; d < 3; d++) {
			final int from = random.nextInt((int) view.dimension(d));
			min[d] = view.min(d) + from;
			size[d] = 1 + random.nextInt((int) view.dimension(d) - from);
		}
		final Object found = sample.newArray(size[0] * size[1] * size[2]);
		(random.nextBoolean() ? blocks : blocks.threadSafe()).copy(min, found,
			size);
		final float[] values = new float[size[0] * size[1] * size[2]];
		sample.toFloats(found, values, 0, values.length);
		for (int i = 0; i < values.length; i++) {
			final long x = min[0] + i % size[0], y = min[1] + i / size[0] % size[1];
			final long z = min[2] + i / size[0] / size[1];
			assertEquals(view.getAt(x, y, z).getRealFloat(), values[i], x + ", " + y +
				", " + z);
		}
	}
}
