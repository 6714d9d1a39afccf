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

import java.util.List;
import java.util.function.IntFunction;

import org.unetlens.compare.Curve;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.Output;
import org.unetlens.engine.Progress;
import org.unetlens.infer.FeatureMap;
import org.unetlens.infer.PathGradient;
import org.unetlens.network.SkipGains;
import org.unetlens.ui.report.HtmlReport;

/** Asks the session of an image. */
final class SessionProbe implements ImageProbe {

	private final ImageComparison compared;
	private final IntFunction<ImageComparison> others;

	SessionProbe(final ImageComparison compared,
		final IntFunction<ImageComparison> others)
	{
		this.compared = compared;
		this.others = others;
	}

	@Override
	public Output output(final VariantChoice choice) {
		if (choice instanceof VariantChoice.KnockOut k) return compared.output(k
			.gains());
		if (choice instanceof VariantChoice.Twin t) return compared.twin(t.index());
		if (choice instanceof VariantChoice.Transplant t) return compared
			.transplant(others.apply(t.index()));
		final VariantChoice.ShiftedSkips s = (VariantChoice.ShiftedSkips) choice;
		return compared.shiftedSkips(s.dx(), 0);
	}

	@Override
	public FeatureMap features(final String layer, final SkipGains gains) {
		return compared.features(layer, gains);
	}

	@Override
	public List<PathGradient> receptiveFields(final long x, final long y) {
		return compared.receptiveFields(x, y);
	}

	@Override
	public List<Curve> shiftTest(final Progress progress) {
		return compared.shiftTest(progress);
	}

	@Override
	public HtmlReport report(final Progress progress) {
		return HtmlReport.of(compared, progress);
	}
}
