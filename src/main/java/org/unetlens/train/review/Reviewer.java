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
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.data.BorderWeight;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.TargetRule.Kind;
import org.unetlens.engine.Progress;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.infer.Disagreement;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;
import org.unetlens.metrics.EvaluatedImages;
import org.unetlens.metrics.Evaluation;
import org.unetlens.metrics.EvaluationScore;
import org.unetlens.metrics.ThresholdTuning.Example;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.Validation;
import org.unetlens.train.review.ReviewScores.Row;

/**
 * Looks at a trained model: at its validation images, and at images that may be
 * annotated next, each in eight views. Immutable.
 *
 * @param model to look at
 * @param targets how labels become its classes
 * @param side of the squares that are proposed, px
 * @param hints how many squares at most
 */
public record Reviewer(ModelBundle model, TargetRule targets, int side,
		int hints) {

	private static final List<EvaluationScore> OBJECTS = List.of(
		EvaluationScore.AP50, EvaluationScore.AP70, EvaluationScore.F1,
		EvaluationScore.DICE, EvaluationScore.BOUNDARY_F2,
		EvaluationScore.TRUE_OBJECTS, EvaluationScore.PREDICTED_OBJECTS,
		EvaluationScore.MISSED, EvaluationScore.INVENTED, EvaluationScore.SPLIT,
		EvaluationScore.MERGED);
	private static final List<EvaluationScore> REGIONS = List.of(
		EvaluationScore.V_RAND, EvaluationScore.V_INFO, EvaluationScore.AP50,
		EvaluationScore.TRUE_OBJECTS, EvaluationScore.PREDICTED_OBJECTS,
		EvaluationScore.SPLIT, EvaluationScore.MERGED);

	/** Checks the numbers. */
	public Reviewer {
		if (side < 16) throw new IllegalArgumentException("Squares of " + side +
			" px were asked for; give 16 px or more");
		if (hints < 0) throw new IllegalArgumentException(hints +
			" squares were asked for; give 0 or more");
	}

	/** Squares of 128 px, twelve at most. */
	public static Reviewer of(final ModelBundle model, final TargetRule targets) {
		return new Reviewer(model, targets, 128, 12);
	}

	/**
	 * Looks at all images.
	 *
	 * @param validation annotated images that were not trained on, at least one
	 * @param candidates that may be annotated next; none to look at the
	 *          validation images again
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public TrainingReview review(final List<Sample> validation,
		final List<Candidate> candidates, final Progress progress)
	{
		if (validation.isEmpty()) throw new IllegalArgumentException(
			"There are no validation images; a report needs at least one annotated image that was not trained on");
		final HintSearch search = new HintSearch(side, hints);
		final Collected collected = new Collected();
		final int all = validation.size() + candidates.size();
		int done = 0;
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			for (final Sample sample : validation) {
				progress.update(done++, all, "Report: " + sample.name());
				final Disagreement found = look(segmenter, sample.image(), progress);
				collected.add(sample, found);
				if (candidates.isEmpty()) search.add(new Candidate(sample.name(), true,
					sample::image), sample.image(), found);
			}
			for (final Candidate candidate : candidates) {
				progress.update(done++, all, "Report: " + candidate.name());
				final RandomAccessibleInterval<? extends RealType<?>> image = candidate
					.image().get();
				search.add(candidate, image, look(segmenter, image, progress));
			}
		}
		final TrainingReview review = new TrainingReview(model, false, collected
			.scores(), collected.outcomes, threshold(collected, progress), search
				.result(), Optional.empty());
		progress.update(all, all, "Report");
		return review;
	}

	@SuppressWarnings("unchecked")
	private static Disagreement look(final Segmenter segmenter,
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final Progress progress)
	{
		progress.checkCanceled();
		// NB: Of whatever type; no wildcard can be given where the type refers to
		// itself.
		final RandomAccessibleInterval<FloatType> typed =
			(RandomAccessibleInterval<FloatType>) image;
		return segmenter.disagreement(typed, segmenter.measure(typed),
			TestTimeAugmentation.MIRROR_ROTATE, quiet(progress));
	}

	/** NB: Images are counted, not tiles. */
	private static Progress quiet(final Progress progress) {
		return new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{}

			@Override
			public boolean isCanceled() {
				return progress.isCanceled();
			}
		};
	}

	private ThresholdCurve threshold(final Collected collected,
		final Progress progress)
	{
		return ThresholdCurve.of(collected.examples, model.rule(), scoreName(targets
			.kind()), new Validation(List.of(), targets).score(), progress);
	}

	/** What {@link Validation#score()} measures, in words. */
	public static String scoreName(final Kind kind) {
		return switch (kind) {
			case INTERIOR_BORDER -> "Mean of AP@0.5 and AP@0.7";
			case MEMBRANE -> "V_rand";
			case SEMANTIC -> "Dice of the foreground";
		};
	}

	/** What was found in the validation images. */
	private final class Collected {

		private final List<ImageOutcome> outcomes = new ArrayList<>();
		private final List<Example> examples = new ArrayList<>();
		private final List<EvaluatedImages.Item> items = new ArrayList<>();
		private final List<ClassOverlap> overlaps = new ArrayList<>();

		void add(final Sample sample, final Disagreement found) {
			final Img<IntType> all = Validation.truth(sample, targets);
			final ClassPlanes planes = found.segmentation().probabilities();
			examples.add(new Example(planes, all));
			final Img<IntType> truth = annotated(all);
			if (targets.kind() == Kind.SEMANTIC) addClasses(sample, planes);
			else {
				final Img<IntType> predicted = known(sample, found.segmentation()
					.labels());
				items.add(new EvaluatedImages.Item(sample.name(), Evaluation.of(truth,
					predicted)));
				outcomes.add(ImageOutcome.of(sample, Areas.of(truth), Areas.of(
					predicted)));
			}
		}

		private void addClasses(final Sample sample, final ClassPlanes planes) {
			final byte[] targetClasses = targets.withBorderWeight(BorderWeight.NONE)
				.apply(sample).classes();
			final int[] truth = new int[targetClasses.length];
			final int[] predicted = new int[truth.length];
			for (int i = 0; i < truth.length; i++) {
				truth[i] = targetClasses[i];
				predicted[i] = truth[i] < 0 ? 0 : likeliest(planes, i);
			}
			overlaps.add(ClassOverlap.of(truth, predicted, targets.numClasses()));
			outcomes.add(ImageOutcome.of(sample, Areas.of(truth, sample.width()),
				Areas.of(predicted, sample.width())));
		}

		private ReviewScores scores() {
			if (targets.kind() == Kind.SEMANTIC) return ClassOverlap.scores(outcomes
				.stream().map(o -> o.sample().name()).toList(), overlaps, model
					.classes());
			final List<EvaluationScore> shown = targets.kind() == Kind.MEMBRANE
				? REGIONS : OBJECTS;
			final EvaluatedImages images = new EvaluatedImages(items);
			final var intervals = images.intervals(ReviewScores.RESAMPLES,
				ReviewScores.SEED);
			return new ReviewScores(shown.stream().map(EvaluationScore::label)
				.toList(), items.stream().map(i -> row(i.name(), i.evaluation(), shown))
					.toList(), row("all images", images.pooled(), shown), shown.stream()
						.map(intervals::get).toList());
		}
	}

	private static Row row(final String name, final Evaluation evaluation,
		final List<EvaluationScore> shown)
	{
		return new Row(name, shown.stream().map(s -> s.of(evaluation)).toList(),
			evaluation.matches().get(0).apInterval());
	}

	/** A copy in which what is not annotated is background. */
	private static Img<IntType> annotated(final Img<IntType> truth) {
		final Img<IntType> known = ArrayImgs.ints(truth.dimensionsAsLongArray());
		LoopBuilder.setImages(truth, known).forEachPixel((t, k) -> k.set(Math.max(0,
			t.get())));
		return known;
	}

	private static int likeliest(final ClassPlanes planes, final int pixel) {
		int best = 0;
		for (int c = 1; c < planes.dimension(2); c++)
			if (planes.plane(c)[pixel] > planes.plane(best)[pixel]) best = c;
		return best;
	}

	/** Without what was found where nothing was annotated. */
	private static Img<IntType> known(final Sample sample,
		final Img<IntType> predicted)
	{
		final int[] labels = sample.labelArray();
		final int[] known = new int[labels.length];
		int i = 0;
		for (final IntType p : predicted) {
			known[i] = labels[i] == Sample.IGNORE ? 0 : p.get();
			i++;
		}
		return ArrayImgs.ints(known, sample.width(), sample.height());
	}
}
