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

package org.unetlens.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Experiment;
import org.unetlens.compare.Variant;
import org.unetlens.ui.plot.ComparisonPlots;

/** The variant pane's output among the figures shown. Stateless. */
final class ShownVariant {

	private ShownVariant() {}

	/**
	 * Its figures: of this image, or of all images when those are shown and know
	 * this variant.
	 */
	static Optional<Variant> of(final LensModel model) {
		return model.panes().map(set -> set.variant().output().variant()).flatMap(
			v -> model.state().summary() ? inSummary(model.figures(), v) : Optional
				.of(v));
	}

	private static Optional<Variant> inSummary(final Comparison figures,
		final Variant shown)
	{
		final List<Variant> all = new ArrayList<>(figures.knockOuts().values());
		all.addAll(figures.twins());
		return all.stream().filter(v -> v.name().equals(shown.name())).findFirst();
	}

	/** What plots show beside the full model: the usual ones and this one. */
	static List<Variant> beside(final LensModel model) {
		final List<Variant> shown = new ArrayList<>(ComparisonPlots.usual(model
			.figures()));
		of(model).filter(v -> v.experiment() != Experiment.FULL_MODEL && shown
			.stream().noneMatch(s -> s.name().equals(v.name()))).ifPresent(v -> shown
				.add(0, v));
		return shown;
	}
}
