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

package org.unetlens.ui.report;

import java.util.List;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Variant;
import org.unetlens.ui.plot.ComparisonPlots;

/** Where errors lie and what sharpness is lost. */
final class PlotSection implements Section {

	private final Comparison comparison;

	PlotSection(final Comparison comparison) {
		this.comparison = comparison;
	}

	@Override
	public void write(final Page page) {
		final List<Variant> others = ComparisonPlots.usual(comparison);
		final int cell = 1 << comparison.model().depth();
		page.section("plots", "Where the errors are, and how sharp borders stay",
			() -> {
				page.figure("two",
					"Left: share of wrong pixels against the distance to the reference boundary; a net that has lost position errs near boundaries, one that has lost meaning also far from them. Right: mean foreground probability across the reference's borders; the legend gives the median width over which it rises from 10 to 90 %.",
					() -> {
						page.plot(ComparisonPlots.errorByDistance(comparison, others), 470,
							350);
						page.plot(ComparisonPlots.edgeProfile(comparison, others), 470,
							350);
					});
				page.figure("one",
					"How much the probability map changes at each scale. One cell of the bottleneck stands for " +
						cell + " x " + cell +
						" pixels, so its grid carries nothing finer than the line: what is to the right of it was brought by skips, or made up by the way up.",
					() -> page.plot(ComparisonPlots.spectrum(comparison, others), 800,
						360));
			});
	}
}
