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

package org.unetlens.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import org.unetlens.graph.GraphOnnx;
import org.unetlens.graph.TrainedGraph;
import org.unetlens.network.Weights.Weight;

/** Tells whether two models give the same results, whatever their names. */
public final class ModelFingerprint {

	private static final int DIGITS = 16;

	private ModelFingerprint() {}

	/**
	 * 16 hex digits that depend on network, weights, normalisation, classes and
	 * rule.
	 */
	public static String of(final ModelBundle model) {
		final MessageDigest digest = Sha256.digest();
		digest.update(List.of(model.isUNet() ? model.spec() : "graph", model
			.normalization(), model.classes(), model.rule()).toString().getBytes(
				StandardCharsets.UTF_8));
		if (model.network() instanceof TrainedGraph graph) digest.update(GraphOnnx
			.write(graph.graph()));
		else addWeights(model, digest);
		return Sha256.hex(digest.digest()).substring(0, DIGITS);
	}

	private static void addWeights(final ModelBundle model,
		final MessageDigest digest)
	{
		for (final Weight weight : model.weights().all()) {
			digest.update(weight.name().getBytes(StandardCharsets.UTF_8));
			final ByteBuffer bytes = ByteBuffer.allocate(weight.values().length *
				Float.BYTES);
			bytes.asFloatBuffer().put(weight.values());
			digest.update(bytes);
		}
	}
}
