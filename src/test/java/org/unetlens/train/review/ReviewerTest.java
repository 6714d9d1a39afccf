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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.metrics.Evaluation;
import org.unetlens.metrics.ObjectScore;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;

class ReviewerTest {

	private static ModelBundle nuclei;
	private static List<Sample> fields;
	private static TrainingReview review;

	@BeforeAll
	static void look() {
		Engine.start();
		nuclei = Models.open("nuclei");
		fields = List.of(NucleiField.default2d().withSize(141, 133).withSeed(3)
			.generate().sample("first"), NucleiField.default2d().withSize(97, 127)
				.withSeed(4).generate().sample("second"));
		review = new Reviewer(nuclei, TargetRule.interiorBorder(), 64, 4).review(
			fields, List.of(), Progress.NONE);
	}

	private static Img<IntType> segmented(final ModelBundle model,
		final Sample sample)
	{
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			return segmenter.segment(sample.image(), Progress.NONE).labels();
		}
	}

	@Test
	void scoresAreThoseOfTheSegmentation() {
		Evaluation sum = null;
		for (int i = 0; i < 2; i++) {
			final Evaluation e = Evaluation.of(fields.get(i).labels(), segmented(
				nuclei, fields.get(i)));
			assertEquals("AP@0.5", review.scores().names().get(0));
			assertEquals(e.matches().get(0).ap(), review.scores().images().get(i)
				.values().get(0), 1e-12);
			assertEquals(fields.get(i).name(), review.scores().images().get(i)
				.name());
			final ImageOutcome outcome = review.images().get(i);
			assertEquals(e.matches().get(0).found(), outcome.found().size());
			assertEquals(e.matches().get(0).found(), outcome.right().size());
			sum = sum == null ? e : sum.plus(e);
		}
		assertEquals(sum.matches().get(0).ap(), review.scores().all().values().get(
			0), 1e-12);
		assertTrue(review.scores().intervals().get(0).low() <= review.scores().all()
			.values().get(0));
	}

	@Test
	void thresholdCurveHoldsTheModelsOwn() {
		final ThresholdCurve curve = review.threshold();
		final List<OverlapTable> tables = fields.stream().map(f -> OverlapTable.of(f
			.labels(), segmented(nuclei, f))).toList();
		assertEquals(nuclei.rule().threshold(), curve.tuned());
		assertEquals(ObjectScore.meanAp(0.5, 0.7).of(tables), curve.atTuned()
			.value(), 1e-12);
		assertTrue(curve.points().size() >= 19);
		assertTrue(curve.plateau().low() <= curve.plateau().high());
		final ThresholdCurve.Point last = curve.points().get(curve.points().size() -
			1);
		final ModelBundle strict = nuclei.withRule(nuclei.rule().withThreshold(
			0.95));
		assertEquals(0.95, last.threshold());
		assertEquals(ObjectScore.meanAp(0.5, 0.7).of(fields.stream().map(
			f -> OverlapTable.of(f.labels(), segmented(strict, f))).toList()), last
				.value(), 1e-12);
	}

	/** Without other images, the validation images themselves are ranked. */
	@Test
	void validationImagesAreLookedAtAgain() {
		assertEquals(2, review.next().images().size());
		assertTrue(review.next().images().stream().allMatch(
			NextAnnotations.Ranked::annotated));
		assertTrue(review.next().hints().size() <= 4);
		final Hint first = review.next().hints().get(0);
		assertTrue(first.disagreement() > 0);
		assertEquals(64, first.width());
	}

	@Test
	void candidatesAreRankedInstead() {
		final Sample flat = Sample.of("flat", ArrayImgs.floats(50, 40, 1), ArrayImgs
			.ints(50, 40));
		final TrainingReview with = new Reviewer(nuclei, TargetRule
			.interiorBorder(), 64, 4).review(fields.subList(0, 1), List.of(
				new Candidate("flat", false, flat::image), new Candidate("second",
					false, fields.get(1)::image)), Progress.NONE);
		assertEquals(List.of("second", "flat"), with.next().images().stream().map(
			NextAnnotations.Ranked::name).toList());
		assertTrue(with.next().hints().stream().noneMatch(Hint::annotated));
		assertTrue(Double.isNaN(with.scores().intervals().get(0).low()));
	}

	/** What is found where nothing was annotated is not held against it. */
	@Test
	void onlyAnnotatedPixelsCount() {
		final Sample field = fields.get(0);
		final int w = field.width();
		final int[] labels = field.labelArray();
		for (int i = 0; i < labels.length; i++)
			if (i % w >= w / 2) labels[i] = Sample.IGNORE;
		final TrainingReview half = Reviewer.of(nuclei, TargetRule.interiorBorder())
			.review(List.of(field.withLabels(ArrayImgs.ints(labels, w, field
				.height()))), List.of(), Progress.NONE);
		final int[] predicted = new int[labels.length];
		int i = 0;
		for (final IntType p : half.images().get(0).predicted())
			predicted[i++] = p.get();
		for (int k = 0; k < predicted.length; k++)
			if (k % w >= w / 2) assertEquals(0, predicted[k], "at " + k % w + ", " +
				k / w);
		assertTrue(Arrays.stream(predicted).max().getAsInt() > 0);
	}

	@Test
	void classesAreScoredByTheirPixels() {
		final ModelBundle bright = ThresholdModel.of(1);
		final int w = 31, h = 23;
		final float[] pixels = new float[w * h];
		final int[] labels = new int[w * h];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = i % w >= 10 && i % w < 20 ? 100 : 0;
			labels[i] = i % w >= 12 && i % w < 20 ? 7 : i % w == 30 ? Sample.IGNORE
				: 2;
		}
		final TrainingReview two = Reviewer.of(bright, TargetRule.semantic(2, 7))
			.review(List.of(Sample.of("bar", ArrayImgs.floats(pixels, w, h, 1),
				ArrayImgs.ints(labels, w, h))), List.of(), Progress.NONE);
		assertEquals(List.of("Mean IoU", "IoU of background", "IoU of bright"), two
			.scores().names());
		assertEquals(20 / 22.0, two.scores().all().values().get(1), 1e-12);
		assertEquals(8 / 10.0, two.scores().all().values().get(2), 1e-12);
		assertEquals((20 / 22.0 + 0.8) / 2, two.scores().all().values().get(0),
			1e-12);
		assertEquals(1, two.images().get(0).right().size());
	}

	@Test
	void nothingToLookAtIsTold() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Reviewer.of(
			nuclei, TargetRule.interiorBorder()).review(List.of(), List.of(),
				Progress.NONE)).getMessage().contains("no validation images"));
	}
}
