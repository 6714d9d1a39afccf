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
import java.util.function.Predicate;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.NameList;
import org.unetlens.data.annotation.SampleSurvey;

/** Images without contrast, without numbers, overexposed, of other channels. */
final class IntensityCheck implements Check {

	private static final double SATURATED = 0.01;
	private static final double BADLY_SATURATED = 0.1;

	@Override
	public List<Finding> find(final Preflight preflight) {
		final List<Finding> findings = new ArrayList<>();
		channels(preflight, findings);
		final List<String> noNumbers = names(preflight, s -> !s.finite());
		if (!noNumbers.isEmpty()) findings.add(Finding.error(NameList.few(
			noNumbers) + (noNumbers.size() == 1 ? " holds" : " hold") +
			" NaN or infinite values; set them to a number, e.g. with Process > Math > Macro..., or leave the image out.")
			.withFix(new Fix.LeaveOut(noNumbers)));
		final List<String> constant = names(preflight, s -> s.finite() && s
			.constantChannels().size() == s.sample().channels());
		if (!constant.isEmpty()) findings.add(Finding.error(NameList.few(constant) +
			(constant.size() == 1 ? " has" : " have") +
			" the same value everywhere; check that the right channel was saved, or leave the image out.")
			.withFix(new Fix.LeaveOut(constant)));
		emptyChannels(preflight, findings);
		saturated(preflight, findings);
		return findings;
	}

	private static List<String> names(final Preflight preflight,
		final Predicate<SampleSurvey> which)
	{
		return preflight.surveys().stream().filter(which).map(s -> s.sample()
			.name()).toList();
	}

	private static void channels(final Preflight preflight,
		final List<Finding> findings)
	{
		final Sample first = preflight.samples().get(0);
		final List<String> others = preflight.samples().stream().filter(s -> s
			.channels() != first.channels()).map(Sample::name).toList();
		if (!others.isEmpty()) findings.add(Finding.error(first.name() + " has " +
			first.channels() + (first.channels() == 1 ? " channel" : " channels") +
			", but " + NameList.few(others) + (others.size() == 1 ? " has"
				: " have") +
			" another number; all images need the same channels. Convert them with Image > Type, or train on one kind."));
	}

	private static void emptyChannels(final Preflight preflight,
		final List<Finding> findings)
	{
		final List<String> empty = preflight.surveys().stream().filter(s -> !s
			.constantChannels().isEmpty() && s.constantChannels().size() < s.sample()
				.channels()).map(s -> s.sample().name() + " channel " + s
					.constantChannels().get(0)).toList();
		if (!empty.isEmpty()) findings.add(Finding.warning(
			"A channel has the same value everywhere: " + NameList.few(empty) +
				". Check that all channels were saved, or remove this one from all images."));
	}

	private static void saturated(final Preflight preflight,
		final List<Finding> findings)
	{
		final List<String> names = names(preflight, s -> s.saturated() > SATURATED);
		if (names.isEmpty()) return;
		final double worst = preflight.surveys().stream().mapToDouble(
			SampleSurvey::saturated).max().orElse(0);
		final String sentence = String.format(Locale.ROOT,
			"%d of %d images are overexposed (%s): up to %.0f %% of the pixels have the largest value, so what differs there cannot be learned. Record with less light if that hides objects.",
			names.size(), preflight.surveys().size(), NameList.few(names), 100 *
				worst);
		findings.add(worst > BADLY_SATURATED ? Finding.warning(sentence) : Finding
			.note(sentence));
	}
}
