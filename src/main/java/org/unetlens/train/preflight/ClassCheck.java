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
import java.util.Locale;

import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.SampleSurvey;

/** Classes that are missing, rare, or in one image only; unknown pixels. */
final class ClassCheck implements Check {

	private static final double RARE = 0.005;
	private static final double HEAVIEST = 5;
	private static final double LITTLE_KNOWN = 0.05;

	@Override
	public List<Finding> find(final Preflight preflight) {
		final long[] pixels = new long[preflight.classes().size()];
		final int[] images = new int[pixels.length];
		long known = 0;
		long all = 0;
		for (final SampleSurvey survey : preflight.surveys()) {
			for (int c = 0; c < pixels.length; c++) {
				pixels[c] += survey.classPixels()[c];
				if (survey.classPixels()[c] > 0) images[c]++;
			}
			known += survey.knownPixels();
			all += (long) survey.sample().width() * survey.sample().height();
		}
		final List<Finding> findings = new ArrayList<>();
		if (known == 0) return List.of(Finding.error(
			"No pixel is annotated; outline objects, or use labels other than \"not annotated\"."));
		missing(preflight, pixels, findings);
		rare(preflight, pixels, known, findings);
		for (int c = 0; c < pixels.length; c++)
			if (images[c] == 1 && preflight.surveys().size() > 1) findings.add(Finding
				.warning(preflight.classes().get(c) +
					" occurs in one image only, so it cannot be both trained and validated. Annotate it in more images."));
		if (known < LITTLE_KNOWN * all) findings.add(Finding.note(String.format(
			Locale.ROOT, "%.1f %% of the pixels are annotated; the rest is left out.",
			100.0 * known / all)));
		return findings;
	}

	private static void missing(final Preflight preflight, final long[] pixels,
		final List<Finding> findings)
	{
		final List<String> missing = new ArrayList<>();
		for (int c = 0; c < pixels.length; c++)
			if (pixels[c] == 0) missing.add(preflight.classes().get(c));
		if (missing.isEmpty()) return;
		final boolean foreground = preflight.recipe().targets()
			.kind() == TargetRule.Kind.INTERIOR_BORDER && missing.contains(
				"interior");
		findings.add(foreground ? Finding.error(
			"No image holds an object; annotate at least one, or check that these are the right labels.")
			: Finding.error("No pixel is " + String.join(" or ", missing) +
				"; annotate some, or take the class out."));
	}

	private static void rare(final Preflight preflight, final long[] pixels,
		final long known, final List<Finding> findings)
	{
		final List<String> rare = new ArrayList<>();
		long most = 0;
		for (int c = 0; c < pixels.length; c++) {
			most = Math.max(most, pixels[c]);
			if (pixels[c] > 0 && pixels[c] < RARE * known) rare.add(String.format(
				Locale.ROOT, "%s (%.2g %%)", preflight.classes().get(c), 100.0 *
					pixels[c] / known));
		}
		if (rare.isEmpty()) return;
		final List<Float> weights = new ArrayList<>();
		for (final long p : pixels)
			weights.add((float) Math.max(1, Math.min(HEAVIEST, Math.sqrt(RARE *
				known / Math.max(1, p)) * 2)));
		findings.add(Finding.warning("Few pixels are " + String.join(" and ",
			rare) +
			", so the network gains little by learning them. Annotate more of them, or give them more weight.")
			.withFix(new Fix.ClassWeights(weights)));
	}
}
