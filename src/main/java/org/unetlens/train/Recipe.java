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

import org.unetlens.data.Augmentation;
import org.unetlens.data.TargetRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;

/**
 * Everything that decides about a training but the images. Immutable.
 *
 * @param spec the network
 * @param config steps, batch, optimiser
 * @param targets how labels become classes and weights
 * @param augmentation how patches are varied
 * @param normalization of intensities, stored with the model
 */
public record Recipe(UNetSpec spec, TrainingConfig config, TargetRule targets,
		Augmentation augmentation, Normalization normalization) {

	public Recipe {
		if (spec.classes() != targets.numClasses())
			throw new IllegalArgumentException("The network has " + spec.classes() +
				" classes, but the labels make " + targets.numClasses() +
				"; both must agree");
		if (config.patch() % spec.tileStep() != 0)
			throw new IllegalArgumentException("Patches of " + config.patch() +
				" px; a network of depth " + spec.depth() + " needs a multiple of " +
				spec.tileStep() + " px");
	}

	/**
	 * Objects in grey images: depth 4, base width 16, interior and border
	 * classes, percentiles 1 and 99.8.
	 */
	public static Recipe objects(final int channels) {
		return of(channels, TargetRule.interiorBorder());
	}

	/** The same network and settings for other targets. */
	public static Recipe of(final int channels, final TargetRule targets) {
		return new Recipe(UNetSpec.default2d(channels, targets.numClasses())
			.withBaseWidth(16), TrainingConfig.defaults(), targets,
			AugmentationStrength.NORMAL.of(targets), Normalization.percentile(1,
				99.8));
	}

	/**
	 * The same for a network that starts from a model's weights: its network, but
	 * with the channels and classes of this one, and its normalisation of
	 * intensities.
	 */
	public Recipe basedOn(final ModelBundle model) {
		final UNetSpec base = model.spec();
		final UNetSpec own = new UNetSpec(base.dims(), spec.channels(), spec
			.classes(), base.depth(), base.baseWidth(), base.padding(), base.skips(),
			base.batchNorm(), spec.seed(), base.form());
		final int step = own.tileStep();
		// NB: A deeper network may need a larger patch.
		final int patch = (config.patch() + step - 1) / step * step;
		return new Recipe(own, config.withPatch(patch), targets, augmentation, model
			.normalization());
	}

	public Recipe withSpec(final UNetSpec s) {
		return new Recipe(s, config, targets, augmentation, normalization);
	}

	public Recipe withConfig(final TrainingConfig c) {
		return new Recipe(spec, c, targets, augmentation, normalization);
	}

	public Recipe withTargets(final TargetRule t) {
		return new Recipe(spec, config, t, augmentation, normalization);
	}

	public Recipe withAugmentation(final Augmentation a) {
		return new Recipe(spec, config, targets, a, normalization);
	}

	public Recipe withNormalization(final Normalization n) {
		return new Recipe(spec, config, targets, augmentation, n);
	}
}
