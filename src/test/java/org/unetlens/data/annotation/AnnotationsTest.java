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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.Test;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Finding.Severity;
import org.unetlens.tensor.PixelSize;

class AnnotationsTest {

	private static final PixelSize SIZE = new PixelSize(0.5, 0.5, "micron");

	/** 5 x 3 px with objects 1 and 2. */
	private static final int[] LABELS = { 1, 1, 0, 0, 0, 1, 1, 0, 2, 2, 0, 0, 0,
		2, 2 };

	private static LabelledImage image(final String name, final int... labels) {
		return new LabelledImage(name, ArrayImgs.floats(5, 3, 1), ArrayImgs.ints(
			labels, 5, 3, 1), SIZE);
	}

	private static Annotations read(final LabelledImage... images) {
		return Annotations.of(List.of(images), AnnotationSettings.defaults());
	}

	private static LabelledImage stack(final String name) {
		final int[] labels = new int[45];
		System.arraycopy(LABELS, 0, labels, 15, 15);
		final Img<IntType> pixels = ArrayImgs.ints(labels, 5, 3, 1, 3);
		return new LabelledImage(name, ArrayImgs.floats(5, 3, 2, 3), pixels, SIZE);
	}

	private static List<String> names(final Annotations annotations) {
		return annotations.samples().stream().map(Sample::name).toList();
	}

	@Test
	void labelledImagesBecomeSamples() {
		final Annotations read = read(image("a", LABELS), image("b", LABELS));
		assertEquals(List.of("a", "b"), names(read));
		assertArrayEquals(LABELS, read.samples().get(1).labelArray());
		assertEquals(SIZE, read.samples().get(0).pixelSize());
		assertEquals(TargetRule.interiorBorder(), read.rule());
		assertEquals(List.of("background", "interior", "border"), read.classes());
		assertEquals(List.of(Finding.note(
			"The label images hold 0, 1 and 2: each number is read as one object, 0 being background.")),
			read.findings());
	}

	@Test
	void anEmptyLabelImageIsBackgroundAndSaid() {
		final Annotations read = read(image("a", LABELS), image("b", new int[15]));
		assertEquals(List.of("a", "b"), names(read));
		final Finding finding = read.findings().get(1);
		assertEquals(
			"1 of 2 label images is empty (b) and read as background. Leave out what is not annotated yet.",
			finding.sentence());
		assertEquals(List.of("a"), names(read.with(finding.fix().get())));
	}

	@Test
	void anEmptyImageOfMembranesIsLeftOut() {
		final Annotations read = Annotations.of(List.of(image("a", LABELS), image(
			"b", new int[15])), AnnotationSettings.defaults().withKind(
				LabelKind.REGIONS));
		assertEquals(List.of("a"), names(read));
		assertEquals(Finding.warning(
			"1 of 2 label images is empty (b) and left out, for there is no background beside membranes."),
			read.findings().get(1));
	}

	@Test
	void emptyPlanesOfAStackAreLeftOutUnlessAskedFor() {
		final Annotations read = read(stack("s"));
		assertEquals(List.of("s:2"), names(read));
		assertEquals("s", read.samples().get(0).group());
		assertEquals(2, read.samples().get(0).channels());
		assertArrayEquals(LABELS, read.samples().get(0).labelArray());
		assertEquals(
			"2 of 3 planes in stacks hold no label and are left out. If nothing is to be found in them, say that empty planes are annotated.",
			read.findings().get(1).sentence());
		final Annotations all = Annotations.of(List.of(stack("s")),
			AnnotationSettings.defaults().withEmptyPlanes(true));
		assertEquals(List.of("s:1", "s:2", "s:3"), names(all));
	}

	@Test
	void theUserMaySayWhatLabelsAre() {
		final Annotations read = Annotations.of(List.of(image("a", LABELS)),
			AnnotationSettings.defaults().withKind(LabelKind.CLASSES));
		assertEquals(TargetRule.semantic(0, 1, 2), read.rule());
		assertEquals(List.of("background", "class 1", "class 2"), read.classes());
	}

	@Test
	void doubtIsAWarning() {
		final int[] noZero = LABELS.clone();
		for (int i = 0; i < 15; i++)
			noZero[i] = LABELS[i] == 0 ? 1 : 2;
		final List<Finding> findings = read(image("a", noZero)).findings();
		assertEquals(Severity.WARNING, findings.get(findings.size() - 1)
			.severity());
	}

	@Test
	void sizesThatDifferAreRefused() {
		assertEquals(
			"a: the image has 5 x 3 pixels, its label image 5 x 4; they must be of the same size. Check that they belong together and that none was cropped or scaled",
			assertThrows(IllegalArgumentException.class, () -> new LabelledImage("a",
				ArrayImgs.floats(5, 3, 1), ArrayImgs.ints(5, 4, 1), SIZE))
				.getMessage());
		assertEquals(
			"a: the image has 2 planes, its label image 1; each plane needs its labels",
			assertThrows(IllegalArgumentException.class, () -> new LabelledImage("a",
				ArrayImgs.floats(5, 3, 1, 2), ArrayImgs.ints(5, 3, 1), SIZE))
				.getMessage());
	}

	@Test
	void fixesChangeSamples() {
		final Annotations read = read(image("a", LABELS));
		final Sample half = read.with(new Fix.CommonPixelSize(new PixelSize(0.25,
			0.5, "micron"))).samples().get(0);
		assertEquals("a (10 x 3, 1 channels)", half.toString());
		assertEquals("a (10 x 6, 1 channels)", read.with(new Fix.Rescale(2))
			.samples().get(0).toString());
		final List<Sample> parts = read.with(new Fix.Cut(2, 1)).samples();
		assertEquals("a (2 x 3, 1 channels)", parts.get(0).toString());
		assertArrayEquals(new int[] { 0, 0, 0, 0, 2, 2, 0, 2, 2 }, parts.get(1)
			.labelArray());
		assertEquals(2, parts.stream().map(Sample::group).distinct().count());
		assertEquals(TargetRule.interiorBorder().withClassWeights(1, 2, 3), read
			.with(new Fix.ClassWeights(List.of(1f, 2f, 3f))).rule());
		assertEquals(read, read.with(new Fix.Depth(3)));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> read.with(
			new Fix.CommonPixelSize(PixelSize.UNCALIBRATED))).getMessage().contains(
				"micron"));
	}

	@Test
	void labelsAreTurned() {
		final Annotations read = read(image("a", LABELS), image("b", LABELS));
		final Annotations turned = read.with(new Fix.Reorient(List.of("b"),
			Orientation.FLIPPED_VERTICALLY));
		assertArrayEquals(LABELS, turned.samples().get(0).labelArray());
		assertArrayEquals(new int[] { 0, 0, 0, 2, 2, 1, 1, 0, 2, 2, 1, 1, 0, 0, 0 },
			turned.samples().get(1).labelArray());
		assertArrayEquals(new int[] { 0, 0, 0, 1, 1, 2, 2, 0, 1, 1, 2, 2, 0, 0, 0 },
			read.with(new Fix.Reorient(List.of("a"),
				Orientation.FLIPPED_HORIZONTALLY)).samples().get(0).labelArray());
		assertEquals(2, Orientation.TRANSPOSED.source(0, 2, 3, 3));
		assertEquals(14 - 7, Orientation.TURNED_BY_HALF.source(2, 1, 5, 3));
	}

	@Test
	void settingsAreValues() {
		assertEquals(Optional.empty(), AnnotationSettings.defaults().kind());
		assertEquals(AnnotationSettings.Unoutlined.UNKNOWN, AnnotationSettings
			.defaults().withUnoutlined(AnnotationSettings.Unoutlined.UNKNOWN)
			.unoutlined());
	}
}
