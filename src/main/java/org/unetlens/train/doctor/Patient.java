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

package org.unetlens.train.doctor;

import java.util.Optional;
import java.util.function.IntPredicate;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.data.TargetRule;
import org.unetlens.engine.Progress;
import org.unetlens.infer.ClassPlanes;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.tensor.Scaling;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingSettings;

/**
 * The model under examination, ready to run. Holds native memory until closed.
 */
final class Patient implements AutoCloseable {

	private final ModelBundle model;
	private final Optional<TrainingSettings> settings;
	private final Recipe recipe;
	private final Segmenter segmenter;
	private final Progress progress;

	Patient(final ModelBundle model, final Progress progress) {
		this.model = model;
		this.progress = progress;
		settings = TrainingSettings.of(model);
		recipe = settings.map(TrainingSettings::recipe).orElseGet(() -> likely(
			model));
		segmenter = Segmenter.of(model, SegmenterOptions.defaults());
	}

	/** How a model was trained that does not say. */
	private static Recipe likely(final ModelBundle model) {
		final TargetRule targets = switch (model.rule().kind()) {
			case INTERIOR_BORDER -> TargetRule.interiorBorder();
			case ENCLOSED -> TargetRule.membrane(0);
			case FOREGROUND -> TargetRule.semantic(java.util.stream.IntStream.range(0,
				model.spec().classes()).toArray());
		};
		final Recipe usual = Recipe.of(model.spec().channels(), targets);
		return new Recipe(model.spec(), usual.config(), targets, usual
			.augmentation(), model.normalization());
	}

	ModelBundle model() {
		return model;
	}

	/** As it was trained, or as such models usually are. */
	Recipe recipe() {
		return recipe;
	}

	/** Whether the model says how it was trained. */
	boolean isKnown() {
		return settings.isPresent();
	}

	Segmenter segmenter() {
		return segmenter;
	}

	Agreement agreement() {
		return new Agreement(foregroundLabels());
	}

	/** Labels that mean what {@link Look#foreground()} is of. */
	private IntPredicate foregroundLabels() {
		final int[] values = recipe.targets().values();
		return switch (recipe.targets().kind()) {
			case INTERIOR_BORDER -> label -> label > 0;
			case MEMBRANE -> label -> label == values[0];
			case SEMANTIC -> label -> label != values[0];
		};
	}

	/** @param image axes (x, y, channel) */
	float[] foreground(
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final Scaling scaling)
	{
		progress.checkCanceled();
		return foreground(segmenter.probabilities(typed(image), scaling,
			Progress.NONE));
	}

	float[] foreground(final ClassPlanes planes) {
		if (model.rule().kind() == ObjectRule.Kind.ENCLOSED) return planes.plane(1);
		final float[] p = planes.plane(0).clone();
		for (int i = 0; i < p.length; i++)
			p[i] = 1 - p[i];
		return p;
	}

	/**
	 * NB: Of whatever type; no wildcard can be given where the type refers to
	 * itself.
	 */
	@SuppressWarnings("unchecked")
	static RandomAccessibleInterval<FloatType> typed(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return (RandomAccessibleInterval<FloatType>) image;
	}

	@Override
	public void close() {
		segmenter.close();
	}
}
