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

package org.unetlens.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.network.SkipSet;

/**
 * What was measured of all outputs on one image, or on several together.
 * Immutable.
 *
 * @param knockOuts of every subset of skips, the full set first
 * @param twins in their order
 */
record Measured(Map<SkipSet, OutputMeasures> knockOuts,
		List<OutputMeasures> twins) {

	/** Sums over images, each of which becomes one unit. */
	static Measured sum(final List<Measured> images) {
		final Measured first = images.get(0);
		final Map<SkipSet, OutputMeasures> knockOuts = new LinkedHashMap<>();
		for (final SkipSet on : first.knockOuts.keySet())
			knockOuts.put(on, pooled(images.stream().map(image -> image.knockOuts.get(
				on)).toList()));
		final List<OutputMeasures> twins = new ArrayList<>();
		for (int k = 0; k < first.twins.size(); k++) {
			final int twin = k;
			twins.add(pooled(images.stream().map(image -> image.twins.get(twin))
				.toList()));
		}
		return new Measured(knockOuts, twins);
	}

	private static OutputMeasures pooled(final List<OutputMeasures> images) {
		return images.stream().map(m -> new OutputMeasures(List.of(m.asOneUnit()), m
			.objects(), m.errors(), m.hausdorff(), m.distances(), m.sharpness(), m
				.spectrum(), m.largestProbability())).reduce(OutputMeasures.NONE,
					OutputMeasures::plus);
	}
}
