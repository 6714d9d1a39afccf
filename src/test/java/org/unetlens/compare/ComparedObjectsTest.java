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

package org.unetlens.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.util.ImgUtil;

import org.junit.jupiter.api.Test;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.label.ObjectRule;
import org.unetlens.label.ObjectRule.Kind;
import org.unetlens.label.Pictures;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNetSpec;

class ComparedObjectsTest {

	private static final String[] BACKGROUND = { "...9999", "4..9999",
		"9999..." };
	private static final String[] FIRST = { "8..1111", "6..1111", "1111..." };

	@Test
	void allObjectsAreThoseOfTheModelsRule() {
		final ClassPlanes planes = planes(BACKGROUND, FIRST);
		final ComparedObjects objects = ComparedObjects.of(model(Kind.FOREGROUND,
			3), 0);
		assertArrayEquals(new String[] { "111....", "111....", "....222" }, Pictures
			.show(objects.labels(planes)));
		assertEquals(0.6f, objects.foreground(planes).getAt(0, 1).get(), 1e-6f);
		assertEquals(1, objects.logit());
		assertTrue(objects.note().orElseThrow().contains("all foreground classes"));
	}

	@Test
	void oneClassIsConnectedAreasOfItsProbability() {
		final ClassPlanes planes = planes(BACKGROUND, FIRST);
		final ComparedObjects first = ComparedObjects.of(model(Kind.FOREGROUND, 3),
			1);
		assertArrayEquals(new String[] { "1......", "1......", "......." }, Pictures
			.show(first.labels(planes)));
		assertEquals(0.8f, first.foreground(planes).getAt(0, 0).get());
		final ComparedObjects second = ComparedObjects.of(model(Kind.FOREGROUND, 3),
			2);
		// NB: The last class is what the others leave.
		assertArrayEquals(new String[] { ".11....", ".11....", "....222" }, Pictures
			.show(second.labels(planes)));
		assertEquals(1f, second.foreground(planes).getAt(1, 0).get());
		assertEquals(2, second.logit());
		assertTrue(second.note().orElseThrow().contains("of the class class 2:"));
	}

	@Test
	void membranesAreForegroundAndWhatTheyEncloseObjects() {
		final ClassPlanes planes = planes(new String[] { "999.999", "999.999" },
			new String[] { "111a111", "111a111" });
		final ComparedObjects objects = ComparedObjects.of(model(Kind.ENCLOSED, 2),
			0);
		assertArrayEquals(new String[] { "111.222", "111.222" }, Pictures.show(
			objects.labels(planes)));
		assertEquals(1f, objects.foreground(planes).getAt(3, 1).get());
		assertTrue(objects.note().isEmpty());
		assertEquals(1, objects.logit());
	}

	@Test
	void aMaskHoldsItsConnectedAreas() {
		assertArrayEquals(new String[] { "11.2", "1..2", "..3." }, Pictures.show(
			ComparedObjects.of(model(Kind.INTERIOR_BORDER, 3), 0).truth(Pictures
				.labels("77.7", "7..7", "..7."))));
		final ComparedObjects regions = ComparedObjects.of(model(Kind.ENCLOSED, 2),
			0);
		assertArrayEquals(new String[] { "1.22", "1.22", "..22" }, Pictures.show(
			regions.truth(Pictures.labels("9.99", "9.99", "..99"))));
		// NB: Regions with numbers of their own may meet without a membrane.
		final RandomAccessibleInterval<IntType> numbered = Pictures.labels("1122",
			"1132");
		assertSame(numbered, regions.truth(numbered));
	}

	@Test
	void aTruthOfClassesHoldsTheAreasOfOne() {
		final RandomAccessibleInterval<IntType> truth = Pictures.labels("1102",
			"1002", "0011");
		final ModelBundle model = model(Kind.FOREGROUND, 3);
		// NB: Two values of two classes are classes, three are objects.
		assertArrayEquals(new String[] { "11.2", "1..2", "..22" }, Pictures.show(
			ComparedObjects.of(model, 0).truth(truth)));
		final RandomAccessibleInterval<IntType> three = Pictures.labels("123");
		assertSame(three, ComparedObjects.of(model, 0).truth(three));
		assertArrayEquals(new String[] { "11..", "1...", "..22" }, Pictures.show(
			ComparedObjects.of(model, 1).truth(truth)));
		final RandomAccessibleInterval<IntType> grey = ArrayImgs.ints(new int[] {
			127, 0, 255, 255 }, 2, 2);
		assertArrayEquals(new String[] { "..", "11" }, Pictures.show(ComparedObjects
			.of(model, 2).truth(grey)));
		assertTrue(message(() -> ComparedObjects.of(model, 1).truth(Pictures.labels(
			"12345"))).contains("5 different labels up to 5"));
	}

	@Test
	void aClassThatCannotBeComparedIsToldWithTheClasses() {
		assertEquals(
			"Class 3 is to be compared, but the model test has the classes 0 background, 1 class 1, 2 class 2; choose one of 1 to 2, or 0 for all objects",
			message(() -> ComparedObjects.of(model(Kind.FOREGROUND, 3), 3)));
		assertTrue(message(() -> ComparedObjects.of(model(Kind.INTERIOR_BORDER, 3),
			1)).contains("make one kind of objects together; choose 0"));
	}

	private static String message(
		final org.junit.jupiter.api.function.Executable e)
	{
		return assertThrows(IllegalArgumentException.class, e).getMessage();
	}

	/** Three classes, tenths of the first two. */
	private static ClassPlanes planes(final String[] first,
		final String[] second)
	{
		final var tenths = Pictures.tenths(first, second);
		final var planar = PlanarImgs.floats(tenths.dimension(0), tenths.dimension(
			1), 2);
		ImgUtil.copy(tenths, planar);
		return new ClassPlanes(planar, 3);
	}

	private static ModelBundle model(final Kind kind, final int classes) {
		final ModelBundle nuclei = Models.read("nuclei").model();
		final UNetSpec spec = UNetSpec.default2d(1, classes).withDepth(1)
			.withBaseWidth(2);
		final List<String> names = IntStream.range(0, classes).mapToObj(i -> i == 0
			? "background" : "class " + i).toList();
		return new ModelBundle(ComparisonSamples.card("test"), spec, InitialWeights
			.he(spec), nuclei.normalization(), nuclei.pixelSize(), names, ObjectRule
				.of(kind).withMinSize(0));
	}
}
