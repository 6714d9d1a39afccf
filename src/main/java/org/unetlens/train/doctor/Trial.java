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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.unetlens.data.Sample;
import org.unetlens.tensor.Scaling;

/**
 * Images, how their intensities are scaled, and what the model makes of them.
 * Immutable.
 *
 * @param looks at the images
 * @param scaling of a sample
 * @param score {@link Agreement} with the labels
 */
record Trial(List<Look> looks, Function<Sample, Scaling> scaling,
		double score) {

	/** Runs the model on samples. */
	static Trial of(final List<Sample> samples,
		final Function<Sample, Scaling> scaling, final Patient patient)
	{
		final List<Look> looks = new ArrayList<>();
		for (final Sample s : samples)
			looks.add(new Look(s, patient.foreground(s.image(), scaling.apply(s))));
		return new Trial(looks, scaling, patient.agreement().of(looks));
	}

	/** The same foreground beside other labels. */
	Trial withLabels(final Function<Sample, Sample> change,
		final Patient patient)
	{
		final List<Look> changed = looks.stream().map(l -> new Look(change.apply(l
			.sample()), l.foreground())).toList();
		return new Trial(changed, scaling, patient.agreement().of(changed));
	}

	List<Sample> samples() {
		return looks.stream().map(Look::sample).toList();
	}
}
