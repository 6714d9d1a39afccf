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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * A U-Net written down once as a SameDiff graph for one input shape, channels
 * last. It holds names and shapes, not trained numbers: {@link PreparedGraph}
 * binds those. Not thread-safe.
 */
public final class UNetGraph {

	/** What the graph is for. */
	enum Mode {
			/** Batch norm folded away. */
			INFERENCE,
			/** Batch norm by the statistics of the batch. */
			TRAINING,
			/**
			 * Neither ReLU nor maxima (mean pooling): what a network sees shows
			 * without what it makes of it.
			 */
			LINEAR
	}

	private final SameDiff graph = SameDiff.create();
	private final UNetSpec spec;
	private final TileShape shape;
	private final Mode mode;
	private final Map<String, long[]> shapes;

	private UNetGraph(final UNetSpec spec, final TileShape shape,
		final Mode mode)
	{
		if (spec.dims() != 2 || spec.padding() != Padding.SAME)
			throw new IllegalArgumentException("A network with " + spec.dims() +
				" dimensions and " + spec.padding() +
				" padding was asked for; only 2D networks with SAME padding can be run");
		shape.requireLegal(spec);
		this.spec = mode == Mode.TRAINING ? spec : spec.withBatchNorm(false);
		this.shape = shape;
		this.mode = mode;
		this.shapes = WeightShapes.of(this.spec);
	}

	/**
	 * The graph from {@link LayerNames#INPUT} to
	 * {@link LayerNames#PROBABILITIES}, batch norm folded away.
	 */
	public static SameDiff inference(final UNetSpec spec, final TileShape shape) {
		return new UNetGraph(spec, shape, Mode.INFERENCE).whole();
	}

	/**
	 * The same with batch norm by the statistics of the batch, ready for
	 * differentiation.
	 */
	public static SameDiff training(final UNetSpec spec, final TileShape shape) {
		return new UNetGraph(spec, shape, Mode.TRAINING).whole();
	}

	/**
	 * The contracting path: from {@link LayerNames#INPUT} to the bottleneck.
	 *
	 * @param shape of the input, as for all these graphs
	 */
	static SameDiff encoder(final UNetSpec spec, final TileShape shape,
		final Mode mode)
	{
		final UNetGraph net = new UNetGraph(spec, shape, mode);
		net.encode(new ArrayList<>());
		return net.graph;
	}

	/**
	 * One level of the expanding path: from the map below, named
	 * {@link LayerNames#below}, and the skip's map, where the network has it, to
	 * the second convolution of the decoder; at level 0 on to the probabilities.
	 */
	static SameDiff stage(final UNetSpec spec, final TileShape shape,
		final int level)
	{
		final UNetGraph net = new UNetGraph(spec, shape, Mode.INFERENCE);
		final SDVariable x = net.expand(level, net.map(LayerNames.below(level, spec
			.depth()), level + 1), net.skip(level));
		if (level == 0) net.classify(x);
		return net.graph;
	}

	/** The expanding path, from the skips' and the bottleneck's maps on. */
	static SameDiff decoder(final UNetSpec spec, final TileShape shape,
		final Mode mode)
	{
		final UNetGraph net = new UNetGraph(spec, shape, mode);
		SDVariable x = net.map(LayerNames.encoder(spec.depth(), 2), spec.depth());
		for (int k = spec.depth() - 1; k >= 0; k--)
			x = net.expand(k, x, net.skip(k));
		net.classify(x);
		return net.graph;
	}

	private SameDiff whole() {
		final List<SDVariable> skips = new ArrayList<>();
		SDVariable x = encode(skips);
		for (int k = spec.depth() - 1; k >= 0; k--)
			x = expand(k, x, skips.get(k));
		classify(x);
		return graph;
	}

	/** The contracting path; adds each level's map and gives the bottleneck. */
	private SDVariable encode(final List<SDVariable> skips) {
		SDVariable x = graph.placeHolder(LayerNames.INPUT, DataType.FLOAT, shape
			.n(), shape.height(), shape.width(), spec.channels());
		for (int k = 0; k < spec.depth(); k++) {
			x = block(x, LayerNames.encoder(k, 1), LayerNames.encoder(k, 2));
			skips.add(x);
			x = pool(LayerNames.pool(k), x);
		}
		return block(x, LayerNames.encoder(spec.depth(), 1), LayerNames.encoder(spec
			.depth(), 2));
	}

	private SDVariable expand(final int level, final SDVariable below,
		final SDVariable skip)
	{
		final SDVariable up = up(below, level);
		return block(spec.skips().contains(level) ? graph.concat(LayerNames.merge(
			level), 3, skip, up) : up, LayerNames.decoder(level, 1), LayerNames
				.decoder(level, 2));
	}

	private void classify(final SDVariable x) {
		final SDVariable last = spec.form().headWidth() > 0 ? convolution(x,
			LayerNames.THIRD) : x;
		final SDVariable logits = graph.cnn().conv2d(LayerNames.LOGITS, last,
			weight(LayerNames.HEAD), variable(LayerNames.bias(LayerNames.HEAD)),
			kernel(1));
		graph.nn().softmax(LayerNames.PROBABILITIES, logits, 3);
	}

	/** A map that another graph computes. */
	private SDVariable map(final String name, final int level) {
		return graph.placeHolder(name, DataType.FLOAT, shape.n(), shape
			.height() >> level, shape.width() >> level, spec.width(level));
	}

	/** The map that enters through a skip; null where there is none. */
	private SDVariable skip(final int level) {
		return spec.skips().contains(level) ? map(LayerNames.encoder(level, 2),
			level) : null;
	}

	private SDVariable pool(final String name, final SDVariable in) {
		final Pooling2DConfig config = Pooling2DConfig.builder().kH(2).kW(2).sH(2)
			.sW(2).isNHWC(true).build();
		return mode == Mode.LINEAR ? graph.cnn().avgPooling2d(name, in, config)
			: graph.cnn().maxPooling2d(name, in, config);
	}

	private SDVariable block(final SDVariable in, final String first,
		final String second)
	{
		return convolution(convolution(in, first), second);
	}

	private SDVariable convolution(final SDVariable in, final String layer) {
		final SDVariable linear = graph.cnn().conv2d(mode == Mode.LINEAR ? layer
			: layer + ".linear", in, weight(layer), variable(LayerNames.bias(layer)),
			kernel(3));
		if (mode == Mode.LINEAR) return linear;
		if (spec.batchNorm() && !layer.equals(LayerNames.THIRD)) return activation(
			layer, BatchNorm.normalize(graph, linear, variable(layer + ".gamma"),
				variable(layer + ".beta"), layer));
		return activation(layer, linear);
	}

	private SDVariable activation(final String name, final SDVariable x) {
		final Activation activation = spec.form().activation();
		return switch (activation.kind()) {
			case RELU -> graph.nn().relu(name, x, 0);
			case LEAKY_RELU -> graph.nn().leakyRelu(name, x, activation.slope());
			case ELU -> graph.nn().elu(name, x);
		};
	}

	/**
	 * A stride-2 transposed convolution as two convolutions of 1x1 or 3x3, one
	 * for the even and one for the odd output rows, see {@link UpKernel}. Each
	 * gives [N, h, w, 2C] with the two column phases side by side in the channel
	 * axis, so that whole rows interleave by one concatenation and no axis is
	 * permuted.
	 */
	private SDVariable up(final SDVariable in, final int level) {
		final int channels = spec.upWidth(level);
		final long rows = (long) shape.n() * (shape.height() >> level + 1);
		final long row = (long) (shape.width() >> level) * channels;
		final SDVariable bias = spec.form().upBias() ? upBias(level) : null;
		final SDVariable[] phases = new SDVariable[2];
		for (int phase = 0; phase < 2; phase++)
			phases[phase] = graph.reshape(upPhase(in, level, phase, bias), rows, 1,
				row);
		return graph.reshape(LayerNames.up(level), graph.concat(1, phases), shape
			.n(), shape.height() >> level, shape.width() >> level, channels);
	}

	/**
	 * Every other row of an up-convolution's map.
	 *
	 * @param bias of it, or null
	 */
	private SDVariable upPhase(final SDVariable in, final int level,
		final int phase, final SDVariable bias)
	{
		final UNetForm form = spec.form();
		final Conv2DConfig config = kernel(1 + 2 * form.upReach());
		final SDVariable kernel = upKernel(level, phase);
		final SDVariable y = bias == null ? graph.cnn().conv2d(in, kernel, config)
			: graph.cnn().conv2d(in, kernel, bias, config);
		return form.upActivation() && mode != Mode.LINEAR ? activation(UpKernel
			.name(level, phase) + ".active", y) : y;
	}

	/** For both column phases. */
	private SDVariable upBias(final int level) {
		final SDVariable bias = variable(LayerNames.bias(LayerNames.up(level)));
		return graph.concat(0, bias, bias);
	}

	private SDVariable weight(final String layer) {
		return variable(LayerNames.weight(layer));
	}

	private SDVariable variable(final String name) {
		return variable(name, shapes.get(name));
	}

	private SDVariable upKernel(final int level, final int phase) {
		return variable(UpKernel.name(level, phase), UpKernel.phaseShape(spec.form()
			.upKernel(), spec.width(level + 1), spec.upWidth(level)));
	}

	/**
	 * NB: SameDiff takes native memory for a variable, twice, which is freed only
	 * when Java happens to look; for a placeholder it takes none.
	 */
	private SDVariable variable(final String name, final long[] weight) {
		return graph.placeHolder(name, DataType.FLOAT, weight);
	}

	private static Conv2DConfig kernel(final int size) {
		return Conv2DConfig.builder().kH(size).kW(size).sH(1).sW(1).paddingMode(
			PaddingMode.SAME).dataFormat("NHWC").build();
	}
}
