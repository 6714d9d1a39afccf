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
import java.util.function.ToIntFunction;

import org.unetlens.data.BorderWeight;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.NameList;
import org.unetlens.data.annotation.ObjectSurvey;
import org.unetlens.data.annotation.SampleSurvey;

/** Objects that touch, specks, and objects in pieces. */
final class ObjectCheck implements Check {

	private static final double MANY_BROKEN = 0.05;

	@Override
	public List<Finding> find(final Preflight preflight) {
		final List<Finding> findings = new ArrayList<>();
		if (preflight.recipe().targets().kind() != TargetRule.Kind.INTERIOR_BORDER)
			return findings;
		final ObjectSurvey all = SampleSurvey.objects(preflight.surveys());
		if (all.touching() > 0) findings.add(touching(all, preflight.recipe()
			.targets()));
		if (all.specks() > 0) findings.add(Finding.warning(all.specks() + " of " +
			all.count() + (all.specks() == 1 ? " objects has" : " objects have") +
			" no more than " + ObjectSurvey.SPECK + " pixels (" + names(preflight,
				ObjectSurvey::specks) + "): slips of the annotation? Leave them out.")
			.withFix(new Fix.RemoveSpecks(ObjectSurvey.SPECK)));
		if (all.broken() > MANY_BROKEN * all.count()) findings.add(Finding.warning(
			all.broken() + " of " + all.count() + " objects lie in several pieces (" +
				names(preflight, ObjectSurvey::broken) +
				"). If the same number was given to different objects, make each piece an object.")
			.withFix(new Fix.SplitPieces()));
		return findings;
	}

	private static Finding touching(final ObjectSurvey all,
		final TargetRule rule)
	{
		final long percent = Math.max(1, Math.round(100.0 * all.touching() / all
			.count()));
		final String touch = percent + " % of the objects touch another one";
		return rule.borderWeight() == BorderWeight.NONE ? Finding.warning(touch +
			", but the pixels between them have no more weight than others. Choose border weights, e.g. those of 2015.")
			: Finding.note(touch + "; the border class and weights part them.");
	}

	private static String names(final Preflight preflight,
		final ToIntFunction<ObjectSurvey> count)
	{
		return NameList.few(preflight.surveys().stream().filter(s -> count
			.applyAsInt(s.objects()) > 0).map(s -> s.sample().name()).toList());
	}
}
