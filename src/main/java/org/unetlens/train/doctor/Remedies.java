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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.Orientation;
import org.unetlens.tensor.Normalization;

/** All differences that are tried. Stateless. */
final class Remedies {

	private static final double[] FACTORS = { 0.35, 0.5, 0.7, 1.4, 2, 2.8 };
	private static final double[] GAINS = { 0.1, 0.3, 3, 10 };

	private Remedies() {}

	/** NB: Labels first, for nothing has to be computed anew for them. */
	static List<Remedy> of(final Trial trial, final Patient patient) {
		final List<Remedy> all = new ArrayList<>(List.of(
			new LabelRemedies.Inverted(), new LabelRemedies.Shifted()));
		for (final Orientation o : Orientation.values())
			all.add(new LabelRemedies.Turned(o));
		all.add(new ImageRemedies.Inverted());
		channels(patient.model().spec().channels()).forEach(order -> all.add(
			new ImageRemedies.Channels(order)));
		factors(trial, patient).forEach(f -> all.add(new ImageRemedies.Scaled(f)));
		normalizations(patient).forEach(n -> all.add(new ImageRemedies.Renormalized(
			n)));
		for (final double gain : GAINS)
			all.add(new ImageRemedies.Gain(gain));
		all.add(new ImageRemedies.Clipped());
		return all;
	}

	/** Two channels exchanged, or all of them moved on by one or more. */
	private static List<int[]> channels(final int n) {
		final List<int[]> orders = new ArrayList<>();
		for (int a = 0; a < Math.min(n, 4); a++)
			for (int b = a + 1; b < Math.min(n, 4); b++) {
				final int[] order = java.util.stream.IntStream.range(0, n).toArray();
				order[a] = b;
				order[b] = a;
				orders.add(order);
			}
		for (int shift = 1; shift < n && n > 2 && n <= 4; shift++) {
			final int by = shift;
			orders.add(java.util.stream.IntStream.range(0, n).map(c -> (c + by) % n)
				.toArray());
		}
		return orders;
	}

	/** The usual ones, and the one that the pixel sizes or object sizes say. */
	static List<Double> factors(final Trial trial, final Patient patient) {
		final List<Double> factors = new ArrayList<>();
		Sizes.expected(trial.samples(), patient.model()).ifPresent(factors::add);
		for (final double f : FACTORS)
			if (factors.stream().noneMatch(known -> Math.abs(Math.log(known /
				f)) < 0.1)) factors.add(f);
		factors.removeIf(f -> Math.abs(f - 1) < 0.1 || tooLarge(trial, f));
		return factors;
	}

	private static boolean tooLarge(final Trial trial, final double factor) {
		final Optional<Sample> largest = trial.samples().stream().max(
			java.util.Comparator.comparingInt(s -> s.width() * s.height()));
		return largest.isPresent() && factor * factor * largest.get().width() *
			largest.get().height() > 1 << 23;
	}

	private static List<Normalization> normalizations(final Patient patient) {
		final List<Normalization> others = new ArrayList<>(List.of(patient.recipe()
			.normalization(), Normalization.percentile(1, 99.8), Normalization.of(
				Normalization.Kind.MEAN_SD), Normalization.of(
					Normalization.Kind.MIN_MAX)));
		others.removeIf(n -> n.equals(patient.model().normalization()));
		return others.stream().distinct().toList();
	}
}
