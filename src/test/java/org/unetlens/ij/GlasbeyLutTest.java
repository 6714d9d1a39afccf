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
