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

package org.unetlens.train.preflight;

import java.util.ArrayList;
import java.util.List;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.SampleSurvey;

/** Too few images or objects. */
final class CountCheck implements Check {

	private static final int FEW_IMAGES = 10;
	private static final int VERY_FEW_IMAGES = 5;
	private static final int FEW_OBJECTS = 50;

	@Override
	public List<Finding> find(final Preflight preflight) {
		final List<Finding> findings = new ArrayList<>();
		final List<Sample> samples = preflight.samples();
		final int images = (int) samples.stream().map(Sample::group).distinct()
			.count();
		if (images == 1) findings.add(one(samples));
		else if (images < VERY_FEW_IMAGES) findings.add(Finding.warning(images +
			" images: one or two decide how good the model seems. Annotate more, or use cross-validation, in which each image validates once.")
			.withFix(new Fix.Folds(images)));
		else if (images < FEW_IMAGES) findings.add(Finding.note(images +
			" images: cross-validation would tell more surely how good the model is.")
			.withFix(new Fix.Folds(5)));
		final int objects = SampleSurvey.objects(preflight.surveys()).count();
		if (preflight.recipe().targets()
			.kind() == TargetRule.Kind.INTERIOR_BORDER && objects > 0 &&
			objects < FEW_OBJECTS) findings.add(Finding.warning(objects +
				(objects == 1 ? " object" : " objects") +
				" in all; about 100, as different as they come, make a model that can be relied on."));
		return findings;
	}

	private static Finding one(final List<Sample> samples) {
		final Fix cut = new Fix.Cut(2, 2);
		if (samples.size() == 1) return Finding.error(
			"There is one image only, so none is left to validate on. Annotate another, or cut it into parts.")
			.withFix(cut);
		return Finding.warning(
			"All planes belong to one stack; planes that lie side by side are alike, so validation scores will be too good. Annotate another stack if you can.");
	}
}
