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

package org.unetlens.benchmark;

import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.unetlens.data.Augmentation;
import org.unetlens.data.Chance;
import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.tensor.Scaling;

/** Prints the time of one 256 x 256 patch on one core. */
public final class PatchBenchmark {

	private static final int PATCHES = 300;

	private PatchBenchmark() {}

	public static void main(final String[] args) {
		final PatchSampler sampler = PatchSampler.of(List.of(sample()), s -> Scaling
			.identity(1), TargetRule.interiorBorder());
		final Augmentation all = Augmentation.none().withMirror(0.5)
			.withQuarterTurns(1).withRotation(Chance.of(1, -45, 45)).withScale(Chance
				.of(1, 0.7, 1.4)).withElastic(Chance.of(1, 5, 5), 48).withBrightness(
					Chance.of(1, -0.1, 0.1)).withContrast(Chance.of(1, 0.7, 1.4))
			.withGamma(Chance.of(1, 0.7, 1.4)).withNoise(Chance.of(1, 0.05, 0.05))
			.withBlur(Chance.of(1, 1.2, 1.2));
		report("nothing", sampler);
		report("default", sampler.withAugmentation(Augmentation.default2d()));
		report("everything", sampler.withAugmentation(all));
	}

	private static Sample sample() {
		final Random random = new Random(1);
		final int[] labels = new int[520 * 696];
		for (int n = 1; n < 120; n++) {
			final int cx = random.nextInt(696), cy = random.nextInt(520);
			for (int i = 0; i < labels.length; i++)
				if (Math.hypot(i % 696 - cx, i / 696 - cy) < 14) labels[i] = n;
		}
		final float[] values = new float[labels.length];
		for (int i = 0; i < values.length; i++)
			values[i] = Math.min(1, labels[i]) + random.nextFloat();
		final long start = System.nanoTime();
		final Sample sample = Sample.of("field", ArrayImgs.floats(values, 696, 520,
			1), ArrayImgs.ints(labels, 696, 520));
		TargetRule.interiorBorder().apply(sample);
		System.out.printf("targets of 696 x 520: %.0f ms%n", (System.nanoTime() -
			start) / 1e6);
		return sample;
	}

	private static void report(final String what, final PatchSampler sampler) {
		double least = Double.POSITIVE_INFINITY;
		for (int round = 0; round < 5; round++) {
			final long start = System.nanoTime();
			for (int i = 0; i < PATCHES; i++)
				sampler.draw(i);
			least = Math.min(least, (System.nanoTime() - start) / 1e6 / PATCHES);
		}
		System.out.printf("%s: %.2f ms per patch%n", what, least);
	}
}
