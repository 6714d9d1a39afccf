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

package org.unetlens.ui.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.unetlens.data.Sample;
import org.unetlens.data.Split;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Finding.Severity;
import org.unetlens.train.preflight.TrainingPlan;

/**
 * A plan and all that takes time to find out about it. Immutable.
 *
 * @param plan the plan
 * @param annotations the images as they will be learned
 * @param split which of them train and which validate; both empty when they
 *          cannot be shared out
 * @param findings all there is to say
 */
record LookedAt(TrainingPlan plan, Annotations annotations, Split split,
		List<Finding> findings) {

	/** Looks at the images, which takes about a second per 10 million pixels. */
	static LookedAt of(final TrainingPlan plan) {
		final Annotations annotations = plan.annotations();
		return new LookedAt(plan, annotations, split(plan, annotations.samples()),
			plan.findings());
	}

	/** NB: The plan shares out images before they are scaled, in this order. */
	private static Split split(final TrainingPlan plan,
		final List<Sample> samples)
	{
		final List<Sample> train = new ArrayList<>();
		final List<Sample> validation = new ArrayList<>();
		final Set<Sample> chosen = chosen(plan);
		int i = 0;
		for (final List<Sample> folder : plan.samples())
			for (final Sample sample : folder)
				(chosen.contains(sample) ? validation : train).add(samples.get(i++));
		return validation.isEmpty() ? new Split(List.of(), List.of()) : new Split(
			train, validation);
	}

	/** NB: That images cannot be shared out is one of the findings. */
	private static Set<Sample> chosen(final TrainingPlan plan) {
		final Set<Sample> chosen = Collections.newSetFromMap(
			new IdentityHashMap<>());
		try {
			chosen.addAll(plan.settings().data().of(plan.samples()).validation());
		}
		catch (final IllegalArgumentException e) {
			chosen.clear();
		}
		return chosen;
	}

	/** How labels were read: what there is nothing to do about. */
	List<String> readings() {
		return annotations.findings().stream().filter(LookedAt::isReading).map(
			Finding::sentence).toList();
	}

	/** All else. */
	List<Finding> rest() {
		return findings.stream().filter(f -> !isReading(f) || !annotations
			.findings().contains(f)).toList();
	}

	private static boolean isReading(final Finding finding) {
		return finding.severity() == Severity.NOTE && finding.fix().isEmpty();
	}
}
