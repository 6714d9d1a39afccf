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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSamples;
import org.unetlens.compare.Score;
import org.unetlens.ij.GlasbeyLut;
import org.unetlens.label.Outlines;
import org.unetlens.tensor.PixelSize;
import org.unetlens.ui.compare.ExportedImage;
import org.unetlens.ui.plot.BarPlot;
import org.unetlens.ui.plot.ComparisonPlots;
import org.unetlens.ui.plot.LinePlot;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.Roi;

/** What leaves the window, without a display. */
class ImageJExportsTest {

	@Test
	void featureMapsKeepTheirPixelSizeAndOrder() {
		final ExportedImage image = new ExportedImage("cells - encoder2.conv2",
			ArrayImgs.floats(new float[] { 0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15 },
				3, 2, 2), new PixelSize(2.6, 1.3, "micron"), Optional.of(
					new ExportedImage.Range(-1, 7)), List.of(), List.of("channel 7",
						"channel 3"));
		final ImagePlus shown = ExportedImages.of(image);
		assertEquals("cells - encoder2.conv2", shown.getTitle());
		assertArrayEquals(new int[] { 3, 2, 2, 1, 1 }, shown.getDimensions());
		assertEquals(2.6, shown.getCalibration().pixelWidth);
		assertEquals(1.3, shown.getCalibration().pixelHeight);
		assertEquals("micron", shown.getCalibration().getUnit());
		assertEquals("channel 3", shown.getStack().getSliceLabel(2));
		assertEquals(14, shown.getStack().getVoxel(1, 1, 1));
		assertEquals(-1, shown.getDisplayRangeMin());
		assertEquals(7, shown.getDisplayRangeMax());
		assertNull(shown.getOverlay());
	}

	@Test
	void labelsAreExactAndColoured() {
		final ImagePlus shown = ExportedImages.of(new ExportedImage("labels",
			ArrayImgs.ints(new int[] { 0, 1, 300, 65_535, 2, 0 }, 2, 3),
			PixelSize.UNCALIBRATED, Optional.empty(), List.of(), List.of()));
		assertEquals(16, shown.getBitDepth());
		assertEquals(65_535, shown.getProcessor().get(1, 1));
		assertEquals(300, shown.getProcessor().get(0, 1));
		assertEquals(GlasbeyLut.rgb(2), shown.getProcessor().getLut().getRGB(2) &
			0xffffff);
	}

	@Test
	void outlinesAreAnOverlayByKind() {
		final var labels = ArrayImgs.ints(new int[] { 0, 0, 0, 0, 0, 5, 5, 0, 0, 0,
			5, 0 }, 4, 3);
		final ImagePlus shown = ExportedImages.of(new ExportedImage("image",
			ArrayImgs.unsignedBytes(4, 3), PixelSize.UNCALIBRATED, Optional.of(
				new ExportedImage.Range(0, 255)), List.of(new ExportedImage.Group(
					"truth", 0x56B4E9, Outlines.of(labels))), List.of()));
		final Roi roi = shown.getOverlay().get(0);
		assertEquals("truth 0005", roi.getName());
		assertEquals(0x56B4E9, roi.getStrokeColor().getRGB() & 0xffffff);
		assertEquals(3, roi.getStatistics().pixelCount);
	}

	@Test
	void linesKeepTheirNumbers() {
		final Comparison c = ComparisonSamples.withTruth();
		final LinePlot plot = ComparisonPlots.edgeProfile(c, List.of(c.none()));
		final Plot shown = ExportedPlots.of("edges", plot);
		final float[][] first = shown.getDataObjectArrays(0);
		assertEquals(-8, first[0][0]);
		assertEquals(c.full().edgeProfile().y().get(3), first[1][3], 1e-6);
		assertTrue(shown.getProcessor().getWidth() > 300);
	}

	@Test
	void aLogAxisLeavesOutWhatItCannotShow() {
		final Comparison c = ComparisonSamples.withTruth();
		final Plot shown = ExportedPlots.of("spectrum", ComparisonPlots.spectrum(c,
			List.of()));
		final float[][] line = shown.getDataObjectArrays(0);
		assertEquals(c.full().spectrum().y().get(0), line[1][0], 1e-4);
		for (final float y : line[1])
			assertTrue(Float.isNaN(y) || y > 0);
		assertTrue(shown.getProcessor().getWidth() > 300);
	}

	@Test
	void barsBecomePointsWithTheirValues() {
		final BarPlot plot = ComparisonPlots.skipEffects(ComparisonSamples
			.withTruth(), Score.DICE);
		final Plot shown = ExportedPlots.of("effects", plot);
		final float[][] points = shown.getDataObjectArrays(0);
		assertEquals(4, points[0].length);
		for (int i = 0; i < 4; i++)
			assertEquals(plot.series().get(0).values().get(i).value(), points[1][i],
				1e-6);
		assertTrue(shown.getProcessor().getWidth() > 300);
	}
}
