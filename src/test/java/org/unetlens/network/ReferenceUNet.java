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

import java.util.function.BiFunction;

/** A U-Net computed by plain loops in double precision, to compare against. */
final class ReferenceUNet {

	private final UNetSpec spec;
	private final Weights weights;

	ReferenceUNet(final UNetSpec spec, final Weights weights) {
		this.spec = spec;
		this.weights = weights;
	}

	/** One map [h][w][c]. */
	record Features(int h, int w, int c, double[] v) {

		Features(final int h, final int w, final int c) {
			this(h, w, c, new double[h * w * c]);
		}

		double at(final int y, final int x, final int k) {
			return y < 0 || x < 0 || y >= h || x >= w ? 0 : v[(y * w + x) * c + k];
		}
	}

	/** Softmax probabilities [h, w, classes] of one image [h, w, channels]. */
	double[] run(final float[] input, final int h, final int w) {
		return run(input, h, w, (level, skip) -> skip);
	}

	/** The same with zeros in the place of some skips. */
	double[] run(final float[] input, final int h, final int w,
		final SkipSet silenced)
	{
		return run(input, h, w, (level, skip) -> silenced.contains(level)
			? new Features(skip.h(), skip.w(), skip.c()) : skip);
	}

	/** The same with other maps in the skips' place. */
	double[] run(final float[] input, final int h, final int w,
		final BiFunction<Integer, Features, Features> change)
	{
		Features x = new Features(h, w, spec.channels());
		for (int i = 0; i < input.length; i++)
			x.v()[i] = input[i];
		final Features[] skips = new Features[spec.depth()];
		for (int k = 0; k < spec.depth(); k++) {
			x = block(x, LayerNames.encoder(k, 1), LayerNames.encoder(k, 2));
			skips[k] = x;
			x = pool(x);
		}
		x = block(x, LayerNames.encoder(spec.depth(), 1), LayerNames.encoder(spec
			.depth(), 2));
		for (int k = spec.depth() - 1; k >= 0; k--) {
			x = up(x, weights.get(LayerNames.weight(LayerNames.up(k))));
			if (spec.skips().contains(k)) x = concat(change.apply(k, skips[k]), x);
			x = block(x, LayerNames.decoder(k, 1), LayerNames.decoder(k, 2));
		}
		return softmax(convolve(x, LayerNames.HEAD));
	}

	private Features block(final Features in, final String first,
		final String second)
	{
		return relu(norm(convolve(relu(norm(convolve(in, first), first)), second),
			second));
	}

	private Features convolve(final Features in, final String layer) {
		final Weights.Weight k = weights.get(layer + ".weight");
		final float[] bias = weights.get(layer + ".bias").values();
		final int size = (int) k.shape()[0];
		final int out = (int) k.shape()[3];
		final Features f = new Features(in.h(), in.w(), out);
		for (int y = 0; y < in.h(); y++)
			for (int x = 0; x < in.w(); x++)
				for (int o = 0; o < out; o++) {
					double sum = bias[o];
					for (int dy = 0; dy < size; dy++)
						for (int dx = 0; dx < size; dx++)
							for (int c = 0; c < in.c(); c++)
								sum += in.at(y + dy - size / 2, x + dx - size / 2, c) * k
									.values()[((dy * size + dx) * in.c() + c) * out + o];
					f.v()[(y * in.w() + x) * out + o] = sum;
				}
		return f;
	}

	private Features norm(final Features in, final String layer) {
		if (!spec.batchNorm()) return in;
		for (int i = 0; i < in.v().length; i++) {
			final int c = i % in.c();
			in.v()[i] = (in.v()[i] - weights.get(layer + ".mean").values()[c]) / Math
				.sqrt(weights.get(layer + ".variance").values()[c] + 1e-5) * weights
					.get(layer + ".gamma").values()[c] + weights.get(layer + ".beta")
						.values()[c];
		}
		return in;
	}

	private static Features relu(final Features in) {
		for (int i = 0; i < in.v().length; i++)
			in.v()[i] = Math.max(0, in.v()[i]);
		return in;
	}

	private static Features pool(final Features in) {
		final Features f = new Features(in.h() / 2, in.w() / 2, in.c());
		for (int y = 0; y < f.h(); y++)
			for (int x = 0; x < f.w(); x++)
				for (int c = 0; c < in.c(); c++)
					f.v()[(y * f.w() + x) * in.c() + c] = Math.max(Math.max(in.at(2 * y,
						2 * x, c), in.at(2 * y, 2 * x + 1, c)), Math.max(in.at(2 * y + 1,
							2 * x, c), in.at(2 * y + 1, 2 * x + 1, c)));
		return f;
	}

	private static Features up(final Features in, final Weights.Weight k) {
		final int out = (int) k.shape()[3];
		final Features f = new Features(2 * in.h(), 2 * in.w(), out);
		for (int y = 0; y < f.h(); y++)
			for (int x = 0; x < f.w(); x++)
				for (int o = 0; o < out; o++) {
					double sum = 0;
					for (int c = 0; c < in.c(); c++)
						sum += in.at(y / 2, x / 2, c) * k.values()[((y % 2 * 2 + x % 2) * in
							.c() + c) * out + o];
					f.v()[(y * f.w() + x) * out + o] = sum;
				}
		return f;
	}

	private static Features concat(final Features a, final Features b) {
		final Features f = new Features(a.h(), a.w(), a.c() + b.c());
		for (int p = 0; p < a.h() * a.w(); p++) {
			System.arraycopy(a.v(), p * a.c(), f.v(), p * f.c(), a.c());
			System.arraycopy(b.v(), p * b.c(), f.v(), p * f.c() + a.c(), b.c());
		}
		return f;
	}

	private static double[] softmax(final Features in) {
		final double[] out = new double[in.v().length];
		for (int p = 0; p < out.length; p += in.c()) {
			double sum = 0;
			for (int c = 0; c < in.c(); c++)
				sum += out[p + c] = Math.exp(in.v()[p + c]);
			for (int c = 0; c < in.c(); c++)
				out[p + c] /= sum;
		}
		return out;
	}
}
