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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import javax.imageio.ImageIO;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.data.MembraneField;
import org.unetlens.data.NucleiField;
import org.unetlens.data.TargetRule;
import org.unetlens.tensor.PixelSize;

class LabelConventionTest {

	private static final int RED = 0xff0000;
	private static final int GREEN = 0x00ff00;

	private static LabelledImage labelled(
		final RandomAccessibleInterval<? extends RealType<?>> labels)
	{
		return new LabelledImage("cells", labels, labels, PixelSize.UNCALIBRATED);
	}

	/** Digits and letters are values by {@code value}; one row per string. */
	private static LabelledImage drawn(final IntUnaryOperator value,
		final String... rows)
	{
		final int[] keys = String.join("", rows).chars().map(value).toArray();
		return grey(keys, rows[0].length());
	}

	private static LabelledImage grey(final int[] keys, final int width) {
		return labelled(Views.addDimension(ArrayImgs.ints(keys, width, keys.length /
			width), 0, 0));
	}

	private static LabelledImage colored(final int[] rgb, final int width) {
		final int n = rgb.length;
		final byte[] bytes = new byte[3 * n];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				bytes[c * n + i] = (byte) (rgb[i] >> 16 - 8 * c);
		return labelled(ArrayImgs.unsignedBytes(bytes, width, n / width, 3));
	}

	private static int[] nuclei(final int seed) {
		return array(NucleiField.default2d().withSize(97, 83).withTouching(0)
			.withCount(18).withRadius(6).withSeed(seed).generate().labels());
	}

	private static int[] array(final Img<IntType> labels) {
		final int[] array = new int[(int) labels.size()];
		int i = 0;
		for (final IntType label : Views.flatIterable(labels))
			array[i++] = label.get();
		return array;
	}

	private static int[] map(final int[] keys, final IntUnaryOperator to) {
		return Arrays.stream(keys).map(to).toArray();
	}

	private static LabelConvention find(final LabelledImage... pictures) {
		return LabelConvention.find(List.of(pictures), Optional.empty());
	}

	private static int[] read(final LabelConvention convention,
		final LabelledImage picture)
	{
		return array(convention.apply("cells", picture.labels()));
	}

	private static void assertRefused(final String sentence,
		final LabelledImage... pictures)
	{
		assertEquals(sentence, assertThrows(IllegalArgumentException.class,
			() -> find(pictures)).getMessage());
	}

	@Test
	void numbersInOnePieceAreObjects() {
		final LabelledImage picture = grey(nuclei(3), 97);
		final LabelConvention found = find(picture, grey(nuclei(4), 97));
		assertEquals(LabelKind.OBJECTS, found.kind());
		assertTrue(found.certain());
		final int last = Math.max(Arrays.stream(nuclei(3)).max().getAsInt(), Arrays
			.stream(nuclei(4)).max().getAsInt());
		assertEquals(List.of("The label images hold 0, 1, 2 ... " + last +
			": each number is read as one object, 0 being background."), found
				.sentences());
		assertArrayEquals(nuclei(3), read(found, picture));
		assertEquals(TargetRule.interiorBorder(), found.rule());
	}

	@Test
	void twoValuesAreAMaskWhoseAreasAreObjects() {
		final LabelledImage picture = drawn(c -> c == '#' ? 255 : 0, //
			"##.......", //
			"##....##.", //
			"......##.", //
			"....##...", //
			"....##...", //
			".........");
		final LabelConvention found = find(picture);
		assertEquals(LabelKind.MASK, found.kind());
		assertEquals(List.of(
			"This mask holds 0 and 255: read as background and object.",
			"Objects that touch cannot be told apart in masks: each connected area counts as one object."),
			found.sentences());
		assertArrayEquals(map(read(drawnNumbers(), "unused"), v -> v), read(found,
			picture));
	}

	private static LabelledImage drawnNumbers() {
		return drawn(c -> c == '.' ? 0 : c - '0', //
			"11.......", //
			"11....22.", //
			"......22.", //
			"....33...", //
			"....33...", //
			".........");
	}

	private static int[] read(final LabelledImage picture, final String any) {
		return new LabelPicture(any, picture.labels()).keys(0, false);
	}

	@Test
	void masksOfOneAndOf255MeanTheSame() {
		final LabelledImage ones = grey(map(nuclei(3), v -> v > 0 ? 1 : 0), 97);
		final LabelledImage white = grey(map(nuclei(4), v -> v > 0 ? 255 : 0), 97);
		final LabelConvention found = find(ones, white);
		assertEquals(LabelKind.MASK, found.kind());
		assertEquals(
			"These masks hold 0 and 1, or 0 and 255: read as background and object.",
			found.sentences().get(0));
		assertArrayEquals(map(nuclei(4), v -> v > 0 ? 1 : 0), map(read(found,
			white), v -> v > 0 ? 1 : 0));
	}

	@Test
	void withoutZeroTheValueAtTheBorderIsBackground() {
		final LabelConvention found = find(grey(map(nuclei(3), v -> v > 0 ? 1 : 2),
			97));
		assertEquals(LabelKind.MASK, found.kind());
		assertFalse(found.certain());
		assertEquals("This mask holds 1 and 2: read as 2 = background, 1 = object.",
			found.sentences().get(0));
		assertEquals(
			"No pixel is 0, so 2, the most frequent at the border, is taken for background. Check the preview.",
			found.sentences().get(2));
		assertEquals(0, read(found, grey(new int[] { 2, 1 }, 2))[0]);
	}

	@Test
	void valuesThatLieScatteredAreClasses() {
		final LabelledImage picture = grey(map(nuclei(3), v -> v % 3), 97);
		final LabelConvention found = find(picture);
		assertEquals(LabelKind.CLASSES, found.kind());
		assertEquals(List.of(
			"The label image holds 0, 1 and 2: read as 3 classes, 0 being background."),
			found.sentences());
		assertEquals(List.of("background", "class 1", "class 2"), found.classes());
		assertEquals(TargetRule.semantic(0, 1, 2), found.rule());
		assertArrayEquals(map(nuclei(3), v -> v % 3), read(found, picture));
	}

	@Test
	void greyLevelsChosenForTheEyeAreClassesThoughInOnePiece() {
		final LabelConvention found = find(drawn(c -> c == '.' ? 0 : c == 'm' ? 127
			: 255, //
			"........", //
			".mmmmmm.", //
			".maaaam.", //
			".mmmmmm.", //
			"........"));
		assertEquals(LabelKind.CLASSES, found.kind());
		assertEquals(TargetRule.semantic(0, 127, 255), found.rule());
	}

	@Test
	void aFewNumbersInOnePieceAreObjects() {
		assertEquals(LabelKind.OBJECTS, find(drawnNumbers()).kind());
		final LabelConvention asked = LabelConvention.find(List.of(drawnNumbers()),
			Optional.of(LabelKind.CLASSES));
		assertEquals(TargetRule.semantic(0, 1, 2, 3), asked.rule());
		assertEquals(
			"The label image holds 0, 1, 2 and 3: read as 4 classes, 0 being background.",
			asked.sentences().get(0));
	}

	@Test
	void thinLinesBetweenAreasAreMembranes() {
		final int[] field = array(MembraneField.default2d().withSize(131, 120)
			.generate().labels());
		final LabelledImage dark = grey(map(field, v -> v > 0 ? 255 : 0), 131);
		final LabelConvention found = find(dark);
		assertEquals(LabelKind.MEMBRANES, found.kind());
		assertEquals(List.of(
			"The label image holds 0 and 255: read as membrane (0) and the areas that it encloses."),
			found.sentences());
		assertArrayEquals(map(field, v -> Math.min(v, 1)), read(found, dark));
		final LabelledImage white = grey(map(field, v -> v > 0 ? 0 : 255), 131);
		final LabelConvention turned = find(white);
		assertEquals(LabelKind.MEMBRANES, turned.kind());
		assertEquals(
			"The label image holds 0 and 255: read as membrane (255) and the areas that it encloses.",
			turned.sentences().get(0));
		assertArrayEquals(map(field, v -> Math.min(v, 1)), read(turned, white));
	}

	@Test
	void numbersThatFillThePictureAreRegions() {
		final int[] full = new int[60 * 50];
		for (int i = 0; i < full.length; i++)
			full[i] = 1 + i % 60 / 12 + 5 * (i / 60 / 10);
		final LabelConvention found = find(grey(full, 60));
		assertEquals(LabelKind.REGIONS, found.kind());
		assertEquals(TargetRule.membrane(0), found.rule());
		assertEquals(
			"The label image holds 1, 2, 3 ... 25: each number is read as one area; there is no background (0), so the lines where areas meet are learned.",
			found.sentences().get(0));
		final int[] lined = new int[full.length];
		for (int i = 0; i < full.length; i++)
			lined[i] = i % 60 % 12 == 0 || i / 60 % 10 == 0 ? 0 : full[i];
		assertEquals(LabelKind.REGIONS, find(grey(lined, 60)).kind());
	}

	@Test
	void coloursOnBlackOrWhiteAreObjects() {
		final int[] n = nuclei(3);
		for (final int back : new int[] { 0, 0xffffff }) {
			final int[] rgb = map(n, v -> v == 0 ? back : 0x203040 + 0x050301 * v);
			final LabelledImage picture = colored(rgb, 97);
			final LabelConvention found = find(picture);
			assertEquals(LabelKind.OBJECTS, found.kind());
			final int[] read = read(found, picture);
			assertArrayEquals(map(n, v -> v == 0 ? 0 : 1), map(read, v -> v == 0 ? 0
				: 1));
			assertEquals(Arrays.stream(n).max().getAsInt(), Arrays.stream(read).max()
				.getAsInt());
			assertEquals("The label image holds " + (Arrays.stream(n).max()
				.getAsInt() + 1) +
				" colours: each connected area of a colour is read as one object, " +
				(back == 0 ? "black" : "white") + " being background.", found
					.sentences().get(0));
		}
	}

	@Test
	void fewColoursInManyPlacesAreClasses() {
		final int[] rgb = map(nuclei(3), v -> v == 0 ? 0 : v % 2 == 0 ? RED
			: GREEN);
		final LabelledImage picture = colored(rgb, 97);
		final LabelConvention found = find(picture);
		assertEquals(LabelKind.CLASSES, found.kind());
		assertEquals(List.of("background", "green", "red"), found.classes());
		assertEquals(
			"The label image holds black, green and red: read as 3 classes, black being background.",
			found.sentences().get(0));
		assertArrayEquals(map(rgb, c -> c == 0 ? 0 : c == GREEN ? 1 : 2), read(
			found, picture));
		assertEquals(TargetRule.semantic(0, 1, 2), found.rule());
	}

	@Test
	void greyPicturesSavedInColourAreRead() {
		final LabelledImage picture = colored(map(nuclei(3), v -> v > 0 ? 0xffffff
			: 0), 97);
		assertEquals("This mask holds 0 and 255: read as background and object.",
			find(picture).sentences().get(0));
	}

	@Test
	void smoothedEdgesCountAsTheNearestValue() {
		final int[] n = nuclei(3);
		final int[] smooth = map(n, v -> v > 0 ? 255 : 0);
		for (int i = 0; i + 1 < smooth.length; i++)
			if (smooth[i] == 0 && smooth[i + 1] == 255) smooth[i] = 20 + i * 7 % 100;
		final LabelledImage picture = grey(smooth, 97);
		final LabelConvention found = find(picture);
		assertEquals(LabelKind.MASK, found.kind());
		assertArrayEquals(map(n, v -> v > 0 ? 1 : 0), map(read(found, picture),
			v -> v > 0 ? 1 : 0));
		assertTrue(found.sentences().get(2).endsWith(
			"each is read as the nearest of these."), found.sentences().toString());
	}

	@Test
	void masksSavedAsJpegAreRead() throws IOException {
		final int[] n = array(NucleiField.default2d().withSize(201, 203).withCount(
			20).generate().labels());
		final BufferedImage picture = new BufferedImage(201, 203,
			BufferedImage.TYPE_BYTE_GRAY);
		picture.getRaster().setPixels(0, 0, 201, 203, map(n, v -> v > 0 ? 255 : 0));
		final ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(picture, "jpg", file);
		final int[] lossy = ImageIO.read(new ByteArrayInputStream(file
			.toByteArray())).getRaster().getPixels(0, 0, 201, 203, (int[]) null);
		final LabelledImage jpeg = grey(lossy, 201);
		final LabelConvention found = find(jpeg);
		assertEquals(List.of(0, 255), found.values());
		assertEquals(LabelKind.MASK, found.kind());
		assertArrayEquals(map(n, v -> v > 0 ? 1 : 0), map(read(found, jpeg),
			v -> v > 0 ? 1 : 0));
	}

	@Test
	void twoHundredFiftyFiveBesideSmallClassesIsUnknown() {
		final int[] n = map(nuclei(3), v -> v % 3);
		for (int i = 0; i < 97 * 5; i++)
			n[i] = 255;
		final LabelledImage picture = grey(n, 97);
		final LabelConvention found = find(picture);
		assertEquals(TargetRule.semantic(0, 1, 2), found.rule());
		assertArrayEquals(map(n, v -> v == 255 ? -1 : v), read(found, picture));
		assertEquals(
			"Pixels of the value 255 are read as not annotated; they are left out.",
			found.sentences().get(1));
	}

	@Test
	void minusOneIsUnknownInObjectsAndMasks() {
		final LabelledImage objects = drawn(c -> c == '.' ? 0 : c == '-' ? -1 : c -
			'0', "11..2", "11..2", "-.33.", "-.33.");
		final LabelConvention found = find(objects);
		assertEquals(LabelKind.OBJECTS, found.kind());
		assertArrayEquals(read(objects, ""), read(found, objects));
		final LabelledImage mask = drawn(c -> c == '.' ? 0 : c == '-' ? -1 : 1,
			"##..#", "##..#", "-.##.", "-.##.");
		assertArrayEquals(read(objects, ""), read(find(mask), mask));
	}

	@Test
	void nothingToLearnIsRefused() {
		final LabelledImage empty = grey(new int[12], 4);
		assertRefused(
			"cells holds nothing but 0, which is background; label at least one object, or check that these are the label images",
			empty);
		assertRefused(
			"All 2 label images hold one value only, 7, so there is nothing to tell apart; label the background 0 and the objects 1, 2 ...",
			grey(map(new int[12], v -> 7), 4), grey(map(new int[12], v -> 7), 3));
		assertRefused(
			"cells holds nothing but pixels that are not annotated (-1); label objects and background",
			grey(map(new int[12], v -> -1), 4));
	}

	@Test
	void whatIsNoLabelIsRefused() {
		assertRefused(
			"cells: the label -3 is negative; labels are 0 and up, only -1 is allowed for pixels that are not annotated",
			grey(new int[] { 0, 1, -3, 0 }, 2));
		assertRefused(
			"cells: a label is NaN, which is no number; set such pixels to 0 (background) or to -1 (not annotated)",
			labelled(ArrayImgs.floats(new float[] { 0, Float.NaN }, 2, 1, 1)));
		assertRefused(
			"cells: the label 0.25 is not a whole number; if this is a probability map, make a mask of it with Image > Adjust > Threshold...",
			labelled(ArrayImgs.floats(new float[] { 0, 0.25f }, 2, 1, 1)));
		assertEquals(LabelKind.MASK, find(labelled(ArrayImgs.floats(new float[] { 0,
			3, 3, 0, 0, 0 }, 3, 2, 1))).kind());
		assertRefused(
			"cells: the labels have 2 channels; a label image has one, or is an RGB picture with one colour per object or class",
			labelled(ArrayImgs.ints(3, 2, 2)));
	}

	@Test
	void aPictureGivenForLabelsIsRefused() {
		final LabelledImage picture = labelled(Views.addDimension(NucleiField
			.default2d().withSize(97, 83).generate().image(), 0, 0));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> find(picture))
			.getMessage().contains("looks like a picture, not like labels"));
	}

	@Test
	void aMaskOfObjectsIsReadByItsAreas() {
		final LabelledImage mask = grey(map(nuclei(3), v -> v > 0 ? 255 : 0), 97);
		assertEquals(LabelKind.MASK, LabelConvention.find(List.of(mask), Optional
			.of(LabelKind.OBJECTS)).kind());
		final LabelledImage one = drawn(c -> c == '.' ? 0 : 1, "##...", "##...");
		assertEquals(LabelKind.OBJECTS, LabelConvention.find(List.of(one), Optional
			.of(LabelKind.OBJECTS)).kind());
	}

	@Test
	void whatIsSaidToBeAMaskIsOne() {
		final LabelledImage picture = drawn(c -> c - '0', "33333", "34435",
			"33335");
		final LabelConvention found = LabelConvention.find(List.of(picture),
			Optional.of(LabelKind.MASK));
		assertEquals(
			"This mask holds 3, 4 and 5: read as 3 = background, 4 and 5 = object.",
			found.sentences().get(0));
		assertArrayEquals(new int[] { 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 0, 0, 0, 0, 2 },
			read(found, picture));
	}

	@Test
	void planesOfAStackCountTogether() {
		final List<RandomAccessibleInterval<IntType>> planes = new ArrayList<>();
		for (int p = 0; p < 3; p++)
			planes.add(Views.addDimension(ArrayImgs.ints(map(nuclei(3 + p), v -> v > 0
				? 1 : 0), 97, 83), 0, 0));
		assertEquals(LabelKind.MASK, find(labelled(Views.stack(planes))).kind());
	}

	@Test
	void anUnknownValueIsNamed() {
		final LabelConvention found = find(grey(map(nuclei(3), v -> v % 3), 97));
		assertEquals(
			"cells: the label 9 is none of those in the other label images; correct it, or label those pixels -1 to leave them out",
			assertThrows(IllegalArgumentException.class, () -> read(found, grey(
				new int[] { 0, 9 }, 2))).getMessage());
	}
}
