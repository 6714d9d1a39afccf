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

import java.util.Arrays;

import org.unetlens.network.LayerNames;
import org.unetlens.network.Padding;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;

/**
 * The U-Net written down as plainly as possible, sums in double, as a reference
 * for everything faster.
 */
final class NaiveUNet {

	/** A feature map, index (y * w + x) * c + channel. */
	private record Map3(int h, int w, int c, float[] v) {

		Map3(final int h, final int w, final int c) {
			this(h, w, c, new float[h * w * c]);
		}

		float at(final int y, final int x, final int k) {
			return v[(y * w + x) * c + k];
		}

		void set(final int y, final int x, final int k, final double value) {
			v[(y * w + x) * c + k] = (float) value;
		}
	}

	private final UNetSpec spec;
	private final Weights weights;

	NaiveUNet(final UNetSpec spec, final Weights weights) {
		this.spec = spec;
		this.weights = weights;
	}

	/** [h, w, channels] to [h', w', classes]. */
	float[] run(final float[] input, final int h, final int w) {
		final Map3[] skips = new Map3[spec.depth()];
		Map3 x = new Map3(h, w, spec.channels(), input);
		for (int k = 0; k < spec.depth(); k++) {
			skips[k] = conv(LayerNames.encoder(k, 2), conv(LayerNames.encoder(k, 1),
				x));
			x = pool(skips[k]);
		}
		x = conv(LayerNames.encoder(spec.depth(), 2), conv(LayerNames.encoder(spec
			.depth(), 1), x));
		for (int k = spec.depth() - 1; k >= 0; k--) {
			x = up(LayerNames.up(k), x);
			if (spec.skips().contains(k)) x = concat(skips[k], x);
			x = conv(LayerNames.decoder(k, 2), conv(LayerNames.decoder(k, 1), x));
		}
		return softmax(linear(LayerNames.HEAD, x, 0)).v;
	}

	private Map3 conv(final String layer, final Map3 x) {
		final Map3 y = linear(layer, x, spec.padding() == Padding.SAME ? 1 : 0);
		for (int i = 0; i < y.v.length; i++) {
			final int c = i % y.c;
			final double n = spec.batchNorm() ? (y.v[i] - value(layer + ".mean", c)) /
				Math.sqrt(value(layer + ".variance", c) + 1e-5) * value(layer +
					".gamma", c) + value(layer + ".beta", c) : y.v[i];
			y.v[i] = (float) Math.max(0, n);
		}
		return y;
	}

	private Map3 linear(final String layer, final Map3 x, final int pad) {
		final float[] kernel = weights.get(LayerNames.weight(layer)).values();
		final long[] s = weights.get(LayerNames.weight(layer)).shape();
		final int k = (int) s[0];
		final int oc = (int) s[3];
		final Map3 y = new Map3(x.h + 2 * pad - k + 1, x.w + 2 * pad - k + 1, oc);
		for (int r = 0; r < y.h; r++)
			for (int q = 0; q < y.w; q++)
				for (int o = 0; o < oc; o++) {
					double sum = value(LayerNames.bias(layer), o);
					for (int dy = 0; dy < k; dy++)
						for (int dx = 0; dx < k; dx++) {
							final int sy = r + dy - pad;
							final int sx = q + dx - pad;
							if (sy < 0 || sx < 0 || sy >= x.h || sx >= x.w) continue;
							for (int i = 0; i < x.c; i++)
								sum += (double) x.at(sy, sx, i) * kernel[((dy * k + dx) * x.c +
									i) * oc + o];
						}
					y.set(r, q, o, sum);
				}
		return y;
	}

	private Map3 up(final String layer, final Map3 x) {
		final float[] kernel = weights.get(LayerNames.weight(layer)).values();
		final int oc = (int) weights.get(LayerNames.weight(layer)).shape()[3];
		final Map3 y = new Map3(2 * x.h, 2 * x.w, oc);
		for (int r = 0; r < y.h; r++)
			for (int q = 0; q < y.w; q++)
				for (int o = 0; o < oc; o++) {
					double sum = 0;
					for (int i = 0; i < x.c; i++)
						sum += (double) x.at(r / 2, q / 2, i) * kernel[((r % 2 * 2 + q %
							2) * x.c + i) * oc + o];
					y.set(r, q, o, sum);
				}
		return y;
	}

	private static Map3 pool(final Map3 x) {
		final Map3 y = new Map3(x.h / 2, x.w / 2, x.c);
		for (int r = 0; r < y.h; r++)
			for (int q = 0; q < y.w; q++)
				for (int c = 0; c < x.c; c++)
					y.set(r, q, c, Math.max(Math.max(x.at(2 * r, 2 * q, c), x.at(2 * r +
						1, 2 * q, c)), Math.max(x.at(2 * r, 2 * q + 1, c), x.at(2 * r + 1,
							2 * q + 1, c))));
		return y;
	}

	/** Skip first; its middle when it is larger. */
	private static Map3 concat(final Map3 skip, final Map3 up) {
		final int dy = (skip.h - up.h) / 2;
		final int dx = (skip.w - up.w) / 2;
		final Map3 y = new Map3(up.h, up.w, skip.c + up.c);
		for (int r = 0; r < up.h; r++)
			for (int q = 0; q < up.w; q++) {
				for (int c = 0; c < skip.c; c++)
					y.set(r, q, c, skip.at(r + dy, q + dx, c));
				for (int c = 0; c < up.c; c++)
					y.set(r, q, skip.c + c, up.at(r, q, c));
			}
		return y;
	}

	private static Map3 softmax(final Map3 x) {
		final Map3 y = new Map3(x.h, x.w, x.c);
		for (int p = 0; p < x.h * x.w; p++) {
			final float[] logits = Arrays.copyOfRange(x.v, p * x.c, (p + 1) * x.c);
			double sum = 0;
			for (final float l : logits)
				sum += Math.exp(l);
			for (int c = 0; c < x.c; c++)
				y.v[p * x.c + c] = (float) (Math.exp(logits[c]) / sum);
		}
		return y;
	}

	private double value(final String name, final int i) {
		return weights.get(name).values()[i];
	}
}
