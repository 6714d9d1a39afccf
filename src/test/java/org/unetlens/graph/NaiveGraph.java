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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.graph.LayerOp.Affine;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.network.Activation;

/**
 * A graph of layers computed value by value, as the definitions say it: slow,
 * and without anything that the project computes with.
 */
public final class NaiveGraph {

	/** A map in 'c' order, {@code [height, width, channels]}. */
	record Map2d(int height, int width, int channels, double[] values) {

		Map2d(final int height, final int width, final int channels) {
			this(height, width, channels, new double[height * width * channels]);
		}

		double at(final int y, final int x, final int c) {
			return values[(y * width + x) * channels + c];
		}

		boolean has(final int y, final int x) {
			return y >= 0 && y < height && x >= 0 && x < width;
		}

		void set(final int y, final int x, final int c, final double v) {
			values[(y * width + x) * channels + c] = v;
		}

		void add(final int y, final int x, final int c, final double v) {
			values[(y * width + x) * channels + c] += v;
		}
	}

	private interface Value {

		double of(int y, int x, int c);
	}

	private NaiveGraph() {}

	/** @param image {@code [height, width, channels]} */
	public static double[] run(final LayerGraph graph, final float[] image,
		final int height, final int width)
	{
		final Map<String, Map2d> maps = new HashMap<>();
		final Map2d in = new Map2d(height, width, graph.channels());
		for (int i = 0; i < image.length; i++)
			in.values()[i] = image[i];
		maps.put(graph.input(), in);
		for (final Layer layer : graph.layers())
			maps.put(layer.name(), layer(layer.op(), layer.inputs().stream().map(
				maps::get).toList()));
		return maps.get(graph.output()).values();
	}

	private static Map2d layer(final LayerOp op, final List<Map2d> in) {
		final Map2d x = in.get(0);
		if (op instanceof Convolution c) return convolution(c, x);
		if (op instanceof UpConvolution c) return upConvolution(c, x);
		if (op instanceof Pooling p) return pooling(p, x);
		if (op instanceof UpSampling u) return upSampling(u, x);
		if (op instanceof LayerOp.Merge) return merged(in);
		if (op instanceof Combination c) return combined(c.kind(), in);
		if (op instanceof Affine a) return each(x, (y, i, c) -> x.at(y, i, c) * one(
			a.factor(), c) + one(a.offset(), c));
		if (op instanceof LayerOp.Active a) return each(x, (y, i, c) -> active(a
			.activation(), x.at(y, i, c)));
		if (op instanceof Curve k) return each(x, (y, i, c) -> curve(k.kind(), x.at(
			y, i, c)));
		if (op instanceof LayerOp.Clip l) return each(x, (y, i, c) -> Math.max(l
			.least(), Math.min(l.most(), x.at(y, i, c))));
		if (op instanceof LayerOp.NegativeSlopes s) return each(x, (y, i, c) -> x
			.at(y, i, c) * (x.at(y, i, c) < 0 ? one(s.slopes(), c) : 1));
		if (op instanceof LayerOp.ZeroPadding p) return padded(p.pads(), x);
		if (op instanceof LayerOp.Probability p) return p
			.kind() == OutputKind.SIGMOID ? each(x, (y, i, c) -> 1 / (1 + Math.exp(-x
				.at(y, i, c)))) : softmax(x);
		throw new AssertionError(op);
	}

	private static double one(final float[] values, final int channel) {
		return values[values.length == 1 ? 0 : channel];
	}

	private static Map2d each(final Map2d like, final Value value) {
		return each(like.height(), like.width(), like.channels(), value);
	}

	private static Map2d each(final int height, final int width,
		final int channels, final Value value)
	{
		final Map2d out = new Map2d(height, width, channels);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int c = 0; c < channels; c++)
					out.set(y, x, c, value.of(y, x, c));
		return out;
	}

	private static int places(final int size, final int window, final int stride,
		final int pads)
	{
		return Math.floorDiv(size + pads - window, stride) + 1;
	}

	private static Map2d convolution(final Convolution c, final Map2d in) {
		final Kernel k = c.kernel();
		final int d = c.dilation();
		final Pads p = c.pads();
		return each(places(in.height(), (k.height() - 1) * d + 1, c.stride(), p
			.top() + p.bottom()), places(in.width(), (k.width() - 1) * d + 1, c
				.stride(), p.left() + p.right()), k.outputs(), (y, x, o) -> {
					double sum = c.bias()[o];
					for (int a = 0; a < k.height(); a++)
						for (int b = 0; b < k.width(); b++) {
							final int row = y * c.stride() - p.top() + a * d;
							final int column = x * c.stride() - p.left() + b * d;
							if (in.has(row, column)) for (int i = 0; i < k.inputs(); i++)
								sum += in.at(row, column, i) * k.at(a, b, i, o);
						}
					return sum;
				});
	}

	/** Each cell is painted with the kernel. */
	private static Map2d upConvolution(final UpConvolution c, final Map2d in) {
		final Kernel k = c.kernel();
		final int s = c.stride();
		final Map2d full = new Map2d((in.height() - 1) * s + k.height(), (in
			.width() - 1) * s + k.width(), k.outputs());
		for (int y = 0; y < in.height(); y++)
			for (int x = 0; x < in.width(); x++)
				for (int a = 0; a < k.height(); a++)
					for (int b = 0; b < k.width(); b++)
						for (int i = 0; i < k.inputs(); i++)
							for (int o = 0; o < k.outputs(); o++)
								full.add(y * s + a, x * s + b, o, in.at(y, x, i) * k.at(a, b, i,
									o));
		final Pads p = c.crop();
		return each(full.height() - p.top() - p.bottom(), full.width() - p.left() -
			p.right(), k.outputs(), (y, x, o) -> (full.has(y + p.top(), x + p.left())
				? full.at(y + p.top(), x + p.left(), o) : 0) + (c.bias() == null ? 0 : c
					.bias()[o]));
	}

	private static Map2d pooling(final Pooling p, final Map2d in) {
		final Pads pads = p.pads();
		return each(places(in.height(), p.size(), p.stride(), pads.top() + pads
			.bottom()), places(in.width(), p.size(), p.stride(), pads.left() + pads
				.right()), in.channels(), (y, x, c) -> {
					double most = Double.NEGATIVE_INFINITY;
					double sum = 0;
					for (int a = 0; a < p.size(); a++)
						for (int b = 0; b < p.size(); b++) {
							final int row = y * p.stride() - pads.top() + a;
							final int column = x * p.stride() - pads.left() + b;
							if (!in.has(row, column)) continue;
							most = Math.max(most, in.at(row, column, c));
							sum += in.at(row, column, c);
						}
					return p.kind() == Pooling.Kind.MAXIMUM ? most : sum / p.size() / p
						.size();
				});
	}

	private static Map2d upSampling(final UpSampling u, final Map2d in) {
		final int f = u.factor();
		return each(in.height() * f, in.width() * f, in.channels(), u.linear() ? (y,
			x, c) -> between(in, (y + 0.5) / f - 0.5, (x + 0.5) / f - 0.5, c) : (y, x,
				c) -> in.at(y / f, x / f, c));
	}

	private static double between(final Map2d in, final double y, final double x,
		final int c)
	{
		final double v = Math.max(0, Math.min(in.height() - 1, y));
		final double h = Math.max(0, Math.min(in.width() - 1, x));
		final int top = (int) v, left = (int) h;
		final int bottom = Math.min(in.height() - 1, top + 1), right = Math.min(in
			.width() - 1, left + 1);
		return (1 - v + top) * ((1 - h + left) * in.at(top, left, c) + (h - left) *
			in.at(top, right, c)) + (v - top) * ((1 - h + left) * in.at(bottom, left,
				c) + (h - left) * in.at(bottom, right, c));
	}

	private static Map2d merged(final List<Map2d> in) {
		final int channels = in.stream().mapToInt(Map2d::channels).sum();
		return each(in.get(0).height(), in.get(0).width(), channels, (y, x, c) -> {
			int from = c;
			for (final Map2d map : in) {
				if (from < map.channels()) return map.at(y, x, from);
				from -= map.channels();
			}
			throw new AssertionError();
		});
	}

	private static Map2d combined(final Combination.Kind kind,
		final List<Map2d> in)
	{
		final int channels = in.stream().mapToInt(Map2d::channels).max().getAsInt();
		return each(in.get(0).height(), in.get(0).width(), channels, (y, x, c) -> in
			.stream().mapToDouble(m -> m.at(y, x, m.channels() == 1 ? 0 : c)).reduce((
				a, b) -> switch (kind) {
					case SUM -> a + b;
					case DIFFERENCE -> a - b;
					case PRODUCT -> a * b;
					case MAXIMUM -> Math.max(a, b);
				}).getAsDouble());
	}

	private static Map2d padded(final Pads p, final Map2d in) {
		return each(in.height() + p.top() + p.bottom(), in.width() + p.left() + p
			.right(), in.channels(), (y, x, c) -> in.has(y - p.top(), x - p.left())
				? in.at(y - p.top(), x - p.left(), c) : 0);
	}

	private static Map2d softmax(final Map2d in) {
		return each(in, (y, x, c) -> {
			double sum = 0;
			for (int i = 0; i < in.channels(); i++)
				sum += Math.exp(in.at(y, x, i) - in.at(y, x, c));
			return 1 / sum;
		});
	}

	private static double active(final Activation a, final double v) {
		return switch (a.kind()) {
			case RELU -> Math.max(0, v);
			case LEAKY_RELU -> v < 0 ? v * a.slope() : v;
			case ELU -> v < 0 ? Math.exp(v) - 1 : v;
		};
	}

	private static double curve(final Curve.Kind kind, final double v) {
		return switch (kind) {
			case TANH -> Math.tanh(v);
			case SWISH -> v / (1 + Math.exp(-v));
			case SOFTPLUS -> Math.log1p(Math.exp(v));
			case HARD_SIGMOID -> Math.max(0, Math.min(1, 0.2 * v + 0.5));
			case SELU -> 1.0507009873554805 * (v > 0 ? v : 1.6732632423543772 * (Math
				.exp(v) - 1));
		};
	}
}
