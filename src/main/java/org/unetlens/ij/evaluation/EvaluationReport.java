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

package org.unetlens.ij.evaluation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.metrics.EvaluatedImages;
import org.unetlens.metrics.EvaluatedImages.Item;
import org.unetlens.metrics.Evaluation;
import org.unetlens.metrics.EvaluationScore;

/**
 * The scores of each image and of all together, with intervals, as text, table
 * and files {@code evaluation.csv} and {@code evaluation.json}. Immutable.
 */
public final class EvaluationReport {

	private static final int RESAMPLES = 1000;
	private static final long SEED = 1;

	private final EvaluatedImages images;
	private final Evaluation pooled;
	private final Map<EvaluationScore, Interval> intervals;
	private final List<Path> leftOut;

	private EvaluationReport(final EvaluatedImages images,
		final List<Path> leftOut)
	{
		this.images = images;
		this.leftOut = leftOut;
		pooled = images.pooled();
		intervals = images.intervals(RESAMPLES, SEED);
	}

	static EvaluationReport of(final EvaluatedImages images,
		final List<Path> leftOut)
	{
		return new EvaluationReport(images, List.copyOf(leftOut));
	}

	/** Throws when a file would be replaced that must not be. */
	public static void requireFree(final Path folder,
		final OnExisting onExisting)
	{
		if (Files.isRegularFile(folder)) throw new IllegalArgumentException(
			"The output " + folder + " is a file; give a folder for the results");
		if (onExisting == OnExisting.REPLACE) return;
		Stream.of(csv(folder), json(folder)).filter(Files::exists).findFirst()
			.ifPresent(file -> {
				throw new IllegalArgumentException("The file " + file +
					" is there already. Choose another output folder, or allow overwriting (--overwrite, in a macro overwrite=true)");
			});
	}

	/** Writes both files. */
	public void write(final Path folder, final OnExisting onExisting) {
		write(csv(folder), table().toCsv(), onExisting);
		write(json(folder), json(), onExisting);
	}

	/**
	 * One row per image, then, of several, one of all images with their counts
	 * added up, and two with the ends of its 95 % intervals over images.
	 */
	public Table table() {
		final List<List<Cell>> rows = new ArrayList<>();
		for (final Item item : images.images())
			rows.add(row(item.name(), s -> s.of(item.evaluation())));
		if (rows.size() > 1) rows.addAll(List.of(row("all images", s -> s.of(
			pooled)), row("all images, 2.5 %", s -> intervals.get(s).low()), row(
				"all images, 97.5 %", s -> intervals.get(s).high())));
		return new Table("evaluation", Stream.concat(Stream.of("image"), Arrays
			.stream(EvaluationScore.values()).map(EvaluationScore::label)).toList(),
			rows);
	}

	/** Of all images together: one line per score, with the interval. */
	public String text() {
		final StringBuilder text = new StringBuilder();
		text.append(images.images().size()).append(images.images().size() == 1
			? " image\n" : " images; 95 % intervals over images in brackets\n");
		for (final EvaluationScore score : EvaluationScore.values()) {
			final Interval interval = intervals.get(score);
			text.append(String.format("%-29s", score.label())).append(rounded(score
				.of(pooled)));
			if (!Double.isNaN(interval.low())) text.append(" (").append(rounded(
				interval.low())).append(" to ").append(rounded(interval.high())).append(
					')');
			text.append('\n');
		}
		if (pooled.hausdorff().infinite() > 0) text.append(
			"Hausdorff-95 leaves out, because truth or prediction has no objects: ")
			.append(pooled.hausdorff().infinite()).append(" of ").append(images
				.images().size()).append('\n');
		if (!leftOut.isEmpty()) text.append(
			"Left out, because they have no truth: ").append(EvaluationPairs.names(
				leftOut));
		return text.toString().stripTrailing();
	}

	/** All scores by their keys; what cannot be had is null. */
	String json() {
		final JsonArray list = new JsonArray();
		for (final Item item : images.images()) {
			final JsonObject image = new JsonObject();
			image.addProperty("image", item.name());
			image.add("scores", scores(s -> number(s.of(item.evaluation()))));
			list.add(image);
		}
		final JsonObject all = new JsonObject();
		all.add("images", list);
		all.add("all", scores(s -> number(s.of(pooled))));
		all.add("intervals", scores(s -> {
			final JsonArray ends = new JsonArray();
			ends.add(number(intervals.get(s).low()));
			ends.add(number(intervals.get(s).high()));
			return ends;
		}));
		all.addProperty("resamples", RESAMPLES);
		all.addProperty("seed", SEED);
		return new GsonBuilder().setPrettyPrinting().serializeNulls().create()
			.toJson(all) + '\n';
	}

	private static JsonObject scores(
		final Function<EvaluationScore, JsonElement> value)
	{
		final JsonObject scores = new JsonObject();
		for (final EvaluationScore score : EvaluationScore.values())
			scores.add(score.key(), value.apply(score));
		return scores;
	}

	private static JsonElement number(final double value) {
		if (!Double.isFinite(value)) return JsonNull.INSTANCE;
		return value == Math.rint(value) ? new JsonPrimitive((long) value)
			: new JsonPrimitive(value);
	}

	private static List<Cell> row(final String name,
		final ToDoubleFunction<EvaluationScore> value)
	{
		return Stream.concat(Stream.of(Cell.of(name)), Arrays.stream(EvaluationScore
			.values()).map(s -> Cell.of(value.applyAsDouble(s)))).toList();
	}

	private static String rounded(final double value) {
		return Cell.of(value).rounded();
	}

	private static void write(final Path file, final String text,
		final OnExisting onExisting)
	{
		AtomicFile.write(file, onExisting, out -> out.write(text.getBytes(
			StandardCharsets.UTF_8)));
	}

	private static Path csv(final Path folder) {
		return folder.resolve("evaluation.csv");
	}

	private static Path json(final Path folder) {
		return folder.resolve("evaluation.json");
	}
}
