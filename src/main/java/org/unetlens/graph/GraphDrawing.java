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
import java.util.Set;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.enums.PadMode;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.network.TileShape;

/**
 * A graph of layers written down as a SameDiff graph for one input shape,
 * channels last. The numbers of the layers enter by their names in
 * {@link GraphWeights}. Not thread-safe.
 */
final class GraphDrawing {

	static final String INPUT = "input";

	private final SameDiff drawn = SameDiff.create();
	private final LayerGraph graph;
	private final Map<String, INDArray> weights;
	private final Map<String, SDVariable> maps = new HashMap<>();
	private final Map<String, long[]> shapes = new HashMap<>();

	private GraphDrawing(final LayerGraph graph, final GraphTrace trace,
		final Map<String, INDArray> weights, final TileShape shape)
	{
		this.graph = graph;
		this.weights = weights;
		maps.put(graph.input(), drawn.placeHolder(INPUT, DataType.FLOAT, shape.n(),
			shape.height(), shape.width(), graph.channels()));
		shapes.put(graph.input(), shape(trace, graph.input(), shape));
		for (int i = 0; i < graph.layers().size(); i++) {
			final Layer layer = graph.layers().get(i);
			shapes.put(layer.name(), shape(trace, layer.name(), shape));
			maps.put(layer.name(), draw(i, layer));
		}
	}

	private static long[] shape(final GraphTrace trace, final String map,
		final TileShape image)
	{
		final GraphTrace.Map2d m = trace.map(map);
		return new long[] { image.n(), image.height() / m.y().scale() + m.y()
			.excess(), image.width() / m.x().scale() + m.x().excess(), m.channels() };
	}

	/**
	 * A drawing and the name of its result.
	 *
	 * @param fed names of the weights that it needs
	 */
	record Result(SameDiff drawing, Set<String> fed, String output) {
	}

	static Result of(final LayerGraph graph, final GraphTrace trace,
		final Map<String, INDArray> weights, final TileShape shape)
	{
		final GraphDrawing d = new GraphDrawing(graph, trace, weights, shape);
		return new Result(d.drawn, weights.keySet(), d.maps.get(graph.output())
			.name());
	}

	private SDVariable draw(final int i, final Layer layer) {
		final SDVariable x = maps.get(layer.inputs().get(0));
		final LayerOp op = layer.op();
		if (op instanceof Convolution c) return convolution(i, c, x);
		if (op instanceof UpConvolution c) return up(i, c, x, shapes.get(layer
			.inputs().get(0)));
		if (op instanceof Pooling p) return pooling(i, p, x);
		if (op instanceof UpSampling u) return upSampling(u, x, shapes.get(layer
			.inputs().get(0)));
		if (op instanceof LayerOp.Merge) return drawn.concat(3, inputs(layer));
		if (op instanceof Combination c) return combined(i, c, inputs(layer));
		if (op instanceof LayerOp.Affine) return x.mul(weight(i, "factor")).add(
			weight(i, "offset"));
		if (op instanceof LayerOp.Active a) return active(a, x);
		if (op instanceof LayerOp.Curve c) return curve(c.kind(), x);
		if (op instanceof LayerOp.Clip c) return drawn.math().clipByValue(x, c
			.least(), c.most());
		if (op instanceof LayerOp.NegativeSlopes) return negativeSlopes(i, x);
		if (op instanceof LayerOp.ZeroPadding) return padded(i, x, 0);
		if (op instanceof LayerOp.Probability p) return p
			.kind() == OutputKind.SIGMOID ? drawn.nn().sigmoid(x) : drawn.nn()
				.softmax(x, 3);
		throw new IllegalArgumentException("The layer " + LayerText.of(layer) +
			" cannot be drawn");
	}

	private SDVariable[] inputs(final Layer layer) {
		return layer.inputs().stream().map(maps::get).toArray(SDVariable[]::new);
	}

	private SDVariable weight(final int layer, final String part) {
		final String name = GraphWeights.name(layer, part);
		final INDArray array = weights.get(name);
		return drawn.hasVariable(name) ? drawn.getVariable(name) : drawn
			.placeHolder(name, array.dataType(), array.shape());
	}

	private SDVariable padded(final int i, final SDVariable x,
		final double value)
	{
		return drawn.nn().pad(x, weight(i, "pads"), PadMode.CONSTANT, value);
	}

	private SDVariable convolution(final int i, final Convolution c,
		final SDVariable x)
	{
		final Pads p = c.pads();
		final long[] kernel = weights.get(GraphWeights.name(i, "kernel")).shape();
		final boolean even = p.top() == p.bottom() && p.left() == p.right();
		final boolean same = even && c.stride() == 1 && 2 * p.top() == kernel[0] -
			1 && 2 * p.left() == kernel[1] - 1;
		final Conv2DConfig config = Conv2DConfig.builder().kH(kernel[0]).kW(
			kernel[1]).sH(c.stride()).sW(c.stride()).pH(even ? p.top() : 0).pW(even
				? p.left() : 0).paddingMode(same ? PaddingMode.SAME : PaddingMode.VALID)
			.dataFormat("NHWC").build();
		return drawn.cnn().conv2d(even ? x : padded(i, x, 0), weight(i, "kernel"),
			weight(i, "bias"), config);
	}

	/**
	 * NB: Whole rows interleave by one concatenation, and no axis is permuted.
	 */
	private SDVariable up(final int i, final UpConvolution c, final SDVariable x,
		final long[] below)
	{
		final int size = UpPhases.of(c).size();
		final Conv2DConfig config = Conv2DConfig.builder().kH(size).kW(size).sH(1)
			.sW(1).paddingMode(PaddingMode.SAME).dataFormat("NHWC").build();
		final SDVariable[] rows = new SDVariable[c.stride()];
		for (int p = 0; p < rows.length; p++)
			rows[p] = c.bias() == null ? drawn.cnn().conv2d(x, weight(i, "kernel" +
				p), config) : drawn.cnn().conv2d(x, weight(i, "kernel" + p), weight(i,
					"bias"), config);
		return interleaved(rows, below, c.kernel().outputs());
	}

	/**
	 * @param rows maps {@code [n, h, w, factor * channels]}, one for each row
	 *          phase; the column phases lie side by side
	 */
	private SDVariable interleaved(final SDVariable[] rows, final long[] below,
		final int channels)
	{
		final int factor = rows.length;
		final SDVariable[] flat = new SDVariable[factor];
		for (int p = 0; p < factor; p++)
			flat[p] = drawn.reshape(rows[p], below[0] * below[1], 1, below[2] *
				factor * channels);
		return drawn.reshape(factor == 1 ? flat[0] : drawn.concat(1, flat),
			below[0], below[1] * factor, below[2] * factor, channels);
	}

	private SDVariable upSampling(final UpSampling u, final SDVariable x,
		final long[] below)
	{
		final int f = u.factor();
		if (u.linear()) return drawn.image().resizeBiLinear(x, (int) below[1] * f,
			(int) below[2] * f, false, true);
		final SDVariable[] same = new SDVariable[f];
		java.util.Arrays.fill(same, x);
		final SDVariable columns = f == 1 ? x : drawn.concat(3, same);
		java.util.Arrays.fill(same, columns);
		return interleaved(same, below, (int) below[3]);
	}

	private SDVariable pooling(final int i, final Pooling p, final SDVariable x) {
		final boolean max = p.kind() == Pooling.Kind.MAXIMUM;
		final SDVariable in = p.pads().equals(Pads.NONE) ? x : padded(i, x,
			-Float.MAX_VALUE);
		final Pooling2DConfig config = Pooling2DConfig.builder().kH(p.size()).kW(p
			.size()).sH(p.stride()).sW(p.stride()).isNHWC(true).build();
		return max ? drawn.cnn().maxPooling2d(in, config) : drawn.cnn()
			.avgPooling2d(in, config);
	}

	private SDVariable combined(final int i, final Combination c,
		final SDVariable[] in)
	{
		SDVariable x = in[0];
		for (final SDVariable y : List.of(in).subList(1, in.length))
			x = switch (c.kind()) {
				case SUM -> x.add(y);
				case DIFFERENCE -> x.add(y.mul(weight(i, "minus")));
				case PRODUCT -> x.mul(y);
				case MAXIMUM -> drawn.math().max(x, y);
			};
		return x;
	}

	private SDVariable active(final LayerOp.Active a, final SDVariable x) {
		return switch (a.activation().kind()) {
			case RELU -> drawn.nn().relu(x, 0);
			case LEAKY_RELU -> drawn.nn().leakyRelu(x, a.activation().slope());
			case ELU -> drawn.nn().elu(x);
		};
	}

	private SDVariable curve(final LayerOp.Curve.Kind kind, final SDVariable x) {
		return switch (kind) {
			case TANH -> drawn.nn().tanh(x);
			case SWISH -> x.mul(drawn.nn().sigmoid(x));
			case SOFTPLUS -> drawn.nn().softplus(x);
			case HARD_SIGMOID -> drawn.nn().hardSigmoid(x);
			case SELU -> drawn.nn().selu(x);
		};
	}

	/** NB: max(x, 0) + slope * min(x, 0). */
	private SDVariable negativeSlopes(final int i, final SDVariable x) {
		final SDVariable above = drawn.math().clipByValue(x, 0, Float.MAX_VALUE);
		final SDVariable below = drawn.math().clipByValue(x, -Float.MAX_VALUE, 0);
		return above.add(below.mul(weight(i, "slopes")));
	}
}
