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

package org.unetlens.graph;

import org.unetlens.graph.LayerOp.Active;
import org.unetlens.graph.LayerOp.Affine;
import org.unetlens.graph.LayerOp.Clip;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Merge;
import org.unetlens.graph.LayerOp.NegativeSlopes;
import org.unetlens.graph.LayerOp.Other;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.Probability;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.graph.LayerOp.ZeroPadding;

/** A layer in words. */
public final class LayerText {

	private LayerText() {}

	public static String of(final Layer layer) {
		return layer.name() + ": " + of(layer.op()) + ", reads " + String.join(", ",
			layer.inputs());
	}

	/** What it does. */
	public static String of(final LayerOp op) {
		if (op instanceof Convolution c) return "convolution " + of(c.kernel());
		if (op instanceof UpConvolution c) return "transposed convolution " + of(c
			.kernel());
		if (op instanceof Pooling p) return lower(p.kind()) + " pooling " + p
			.size() + " x " + p.size();
		if (op instanceof UpSampling u) return (u.linear() ? "bilinear " : "") +
			"up-sampling by " + u.factor();
		if (op instanceof Combination c) return lower(c.kind()) + " of maps";
		if (op instanceof Curve c) return lower(c.kind());
		if (op instanceof Clip c) return "limits " + c.least() + " and " + c.most();
		if (op instanceof NegativeSlopes) return "parametric relu";
		if (op instanceof ZeroPadding) return "padding with zeros";
		if (op instanceof Merge) return "merge";
		if (op instanceof Affine) return "batch normalisation";
		if (op instanceof Active a) return lower(a.activation().kind());
		if (op instanceof Probability p) return lower(p.kind());
		return ((Other) op).what();
	}

	private static String lower(final Enum<?> value) {
		return value.toString().toLowerCase(java.util.Locale.ROOT).replace('_',
			' ');
	}

	private static String of(final Kernel k) {
		return k.height() + " x " + k.width() + ", " + k.inputs() + " to " + k
			.outputs() + " channels";
	}
}
