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

package org.unetlens.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.AnnotationSettings.Unoutlined;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.LabelKind;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;

class AnnotatedImagesTest {

	private static final AnnotationSettings DEFAULTS = AnnotationSettings
		.defaults();

	private static Roi named(final Roi roi, final String name) {
		roi.setName(name);
		return roi;
	}

	private static Roi box(final String name, final int x, final int y,
		final int w, final int h)
	{
		return named(new Roi(x, y, w, h), name);
	}

	private static ImagePlus image(final Roi... rois) {
		final ImagePlus image = IJ.createImage("cells", "16-bit ramp", 8, 5, 1);
		final Overlay overlay = new Overlay();
		for (final Roi roi : rois)
			overlay.add(roi);
		image.setOverlay(overlay);
		return image;
	}

	private static Annotations read(final AnnotationSettings settings,
		final Roi... rois)
	{
		return AnnotatedImages.ofOutlines(List.of(image(rois)), settings);
	}

	/** Digits are labels, '-' is not annotated. */
	private static void assertLabels(final Sample sample, final String... rows) {
		final StringBuilder found = new StringBuilder();
		for (final int label : sample.labelArray())
			found.append(label < 0 ? "-" : "" + label);
		assertEquals(String.join("", rows), found.toString());
	}

	private static List<String> sentences(final Annotations annotations) {
		return annotations.findings().stream().map(Finding::sentence).toList();
	}

	@Test
	void outlinesAreObjectsAndTheSmallerOneIsOnTop() {
		final Annotations read = read(DEFAULTS, box(null, 0, 0, 3, 2), box("", 2, 1,
			4, 3), box("0003-0001", 6, 4, 9, 9));
		assertLabels(read.samples().get(0), //
			"11100000", //
			"11122200", //
			"00222200", //
			"00222200", //
			"00000033");
		assertEquals(TargetRule.interiorBorder(), read.rule());
		assertEquals(List.of(
			"3 outlines in 1 plane: each is read as one object. Where outlines overlap, pixels belong to the smaller one."),
			sentences(read));
		assertEquals("cells (8 x 5, 1 channels)", read.samples().get(0).toString());
	}

	@Test
	void shapesAreFilledAsImageJFillsThem() {
		final Roi oval = new OvalRoi(0, 0, 5, 5);
		final Roi ring = new ShapeRoi(new Roi(0, 0, 5, 5)).not(new ShapeRoi(new Roi(
			1, 1, 3, 3)));
		final Roi triangle = new PolygonRoi(new float[] { 0, 5, 0 }, new float[] {
			0, 0, 5 }, Roi.POLYGON);
		for (final Roi roi : List.of(oval, ring, triangle)) {
			final ImagePlus filled = IJ.createImage("", "8-bit black", 8, 5, 1);
			filled.getProcessor().setValue(1);
			filled.getProcessor().fill(roi);
			final byte[] pixels = (byte[]) filled.getProcessor().getPixels();
			final int[] labels = read(DEFAULTS, roi).samples().get(0).labelArray();
			for (int i = 0; i < labels.length; i++)
				assertEquals(pixels[i], labels[i], roi + " at " + i);
		}
	}

	@Test
	void piecesOfOneInstanceAreOneObject() {
		assertLabels(read(DEFAULTS, box("cell#a", 0, 0, 1, 1), box("cell", 2, 0, 1,
			1), box("Cell#a-1", 4, 0, 1, 1), box("cell#b", 6, 0, 1, 1)).samples().get(
				0), //
			"10201030", "00000000", "00000000", "00000000", "00000000");
	}

	@Test
	void ignoredAreasAreNotAnnotated() {
		assertLabels(read(DEFAULTS, box("ignore", 0, 0, 8, 2), box(null, 1, 0, 3,
			3)).samples().get(0), //
			"-111----", //
			"-111----", //
			"01110000", //
			"00000000", //
			"00000000");
	}

	@Test
	void severalNamesAreClasses() {
		final Annotations read = read(DEFAULTS, box("nucleus", 1, 1, 2, 2), box(
			"cell", 0, 0, 4, 4), box("cell-1", 5, 0, 3, 2));
		assertLabels(read.samples().get(0), //
			"11110111", //
			"12210111", //
			"12210000", //
			"11110000", //
			"00000000");
		assertEquals(TargetRule.semantic(0, 1, 2), read.rule());
		assertEquals(List.of("background", "cell", "nucleus"), read.classes());
		assertEquals(
			"3 outlines in 1 plane: their names are read as classes (cell, nucleus). Where outlines overlap, pixels belong to the smaller one. Touching objects of one class are not separated.",
			sentences(read).get(0));
	}

	@Test
	void theUserMayWantObjectsOrClasses() {
		final Roi[] rois = { box("a", 0, 0, 2, 2), box("b", 4, 0, 2, 2) };
		final Annotations objects = read(DEFAULTS.withKind(LabelKind.OBJECTS),
			rois);
		assertEquals(TargetRule.interiorBorder(), objects.rule());
		assertEquals(2, objects.samples().get(0).labelArray()[4]);
		final Annotations oneClass = read(DEFAULTS.withKind(LabelKind.CLASSES), box(
			"a", 0, 0, 2, 2), box("a", 4, 0, 2, 2));
		assertEquals(TargetRule.semantic(0, 1), oneClass.rule());
		assertEquals(1, oneClass.samples().get(0).labelArray()[4]);
	}

	@Test
	void sparseOutlinesLeaveTheRestUnknown() {
		final Annotations read = read(DEFAULTS.withUnoutlined(Unoutlined.UNKNOWN),
			box("cell", 1, 1, 2, 2), box("background", 5, 3, 3, 2));
		assertLabels(read.samples().get(0), //
			"0000----", //
			"0110----", //
			"0110----", //
			"0000-000", //
			"-----000");
		assertEquals(
			"Pixels outside of all outlines are unknown and left out; background is what outlines named background enclose, and one pixel around each object.",
			sentences(read).get(1));
		assertEquals(Finding.Severity.WARNING, read(DEFAULTS.withUnoutlined(
			Unoutlined.UNKNOWN), box("cell", 1, 1, 2, 2)).findings().get(1)
			.severity());
	}

	@Test
	void sparseClassesWithoutBackgroundHaveNoSuchClass() {
		final Annotations read = read(DEFAULTS.withUnoutlined(Unoutlined.UNKNOWN),
			box("cell", 0, 0, 2, 2), box("medium", 4, 0, 2, 2));
		assertEquals(TargetRule.semantic(1, 2), read.rule());
		assertEquals(List.of("cell", "medium"), read.classes());
		assertLabels(read.samples().get(0), "11--22--", "11--22--", "--------",
			"--------", "--------");
	}

	@Test
	void outlinesBelongToThePlaneOfTheirPosition() {
		final ImagePlus stack = IJ.createHyperStack("stack", 8, 5, 2, 3, 2, 8);
		final Roi byIndex = box(null, 0, 0, 1, 1);
		byIndex.setPosition(stack.getStackIndex(2, 3, 1));
		final Roi byPlace = box(null, 1, 0, 1, 1);
		byPlace.setPosition(0, 2, 2);
		final Roi allSlices = box(null, 2, 0, 1, 1);
		allSlices.setPosition(0, 0, 2);
		final Roi byName = box("0003-0000-0003", 3, 0, 1, 1);
		final Roi nowhere = box("lost", 4, 0, 1, 1);
		stack.setPosition(1, 1, 1);
		final Annotations read = AnnotatedImages.ofOutlines(stack, List.of(byIndex,
			byPlace, allSlices, byName, nowhere), DEFAULTS.withKind(
				LabelKind.OBJECTS));
		assertEquals(List.of("stack:1", "stack:2", "stack:3", "stack:4", "stack:5",
			"stack:6"), read.samples().stream().map(Sample::name).toList());
		final String[] firstRows = { "00001000", "00010000", "10000000", "00100000",
			"01200000", "00100000" };
		for (int p = 0; p < 6; p++)
			assertLabels(read.samples().get(p), firstRows[p], "00000000", "00000000",
				"00000000", "00000000");
		assertTrue(sentences(read).contains(
			"1 outline belongs to no plane of the stack and counts for the plane shown: lost (stack). Set the position in the ROI Manager with Properties..."),
			sentences(read).toString());
		assertEquals("stack", read.samples().get(4).group());
		assertEquals(2, read.samples().get(4).channels());
	}

	@Test
	void planesWithoutOutlinesAreLeftOut() {
		final ImagePlus stack = IJ.createImage("s", "8-bit ramp", 8, 5, 4);
		final Roi roi = box(null, 0, 0, 2, 2);
		roi.setPosition(3);
		final Annotations read = AnnotatedImages.ofOutlines(stack, List.of(roi),
			DEFAULTS);
		assertEquals(List.of("s:3"), read.samples().stream().map(Sample::name)
			.toList());
		assertEquals("3 of 4 planes in stacks have no outlines and are left out.",
			sentences(read).get(1));
		final Annotations two = AnnotatedImages.ofOutlines(List.of(image(), image(
			box(null, 0, 0, 2, 2))), DEFAULTS);
		assertEquals(1, two.samples().size());
		assertEquals("1 of 2 images have no outlines and are left out: cells.",
			sentences(two).get(1));
	}

	@Test
	void whatHasNoAreaIsLeftOutAndNamed() {
		final Annotations read = read(DEFAULTS, box("near", 0, 0, 2, 2), named(
			new PointRoi(3, 3), "seed"), new Line(0, 0, 3, 3), new TextRoi(1, 1,
				"scale"), box("near-1", 20, 20, 3, 3));
		assertLabels(read.samples().get(0), "11000000", "11000000", "00000000",
			"00000000", "00000000");
		assertEquals(List.of(
			"2 points or lines are left out, for objects need areas: seed (cells), straight line (cells).",
			"1 outline has no pixel left, being outside the image or under smaller ones: near-1 (cells)."),
			sentences(read).subList(sentences(read).size() - 2, sentences(read)
				.size()));
		assertEquals(
			"seed (cells): this is a point or line, but objects need areas. Outline them with the freehand, polygon or oval tool",
			assertThrows(IllegalArgumentException.class, () -> read(DEFAULTS, named(
				new PointRoi(3, 3), "seed"))).getMessage());
	}

	@Test
	void withoutOutlinesTheWayToDrawThemIsTold() {
		assertEquals(
			"There are no outlines of objects on cells. Draw around each object and press T (ROI Manager) or B (overlay), then try again",
			assertThrows(IllegalArgumentException.class, () -> read(DEFAULTS))
				.getMessage());
	}

	@Test
	void labelImagesMayBeOpen() {
		final ImagePlus image = IJ.createImage("a", "RGB ramp", 8, 5, 1);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("micron");
		final ImagePlus labels = IJ.createImage("b", "32-bit black", 8, 5, 1);
		labels.getProcessor().setValue(1);
		labels.getProcessor().fill(new Roi(1, 1, 2, 2));
		labels.getProcessor().setValue(2);
		labels.getProcessor().fill(new Roi(5, 1, 2, 2));
		final Annotations read = AnnotatedImages.ofLabels(List.of(image), List.of(
			labels), DEFAULTS);
		final Sample sample = read.samples().get(0);
		assertLabels(sample, "00000000", "01100220", "01100220", "00000000",
			"00000000");
		assertEquals(1, sample.channels(), "grey picture in colour");
		assertEquals(0.5, sample.pixelSize().x());
		assertThrows(IllegalArgumentException.class, () -> AnnotatedImages.ofLabels(
			List.of(image), List.of(), DEFAULTS));
	}

	@Test
	void slicesAndFramesAreBothPlanes() {
		final ImagePlus image = IJ.createHyperStack("a", 8, 5, 1, 2, 3, 8);
		final ImagePlus labels = IJ.createHyperStack("b", 8, 5, 1, 2, 3, 8);
		labels.getStack().getProcessor(4).set(3, 2, 7);
		image.getStack().getProcessor(4).set(1, 0, 9);
		final Annotations read = AnnotatedImages.ofLabels(List.of(image), List.of(
			labels), DEFAULTS.withKind(LabelKind.OBJECTS));
		assertEquals("a:4", read.samples().get(0).name());
		assertEquals(7, read.samples().get(0).labelArray()[2 * 8 + 3]);
		assertEquals(9, read.samples().get(0).channelArray(0)[1]);
		final ImagePlus turned = IJ.createHyperStack("b", 8, 5, 1, 3, 2, 8);
		assertTrue(assertThrows(IllegalArgumentException.class,
			() -> AnnotatedImages.ofLabels(List.of(image), List.of(turned), DEFAULTS))
			.getMessage().startsWith(
				"a: the image has 2 slices and 3 frames, its label image 3 slices and 2 frames"));
	}

	@Test
	void framesOfTheImageMayBeSlicesOfTheLabels() {
		final ImagePlus image = IJ.createHyperStack("a", 8, 5, 2, 1, 3, 8);
		final ImagePlus labels = IJ.createHyperStack("b", 8, 5, 1, 3, 1, 8);
		labels.getStack().getProcessor(2).set(3, 2, 7);
		image.getStack().getProcessor(4).set(1, 0, 9);
		final Sample sample = AnnotatedImages.ofLabels(List.of(image), List.of(
			labels), DEFAULTS.withKind(LabelKind.OBJECTS)).samples().get(0);
		assertEquals("a:2", sample.name());
		assertEquals(9, sample.channelArray(1)[1]);
	}

	@Test
	void manyOutlinesAreOneObjectEach() {
		final ImagePlus image = IJ.createImage("big", "8-bit black", 2048, 2048, 1);
		final Roi[] rois = new Roi[500];
		for (int i = 0; i < rois.length; i++)
			rois[i] = new OvalRoi(20 + i % 25 * 80, 20 + i / 25 * 100, 60, 70);
		final int[] labels = AnnotatedImages.ofOutlines(image, List.of(rois),
			DEFAULTS).samples().get(0).labelArray();
		final int[] centres = new int[500];
		for (int i = 0; i < 500; i++)
			centres[i] = labels[(55 + i / 25 * 100) * 2048 + 50 + i % 25 * 80] - i;
		final int[] ones = new int[500];
		java.util.Arrays.fill(ones, 1);
		assertArrayEquals(ones, centres);
	}
}
