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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.NameList;
import org.unetlens.data.annotation.Orientation;
import org.unetlens.data.annotation.SampleSurvey;

/** Labels that lie on nothing, or would fit if they were turned. */
final class FitCheck implements Check {

	@Override
	public List<Finding> find(final Preflight preflight) {
		final List<String> lost = new ArrayList<>();
		final Map<Orientation, List<String>> turned = new LinkedHashMap<>();
		double best = 0;
		for (final SampleSurvey survey : preflight.surveys()) {
			if (!hasTwoClasses(survey) || !survey.finite()) continue;
			if (survey.fit().better().isPresent()) turned.computeIfAbsent(survey.fit()
				.better().get(), o -> new ArrayList<>()).add(survey.sample().name());
			else if (survey.fit().isBad()) lost.add(survey.sample().name());
			best = Math.max(best, survey.fit().share());
		}
		final List<Finding> findings = new ArrayList<>();
		turned.forEach((orientation, names) -> findings.add(Finding.warning(
			"The labels of " + NameList.few(names) +
				" fit their images far better when changed: " + orientation.label()
					.toLowerCase(Locale.ROOT) + ".").withFix(new Fix.Reorient(names,
						orientation))));
		if (!lost.isEmpty()) findings.add(Finding.warning("The labels of " +
			NameList.few(lost) +
			" lie on nothing that is seen in their images: neither brightness nor edges differ between the classes. Check that images and labels belong together, or leave them out.")
			.withFix(new Fix.LeaveOut(lost)));
		return findings;
	}

	/** NB: A sample of background alone fits anything. */
	private static boolean hasTwoClasses(final SampleSurvey survey) {
		int classes = 0;
		for (final long pixels : survey.classPixels())
			if (pixels > 0) classes++;
		return classes > 1;
	}
}
