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

package org.unetlens.data.annotation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.data.BorderWeight;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.TargetPreview.Entry;

class TargetPreviewTest {

	private static final List<String> NAMES = List.of("background", "interior",
		"border");

	/** 11 x 7 px, black image, an object of 5 x 5 px, the last row unknown. */
	private static Sample sample(final float... values) {
		final int[] labels = new int[77];
		for (int i = 0; i < 77; i++)
			labels[i] = i >= 66 ? Sample.IGNORE : i % 11 >= 1 && i % 11 <= 5 && i /
				11 >= 1 && i / 11 <= 5 ? 1 : 0;
		return Sample.of("s", ArrayImgs.floats(values.length == 0 ? new float[77]
			: values, 11, 7, 1), ArrayImgs.ints(labels, 11, 7));
	}

	@Test
	void coloursAreThoseOfTheClassesThatTrainingSees() {
		final TargetRule rule = TargetRule.interiorBorder();
		final TargetPreview preview = TargetPreview.of(sample(), rule, NAMES);
		final byte[] classes = rule.apply(sample()).classes();
		// NB: Half of the colour on black.
		final int[] colors = { 0x000000, 0x2B5A75, 0x6B2F00 };
		for (int i = 0; i < 66; i++)
			assertEquals(colors[classes[i]], preview.classes()[i], "at " + i);
		assertEquals(colors[1], preview.classes()[3 * 11 + 3]);
		assertEquals(colors[2], preview.classes()[1 * 11 + 1]);
		assertArrayEquals(rule.apply(sample()).weights(), preview.weights());
		final int unknown = TargetPreview.UNKNOWN;
		assertArrayEquals(new int[] { 0, unknown, unknown, 0, 0, 0, 0, 0, unknown,
			unknown, 0 }, java.util.Arrays.copyOfRange(preview.classes(), 66, 77));
	}

	@Test
	void theLegendNamesClassesAndShares() {
		final List<Entry> legend = TargetPreview.of(sample(), TargetRule
			.interiorBorder(), NAMES).legend();
		assertEquals(List.of("background", "interior", "border", "not annotated"),
			legend.stream().map(Entry::name).toList());
		assertEquals(41 / 77.0, legend.get(0).share(), 1e-12);
		assertEquals(25 / 77.0, legend.get(1).share() + legend.get(2).share(),
			1e-12);
		assertEquals(11 / 77.0, legend.get(3).share(), 1e-12);
		assertEquals(List.of(false, true, true, true), legend.stream().map(
			Entry::tinted).toList());
	}

	@Test
	void withoutBackgroundEveryClassHasAColour() {
		final Sample sample = Sample.of("s", ArrayImgs.floats(2, 1, 1), ArrayImgs
			.ints(new int[] { 1, 2 }, 2, 1));
		assertArrayEquals(new int[] { 0x2B5A75, 0x6B2F00 }, TargetPreview.of(sample,
			TargetRule.semantic(1, 2), List.of("cell", "medium")).classes());
	}

	@Test
	void theImageIsSeenWhereNothingIsTinted() {
		final float[] ramp = new float[77];
		for (int i = 0; i < 77; i++)
			ramp[i] = i % 11 == 10 ? 300 : 100;
		final int[] classes = TargetPreview.of(sample(ramp), TargetRule
			.interiorBorder(), NAMES).classes();
		assertEquals(0, classes[0]);
		assertEquals(0xD7D7D7, classes[10]);
	}

	@Test
	void theScaleOfWeightsHoldsAllThatARuleMakes() {
		final TargetRule rule = TargetRule.interiorBorder().withClassWeights(1, 2,
			3);
		assertEquals(13, TargetPreview.largestWeight(rule));
		assertEquals(153, TargetPreview.largestWeight(rule.withBorderWeight(
			BorderWeight.PLUGIN_2019)));
		assertEquals(6, TargetPreview.largestWeight(rule.withBorderWeight(
			BorderWeight.NONE)));
	}
}
