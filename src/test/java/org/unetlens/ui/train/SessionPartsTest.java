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

package org.unetlens.ui.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.train.TrainingCurve;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.TrainingPreview;

class SessionPartsTest {

	private static final List<String> CLASSES = List.of("background", "interior",
		"border");

	/** 3 x 2 px; the first pixel is not annotated. */
	private static TrainingPreview preview() {
		return new TrainingPreview("a", 5, 7, 40, ArrayImgs.floats(new float[] { 0,
			1, 2, 3, 4, 5 }, 3, 2, 1), ArrayImgs.bytes(new byte[] { -1, 0, 1, 2, 0,
				1 }, 3, 2), ArrayImgs.floats(new float[] { .5f, .2f, .1f, .3f, .6f, .2f,
					.3f, .7f, .2f, .3f, .1f, .2f, .2f, .1f, .7f, .4f, .3f, .6f }, 3, 2,
					3), CLASSES);
	}

	@Test
	void theMostLikelyClassIsShown() {
		assertArrayEquals(new byte[] { 0, 1, 2, 2, 0, 2 }, PreviewPicture.found(
			preview()));
		final PreviewPicture picture = PreviewPicture.of(preview());
		// NB: Found and true at (2, 1): border on interior.
		assertNotEquals(picture.truth().getRGB(2, 1), picture.found().getRGB(2, 1));
		assertEquals(picture.truth().getRGB(1, 1), picture.found().getRGB(1, 1));
		assertEquals("background interior border not annotated", String.join(" ",
			picture.legend().stream().map(e -> e.name()).toList()));
		assertEquals(2.0 / 6, picture.legend().get(1).share(), 1e-12);
	}

	@Test
	void interiorAndBorderAreOutlinedAsOneObject() {
		final var outlines = PreviewPicture.of(preview()).outlines().shape();
		assertTrue(outlines.contains(2.5, 0.5) && outlines.contains(0.5, 1.5));
		assertTrue(!outlines.contains(0.5, 0.5) && !outlines.contains(1.5, 1.5));
	}

	@Test
	void theMeanIsOverTheLastTenthOfThePoints() {
		final TrainingCurve curve = new TrainingCurve(IntStream.rangeClosed(1, 20)
			.mapToObj(i -> new Point(i, i % 2 == 0 ? 4 : 2)).toList());
		final List<Point> smooth = SessionPlots.smooth(curve).points();
		assertEquals(new Point(1, 2), smooth.get(0));
		for (int i = 1; i < 20; i++)
			assertEquals(new Point(i + 1, 3), smooth.get(i));
		final TrainingCurve one = new TrainingCurve(List.of(new Point(7, 0.5)));
		assertEquals(one, SessionPlots.smooth(one));
	}

	@Test
	void durationsAreReadable() {
		assertEquals("0 s", SessionFigures.duration(0.4));
		assertEquals("59 s", SessionFigures.duration(59.4));
		assertEquals("1 min 0 s", SessionFigures.duration(59.6));
		assertEquals("59 min 59 s", SessionFigures.duration(3599));
		assertEquals("2 h 5 min", SessionFigures.duration(7512));
	}
}
