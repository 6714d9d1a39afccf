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

import org.unetlens.compare.Curve;
import org.unetlens.compare.Output;
import org.unetlens.engine.Progress;
import org.unetlens.infer.FeatureMap;
import org.unetlens.infer.PathGradient;
import org.unetlens.network.SkipGains;
import org.unetlens.ui.report.HtmlReport;

/**
 * What is computed on demand for one image under comparison. Called by one
 * background thread at a time; an exception's message is shown to the user.
 */
public interface ImageProbe {

	/** The output of a variant. */
	Output output(VariantChoice choice);

	/** The activations of a layer with the skips at these gains. */
	FeatureMap features(String layer, SkipGains gains);

	/**
	 * What the output pixel (x, y) sees: of all paths together, then through each
	 * skip, then through the bottleneck.
	 */
	List<PathGradient> receptiveFields(long x, long y);

	/** Change of the output when the input is moved, full model and none. */
	List<Curve> shiftTest(Progress progress);

	/** The report on this image; takes seconds. */
	HtmlReport report(Progress progress);
}
