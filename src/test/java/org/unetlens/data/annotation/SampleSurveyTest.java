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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.data.MembraneField;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;

class SampleSurveyTest {

	private static final TargetRule OBJECTS = TargetRule.interiorBorder();

	private static Sample drawn(final String... rows) {
		final int[] labels = String.join("", rows).chars().map(c -> c == '.' ? 0
			: c == '-' ? Sample.IGNORE : c - '0').toArray();
		final int w = rows[0].length();
		return Sample.of("s", ArrayImgs.floats(w, rows.length, 1), ArrayImgs.ints(
			labels, w, rows.length));
	}

	@Test
	void objectsAreMeasured() {
		final ObjectSurvey found = SampleSurvey.of(drawn( //
			"1........", //
			"1.222..5.", //
			"1.22233..", //
			"1.222.3..", //
			"1.....33.", //
			"1..4.....", //
			"........."), OBJECTS).objects();
		assertEquals(5, found.count());
		assertEquals(2, found.touching());
		assertEquals(2, found.specks());
		assertEquals(0, found.broken());
		final double five = 2 * Math.sqrt(5 / Math.PI);
		final double nine = 2 * Math.sqrt(9 / Math.PI);
		assertArrayEquals(new double[] { five, nine }, found.diameters(), 1e-12,
			"1 is cut by the border, 4 and 5 are specks");
		assertArrayEquals(new double[] { 3, 3, 6 }, found.extents());
		assertEquals(nine, found.diameter(0.9), 1e-12);
		assertEquals(3, found.extent(0.5));
	}

	@Test
	void objectsInPiecesAreCounted() {
		assertEquals(1, SampleSurvey.of(drawn( //
			"1111.....", //
			"1111.2222", //
			".....2222", //
			"111......", //
			"111......"), OBJECTS).objects().broken());
		assertEquals(0, SampleSurvey.of(drawn( //
			"1111.....", //
			"1111.1.22", //
			".......22"), OBJECTS).objects().broken(), "a loose pixel");
	}

	@Test
	void membranesEncloseAreasAndClassesHaveAreas() {
		final Sample sample = drawn("11.22", "11.22", ".....", "33.44", "33.44");
		assertEquals(4, SampleSurvey.of(sample, TargetRule.membrane(0)).objects()
			.count());
		final ObjectSurvey classes = SampleSurvey.of(drawn("11.22", "11.22",
			".....", "11.11", "11.11"), TargetRule.semantic(0, 1, 2)).objects();
		assertEquals(4, classes.count());
	}

	@Test
	void classesAreCounted() {
		assertArrayEquals(new long[] { 6, 2, 4 }, SampleSurvey.of(drawn("1122.",
			"-.2.2", "-...-"), TargetRule.semantic(0, 1, 2)).classPixels());
		assertEquals(12, SampleSurvey.of(drawn("1122.", "-.2.2", "-...-"),
			TargetRule.semantic(0, 1, 2)).knownPixels());
	}

	private static SampleSurvey of(final int channels, final float... values) {
		final int n = values.length / channels;
		return SampleSurvey.of(Sample.of("s", ArrayImgs.floats(values, n, 1,
			channels), ArrayImgs.ints(n, 1)), OBJECTS);
	}

	@Test
	void intensitiesAreLookedAt() {
		assertEquals(0.5, of(1, 255, 3, 255, 4).saturated());
		assertEquals(0.25, of(2, 255, 3, 2, 4, 1, 2, 3, 4).saturated());
		assertEquals(0, of(1, 254, 3, 254, 4).saturated());
		assertEquals(List.of(2), of(2, 1, 2, 3, 3).constantChannels());
		assertEquals(0, of(1, 255, 255).saturated(), "constant, not overexposed");
		assertFalse(of(1, 1, Float.NaN).finite());
		assertFalse(of(1, 1, Float.NEGATIVE_INFINITY).finite());
		assertTrue(of(1, 1, 2).finite());
	}

	private static Sample nuclei(final int seed) {
		return NucleiField.default2d().withSize(130, 130).withCount(9).withSeed(
			seed).generate().sample("n" + seed);
	}

	@Test
	void labelsFitTheirOwnImage() {
		for (final SampleSurvey own : List.of(SampleSurvey.of(nuclei(1), OBJECTS),
			SampleSurvey.of(MembraneField.default2d().withSize(131, 120).generate()
				.sample("m"), TargetRule.membrane(0))))
		{
			assertTrue(own.fit().share() > 0.1, own.fit().toString());
			assertTrue(own.fit().share() > 5 * own.fit().byChance(), own.fit()
				.toString());
			assertFalse(own.fit().isBad());
		}
	}

	@Test
	void labelsOfAnotherImageFitByChanceOnly() {
		final SampleSurvey other = SampleSurvey.of(nuclei(1).withLabels(nuclei(5)
			.labels()), OBJECTS);
		assertTrue(other.fit().isBad(), other.fit().toString());
		assertEquals(Optional.empty(), other.fit().better());
	}

	@Test
	void turnedLabelsAreRecognised() {
		for (final Orientation o : Orientation.values()) {
			final Sample turned = SampleChange.of(new Fix.Reorient(List.of("n1"), o))
				.apply(List.of(nuclei(1))).get(0);
			assertEquals(Optional.of(o), SampleSurvey.of(turned, OBJECTS).fit()
				.better());
		}
	}

	@Test
	void specksAndPiecesAreMended() {
		final Sample sample = drawn("11..2", "11...", "..1..", ".11..");
		assertArrayEquals(drawn("11..-", "11...", "..1..", ".11..").labelArray(),
			SampleChange.of(new Fix.RemoveSpecks(1)).apply(List.of(sample)).get(0)
				.labelArray());
		assertArrayEquals(drawn("11..2", "11...", "..3..", ".33..").labelArray(),
			SampleChange.of(new Fix.SplitPieces()).apply(List.of(sample)).get(0)
				.labelArray());
	}
}
