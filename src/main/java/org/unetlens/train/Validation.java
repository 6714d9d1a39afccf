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

package org.unetlens.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.ObjectRule;
import org.unetlens.metrics.ObjectScore;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.metrics.RandScores;
import org.unetlens.metrics.RuleGrid;
import org.unetlens.metrics.ThresholdTuning;
import org.unetlens.metrics.ThresholdTuning.Example;
import org.unetlens.model.ModelBundle;

/**
 * Scores a model on whole annotated images, the way it will be used: AP for
 * objects, V_rand for regions between membranes, overlap for other classes.
 * What is not annotated counts for nothing. Immutable and thread-safe.
 */
public final class Validation {

	private final List<Sample> samples;
	private final List<Img<IntType>> truths;
	private final TargetRule.Kind kind;

	/** Takes over the samples. */
	public Validation(final List<Sample> samples, final TargetRule targets) {
		this.samples = List.copyOf(samples);
		kind = targets.kind();
		truths = samples.stream().map(s -> truth(s, targets)).toList();
	}

	/** The kind of object rule that fits the targets. */
	public static ObjectRule.Kind ruleKind(final TargetRule.Kind targets) {
		return switch (targets) {
			case INTERIOR_BORDER -> ObjectRule.Kind.INTERIOR_BORDER;
			case MEMBRANE -> ObjectRule.Kind.ENCLOSED;
			case SEMANTIC -> ObjectRule.Kind.FOREGROUND;
		};
	}

	/**
	 * What is made as large as possible: mean AP at IoU 0.5 and 0.7, V_rand, or
	 * Dice.
	 */
	public ObjectScore score() {
		return switch (kind) {
			case INTERIOR_BORDER -> ObjectScore.meanAp(0.5, 0.7);
			case MEMBRANE -> ObjectScore.rand();
			case SEMANTIC -> ObjectScore.dice();
		};
	}

	/**
	 * A score for comparing weights while training, and what it was made of.
	 *
	 * @param score higher is better
	 * @param probabilities of each image, axes (x, y, class)
	 */
	record Scored(double score,
			List<RandomAccessibleInterval<FloatType>> probabilities) {
	}

	/**
	 * A score for comparing weights while training: that of the best of a few
	 * rules, for the finished model gets the best of many. NB: Under one rule for
	 * all, weights of the first steps seem better than later ones: the surer a
	 * network is, the deeper are the dips within its objects. For membranes it is
	 * the Dice of their pixels instead: one gap in a membrane merges two large
	 * regions, so that V_rand of a few images jumps about and would choose
	 * weights of an early step by chance. For other classes it is the mean over
	 * them of the IoU of the pixels where each is the most probable.
	 *
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	Scored quick(final ModelBundle model, final Progress progress) {
		final List<Example> examples = examples(model, progress);
		return new Scored(quickScore(model, examples), examples.stream().map(
			Example::probabilities).toList());
	}

	private double quickScore(final ModelBundle model,
		final List<Example> examples)
	{
		if (kind == TargetRule.Kind.MEMBRANE) return membraneDice(examples);
		if (kind == TargetRule.Kind.SEMANTIC) return Arrays.stream(ClassScores.iou(
			examples, model.spec().classes())).average().orElseThrow();
		return ThresholdTuning.search(examples, model.rule(), score(), RuleGrid
			.quick(model.rule().kind()), Progress.NONE).score();
	}

	/**
	 * Dice of the pixels with p(membrane) of at least 0.5, pooled over the
	 * images.
	 */
	private static double membraneDice(final List<Example> examples) {
		long both = 0;
		long sum = 0;
		for (final Example example : examples) {
			final Cursor<? extends IntegerType<?>> truth = Views.flatIterable(example
				.truth()).cursor();
			for (final FloatType p : Views.flatIterable(Views.hyperSlice(example
				.probabilities(), 2, 1)))
			{
				final int label = truth.next().getInteger();
				if (label < 0) continue;
				final boolean membrane = label == 0;
				final boolean found = p.get() >= 0.5f;
				both += membrane && found ? 1 : 0;
				sum += (membrane ? 1 : 0) + (found ? 1 : 0);
			}
		}
		return sum == 0 ? 1 : 2.0 * both / sum;
	}

	/** The object rule that scores best. */
	public ThresholdTuning.Tuned tune(final ModelBundle model,
		final Progress progress)
	{
		return ThresholdTuning.search(examples(model, progress), model.rule(),
			score(), RuleGrid.of(model.rule().kind()), progress);
	}

	/** All scores of the model as it is, by name. */
	public Map<String, Double> measure(final ModelBundle model) {
		final List<Example> examples = examples(model, Progress.NONE);
		final List<OverlapTable> tables = ThresholdTuning.overlaps(examples, model
			.rule());
		final Map<String, Double> scores = new LinkedHashMap<>();
		scores.put("Dice", ObjectScore.dice().of(tables));
		switch (kind) {
			case MEMBRANE -> {
				scores.put("V_rand", ObjectScore.rand().of(tables));
				scores.put("V_info", tables.stream().map(RandScores::of).reduce(
					RandScores.NONE, RandScores::plus).info());
			}
			case SEMANTIC -> measureClasses(model, examples, scores);
			case INTERIOR_BORDER -> {
				for (final double t : new double[] { 0.5, 0.6, 0.7, 0.8, 0.9 })
					scores.put("AP@" + t, ObjectScore.meanAp(t).of(tables));
			}
		}
		return scores;
	}

	private static void measureClasses(final ModelBundle model,
		final List<Example> examples, final Map<String, Double> scores)
	{
		final double[] iou = ClassScores.iou(examples, model.classes().size());
		scores.put("mean IoU", Arrays.stream(iou).average().orElseThrow());
		for (int c = 0; c < iou.length; c++)
			scores.put("IoU " + model.classes().get(c), iou[c]);
	}

	private List<Example> examples(final ModelBundle model,
		final Progress progress)
	{
		final List<Example> examples = new ArrayList<>();
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			for (int i = 0; i < samples.size(); i++) {
				final Sample sample = samples.get(i);
				examples.add(new Example(segmenter.probabilities(sample.image(),
					segmenter.measure(sample.image()), progress), truths.get(i)));
			}
		}
		return examples;
	}

	/**
	 * What a perfect model would find in a sample, axes (x, y): objects, regions
	 * between membranes, or the number of the class; below 0 where nothing is
	 * annotated.
	 */
	public static Img<IntType> truth(final Sample sample,
		final TargetRule targets)
	{
		final Img<IntType> truth = ArrayImgs.ints(sample.width(), sample.height());
		final List<Integer> values = Arrays.stream(targets.values()).boxed()
			.collect(Collectors.toList());
		LoopBuilder.setImages(sample.labels(), truth).forEachPixel((label, t) -> t
			.set(label.get() == Sample.IGNORE ? Sample.IGNORE : switch (targets
				.kind()) {
				case INTERIOR_BORDER -> label.get();
				case MEMBRANE -> label.get() == values.get(0) ? 0 : 1;
				case SEMANTIC -> values.indexOf(label.get());
			}));
		return targets.kind() == TargetRule.Kind.MEMBRANE ? regions(truth) : truth;
	}

	/** The areas inside membranes; what is not known stays so. */
	private static Img<IntType> regions(final Img<IntType> inside) {
		final Img<IntType> known = ArrayImgs.ints(inside.dimensionsAsLongArray());
		LoopBuilder.setImages(inside, known).forEachPixel((in, k) -> k.set(Math.max(
			0, in.get())));
		final Img<IntType> regions = RandScores.enclosedRegions(known);
		LoopBuilder.setImages(inside, regions).forEachPixel((in, region) -> {
			if (in.get() < 0) region.set(Sample.IGNORE);
		});
		return regions;
	}
}
