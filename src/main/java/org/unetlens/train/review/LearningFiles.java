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

package org.unetlens.train.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.unetlens.data.Sample;
import org.unetlens.engine.Progress;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.FileException;
import org.unetlens.file.OnExisting;
import org.unetlens.label.Csv;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.train.review.LearningCurve.Point;
import org.unetlens.train.review.LearningPlan.Task;

/**
 * A learning curve in a folder: {@code learning_curve.csv} with a line for each
 * training that is done, and {@code learning_curve.json} with the settings of
 * all. What is done is not done again. Immutable.
 *
 * @param folder made if missing
 */
public record LearningFiles(Path folder) {

	private static final List<String> COLUMNS = List.of("images", "choice",
		"score", "low", "high");

	/**
	 * Runs what is not done yet, and stores each result at once.
	 *
	 * @param listener told of each training that is done
	 * @return the whole curve
	 * @throws IllegalArgumentException when the folder holds a curve of other
	 *           settings or images
	 */
	public LearningCurve run(final LearningPlan plan,
		final Consumer<Point> listener, final Progress progress)
	{
		final String settings = settings(plan);
		final List<Point> points = new ArrayList<>(requireSame(settings) ? read()
			: List.of());
		write(json(), settings);
		final List<Task> tasks = plan.tasks();
		for (final Task task : tasks) {
			if (points.stream().anyMatch(p -> p.images() == task.images() && p
				.draw() == task.draw())) continue;
			final Point point = plan.run(task, new Progress() {

				@Override
				public void update(final long done, final long total,
					final String message)
				{
					progress.update(done, total, "Training " + (tasks.indexOf(task) + 1) +
						" of " + tasks.size() + " (" + task.images() + " images): " +
						message);
				}

				@Override
				public boolean isCanceled() {
					return progress.isCanceled();
				}
			});
			points.add(point);
			write(csv(), text(points));
			listener.accept(point);
		}
		return new LearningCurve(plan.score(), points);
	}

	/**
	 * The curve that is stored here.
	 *
	 * @param score what was measured
	 * @throws IllegalArgumentException when there is none
	 */
	public LearningCurve read(final String score) {
		if (!Files.exists(csv())) throw new IllegalArgumentException("The folder " +
			folder +
			" holds no learning curve (learning_curve.csv); make one first (learning-curve, in ImageJ Learning Curve...)");
		return new LearningCurve(score, read());
	}

	private Path csv() {
		return folder.resolve("learning_curve.csv");
	}

	private Path json() {
		return folder.resolve("learning_curve.json");
	}

	/** Settings and images; numbers and choices may be added later. */
	private static String settings(final LearningPlan plan) {
		final JsonObject all = new JsonObject();
		all.add("settings", JsonParser.parseString(plan.settings().toJson()));
		all.add("training", names(plan.split().train()));
		all.add("validation", names(plan.split().validation()));
		return new GsonBuilder().setPrettyPrinting().create().toJson(all) + '\n';
	}

	private static JsonArray names(final List<Sample> samples) {
		final JsonArray names = new JsonArray();
		samples.forEach(s -> names.add(s.name()));
		return names;
	}

	/** @return whether there is anything to go on from */
	private boolean requireSame(final String settings) {
		if (!Files.exists(csv())) return false;
		try {
			if (Files.exists(json()) && Files.readString(json()).equals(settings))
				return true;
		}
		catch (final IOException e) {
			throw unreadable(json(), e);
		}
		throw new IllegalArgumentException("The folder " + folder +
			" holds a learning curve of other settings or images. Choose another folder, or delete learning_curve.csv there to begin anew");
	}

	private List<Point> read() {
		try {
			final List<Point> points = new ArrayList<>();
			final List<String> lines = Files.readAllLines(csv());
			for (final String line : lines.subList(Math.min(1, lines.size()), lines
				.size()))
				points.add(point(line.split(",")));
			return points;
		}
		catch (final IOException e) {
			throw unreadable(csv(), e);
		}
		catch (final RuntimeException e) {
			throw new IllegalArgumentException("The file " + csv() +
				" is no learning curve (" + e.getMessage() +
				"); delete it to begin anew", e);
		}
	}

	private static Point point(final String[] cells) {
		return new Point(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]),
			Double.parseDouble(cells[2]), new Interval(Double.parseDouble(cells[3]),
				Double.parseDouble(cells[4])));
	}

	private static String text(final List<Point> points) {
		final StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
		for (final Point p : points)
			text.append(Csv.line(List.of("" + p.images(), "" + p.draw(), Csv.number(p
				.value()), Csv.number(p.interval().low()), Csv.number(p.interval()
					.high()))));
		return text.toString();
	}

	private static void write(final Path file, final String text) {
		AtomicFile.write(file, OnExisting.REPLACE, out -> out.write(text.getBytes(
			StandardCharsets.UTF_8)));
	}

	private static FileException unreadable(final Path file,
		final IOException e)
	{
		return new FileException("The file " + file + " cannot be read (" + e +
			"); check your rights", e);
	}
}
