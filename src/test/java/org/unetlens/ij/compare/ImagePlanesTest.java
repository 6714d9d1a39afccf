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

package org.unetlens.ij.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.model.ModelBundle;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

class ImagePlanesTest {

	/** Slices 2, frames 3; the pixel (x, y) of plane p has 1000 p + 10 y + x. */
	private static ImagePlus stack() {
		final ImagePlus image = IJ.createHyperStack("stack", 7, 5, 1, 2, 3, 16);
		for (int p = 1; p <= 6; p++)
			for (int i = 0; i < 35; i++)
				image.getStack().getProcessor(p).set(i % 7, i / 7, 1000 * p + 10 * (i /
					7) + i % 7);
		return image;
	}

	private static ImagePlus labels(final int planes, final int... values) {
		final ImagePlus image = IJ.createImage("truth", "16-bit black", 7, 5,
			planes);
		for (int p = 1; p <= planes; p++)
			for (int i = 0; i < values.length; i++)
				image.getStack().getProcessor(p).set(i % 7, i / 7, values[i] * p);
		return image;
	}

	private static double at(final ComparisonImage image, final long x,
		final long y, final long c)
	{
		final RandomAccessibleInterval<? extends RealType<?>> pixels = image
			.pixels();
		return pixels.getAt(x, y, c).getRealDouble();
	}

	@Test
	void planesComeSliceBySliceOfEachFrameWithTheirLabels() {
		final List<ComparisonImage> all = new ImagePlanes(stack(), Optional.of(
			labels(6, 0, 0, 2, 3)), Optional.empty()).all(ThresholdModel.of(1));
		assertEquals(List.of("stack, slice 1, frame 1", "stack, slice 2, frame 1",
			"stack, slice 1, frame 2", "stack, slice 2, frame 2",
			"stack, slice 1, frame 3", "stack, slice 2, frame 3"), all.stream().map(
				ComparisonImage::name).toList());
		for (int p = 1; p <= 6; p++) {
			assertEquals(1000 * p + 42, at(all.get(p - 1), 2, 4, 0));
			assertEquals(2 * p, all.get(p - 1).truth().orElseThrow().getAt(2, 0)
				.get());
		}
	}

	@Test
	void theRegionIsCutOutOfPixelsAndLabels() {
		final ImagePlus image = stack();
		image.setPosition(1, 2, 2);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.25;
		image.getCalibration().setUnit("micron");
		final ImagePlus truth = labels(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 6);
		final ComparisonImage part = new ImagePlanes(image, Optional.of(truth),
			Optional.of(new Region(3, 1, 9, 2))).current(ThresholdModel.of(1));
		assertEquals("stack, slice 2, frame 2", part.name());
		assertEquals(4, part.pixels().dimension(0));
		assertEquals(2, part.pixels().dimension(1));
		assertEquals(4000 + 23, at(part, 0, 1, 0));
		assertEquals(5, part.truth().orElseThrow().getAt(0, 0).get());
		assertEquals(6, part.truth().orElseThrow().getAt(1, 0).get());
		assertEquals(0, part.truth().orElseThrow().getAt(0, 1).get());
		assertEquals(new PixelSize(0.5, 0.25, "micron"), part.pixelSize());
	}

	@Test
	void rgbHasThreeChannels() {
		final ColorProcessor rgb = new ColorProcessor(4, 3);
		rgb.set(1, 2, 0x102030);
		final ComparisonImage image = new ImagePlanes(new ImagePlus("rgb", rgb),
			Optional.empty(), Optional.empty()).current(ThresholdModel.of(3));
		assertEquals(List.of(16.0, 32.0, 48.0), List.of(at(image, 1, 2, 0), at(
			image, 1, 2, 1), at(image, 1, 2, 2)));
		assertTrue(image.truth().isEmpty());
	}

	@Test
	void theSelectionGivesTheRegion() {
		final ImagePlus image = stack();
		assertEquals(Optional.empty(), Region.selected(image));
		image.setRoi(new OvalRoi(2, 1, 4, 30));
		assertEquals(Optional.of(new Region(2, 1, 4, 4)), Region.selected(image));
		image.setRoi(new Line(1, 1, 3, 3));
		assertEquals(Optional.empty(), Region.selected(image));
		assertEquals(new Region(1, 2, 3, 4), Region.parse(" 1, 2,3,4"));
	}

	/** A part is normalised as the whole is when it is segmented. */
	@Test
	void intensitiesAreScaledAsInTheWholeImage() {
		final ModelBundle model = ThresholdModel.of(1);
		final Optional<Scaling> whole = Optional.of(new Scaling(new float[] {
			1000 }, new float[] { 1f / (6046 - 1000) }));
		assertEquals(whole, new ImagePlanes(stack(), Optional.empty(), Optional
			.empty()).current(model).scaling());
		assertEquals(whole, new ImagePlanes(stack(), Optional.empty(), Optional.of(
			new Region(1, 1, 2, 2))).all(model).get(3).scaling());
		final ImagePlus plane = new ImagePlus("plane", stack().getStack()
			.getProcessor(1));
		assertEquals(Optional.empty(), new ImagePlanes(plane, Optional.empty(),
			Optional.empty()).current(model).scaling());
		assertEquals(Optional.of(new Scaling(new float[] { 1000 }, new float[] {
			1f / 46 })), new ImagePlanes(plane, Optional.empty(), Optional.of(
				new Region(1, 1, 2, 2))).current(model).scaling());
	}

	private static void assertTold(final String message, final Runnable what) {
		final String found = assertThrows(IllegalArgumentException.class, what::run)
			.getMessage();
		assertTrue(found.contains(message), found);
	}

	private static void truthTold(final String message, final ImageProcessor t) {
		assertTold(message, () -> new ImagePlanes(new ImagePlus("plain", stack()
			.getStack().getProcessor(1)), Optional.of(new ImagePlus("labels", t)),
			Optional.empty()).current(ThresholdModel.of(1)));
	}

	@Test
	void whatDoesNotFitIsTold() {
		truthTold("\"labels\" has 5 x 7 px, but \"plain\" has 7 x 5",
			new ByteProcessor(5, 7));
		truthTold("Give a label image", new ColorProcessor(7, 5));
		final FloatProcessor probabilities = new FloatProcessor(7, 5);
		probabilities.setf(3, 0.5f);
		truthTold("holds the value 0.5", probabilities);
		probabilities.setf(3, Float.NaN);
		truthTold("holds the value NaN", probabilities);
		probabilities.setf(3, -1);
		truthTold("holds the value -1.0", probabilities);
		final ImagePlanes oneForSix = new ImagePlanes(stack(), Optional.of(labels(1,
			1, 2)), Optional.empty());
		assertTold("has 1 planes, but the image has 6", () -> oneForSix.all(
			ThresholdModel.of(1)));
		assertTold("has 5 planes", () -> new ImagePlanes(stack(), Optional.of(
			labels(5, 1, 2)), Optional.empty()).current(ThresholdModel.of(1)));
		assertTold("the model takes 3", () -> oneForSix.current(ThresholdModel.of(
			3)));
		assertTold("lies outside", () -> new ImagePlanes(stack(), Optional.empty(),
			Optional.of(new Region(7, 0, 3, 3))).current(ThresholdModel.of(1)));
		assertTold("at least 1", () -> new Region(0, 0, 0, 3));
		for (final String text : List.of("1,2,3", "a,2,3,4", "1,2,3,4,5", ""))
			assertTold("give x,y,width,height", () -> Region.parse(text));
	}
}
