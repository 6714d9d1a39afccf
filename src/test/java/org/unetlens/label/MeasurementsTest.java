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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.unetlens.label.ObjectMeasurement.Bounds;
import org.unetlens.label.ObjectMeasurement.Ellipse;
import org.unetlens.tensor.PixelSize;

/** Measurements worked out by hand. */
class MeasurementsTest {

	private static final double EPS = 1e-9;
	private static final PixelSize MICRON = new PixelSize(0.5, 0.25, "micron");

	@Test
	void sizeAndPosition() {
		final Img<IntType> labels = Pictures.labels(".......", ".33....", ".333..8",
			".......");
		final List<ObjectMeasurement> all = Measurements.of(labels, MICRON);
		assertEquals(2, all.size());
		final ObjectMeasurement three = all.get(0);
		assertEquals(3, three.label());
		assertEquals(5, three.pixels());
		assertEquals(5 * 0.125, three.area(), EPS);
		// NB: Columns 1, 2, 1, 2, 3: mean 1.8; rows 1, 1, 2, 2, 2: mean 1.6.
		assertEquals(2.3 * 0.5, three.x(), EPS);
		assertEquals(2.1 * 0.25, three.y(), EPS);
		assertEquals(new Bounds(1, 1, 3, 2), three.bounds());
		assertFalse(three.atBorder());
		assertTrue(three.channels().isEmpty());
		assertEquals(8, all.get(1).label());
		assertTrue(all.get(1).atBorder());
		assertEquals(new Bounds(6, 2, 1, 1), all.get(1).bounds());
	}

	@Test
	void ellipseOfARectangle() {
		final Img<IntType> labels = Pictures.labels("......", ".1111.", ".1111.",
			"......");
		// NB: Variances 16 / 12 and 4 / 12: axes 2 to 1, area 8.
		final double minor = Math.sqrt(4 * 8 / (Math.PI * 2));
		assertEllipse(new Ellipse(2 * minor, minor, 0), Measurements.of(labels,
			PixelSize.UNCALIBRATED).get(0).ellipse());
		// NB: Pixels twice as high: 4 by 4, a circle of area 16.
		final Ellipse round = Measurements.of(labels, new PixelSize(1, 2, "mm"))
			.get(0).ellipse();
		assertEquals(Math.sqrt(64 / Math.PI), round.major(), EPS);
		assertEquals(Math.sqrt(64 / Math.PI), round.minor(), EPS);
		final Ellipse high = Measurements.of(labels, new PixelSize(1, 4, "mm")).get(
			0).ellipse();
		assertEquals(90, high.angle(), EPS);
	}

	@Test
	void anglesCountUpwards() {
		assertEquals(45, Measurements.of(Pictures.labels("..1", ".1.", "1.."),
			PixelSize.UNCALIBRATED).get(0).ellipse().angle(), EPS);
		assertEquals(135, Measurements.of(Pictures.labels("1..", ".1.", "..1"),
			PixelSize.UNCALIBRATED).get(0).ellipse().angle(), EPS);
	}

	@Test
	void circularityIsAtMostOne() {
		final double cut = 2 - Math.sqrt(2);
		final List<ObjectMeasurement> all = Measurements.of(Pictures.labels(
			"1.2222"), PixelSize.UNCALIBRATED);
		assertEquals(1, all.get(0).circularity(), EPS);
		// NB: Corners before both short sides are cut, and after them not.
		final double perimeter = 10 - 4 * cut + 2 * cut;
		assertEquals(all.get(1).perimeter(), perimeter, 2 * cut + EPS);
		assertEquals(4 * Math.PI * 4 / Math.pow(all.get(1).perimeter(), 2), all.get(
			1).circularity(), EPS);
	}

	@Test
	void intensitiesOfEveryChannel() {
		final Img<IntType> labels = Pictures.labels("11.", "1.2");
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(new short[] {
			1, 2, 9, 6, 9, -1, 5, 5, 0, 5, 0, 7 }, 3, 2, 2);
		final List<ObjectMeasurement> all = Measurements.of(labels, Views.translate(
			image, 0, 0, 4), PixelSize.UNCALIBRATED);
		assertIntensity(new double[] { 3, Math.sqrt(7), 1, 6 }, all.get(0), 0);
		assertIntensity(new double[] { 5, 0, 5, 5 }, all.get(0), 1);
		assertIntensity(new double[] { 65535, 0, 65535, 65535 }, all.get(1), 0);
		assertIntensity(new double[] { 7, 0, 7, 7 }, all.get(1), 1);
	}

	@Test
	void smallSpreadOnALargeOffsetIsKept() {
		final Img<IntType> labels = Pictures.labels("1111");
		final Img<FloatType> image = ArrayImgs.floats(new float[] { 1e7f, 1e7f + 1,
			1e7f + 2, 1e7f + 3 }, 4, 1, 1);
		assertEquals(Math.sqrt(5 / 3.), Measurements.of(labels, image,
			PixelSize.UNCALIBRATED).get(0).channels().get(0).sd(), EPS);
	}

	@Test
	void imagesOfOtherSizeAreRefused() {
		final Img<IntType> labels = Pictures.labels("11.", "1.2");
		assertThrows(IllegalArgumentException.class, () -> Measurements.of(labels,
			ArrayImgs.floats(2, 3, 1), MICRON));
		assertThrows(IllegalArgumentException.class, () -> Measurements.of(labels,
			ArrayImgs.floats(3, 2), MICRON));
		assertThrows(IllegalArgumentException.class, () -> Measurements.of(ArrayImgs
			.ints(new int[] { 1, -1 }, 2, 1), MICRON));
	}

	@Test
	void veryLargeLabelsAreMeasured() {
		final Img<IntType> labels = ArrayImgs.ints(new int[] { 2_000_000_000, 0, 7,
			2_000_000_000 }, 4, 1);
		final List<ObjectMeasurement> all = Measurements.of(labels, MICRON);
		assertEquals(List.of(7, 2_000_000_000), all.stream().map(
			ObjectMeasurement::label).toList());
		assertEquals(2, all.get(1).pixels());
	}

	@Test
	void noObjectsGiveAHeaderOnly() {
		final MeasurementTable table = MeasurementTable.of(Measurements.of(Pictures
			.labels(".."), MICRON), MICRON, 1);
		assertEquals(19, table.columns().size());
		assertEquals(1, table.toCsv().lines().count());
	}

	@Test
	void csvNamesUnitsAndIgnoresTheLocale() {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			final Img<FloatType> image = ArrayImgs.floats(new float[] { 1, 2.5f, 3, 1,
				2, 3 }, 3, 1, 2);
			final MeasurementTable table = MeasurementTable.of(Measurements.of(
				Pictures.labels("11."), image, MICRON), MICRON, 2);
			final String[] lines = table.withColumn("slice", 4).withImage("a,b.tif")
				.toCsv().split("\n");
			assertEquals("image,slice,label,area (px),area (micron^2),x (micron)," +
				"y (micron),left (px),top (px),width (px),height (px)," +
				"perimeter (micron),circularity,major (micron),minor (micron)," +
				"angle (degrees),touches border,mean (channel 1),sd (channel 1)," +
				"min (channel 1),max (channel 1),mean (channel 2),sd (channel 2)," +
				"min (channel 2),max (channel 2)", lines[0]);
			assertTrue(lines[1].startsWith(
				"\"a,b.tif\",4,1,2,0.25,0.5,0.125,0,0,2,1,"), lines[1]);
			assertTrue(lines[1].endsWith(",1,1.75,1.06066,1,2.5,1.5,0.7071068,1,2"),
				lines[1]);
			assertEquals(lines[0].split(",").length + 1, lines[1].split(",").length);
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void tablesOfSeveralImagesAreJoined() {
		final List<ObjectMeasurement> objects = Measurements.of(Pictures.labels(
			"1.2"), MICRON);
		final MeasurementTable table = MeasurementTable.of(objects, MICRON, 0);
		final MeasurementTable both = table.withImage("a").plus(table.withImage(
			"b"));
		assertEquals(List.of("a", "a", "b", "b"), both.images());
		assertArrayEquals(table.rows().get(1), both.rows().get(3));
		assertThrows(IllegalArgumentException.class, () -> table.plus(
			MeasurementTable.of(objects, PixelSize.UNCALIBRATED, 0)));
	}

	private static void assertEllipse(final Ellipse expected,
		final Ellipse found)
	{
		assertEquals(expected.major(), found.major(), EPS);
		assertEquals(expected.minor(), found.minor(), EPS);
		assertEquals(expected.angle(), found.angle(), EPS);
	}

	private static void assertIntensity(final double[] expected,
		final ObjectMeasurement object, final int channel)
	{
		final ObjectMeasurement.Intensity found = object.channels().get(channel);
		assertArrayEquals(expected, new double[] { found.mean(), found.sd(), found
			.min(), found.max() }, EPS);
	}
}
