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

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says whether more annotated images are worth it, or that it cannot be said.
 *
 * @param curve what was measured
 */
record LearningVerdict(LearningCurve curve) {

	/** A gain that is worth the work of annotating as many images again. */
	private static final double WORTH = 0.02;

	String sentence() {
		final List<Integer> counts = curve.counts();
		if (counts.size() < 2)
			return "One number of images was tried only, so nothing can be said about more of them.";
		final Optional<PowerLaw> law = curve.fit();
		return law.isPresent() ? predicted(law.get()) : observed(counts);
	}

	private String predicted(final PowerLaw law) {
		final int most = curve.counts().get(curve.counts().size() - 1);
		final double gain = law.at(2.0 * most) - law.at(most);
		final double noise = curve.halfWidth(most);
		final String text = String.format(Locale.ROOT,
			"The scores follow a power law: with %d images, twice as many, %s would rise by about %.3f to %.3f, and not above about %.3f with any number of such images. ",
			2 * most, curve.score(), gain, law.at(2.0 * most), law.best());
		if (gain < WORTH) return text +
			"More images of the same kind are hardly worth the work; better annotate images that look different, or train longer.";
		return text + "Annotating more is worth it" + (gain < noise ? String.format(
			Locale.ROOT,
			", though the validation images cannot tell such a gain from chance (half an interval is %.3f): put some of the new images into validation.",
			noise) : ".");
	}

	/** NB: No curve fits, so nothing is said beyond what was measured. */
	private String observed(final List<Integer> counts) {
		final int most = counts.get(counts.size() - 1);
		final int before = counts.get(counts.size() - 2);
		final double gain = curve.mean(most) - curve.mean(before);
		final double noise = curve.halfWidth(most);
		final String text = String.format(Locale.ROOT,
			"From %d to %d images %s changed by %.3f. ", before, most, curve.score(),
			gain);
		final String why = counts.size() < 4
			? "Four numbers of images or more are needed to tell how it goes on"
			: "The scores do not follow a power law, so how it goes on cannot be told";
		if (gain > Math.max(WORTH, noise)) return text +
			"That is more than chance explains, so more images will probably help. " +
			why + ".";
		return text + why + (Double.isNaN(noise) ? "." : String.format(Locale.ROOT,
			", and such a change may be chance (half an interval is %.3f).", noise));
	}
}
