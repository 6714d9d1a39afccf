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

package org.unetlens.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which samples train and which validate. Samples of a group (the planes of a
 * stack) stay together, so that no validation image is a neighbour of a
 * training image; only when everything is one group its planes are shared out,
 * in unbroken blocks. Immutable.
 *
 * @param train in the order given
 * @param validation in the order given
 */
public record Split(List<Sample> train, List<Sample> validation) {

	/** Copies the lists. */
	public Split {
		train = List.copyOf(train);
		validation = List.copyOf(validation);
	}

	/**
	 * All training and all validation samples of several splits, each of which
	 * was made by itself.
	 */
	public static Split union(final List<Split> splits) {
		return new Split(splits.stream().flatMap(s -> s.train().stream()).toList(),
			splits.stream().flatMap(s -> s.validation().stream()).toList());
	}

	/**
	 * A share of the images for validation, at least one and not all.
	 *
	 * @param share above 0, below 1
	 * @param seed the same seed takes the same images
	 * @throws IllegalArgumentException for fewer than two samples
	 */
	public static Split of(final List<Sample> samples, final double share,
		final long seed)
	{
		if (!(share > 0 && share < 1)) throw new IllegalArgumentException(
			"The validation share " + share + " is not between 0 and 1");
		final List<List<Sample>> units = units(samples, 2, seed);
		final int count = (int) Math.max(1, Math.min(units.size() - 1, Math.round(
			share * units.size())));
		return without(samples, units.subList(units.size() - count, units.size()));
	}

	/**
	 * Cross-validation: every sample validates in exactly one of the splits.
	 *
	 * @param folds 2 or more
	 * @throws IllegalArgumentException for fewer samples than folds
	 */
	public static List<Split> folds(final List<Sample> samples, final int folds,
		final long seed)
	{
		if (folds < 2) throw new IllegalArgumentException(folds +
			" folds; cross-validation needs 2 or more");
		final List<List<Sample>> units = units(samples, folds, seed);
		final List<Split> splits = new ArrayList<>();
		for (int k = 0; k < folds; k++)
			splits.add(without(samples, units.subList(k * units.size() / folds, (k +
				1) * units.size() / folds)));
		return splits;
	}

	private static Split without(final List<Sample> samples,
		final List<List<Sample>> units)
	{
		final Set<Sample> chosen = Collections.newSetFromMap(
			new IdentityHashMap<>());
		units.forEach(chosen::addAll);
		return new Split(samples.stream().filter(s -> !chosen.contains(s)).toList(),
			samples.stream().filter(chosen::contains).toList());
	}

	/** What is not to be broken up, shuffled; planes in order for one group. */
	private static List<List<Sample>> units(final List<Sample> samples,
		final int least, final long seed)
	{
		final List<List<Sample>> groups = new ArrayList<>(samples.stream().collect(
			Collectors.groupingBy(Sample::group, LinkedHashMap::new, Collectors
				.toList())).values());
		Collections.shuffle(groups, new Random(seed));
		if (groups.size() >= least) return groups;
		if (groups.size() == 1 && samples.size() >= least) return samples.stream()
			.map(List::of).toList();
		throw new IllegalArgumentException(groups.size() +
			" images cannot be split into " + least +
			" parts; annotate more images or ask for fewer parts");
	}
}
