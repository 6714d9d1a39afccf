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
import org.unetlens.graph.LayerOp.Merge;
import org.unetlens.graph.LayerOp.NegativeSlopes;
import org.unetlens.graph.LayerOp.Other;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.graph.LayerOp.ZeroPadding;

/**
 * The maps of a graph for images of any size: their channels, where their cells
 * lie, what they see. It is there only for graphs that can be computed here.
 * Immutable.
 */
final class GraphTrace {

	/** NB: The kernel grows with its square. */
	private static final int MAX_DILATION = 4;
	private static final int MAX_CHANNELS = 1 << 14;
	private static final int MAX_EXCESS = 1 << 10;
	private static final int MAX_STEP_UP = 8;

	/**
	 * A map.
	 *
	 * @param y where its rows lie
	 * @param x where its columns lie
	 * @param expanding whether a step up leads to it
	 */
	record Map2d(int channels, Reach y, Reach x, boolean expanding) {

		private boolean fits(final Map2d other) {
			return y.fits(other.y) && x.fits(other.x);
		}

		private Map2d withChannels(final int n) {
			return new Map2d(n, y, x, expanding);
		}

		private Map2d with(final Map2d other) {
			return new Map2d(channels, y.with(other.y), x.with(other.x), expanding ||
				other.expanding);
		}

		private Map2d window(final int height, final int width, final int stride,
			final LayerOp.Pads pads)
		{
			return new Map2d(channels, y.window(height, stride, pads.top(), pads
				.bottom()), x.window(width, stride, pads.left(), pads.right()),
				expanding);
		}
	}

	private final LayerGraph graph;
	private final Map<String, Map2d> maps = new HashMap<>();
	private int step = 1;

	private GraphTrace(final LayerGraph graph) {
		this.graph = graph;
	}

	/**
	 * @throws UnsupportedNetworkException that names the layer, when something of
	 *           it cannot be computed here
	 * @throws InvalidContentException when layers do not fit together
	 */
	static GraphTrace of(final LayerGraph graph)
		throws UnsupportedNetworkException, InvalidContentException
	{
		final GraphTrace trace = new GraphTrace(graph);
		trace.maps.put(graph.input(), new Map2d(graph.channels(), Reach.INPUT,
			Reach.INPUT, false));
		for (final Layer layer : graph.layers())
			trace.add(layer);
		trace.requireSameSize();
		return trace;
	}

	/** @param name of a map */
	Map2d map(final String name) {
		return maps.get(name);
	}

	Map2d output() {
		return maps.get(graph.output());
	}

	/** Pixels of which image sides must be multiples. */
	int step() {
		return step;
	}

	/** Pixels that decide on either side of a block of whole steps. */
	int halo() {
		final int farthest = Math.max(output().y().farthest(), output().x()
			.farthest());
		return (farthest + step - 1) / step * step;
	}

	private void add(final Layer layer) throws UnsupportedNetworkException,
		InvalidContentException
	{
		final Map2d map = map(layer);
		if (map.channels() > MAX_CHANNELS) throw new InvalidContentException(
			"its layer '" + layer.name() + "' gives " + map.channels() + " channels");
		if (Math.max(Math.abs(map.y().excess()), Math.abs(map.x()
			.excess())) > MAX_EXCESS) throw new InvalidContentException(
				"its layer '" + layer.name() + "' adds or takes off more than " +
					MAX_EXCESS + " cells at the border");
		maps.put(layer.name(), map);
		for (final int scale : new int[] { map.y().scale(), map.x().scale() }) {
			step = step / gcd(step, scale) * scale;
			if (step > 1 << 10) throw new UnsupportedNetworkException(
				"needs images whose sides are multiples of " + step + " px");
		}
	}

	private static int gcd(final int a, final int b) {
		return b == 0 ? a : gcd(b, a % b);
	}

	private Map2d map(final Layer layer) throws UnsupportedNetworkException,
		InvalidContentException
	{
		final LayerOp op = layer.op();
		if (op instanceof Other other) throw new UnsupportedNetworkException(
			"has " + other.what() + " (" + layer.name() +
				"), which cannot be computed here");
		if (layer.inputs().isEmpty()) throw new InvalidContentException(
			"its layer '" + layer.name() + "' reads nothing");
		final Map2d in = maps.get(layer.inputs().get(0));
		if (op instanceof Merge || op instanceof Combination) return joined(layer);
		if (layer.inputs().size() > 1) throw new InvalidContentException(
			"its layer '" + layer.name() + "' reads " + layer.inputs().size() +
				" maps");
		if (op instanceof Convolution c) return convolved(layer, c, in);
		if (op instanceof UpConvolution c) return upConvolved(layer, c, in);
		if (op instanceof Pooling p) return in.window(p.size(), p.size(), p
			.stride(), p.pads());
		if (op instanceof UpSampling u) return up(in, u.factor(), u.linear() ? 1
			: 0);
		if (op instanceof ZeroPadding p) return in.window(1, 1, 1, p.pads());
		if (op instanceof Affine a) requireOneOrEach(layer, a.factor().length, in);
		if (op instanceof NegativeSlopes s) requireOneOrEach(layer, s
			.slopes().length, in);
		return in;
	}

	private static Map2d up(final Map2d in, final int factor, final int sides)
		throws UnsupportedNetworkException
	{
		return new Map2d(in.channels(), in.y().up(factor, sides), in.x().up(factor,
			sides), true);
	}

	private static Map2d convolved(final Layer layer, final Convolution c,
		final Map2d in) throws UnsupportedNetworkException, InvalidContentException
	{
		requireChannels(layer, c.kernel(), in);
		final int d = c.dilation();
		if (d > MAX_DILATION) throw new UnsupportedNetworkException(
			"has the convolution '" + layer.name() + "' with dilation " + d +
				"; up to " + MAX_DILATION + " can be computed");
		return in.window((c.kernel().height() - 1) * d + 1, (c.kernel().width() -
			1) * d + 1, c.stride(), c.pads()).withChannels(c.kernel().outputs());
	}

	private static Map2d upConvolved(final Layer layer, final UpConvolution c,
		final Map2d in) throws UnsupportedNetworkException, InvalidContentException
	{
		requireChannels(layer, c.kernel(), in);
		if (c.stride() > MAX_STEP_UP) throw new UnsupportedNetworkException(
			"has the transposed convolution '" + layer.name() + "' of the stride " + c
				.stride() + "; up to " + MAX_STEP_UP + " can be computed");
		if (!UpPhases.fits(c)) throw new UnsupportedNetworkException(
			"has the transposed convolution '" + layer.name() +
				"', whose map is not exactly " + c.stride() + " times as large");
		return up(in, c.stride(), UpPhases.of(c).sides()).withChannels(c.kernel()
			.outputs());
	}

	private static void requireChannels(final Layer layer, final Kernel kernel,
		final Map2d in) throws InvalidContentException
	{
		if (kernel.inputs() != in.channels()) throw new InvalidContentException(
			"its layer '" + layer.name() + "' needs " + kernel.inputs() +
				" channels, but reads " + in.channels());
	}

	private static void requireOneOrEach(final Layer layer, final int values,
		final Map2d in) throws InvalidContentException
	{
		if (values != 1 && values != in.channels())
			throw new InvalidContentException("its layer '" + layer.name() +
				"' has numbers for " + values + " channels, but reads " + in
					.channels());
	}

	private Map2d joined(final Layer layer) throws UnsupportedNetworkException,
		InvalidContentException
	{
		final boolean merges = layer.op() instanceof Merge;
		final List<Map2d> all = layer.inputs().stream().map(maps::get).toList();
		Map2d joined = all.get(0);
		int channels = merges ? 0 : 1;
		for (final Map2d map : all) {
			if (!map.fits(joined)) throw new UnsupportedNetworkException("joins " +
				layer.inputs() + " in '" + layer.name() +
				"', maps of unequal sizes for some images");
			joined = joined.with(map);
			channels = merges ? channels + map.channels() : Math.max(channels, map
				.channels());
		}
		for (final Map2d map : all)
			if (!merges && map.channels() != 1 && map.channels() != channels)
				throw new InvalidContentException("its layer '" + layer.name() +
					"' combines maps of " + map.channels() + " and " + channels +
					" channels");
		final boolean gate = layer.op() instanceof Combination c && c
			.kind() == Combination.Kind.PRODUCT;
		// NB: A map of the contracting path remains one behind a gate.
		final boolean expanding = gate ? all.stream().allMatch(Map2d::expanding)
			: joined.expanding();
		return new Map2d(channels, joined.y(), joined.x(), expanding);
	}

	private void requireSameSize() throws UnsupportedNetworkException {
		if (!output().y().fits(Reach.INPUT) || !output().x().fits(Reach.INPUT))
			throw new UnsupportedNetworkException(
				"gives a result that is not as large as the image: convolutions without padding, or steps down without as many up");
		for (final Layer layer : graph.layers()) {
			final Map2d map = maps.get(layer.name());
			if (isEmpty(map.y()) || isEmpty(map.x()))
				throw new UnsupportedNetworkException("gives nothing in '" + layer
					.name() + "' for an image of " + step + " x " + step + " px");
		}
	}

	/** Whether the smallest image has no cell there. */
	private boolean isEmpty(final Reach reach) {
		return step / reach.scale() + reach.excess() < 1;
	}
}
