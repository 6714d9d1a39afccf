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

package org.unetlens.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connected areas against hand-made cases and against a flood fill. */
class ConnectedAreasTest {

	@Test
	void cornersJoinOnlyWithEight() {
		final String[] mask = { "1.1.", ".1.1", "1.1.", "...." };
		assertArrayEquals(new String[] { "1.2.", ".3.4", "5.6.", "...." }, Pictures
			.show(ConnectedAreas.of(Pictures.labels(mask), Connectivity.FOUR)));
		assertArrayEquals(new String[] { "1.1.", ".1.1", "1.1.", "...." }, Pictures
			.show(ConnectedAreas.of(Pictures.labels(mask), Connectivity.EIGHT)));
	}

	@Test
	void armsThatMeetLaterAreOneArea() {
		final String[] mask = { "1.1.1", "1.1.1", "111.1", "....1", "1.111" };
		assertArrayEquals(new String[] { "1.1.2", "1.1.2", "111.2", "....2",
			"3.222" }, Pictures.show(ConnectedAreas.of(Pictures.labels(mask),
				Connectivity.FOUR)));
	}

	@Test
	void croppedByteImageIsReadFromItsMinimum() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(new byte[] { -1,
			-1, -1, 0, 0, -1, 0, -1, 0, -1, 0, 0 }, 4, 3);
		assertArrayEquals(new String[] { "11.", "1.2" }, Pictures.show(
			ConnectedAreas.of(Views.interval(image, new long[] { 1, 0 }, new long[] {
				3, 1 }), Connectivity.FOUR)));
	}

	@ParameterizedTest
	@CsvSource({ "1,1,0.5", "1,23,0.6", "29,1,0.6", "31,17,0.55", "37,41,0.6",
		"43,29,0.4", "19,23,0.95" })
	void equalsFloodFill(final int width, final int height,
		final double density)
	{
		final Random random = new Random(width + 100 * height);
		for (int round = 0; round < 5; round++) {
			final int[] mask = new int[width * height];
			for (int i = 0; i < mask.length; i++)
				mask[i] = random.nextDouble() < density ? 1 + random.nextInt(3) : 0;
			for (final Connectivity connectivity : Connectivity.values())
				assertArrayEquals(floodFill(mask, width, connectivity), LabelPlane.of(
					ConnectedAreas.of(ArrayImgs.ints(mask, width, height), connectivity))
					.pixels());
		}
	}

	static int[] floodFill(final int[] mask, final int width,
		final Connectivity connectivity)
	{
		final int[] labels = new int[mask.length];
		final Deque<Integer> stack = new ArrayDeque<>();
		int n = 0;
		for (int start = 0; start < mask.length; start++) {
			if (mask[start] == 0 || labels[start] != 0) continue;
			labels[start] = ++n;
			stack.push(start);
			while (!stack.isEmpty()) {
				final int i = stack.pop();
				for (int dy = -1; dy <= 1; dy++)
					for (int dx = -1; dx <= 1; dx++) {
						if (dx * dy != 0 && connectivity == Connectivity.FOUR) continue;
						final int x = i % width + dx, y = i / width + dy;
						if (x < 0 || x >= width || y < 0 || y * width >= mask.length)
							continue;
						final int j = y * width + x;
						if (mask[j] == 0 || labels[j] != 0) continue;
						labels[j] = n;
						stack.push(j);
					}
			}
		}
		return labels;
	}
}
