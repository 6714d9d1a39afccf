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

package org.unetlens.metrics;

import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.engine.Progress;
import org.unetlens.label.LabelImages;
import org.unetlens.label.ObjectRule;

/**
 * Finds the object rule that scores best on validation images, by trying every
 * rule of a grid on all of them; images run in parallel. The result depends on
 * the input alone.
 */
public final class ThresholdTuning {

	private ThresholdTuning() {}

	/**
	 * A validation image.
	 *
	 * @param probabilities axes (x, y, class)
	 * @param truth label image (x, y), 0 = background or boundary, below 0 = not
	 *          known, same size
	 */
	public record Example(RandomAccessibleInterval<FloatType> probabilities,
			RandomAccessibleInterval<? extends IntegerType<?>> truth) {
	}

	/**
	 * The rule found.
	 *
	 * @param rule ready for the model file
	 * @param score its score on the validation images
	 */
	public record Tuned(ObjectRule rule, double score) {
	}

	/**
	 * Searches the grid.
	 *
	 * @param examples validation images, at least one; only read
	 * @param base gives the kind and what the grid does not vary
	 * @param score to be made as large as possible; among equals the first rule
	 *          of the grid wins
	 * @param progress one step per rule
	 * @throws CancellationException if canceled
	 */
	public static Tuned search(final List<Example> examples,
		final ObjectRule base, final ObjectScore score, final RuleGrid grid,
		final Progress progress)
	{
		if (examples.isEmpty()) throw new IllegalArgumentException(
			"There are no validation images; thresholds are tuned on at least one");
		final List<ObjectRule> rules = grid.rules(base);
		Tuned best = null;
		for (int i = 0; i < rules.size(); i++) {
			progress.checkCanceled();
			final double value = score.of(overlaps(examples, rules.get(i)));
			if (best == null || value > best.score) best = new Tuned(rules.get(i),
				value);
			progress.update(i + 1, rules.size(), "Tuning thresholds");
		}
		return best;
	}

	/** Labels every image with a rule and compares it with its truth. */
	public static List<OverlapTable> overlaps(final List<Example> examples,
		final ObjectRule rule)
	{
		return Parallelization.getTaskExecutor().forEachApply(examples, example -> {
			final Img<IntType> labels = LabelImages.from(example.probabilities, rule);
			return OverlapTable.ofKnown(example.truth, labels);
		});
	}
}
