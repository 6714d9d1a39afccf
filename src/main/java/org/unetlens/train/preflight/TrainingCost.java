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

package org.unetlens.train.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.engine.Engine;
import org.unetlens.train.Recipe;
import org.unetlens.train.StepMemory;
import org.unetlens.train.StepTime;

/**
 * What a training takes on this machine: memory, foretold, and time, found by a
 * short probe that is left out when the memory does not suffice. Immutable.
 *
 * @param recipe that was looked at
 * @param pixels of all training images, px
 * @param nativeBytes needed outside of Java's memory
 * @param nativeLimit that may be taken, bytes
 * @param heapBytes needed in Java's memory, images included
 * @param heapLimit that Java may take, bytes
 * @param secondsPerStep empty when the memory does not suffice
 */
public record TrainingCost(Recipe recipe, long pixels, long nativeBytes,
		long nativeLimit, long heapBytes, long heapLimit,
		OptionalDouble secondsPerStep) {

	private static final double FULL = 0.9;
	private static final double FEW_EPOCHS = 10;

	/** Foretells and measures; takes about six training steps. */
	public static TrainingCost measure(final Recipe recipe, final Split split) {
		final TrainingCost cost = memory(recipe, split);
		return cost.fits() ? cost.withSeconds(StepTime.step(recipe, split)) : cost;
	}

	/** Foretells the memory alone. */
	public static TrainingCost memory(final Recipe recipe, final Split split) {
		final StepMemory memory = StepMemory.predict(recipe.spec(), recipe
			.config());
		return new TrainingCost(recipe, split.train().stream().mapToLong(
			TrainingCost::pixels).sum(), memory.nativeBytes(), Engine.memoryLimit(),
			memory.heapBytes() + Stream.concat(split.train().stream(), split
				.validation().stream()).mapToLong(TrainingCost::heapBytes).sum(),
			Runtime.getRuntime().maxMemory(), OptionalDouble.empty());
	}

	private static long pixels(final Sample sample) {
		return (long) sample.width() * sample.height();
	}

	/** NB: The sample itself, and what patches are drawn from. */
	private static long heapBytes(final Sample sample) {
		return pixels(sample) * (4L * sample.channels() + 4 + 4L * sample
			.channels() + 5);
	}

	/** The same with the time of a step. */
	public TrainingCost withSeconds(final double perStep) {
		return new TrainingCost(recipe, pixels, nativeBytes, nativeLimit, heapBytes,
			heapLimit, OptionalDouble.of(perStep));
	}

	/** Whether the memory suffices. */
	public boolean fits() {
		return nativeBytes <= FULL * nativeLimit && heapBytes <= FULL * heapLimit;
	}

	/** Steps in which as many pixels are drawn as the training images have. */
	public double stepsPerEpoch() {
		final double patch = recipe.config().patch();
		return Math.max(1, pixels / (patch * patch * recipe.config().batch()));
	}

	/** What is to be said of a training of so many minutes. */
	public List<Finding> findings(final double minutes) {
		final List<Finding> findings = new ArrayList<>();
		if (nativeBytes > FULL * nativeLimit) findings.add(noMemory());
		if (heapBytes > FULL * heapLimit) findings.add(Finding.error(String.format(
			Locale.ROOT,
			"Java may take %s, but the training needs about %s. Raise the limit in Edit > Options > Memory & Threads..., or use fewer images.",
			size(heapLimit), size(heapBytes))));
		secondsPerStep.ifPresent(s -> findings.add(time(s, minutes)));
		return Preflight.sorted(findings.stream());
	}

	private Finding noMemory() {
		final Finding finding = Finding.error(String.format(Locale.ROOT,
			"A training step needs about %s of memory, but only %s may be taken. Use smaller patches, fewer of them, or a narrower network.",
			size(nativeBytes), size(nativeLimit)));
		final int step = recipe.spec().tileStep();
		final int half = recipe.config().patch() / 2 / step * step;
		if (half >= Math.max(64, step)) return finding.withFix(new Fix.Patch(half));
		return recipe.config().batch() > 1 ? finding.withFix(new Fix.Batch(1))
			: finding.withFix(new Fix.BaseWidth(Math.max(1, recipe.spec()
				.baseWidth() / 2)));
	}

	private Finding time(final double perStep, final double minutes) {
		final double steps = 60 * minutes / perStep;
		final double epochs = steps / stepsPerEpoch();
		final String sentence = "A training step takes " + Digits.of(perStep, 2) +
			" s here and " + size(nativeBytes) + " of memory; " + Digits.of(minutes,
				3) + " minutes are about " + Digits.of(steps, 2) +
			" steps, in which every pixel is seen about " + Digits.of(epochs, 2) +
			" times.";
		if (epochs >= FEW_EPOCHS) return Finding.note(sentence);
		final Finding finding = Finding.warning(sentence +
			" That is little: train longer, or with a narrower network.");
		return recipe.spec().baseWidth() > 8 ? finding.withFix(new Fix.BaseWidth(
			recipe.spec().baseWidth() / 2)) : finding;
	}

	private static String size(final long bytes) {
		return bytes < 1L << 30 ? String.format(Locale.ROOT, "%d MB", bytes >> 20)
			: String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
	}
}
