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

package org.unetlens.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes that the weights of a network must have, by arithmetic. */
public final class WeightShapes {

	/** Parameters of a batch normalisation, each [oC], in this order. */
	static final List<String> BATCH_NORM = List.of("gamma", "beta", "mean",
		"variance");

	private WeightShapes() {}

	/**
	 * Name to shape of every weight of the network, as {@link Weights} holds
	 * them, in the order in which they run.
	 */
	public static Map<String, long[]> of(final UNetSpec spec) {
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		for (int k = 0; k <= spec.depth(); k++) {
			final int in = k == 0 ? spec.channels() : spec.width(k - 1);
			convolution(shapes, spec, LayerNames.encoder(k, 1), in, spec.width(k));
			convolution(shapes, spec, LayerNames.encoder(k, 2), spec.width(k), spec
				.width(k));
		}
		for (int k = spec.depth() - 1; k >= 0; k--) {
			up(shapes, spec, k);
			final int in = spec.upWidth(k) + (spec.skips().contains(k) ? spec.width(k)
				: 0);
			convolution(shapes, spec, LayerNames.decoder(k, 1), in, spec.width(k));
			convolution(shapes, spec, LayerNames.decoder(k, 2), spec.width(k), spec
				.width(k));
		}
		final int third = spec.form().headWidth();
		if (third > 0) kernel(shapes, LayerNames.THIRD, 3, spec.width(0), third);
		shapes.put(LayerNames.weight(LayerNames.HEAD), new long[] { 1, 1, third > 0
			? third : spec.width(0), spec.classes() });
		shapes.put(LayerNames.bias(LayerNames.HEAD), new long[] { spec.classes() });
		return shapes;
	}

	/** Number of values in all. */
	public static long count(final UNetSpec spec) {
		return of(spec).values().stream().mapToLong(WeightShapes::size).sum();
	}

	static long size(final long[] shape) {
		long n = 1;
		for (final long s : shape)
			n = Math.multiplyExact(n, s);
		return n;
	}

	private static void up(final Map<String, long[]> shapes, final UNetSpec spec,
		final int level)
	{
		final String layer = LayerNames.up(level);
		final int side = spec.form().upKernel();
		shapes.put(LayerNames.weight(layer), new long[] { side, side, spec.width(
			level + 1), spec.upWidth(level) });
		if (spec.form().upBias()) shapes.put(LayerNames.bias(layer), new long[] {
			spec.upWidth(level) });
	}

	private static void kernel(final Map<String, long[]> shapes,
		final String layer, final int side, final int in, final int out)
	{
		shapes.put(LayerNames.weight(layer), new long[] { side, side, in, out });
		shapes.put(LayerNames.bias(layer), new long[] { out });
	}

	private static void convolution(final Map<String, long[]> shapes,
		final UNetSpec spec, final String layer, final int in, final int out)
	{
		kernel(shapes, layer, 3, in, out);
		if (spec.batchNorm()) for (final String parameter : BATCH_NORM)
			shapes.put(layer + "." + parameter, new long[] { out });
	}
}
