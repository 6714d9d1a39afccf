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

package org.unetlens.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The tables of the study: each score as the mean over seeds, with a bootstrap
 * 95 % interval over seeds and test images (both drawn with replacement, the
 * same draw for all variants), and its difference to the full model.
 */
final class StudySummary {

	private static final int RESAMPLES = 2000;

	/** One draw of seeds and, for each of them, of images. */
	private record Draw(int[] seeds, int[] images) {
	}

	private final List<ImageCounts> rows;

	StudySummary(final List<ImageCounts> rows) {
		this.rows = List.copyOf(rows);
	}

	/** Markdown of all sets. */
	String markdown() {
		final StringBuilder text = new StringBuilder();
		for (final String set : distinct(rows.stream().map(ImageCounts::set)
			.toList()))
			text.append(table(set)).append('\n');
		return text.toString();
	}

	private String table(final String set) {
		final List<ImageCounts> own = rows.stream().filter(r -> r.set().equals(set))
			.toList();
		final List<Integer> seeds = distinct(own.stream().map(ImageCounts::seed)
			.toList());
		final List<String> images = distinct(own.stream().map(ImageCounts::image)
			.toList());
		final List<Draw> draws = draws(seeds.size(), images.size());
		final StringBuilder text = new StringBuilder("### " + set + ": " + seeds
			.size() + (seeds.size() == 1 ? " seed, " : " seeds, ") + images.size() +
			" test images\n\n| variant |");
		final List<StudyScore> scores = Arrays.stream(StudyScore.values()).filter(
			score -> own.stream().anyMatch(r -> Double.isFinite(score.of(List.of(r
				.counts()))))).toList();
		for (final StudyScore score : scores)
			text.append(' ').append(score.label()).append(" |");
		text.append("\n|---|").append("---|".repeat(scores.size())).append('\n');
		for (final String variant : distinct(own.stream().map(ImageCounts::variant)
			.toList()))
		{
			text.append("| ").append(name(variant)).append(" |");
			for (final StudyScore score : scores)
				text.append(' ').append(cell(own, seeds, images, draws, variant, score))
					.append(" |");
			text.append('\n');
		}
		return text.toString();
	}

	private static String name(final String variant) {
		final String[] words = variant.split(" ");
		if (words.length == 1) return "full model";
		final boolean all = words[1].equals("none");
		return words[0].equals("twin") ? all ? "twin without skips"
			: "twin without skip 0" : all ? "knock-out of all skips"
				: "knock-out of skip 0";
	}

	/**
	 * The full model's score with its interval; of the others the score, and its
	 * difference to the full model's with the interval of the difference.
	 */
	private static String cell(final List<ImageCounts> rows,
		final List<Integer> seeds, final List<String> images,
		final List<Draw> draws, final String variant, final StudyScore score)
	{
		final List<List<List<Double>>> own = counts(rows, seeds, images, variant);
		final List<List<List<Double>>> full = counts(rows, seeds, images, "full");
		final Draw all = new Draw(range(seeds.size()), range(images.size()));
		final String digits = score == StudyScore.HAUSDORFF95 ? "1f" : "3f";
		final double value = mean(own, score, all);
		if (Double.isNaN(value)) return "-";
		if (variant.equals("full")) return String.format(Locale.ROOT, "%." +
			digits + " %s", value, interval("%." + digits, draws, d -> mean(own,
				score, d)));
		return String.format(Locale.ROOT, "%." + digits + "; %+." + digits + " %s",
			value, value - mean(full, score, all), interval("%+." + digits, draws,
				d -> mean(own, score, d) - mean(full, score, d)));
	}

	private static String interval(final String format, final List<Draw> draws,
		final ToDoubleFunction<Draw> estimate)
	{
		final double[] drawn = draws.stream().mapToDouble(estimate).filter(
			Double::isFinite).sorted().toArray();
		return String.format(Locale.ROOT, "(" + format + " to " + format + ")",
			drawn[(int) (0.025 * drawn.length)], drawn[(int) (0.975 * drawn.length)]);
	}

	/**
	 * Mean over the drawn seeds of the score pooled over the drawn images; seeds
	 * without such a score are left out, NaN when there is none with one.
	 */
	private static double mean(final List<List<List<Double>>> counts,
		final StudyScore score, final Draw draw)
	{
		return Arrays.stream(draw.seeds()).mapToDouble(s -> score.of(Arrays.stream(
			draw.images()).mapToObj(i -> counts.get(s).get(i)).toList())).filter(
				Double::isFinite).average().orElse(Double.NaN);
	}

	/** By seed, then by image. */
	private static List<List<List<Double>>> counts(final List<ImageCounts> rows,
		final List<Integer> seeds, final List<String> images, final String variant)
	{
		return seeds.stream().map(seed -> images.stream().map(image -> rows.stream()
			.filter(r -> r.seed() == seed && r.variant().equals(variant) && r.image()
				.equals(image)).findFirst().orElseThrow(
					() -> new IllegalArgumentException("No counts of " + variant +
						", seed " + seed + ", image " + image +
						"; let the study finish first")).counts()).toList()).toList();
	}

	private static List<Draw> draws(final int seeds, final int images) {
		final SplittableRandom random = new SplittableRandom(1);
		final List<Draw> draws = new ArrayList<>();
		for (int i = 0; i < RESAMPLES; i++)
			draws.add(new Draw(random.ints(seeds, 0, seeds).toArray(), random.ints(
				images, 0, images).toArray()));
		return draws;
	}

	private static int[] range(final int n) {
		return java.util.stream.IntStream.range(0, n).toArray();
	}

	private static <T> List<T> distinct(final List<T> all) {
		return all.stream().distinct().toList();
	}
}
