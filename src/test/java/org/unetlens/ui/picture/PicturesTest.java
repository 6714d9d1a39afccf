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

package org.unetlens.ui.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.infer.FeatureMap;
import org.unetlens.label.LabelPlane;
import org.unetlens.network.LayerGeometry;

class PicturesTest {

	@Test
	void oneChannelIsGreyFromItsLowestToItsHighestPercentile() {
		final short[] values = new short[35];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) (100 + 10 * i);
		final BufferedImage p = InputPicture.of(ArrayImgs.unsignedShorts(values, 7,
			5, 1));
		assertEquals(7, p.getWidth());
		assertEquals(5, p.getHeight());
		// NB: 0.2 and 99.8 % of 35 values are the ranks 0 and 33.
		assertEquals(Color.BLACK.getRGB(), p.getRGB(0, 0));
		final int g = (int) Math.round(255 * 17 / 33.);
		assertEquals(new Color(g, g, g).getRGB(), p.getRGB(3, 2));
		assertEquals(Color.WHITE.getRGB(), p.getRGB(6, 4));
	}

	@Test
	void threeChannelsOfBytesAreColours() {
		final byte[] values = { 10, 20, 30, 40, (byte) 250, 60 };
		final BufferedImage p = InputPicture.of(ArrayImgs.unsignedBytes(values, 2,
			1, 3));
		assertEquals(new Color(10, 30, 250).getRGB(), p.getRGB(0, 0));
		assertEquals(new Color(20, 40, 60).getRGB(), p.getRGB(1, 0));
	}

	@Test
	void otherChannelsGetAColourEach() {
		final float[] values = { 0, 5, 9, 0 };
		final BufferedImage p = InputPicture.of(ArrayImgs.floats(values, 2, 1, 2));
		assertEquals(Color.GREEN.getRGB(), p.getRGB(0, 0));
		assertEquals(Color.RED.getRGB(), p.getRGB(1, 0));
	}

	@Test
	void rangesAreNeverEmpty() {
		assertArrayEquals(new double[] { 7, 14 }, Planes.range(new float[] { 7, 7,
			7 }, 0.01, 0.99));
		assertArrayEquals(new double[] { 0, 3 }, Planes.range(new float[] { 0, 0, 0,
			3 }, 0.01, 0.5));
		assertArrayEquals(new double[] { 0, 1 }, Planes.range(new float[] {
			Float.NaN }, 0, 1));
	}

	@Test
	void colourMapsGrowLighter() {
		for (final ColorMap map : ColorMap.values()) {
			double last = -1;
			for (int i = 0; i <= 100; i++) {
				final Color c = map.color(i / 100.);
				final double light = 0.2126 * c.getRed() + 0.7152 * c.getGreen() +
					0.0722 * c.getBlue();
				assertTrue(light > last, map + " at " + i);
				last = light;
			}
			assertEquals(map.rgb(0), map.rgb(Double.NaN));
			assertEquals(map.rgb(1), map.rgb(17));
		}
	}

	@Test
	void differencesAreBlueWhereLostAndOrangeWhereGained() {
		final float[] full = { 1, 0, 0.5f, 0.5f, 1 };
		final float[] variant = { 0, 1, 0.5f, 0.5f, 0.5f };
		final boolean[] band = { false, false, false, true, false };
		final BufferedImage p = DifferencePicture.of(full, variant, band, 5);
		assertEquals(0xFF0072B2, p.getRGB(0, 0));
		assertEquals(0xFFE69F00, p.getRGB(1, 0));
		assertEquals(0xFFFFFFFF, p.getRGB(2, 0));
		assertEquals(0xFFDDDDDD, p.getRGB(3, 0));
		// NB: Half way from white to 0, 0x72, 0xB2.
		assertEquals(new Color(128, 185, 217).getRGB(), p.getRGB(4, 0));
	}

	@Test
	void theBandLiesOnBothSidesOfBoundaries() {
		final int[] labels = { 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3 };
		final boolean[] band = DifferencePicture.band(LabelPlane.wrap(labels, 11,
			1));
		for (int x = 0; x < 11; x++)
			assertEquals(x >= 2 && x <= 7, band[x], "x " + x);
	}

	@Test
	void outlinesAreDrawnAlongPixelEdges() {
		final int[] labels = new int[7 * 5];
		labels[2 * 7 + 3] = 9;
		final Shape one = OutlineShape.of(ArrayImgs.ints(labels, 7, 5));
		assertEquals(new Rectangle(3, 2, 1, 1), one.getBounds());
		final Zoom zoom = Zoom.whole(7, 5, 79);
		assertEquals(11, zoom.factor());
		final BufferedImage p = new Drawing(new BufferedImage(7, 5,
			BufferedImage.TYPE_INT_RGB), zoom).line(one, LensColors.PREDICTION, 2)
			.picture();
		assertEquals(77, p.getWidth());
		assertEquals(55, p.getHeight());
		assertEquals(0xFFE69F00, p.getRGB(33, 27));
		assertEquals(0xFFE69F00, p.getRGB(38, 22));
		assertEquals(0xFF000000, p.getRGB(38, 27));
		assertEquals(0xFF000000, p.getRGB(29, 27));
	}

	@Test
	void referencesAreSeenWherePredictionsDiffer() {
		final BufferedImage p = new Drawing(new BufferedImage(9, 9,
			BufferedImage.TYPE_INT_RGB), Zoom.whole(9, 9, 90)).outlines(new Rectangle(
				1, 1, 5, 5), new Rectangle(1, 1, 7, 5), 2).picture();
		assertEquals(0xFF56B4E9, p.getRGB(60, 30));
		assertEquals(0xFFE69F00, p.getRGB(80, 30));
		assertEquals(0xFFE69F00, p.getRGB(10, 30));
		assertEquals(0xFFE69F00, p.getRGB(30, 60));
	}

	@Test
	void partsAreCutOutAndLinesMoveAlong() {
		final int[] rgb = new int[13 * 11];
		rgb[5 * 13 + 7] = 0x123456;
		final Zoom zoom = new Zoom(new Rectangle(6, 4, 4, 3), 5);
		final BufferedImage p = new Drawing(Planes.picture(rgb, 13), zoom).line(
			new Rectangle(9, 4, 9, 9), LensColors.TWIN, 2).picture();
		assertEquals(20, p.getWidth());
		assertEquals(0xFF123456, p.getRGB(5, 5));
		assertEquals(0xFF123456, p.getRGB(9, 9));
		assertEquals(0xFF000000, p.getRGB(4, 5));
		assertEquals(0xFF009E73, p.getRGB(15, 12));
	}

	@Test
	void reducedPicturesKeepTheMean() {
		final int[] rgb = new int[64 * 64];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = (i + i / 64) % 2 == 0 ? 0xffffff : 0;
		final BufferedImage p = new Drawing(Planes.picture(rgb, 64), Zoom.whole(64,
			64, 9)).picture();
		assertEquals(9, p.getWidth());
		for (int y = 0; y < 9; y++)
			for (int x = 0; x < 9; x++)
				assertEquals(128, p.getRGB(x, y) & 255, 2);
	}

	@Test
	void montagesShowTheChannelsInTheirOrder() {
		final float[] values = new float[6 * 4 * 3];
		// NB: Channel 2 is bright on the right half, channel 0 on the left one.
		for (int y = 0; y < 4; y++)
			for (int x = 0; x < 6; x++) {
				values[y * 6 + x] = x < 3 ? 7 : 1;
				values[48 + y * 6 + x] = x < 3 ? -1 : 0.5f;
			}
		final FeatureMap map = new FeatureMap(new LayerGeometry("encoder0.conv2", 0,
			4, 6, 3, 1, 5), ArrayImgs.floats(values, 6, 4, 3), List.of(2, 0, 1));
		assertEquals(List.of(2, 0), FeatureMontage.channels(map, 2));
		final BufferedImage p = FeatureMontage.of(map, 2, 5, 60);
		assertEquals(60 + 4 + 60, p.getWidth());
		assertEquals(40, p.getHeight());
		assertEquals(Color.BLACK.getRGB(), p.getRGB(15, 30));
		assertEquals(Color.WHITE.getRGB(), p.getRGB(45, 30));
		assertEquals(Color.WHITE.getRGB(), p.getRGB(64 + 15, 30));
		assertEquals(Color.BLACK.getRGB(), p.getRGB(64 + 45, 30));
		assertEquals(40 + 4 + 40, FeatureMontage.of(map, 2, 1, 60).getHeight());
	}
}
