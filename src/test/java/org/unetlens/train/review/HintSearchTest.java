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

package org.unetlens.train.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.infer.Disagreement;
import org.unetlens.infer.Segmentation;

class HintSearchTest {

	/** @param spots x, y and value of single pixels */
	private static void add(final HintSearch search, final String name,
		final int width, final int height, final float[]... spots)
	{
		final float[] deviation = new float[width * height];
		for (final float[] s : spots)
			deviation[(int) s[1] * width + (int) s[0]] = s[2];
		final float[] pixels = new float[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i;
		final var image = ArrayImgs.floats(pixels, width, height, 1);
		search.add(new Candidate(name, false, () -> image), image, new Disagreement(
			new Segmentation((ClassPlanes) null, ArrayImgs.ints(width, height)),
			deviation));
	}

	@Test
	void squaresOfHighestMeanComeFirstAndDoNotOverlap() {
		final HintSearch search = new HintSearch(16, 3);
		add(search, "a", 67, 45, new float[] { 60, 40, 0.4f }, new float[] { 62, 42,
			0.1f }, new float[] { 5, 5, 0.3f });
		add(search, "b", 31, 29, new float[] { 20, 20, 0.45f });
		final NextAnnotations next = search.result();
		assertEquals(List.of("a", "b", "a"), next.hints().stream().map(Hint::image)
			.toList());
		final Hint first = next.hints().get(0);
		assertEquals(0.5 / 256, first.disagreement(), 1e-6);
		assertTrue(first.x() <= 60 && first.x() + 16 > 62 && first.y() <= 40 &&
			first.y() + 16 > 42, first.x() + ", " + first.y());
		assertEquals((first.y() + 2) * 67 + first.x() + 3, first.pixels().getAt(3,
			2, 0).get());
		assertEquals(0.4f, first.deviation()[(40 - first.y()) * 16 + 60 - first
			.x()]);
	}

	@Test
	void imagesAreRankedByTheirMean() {
		final HintSearch search = new HintSearch(16, 0);
		add(search, "large", 50, 40, new float[] { 3, 3, 0.5f });
		add(search, "small", 20, 20, new float[] { 3, 3, 0.3f });
		final NextAnnotations next = search.result();
		assertEquals(List.of("small", "large"), next.images().stream().map(
			NextAnnotations.Ranked::name).toList());
		assertEquals(0.3 / 400, next.images().get(0).disagreement(), 1e-7);
		assertEquals(List.of(), next.hints());
	}

	/** An image smaller than a square is one itself. */
	@Test
	void smallImages() {
		final HintSearch search = new HintSearch(128, 5);
		add(search, "tiny", 13, 7, new float[] { 1, 1, 0.2f });
		final Hint hint = search.result().hints().get(0);
		assertEquals(13, hint.width());
		assertEquals(7, hint.height());
		assertEquals(1, search.result().hints().size());
	}
}
