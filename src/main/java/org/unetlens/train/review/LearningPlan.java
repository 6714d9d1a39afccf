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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.metrics.Bootstrap;
import org.unetlens.metrics.ObjectScore;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.Validation;
import org.unetlens.train.review.LearningCurve.Point;

/**
 * The trainings that make a learning curve: with few images and with more, each
 * with the same settings, the same number of steps and the same validation
 * images. Images are chosen by chance; in one choice, more images hold those of
 * fewer. Immutable.
 *
 * @param training settings, all training images, and the validation images
 * @param counts numbers of images to train on, ascending
 * @param draws choices of images for each number but that of all images, for
 *          which there is one
 */
public record LearningPlan(ModelTraining training, List<Integer> counts,
		int draws) {

	/**
	 * One training.
	 *
	 * @param images how many
	 * @param draw which choice of them, from 1 on
	 */
	public record Task(int images, int draw) {
	}

	/** Checks the numbers. */
	public LearningPlan {
		counts = List.copyOf(new TreeSet<>(counts));
		final Split split = training.split();
		final int all = split.train().size();
		if (counts.isEmpty() || counts.get(0) < 1 || counts.get(counts.size() -
			1) > all) throw new IllegalArgumentException("Trainings with " + counts +
				" images were asked for, but there are " + all +
				" training images (beside " + split.validation().size() +
				" for validation); give numbers from 1 to " + all);
		if (draws < 1) throw new IllegalArgumentException(draws +
			" choices of images were asked for; give 1 or more");
	}

	/** 1, 2, 4, 8 ... images, and all of them. */
	public static List<Integer> doubling(final int all) {
		final List<Integer> counts = new ArrayList<>();
		for (int n = 1; n < all; n *= 2)
			counts.add(n);
		counts.add(all);
		return counts;
	}

	/** All trainings: first one choice of each number, then the next. */
	public List<Task> tasks() {
		final List<Task> tasks = new ArrayList<>();
		for (int draw = 1; draw <= draws; draw++)
			for (final int n : counts)
				if (draw == 1 || n < split().train().size()) tasks.add(new Task(n,
					draw));
		return tasks;
	}

	/** Settings of each training. */
	public TrainingSettings settings() {
		return training.settings();
	}

	/** All images. */
	public Split split() {
		return training.split();
	}

	/** What is measured. */
	public String score() {
		return Reviewer.scoreName(settings().recipe().targets().kind());
	}

	/** The images of a task. */
	List<Sample> chosen(final Task task) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < split().train().size(); i++)
			order.add(i);
		Collections.shuffle(order, new Random(settings().data().seed() * 1000 + task
			.draw()));
		return order.subList(0, task.images()).stream().sorted().map(split()
			.train()::get).toList();
	}

	/**
	 * Trains and scores one model.
	 *
	 * @throws java.util.concurrent.CancellationException when stopped
	 */
	public Point run(final Task task, final Progress progress) {
		final ModelCard card = new ModelCard("learning curve " + task.images() +
			"-" + task.draw(), "", "", List.of(), List.of(), "CC0-1.0", List.of(),
			List.of(), Map.of(), Map.of());
		final ModelTraining part = new ModelTraining(settings(), new Split(chosen(
			task), split().validation()), card, training.classes());
		final ModelBundle model = new TrainingSession(part).run(part.start(),
			state -> {}, progress);
		progress.checkCanceled();
		return point(task, model);
	}

	private Point point(final Task task, final ModelBundle model) {
		final List<OverlapTable> tables = new ArrayList<>();
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			for (final Sample sample : split().validation())
				tables.add(OverlapTable.ofKnown(Validation.truth(sample, settings()
					.recipe().targets()), segmenter.segment(sample.image(), Progress.NONE)
						.labels()));
		}
		final ObjectScore score = new Validation(List.of(), settings().recipe()
			.targets()).score();
		return new Point(task.images(), task.draw(), score.of(tables), Bootstrap
			.intervals(tables.size(), 1, (drawn, values) -> values[0] = score.of(
				Arrays.stream(drawn).mapToObj(tables::get).toList()),
				ReviewScores.RESAMPLES, ReviewScores.SEED)[0]);
	}
}
