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

package org.unetlens.train.doctor;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import net.imglib2.img.array.ArrayImgs;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Orientation;
import org.unetlens.train.doctor.Diagnosis.Evidence;

/** Differences that lie in the labels. Stateless. */
final class LabelRemedies {

	private static final double CLEAR = 0.2;
	/** NB: Some shift of any labels agrees a little. */
	private static final double LEAST = 0.6;

	private LabelRemedies() {}

	/** A difference in the labels. */
	private interface OfLabels extends Remedy {

		@Override
		default double leastGain() {
			return CLEAR;
		}

		@Override
		default double leastScore() {
			return LEAST;
		}
	}

	/** Background is labelled and objects are not. */
	record Inverted() implements OfLabels {

		@Override
		public Cause cause() {
			return Cause.INVERTED_LABELS;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			final TargetRule targets = patient.recipe().targets();
			final int none = targets.kind() == TargetRule.Kind.INTERIOR_BORDER ? 0
				: targets.values()[0];
			final int other = none == 0 ? 1 : 0;
			return Optional.of(trial.withLabels(s -> relabelled(s,
				label -> label == none ? other : none), patient));
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return found(this, before, after,
				"What the model finds agrees with the background of the labels, not with their objects",
				"In the labels, background must be 0 and objects above 0: invert them (Edit > Invert), or exchange the values, and train again if they were trained on.");
		}
	}

	/** Labels lie beside their objects. */
	record Shifted() implements OfLabels {

		private static final int SHORTEST = 3;

		@Override
		public Cause cause() {
			return Cause.SHIFTED_LABELS;
		}

		/** NB: A shift of a few pixels costs little but is surely seen. */
		@Override
		public double leastGain() {
			return 0.05;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			final int[] by = ShiftSearch.best(trial.looks(), patient.agreement());
			if (Math.max(Math.abs(by[0]), Math.abs(by[1])) < SHORTEST) return Optional
				.empty();
			return Optional.of(trial.withLabels(s -> moved(s, by[0], by[1]),
				patient));
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			final int[] by = ShiftSearch.best(before.looks(), patient.agreement());
			return found(this, before, after, String.format(Locale.ROOT,
				"The labels lie %d px to the %s of and %d px %s what they belong to",
				Math.abs(by[0]), by[0] > 0 ? "left" : "right", Math.abs(by[1]),
				by[1] > 0 ? "above" : "below"),
				"Move them back (Image > Transform > Translate...), and look for a crop or a drift between image and labels.");
		}
	}

	/** Labels are mirrored or turned. */
	record Turned(Orientation orientation) implements OfLabels {

		@Override
		public Cause cause() {
			return Cause.TURNED_LABELS;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			if (orientation == Orientation.TRANSPOSED && trial.samples().stream()
				.anyMatch(s -> s.width() != s.height())) return Optional.empty();
			return Optional.of(trial.withLabels(this::turned, patient));
		}

		private Sample turned(final Sample sample) {
			final int w = sample.width(), h = sample.height();
			final int[] labels = sample.labelArray();
			final int[] turned = new int[labels.length];
			for (int i = 0; i < turned.length; i++)
				turned[i] = labels[orientation.source(i % w, i / w, w, h)];
			return sample.withLabels(ArrayImgs.ints(turned, w, h));
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return found(this, before, after,
				"The labels are turned or mirrored against the images", orientation
					.label() + " (Image > Transform).");
		}
	}

	static Sample relabelled(final Sample sample, final IntUnaryOperator change) {
		final int[] labels = sample.labelArray();
		for (int i = 0; i < labels.length; i++)
			if (labels[i] != Sample.IGNORE) labels[i] = change.applyAsInt(labels[i]);
		return sample.withLabels(ArrayImgs.ints(labels, sample.width(), sample
			.height()));
	}

	/** @param dx to the right, px; what comes in is not known */
	private static Sample moved(final Sample sample, final int dx, final int dy) {
		final int w = sample.width(), h = sample.height();
		final int[] labels = sample.labelArray();
		final int[] moved = new int[labels.length];
		for (int i = 0; i < moved.length; i++) {
			final int x = i % w - dx, y = i / w - dy;
			moved[i] = x < 0 || y < 0 || x >= w || y >= h ? Sample.IGNORE : labels[y *
				w + x];
		}
		return sample.withLabels(ArrayImgs.ints(moved, w, h));
	}

	/** A diagnosis with the scores and the picture of the first image. */
	static Diagnosis found(final Remedy remedy, final Trial before,
		final Trial after, final String what, final String todo)
	{
		return new Diagnosis(remedy.cause(), String.format(Locale.ROOT,
			"%s: as they are, foreground and labels agree by %.2f, with this undone by %.2f (1 = the same pixels, 0 = as by chance).",
			what, before.score(), after.score()), todo, Optional.of(new Evidence(
				before.looks().get(0), after.looks().get(0))));
	}
}
