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

package org.unetlens.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.label.Pictures;

/** Overlaps by hand and against a map of maps. */
class OverlapTableTest {

	@Test
	void pairsAreOrderedAndSized() {
		final OverlapTable table = OverlapTable.of(Pictures.labels("1122", "..22"),
			Pictures.labels("3335", "3.55"));
		assertEquals("0,0:1 0,3:1 1,3:2 2,3:1 2,5:3", show(table));
		assertEquals(2, table.truthObjects());
		assertEquals(2, table.predictedObjects());
		assertEquals(4, table.truthSize(4));
		assertEquals(3, table.predictedSize(4));
		assertEquals(3 / 4., table.iou(4), 1e-12);
		assertEquals(1 / 7., table.iou(3), 1e-12);
	}

	@Test
	void withoutBackgroundAllLabelsAreObjects() {
		final OverlapTable table = OverlapTable.of(Pictures.labels("12"), Pictures
			.labels("77"));
		assertEquals(2, table.truthObjects());
		assertEquals(1, table.predictedObjects());
	}

	@Test
	void otherImagesThanIntArraysAreRead() {
		final OverlapTable table = OverlapTable.of(Views.interval(ArrayImgs
			.unsignedBytes(new byte[] { 9, -1, -1, 9 }, 4, 1), new long[] { 1, 0 },
			new long[] { 2, 0 }), ArrayImgs.unsignedShorts(new short[] { -1, 2 }, 2,
				1));
		assertEquals("255,2:1 255,65535:1", show(table));
	}

	@Test
	void unequalSizesAndNegativeLabelsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> OverlapTable.of(Pictures
			.labels("11"), Pictures.labels("1", "1")));
		assertThrows(IllegalArgumentException.class, () -> OverlapTable.of(Pictures
			.labels("1"), ArrayImgs.ints(new int[] { -2 }, 1, 1)));
	}

	@Test
	void equalsCountingWithMaps() {
		final Random random = new Random(3);
		for (int round = 0; round < 5; round++) {
			final Img<IntType> a = Pictures.randomLabels(random, 61, 47, 150 * round +
				1);
			final Img<IntType> b = Pictures.randomLabels(random, 61, 47, 200);
			final Map<Long, Integer> counts = new TreeMap<>();
			for (int y = 0; y < 47; y++)
				for (int x = 0; x < 61; x++)
					counts.merge(a.getAt(x, y).get() * 1000L + b.getAt(x, y).get(), 1,
						Integer::sum);
			final StringBuilder expected = new StringBuilder();
			counts.forEach((k, n) -> expected.append(k / 1000 + "," + k % 1000 + ":" +
				n + " "));
			assertEquals(expected.toString().trim(), show(OverlapTable.of(a, b)));
		}
	}

	private static String show(final OverlapTable table) {
		final StringBuilder text = new StringBuilder();
		for (int e = 0; e < table.entries(); e++)
			text.append(table.truth(e) + "," + table.predicted(e) + ":" + table.count(
				e) + " ");
		return text.toString().trim();
	}

	/** Unknown pixels count for nothing, nor do objects mostly in them. */
	@Test
	void onlyWhatIsKnownIsCounted() {
		final int[] truth = { 1, 1, 1, 0, 0, -1, -1, -1, -1, -1 };
		final int[] found = { 7, 7, 0, 0, 8, 8, 0, 9, 9, 9 };
		final OverlapTable table = OverlapTable.ofKnown(ArrayImgs.ints(truth, 5, 2),
			ArrayImgs.ints(found, 5, 2));
		assertEquals(1, table.truthObjects());
		assertEquals(2, table.predictedObjects());
		long pixels = 0;
		for (int e = 0; e < table.entries(); e++) {
			pixels += table.count(e);
			if (table.predicted(e) == 8) assertEquals(1, table.predictedSize(e));
			if (table.truth(e) == 1 && table.predicted(e) == 7) assertEquals(2 / 3.0,
				table.iou(e), 1e-12);
		}
		assertEquals(5, pixels);
		final int[] more = { 7, 7, 0, 0, 8, 8, 8, 9, 9, 9 };
		assertEquals(1, OverlapTable.ofKnown(ArrayImgs.ints(truth, 5, 2), ArrayImgs
			.ints(more, 5, 2)).predictedObjects());
	}
}
