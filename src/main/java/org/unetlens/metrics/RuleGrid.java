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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unetlens.label.ObjectRule;
import org.unetlens.label.ObjectRule.Kind;

/**
 * The values that are tried when an object rule is tuned: all combinations, in
 * the order given. Immutable.
 *
 * @param thresholds at least one
 * @param seedThresholds at least one; only the first counts for kinds without
 *          seeds
 * @param prominences at least one; only the first counts for kinds without
 *          peaks
 * @param minSizes at least one
 */
public record RuleGrid(List<Double> thresholds, List<Double> seedThresholds,
		List<Double> prominences, List<Integer> minSizes) {

	public RuleGrid {
		if (thresholds.isEmpty() || seedThresholds.isEmpty() || prominences
			.isEmpty() || minSizes.isEmpty()) throw new IllegalArgumentException(
				"The grid has " + thresholds.size() + " thresholds, " + seedThresholds
					.size() + " seed thresholds, " + prominences.size() +
					" prominences and " + minSizes.size() +
					" sizes; give at least one of each");
		prominences = List.copyOf(prominences);
		thresholds = List.copyOf(thresholds);
		seedThresholds = List.copyOf(seedThresholds);
		minSizes = List.copyOf(minSizes);
	}

	/** A grid of 60 to 100 rules that suits the kind. */
	public static RuleGrid of(final Kind kind) {
		return switch (kind) {
			case INTERIOR_BORDER -> new RuleGrid(steps(30, 15, 4), List.of(0.5), List
				.of(0.1, 0.25, 0.4, 0.55, 0.7, 0.85), List.of(10, 20, 40, 80));
			case FOREGROUND -> new RuleGrid(steps(20, 5, 13), List.of(0.5), List.of(
				0.15), List.of(5, 10, 20, 40));
			case ENCLOSED -> new RuleGrid(List.of(0.5, 0.7, 0.9, 0.97), List.of(0.5,
				0.6, 0.7, 0.8, 0.9, 0.95), List.of(0.15), List.of(20, 50, 100));
		};
	}

	/** A few rules, for comparing models while they are trained. */
	public static RuleGrid quick(final Kind kind) {
		return switch (kind) {
			case INTERIOR_BORDER -> new RuleGrid(List.of(0.5), List.of(0.5), List.of(
				0.15, 0.3, 0.6), List.of(20));
			case FOREGROUND -> new RuleGrid(List.of(0.3, 0.5, 0.7), List.of(0.5), List
				.of(0.15), List.of(10));
			case ENCLOSED -> new RuleGrid(List.of(0.9), List.of(0.6, 0.8, 0.9), List
				.of(0.15), List.of(50));
		};
	}

	/** All rules that differ from the base in the values of this grid. */
	public List<ObjectRule> rules(final ObjectRule base) {
		final boolean seeds = base.kind() != Kind.FOREGROUND;
		final boolean peaks = base.kind() == Kind.INTERIOR_BORDER;
		final List<ObjectRule> rules = new ArrayList<>();
		for (final double threshold : thresholds)
			for (final double seed : first(seedThresholds, seeds))
				for (final double prominence : first(prominences, peaks))
					for (final int minSize : minSizes)
						rules.add(base.withThreshold(threshold).withSeedThreshold(seed)
							.withProminence(prominence).withMinSize(minSize));
		return rules;
	}

	private static List<Double> first(final List<Double> values,
		final boolean all)
	{
		return all ? values : values.subList(0, 1);
	}

	/** Whole per cents, so that 0.3 is 0.3. */
	private static List<Double> steps(final int first, final int step,
		final int n)
	{
		return IntStream.range(0, n).mapToObj(i -> (first + i * step) / 100.)
			.collect(Collectors.toList());
	}
}
