
package org.unetlens.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;

import org.junit.jupiter.api.Test;

import ij.process.LUT;

/** Tests {@link GlasbeyLut}. */
public class GlasbeyLutTest {

	@Test
	public void backgroundIsBlackAndColorsDiffer() {
		final LUT lut = GlasbeyLut.get();
		assertEquals(0xff000000, lut.getRGB(0));
		for (int i = 1; i < 256; i++) {
			assertEquals(GlasbeyLut.rgb(i), lut.getRGB(i) & 0xffffff);
			for (int j = 0; j < i; j++)
				assertTrue(distance(lut.getRGB(i), lut.getRGB(j)) > 12, i + " and " +
					j);
		}
	}

	@Test
	public void firstColorsAreFarApart() {
		for (int i = 1; i <= 12; i++)
			for (int j = 1; j < i; j++)
				assertTrue(distance(GlasbeyLut.rgb(i), GlasbeyLut.rgb(j)) > 60, i +
					" and " + j);
	}

	@Test
	public void noColorIsGreyOrDark() {
		for (int i = 1; i < 256; i++) {
			final Color c = GlasbeyLut.color(i);
			final int max = Math.max(c.getRed(), Math.max(c.getGreen(), c.getBlue()));
			final int min = Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue()));
			assertTrue(max - min >= 30 && max >= 110, c.toString());
		}
	}

	@Test
	public void repeatsAfter255() {
		assertEquals(GlasbeyLut.rgb(1), GlasbeyLut.rgb(256));
		assertEquals(GlasbeyLut.rgb(255), GlasbeyLut.rgb(510));
	}

	private static double distance(final int a, final int b) {
		return Math.hypot(Math.hypot((a >> 16 & 255) - (b >> 16 & 255), (a >> 8 &
			255) - (b >> 8 & 255)), (a & 255) - (b & 255));
	}
}
