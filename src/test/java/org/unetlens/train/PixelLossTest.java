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

package org.unetlens.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.data.Patch;
import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.tensor.Normalization;

class PixelLossTest {

	private static final int CLASSES = 3;

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, 2.5 })
	void derivativeAgreesWithDifferences(final double diceShare) {
		final Patch patch = patch();
		final PixelLoss loss = new PixelLoss(1, diceShare);
		final Random random = new Random(2);
		final double[] logits = random.doubles(patch.classes().length * CLASSES, -2,
			2).toArray();
		final float[] gradient = softmax(logits);
		loss.differentiate(patch, gradient);
		for (int trial = 0; trial < 40; trial++) {
			final int i = random.nextInt(logits.length);
			final double step = 1e-2;
			final double middle = logits[i];
			logits[i] = middle + step;
			final double above = loss.differentiate(patch, softmax(logits));
			logits[i] = middle - step;
			final double below = loss.differentiate(patch, softmax(logits));
			logits[i] = middle;
			assertEquals((above - below) / (2 * step), gradient[i], 2e-5, "logit " +
				i);
		}
	}

	@Test
	void certainAndRightCostsNothing() {
		final Patch patch = patch();
		final float[] p = new float[patch.classes().length * CLASSES];
		for (int i = 0; i < patch.classes().length; i++)
			if (patch.classes()[i] >= 0) p[i * CLASSES + patch.classes()[i]] = 1;
		assertEquals(0, new PixelLoss(1, 1).differentiate(patch, p), 1e-6);
		for (final float g : p)
			assertEquals(0, g, 1e-6);
	}

	@Test
	void evenOddsCostTheLogarithmOfTheClasses() {
		final Patch patch = patch();
		final float[] p = new float[patch.classes().length * CLASSES];
		java.util.Arrays.fill(p, 1f / CLASSES);
		assertEquals(Math.log(CLASSES), new PixelLoss(1, 0).differentiate(patch, p),
			1e-6);
	}

	/**
	 * 13 x 7 px with an object of each class, and one column that says nothing.
	 */
	private static Patch patch() {
		final int[] labels = new int[13 * 7];
		for (int i = 0; i < labels.length; i++)
			labels[i] = i % 13 == 12 ? Sample.IGNORE : i % 13 < 5 ? 1 : i / 13 < 3 ? 2
				: 0;
		final Sample sample = Sample.of("test", ArrayImgs.floats(new float[13 * 7],
			13, 7, 1), ArrayImgs.ints(labels, 13, 7));
		return PatchSampler.of(List.of(sample), Normalization.of(
			Normalization.Kind.NONE), TargetRule.semantic(0, 1, 2).withClassWeights(1,
				3, 0.5f)).withPatchSize(13, 7).withForegroundShare(0).draw(0);
	}

	private static float[] softmax(final double[] logits) {
		final float[] p = new float[logits.length];
		for (int i = 0; i < p.length; i += CLASSES) {
			double sum = 0;
			for (int c = 0; c < CLASSES; c++)
				sum += Math.exp(logits[i + c]);
			for (int c = 0; c < CLASSES; c++)
				p[i + c] = (float) (Math.exp(logits[i + c]) / sum);
		}
		return p;
	}
}
