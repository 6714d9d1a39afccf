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

package org.unetlens.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unetlens.compare.Comparison.Reference;
import org.unetlens.compare.Comparison.Units;

/**
 * What a comparison found, in plain words with its numbers, how many objects
 * (or images) they rest on, and 95 % intervals. A skip that does nothing or
 * hurts is said to. Sentences of knock-outs and of twins stay apart. Stateless.
 */
public final class Verdict {

	/** The score that verdicts speak of unless another one is chosen. */
	public static final Score HEADLINE = Score.BOUNDARY_F2;

	private Verdict() {}

	/** What outputs are compared with. */
	public static String reference(final Comparison comparison) {
		return comparison.reference() == Reference.TRUTH
			? "Outputs are compared with the given truth (" + n(comparison) + ")."
			: "No truth was given: outputs are compared with the full model's own output (" +
				n(comparison) + "), so that one scores 1 by definition.";
	}

	/** What a skip gives, by knock-out of it alone. */
	public static String skip(final Comparison comparison, final int level,
		final Score score)
	{
		final Estimate off = comparison.effect(level, score).off();
		final String amount = amount(off, score);
		if (Double.isNaN(off.value())) return "What skip " + level + " gives in " +
			score.inWords() + " cannot be said on " + n(comparison) + ".";
		final String counts = counts(comparison, comparison.knockOuts().get(
			comparison.model().signature().skips().without(level)));
		final String without = counts.isEmpty() ? "." : ". Without it: " + counts +
			".";
		if (off.low() > 0) return gain(comparison, level, amount) + " " + range(off,
			comparison) + (counts.isEmpty() ? " and changes no object count."
				: without);
		if (off.high() < 0) return "Without skip " + level +
			" the result is better: " + amount + " more " + range(negative(off),
				comparison) + (counts.isEmpty() ? "." : "; " + counts + ".");
		if (Double.isNaN(off.low())) return "Skip " + level +
			" makes a difference of " + Table.rounded(off.value()) + " " + score
				.inWords() + " " + range(off, comparison) + without;
		return "Skip " + level + " makes no clear difference: " + Table.rounded(off
			.value()) + " " + score.inWords() + " " + range(off, comparison) +
			without;
	}

	/**
	 * How an output, e.g. that of the switches as they stand, compares with the
	 * full model's.
	 *
	 * @param variant of this comparison's image, whatever the experiment
	 */
	public static String output(final Comparison comparison,
		final Variant variant, final Score score)
	{
		final String reached = score.inWords() + " " + Table.rounded(variant
			.scores().get(score)) + " against " + against(comparison);
		if (variant.experiment() == Experiment.FULL_MODEL) return "All skips on: " +
			reached + " (" + n(comparison) + ").";
		final Estimate change = variant.changes().get(score);
		final String counts = counts(comparison, variant);
		return variant.name() + ": " + reached + ", " + (change == null || Double
			.isNaN(change.value()) ? "the full model has " + Table.rounded(comparison
				.full().scores().get(score)) : difference(change, comparison)) + (counts
					.isEmpty() ? "." : "; " + counts + ".");
	}

	/**
	 * The sentences on knock-outs: all skips together, how that is shared out,
	 * then each skip.
	 */
	public static List<String> knockOuts(final Comparison comparison,
		final Score score)
	{
		final List<String> sentences = new ArrayList<>();
		sentences.add(together(comparison, score));
		for (final int level : comparison.model().signature().skips().levels())
			sentences.add(skip(comparison, level, score));
		return sentences;
	}

	/** The sentences on twins, one each; empty without twins. */
	public static List<String> twins(final Comparison comparison,
		final Score score)
	{
		return comparison.twins().stream().map(twin -> twin(comparison, twin,
			score)).toList();
	}

	private static String twin(final Comparison comparison, final Variant twin,
		final Score score)
	{
		final Variant same = comparison.knockOuts().get(twin.skips());
		final String sentence = output(comparison, twin, score);
		return same == null || same.changes().get(score) == null ? sentence
			: sentence + " The " + lower(same.name()) +
				" in the trained net makes a difference of " + Table.rounded(same
					.changes().get(score).value()) +
				": a knock-out shows what the net relies on, a twin what is necessary.";
	}

	private static String together(final Comparison comparison,
		final Score score)
	{
		final Estimate none = comparison.none().changes().get(score);
		if (none == null || Double.isNaN(none.value()))
			return "What all skips give together in " + score.inWords() +
				" cannot be said on " + n(comparison) + ".";
		return "Knock-out of all skips " + effect(none, comparison, score) +
			". Shared out among the skips (Shapley values): " + IntStream.of(
				comparison.model().signature().skips().levels()).mapToObj(k -> share(
					comparison.effect(k, score))).collect(Collectors.joining(", ")) + ".";
	}

	private static String effect(final Estimate change,
		final Comparison comparison, final Score score)
	{
		final String amount = amount(change, score);
		if (change.low() > 0) return "brings " + amount + " more " + range(change,
			comparison);
		if (change.high() < 0) return "takes away " + amount + " " + range(negative(
			change), comparison);
		return (Double.isNaN(change.low()) ? "makes a difference of "
			: "makes no clear difference: ") + Table.rounded(change.value()) + " " +
			score.inWords() + " " + range(change, comparison);
	}

	private static String amount(final Estimate estimate, final Score score) {
		return Table.rounded(Math.abs(estimate.value())) + " " + score.inWords();
	}

	private static String share(final SkipEffect effect) {
		final Estimate shapley = effect.shapley();
		return "skip " + effect.level() + " " + Table.rounded(shapley.value()) +
			(Double.isNaN(shapley.low()) ? "" : " (" + interval(shapley) + ")");
	}

	private static String gain(final Comparison comparison, final int level,
		final String amount)
	{
		return comparison.reference() == Reference.TRUTH ? "Skip " + level +
			" adds " + amount : "Skip " + level + " adds " + amount +
				" of agreement with the full model's own output";
	}

	private static String difference(final Estimate change,
		final Comparison comparison)
	{
		final String amount = Table.rounded(Math.abs(change.value())) + (change
			.value() < 0 ? " less" : " more") + " than the full model ";
		if (change.isClear() || Double.isNaN(change.low())) return amount + range(
			change.value() < 0 ? negative(change) : change, comparison);
		return "no clear difference to the full model: " + Table.rounded(change
			.value()) + " " + range(change, comparison);
	}

	private static String against(final Comparison comparison) {
		return comparison.reference() == Reference.TRUTH ? "the truth"
			: "the full model's own output";
	}

	/** Object counts of an output that differ from the full model's. */
	private static String counts(final Comparison comparison,
		final Variant variant)
	{
		final List<String> changed = new ArrayList<>();
		for (final Score score : List.of(Score.OBJECTS, Score.MERGED, Score.SPLIT,
			Score.MISSED, Score.INVENTED))
		{
			final double more = variant.scores().get(score) - comparison.full()
				.scores().get(score);
			if (more != 0 && !Double.isNaN(more)) changed.add(Table.rounded(Math.abs(
				more)) + (more > 0 ? " more " : " fewer ") + (score == Score.OBJECTS
					? Math.abs(more) == 1 ? "object" : "objects" : lower(score.label())));
		}
		return String.join(", ", changed);
	}

	private static String range(final Estimate estimate,
		final Comparison comparison)
	{
		return "(" + (Double.isNaN(estimate.low()) ? n(comparison) + ", no interval"
			: interval(estimate) + ", " + n(comparison)) + ")";
	}

	private static String interval(final Estimate estimate) {
		return Table.rounded(estimate.low()) + " to " + Table.rounded(estimate
			.high());
	}

	private static String n(final Comparison comparison) {
		final String noun = comparison.units() == Units.OBJECTS ? "object"
			: "image";
		return comparison.n() + " " + noun + (comparison.n() == 1 ? "" : "s");
	}

	private static Estimate negative(final Estimate estimate) {
		return new Estimate(-estimate.value(), -estimate.high(), -estimate.low());
	}

	private static String lower(final String name) {
		return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name
			.substring(1);
	}
}
