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
import org.unetlens.data.Chance;
import org.unetlens.data.TargetRule;

/** How widely patches are varied, in a word. */
public enum AugmentationStrength {

		/** Not at all. */
		NONE,
		/** Turned and mirrored, brightness a little. */
		LIGHT,
		/** For images like those to be segmented later. */
		NORMAL,
		/** For few images, or when later ones differ more. */
		STRONG;

	/**
	 * The steps for such targets. NB: Objects of one image often differ in size
	 * and brightness by more than the training images show: dim ones beside
	 * bright ones, fragments beside whole ones. So both are varied widely.
	 */
	public Augmentation of(final TargetRule targets) {
		final Augmentation normal = targets
			.kind() != TargetRule.Kind.INTERIOR_BORDER ? Augmentation.default2d()
				: Augmentation.default2d().withScale(Chance.of(0.4, 0.5, 1.5))
					.withContrast(Chance.of(0.5, 0.25, 1.5));
		return switch (this) {
			case NONE -> Augmentation.none();
			case LIGHT -> Augmentation.none().withMirror(0.5).withQuarterTurns(1)
				.withBrightness(Chance.of(0.3, -0.1, 0.1)).withContrast(Chance.of(0.3,
					0.8, 1.25));
			case NORMAL -> normal;
			case STRONG -> normal.withRotation(Chance.of(0.5, -45, 45)).withScale(
				Chance.of(0.6, 0.5, 2)).withElastic(Chance.of(0.5, 1, 6), 48)
				.withBrightness(Chance.of(0.6, -0.2, 0.2)).withContrast(Chance.of(0.6,
					0.25, 2)).withGamma(Chance.of(0.6, 0.5, 2)).withNoise(Chance.of(0.5,
						0, 0.15)).withBlur(Chance.of(0.4, 0.5, 2));
		};
	}
}
