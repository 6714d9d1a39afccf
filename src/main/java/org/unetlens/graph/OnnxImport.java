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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.shade.protobuf.InvalidProtocolBufferException;
import org.unetlens.graph.LayerOp.Other;

import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * Reads an ONNX model as a graph of layers. Constants are gathered, nodes that
 * change nothing are left out, and transpositions are followed, so that the
 * axes of input and output may stand in either order. Nothing is executed.
 */
public final class OnnxImport {

	/** What was read. */
	public record Result(LayerGraph graph, boolean inputChannelsLast,
			boolean outputChannelsLast) {
	}

	private static final int[] CHANNELS_FIRST = { 0, 1, 2, 3 };
	private static final int[] CHANNELS_LAST = { 0, 2, 3, 1 };

	private final GraphProto graph;
	private final OnnxLayers ops;
	private final Map<String, OnnxArray> constants = new HashMap<>();
	/** Layer or input that a value stands for. */
	private final Map<String, String> standsFor = new HashMap<>();
	/** Axis (0 = batch, 1 = channel, 2 = y, 3 = x) at each place of a value. */
	private final Map<String, int[]> axes = new HashMap<>();
	private final List<Layer> layers = new ArrayList<>();

	private OnnxImport(final ModelProto model) {
		graph = model.getGraph();
		final long opset = model.getOpsetImportList().stream().filter(o -> o
			.getDomain().isEmpty()).mapToLong(o -> o.getVersion()).max().orElse(1);
		ops = new OnnxLayers(constants, opset);
	}

	public static Result read(final byte[] onnx) throws InvalidContentException {
		try {
			final ModelProto model = ModelProto.parseFrom(onnx);
			if (model.getGraph().getNodeCount() == 0)
				throw new InvalidContentException("its weights are no ONNX model");
			return new OnnxImport(model).read();
		}
		catch (final InvalidProtocolBufferException exc) {
			throw new InvalidContentException(
				"its ONNX weights are damaged or cut off: " + exc.getMessage(), exc);
		}
	}

	private Result read() throws InvalidContentException {
		for (final TensorProto t : graph.getInitializerList())
			constants.put(t.getName(), OnnxArray.of(t));
		final ValueInfoProto input = single(graph.getInputList().stream().filter(
			i -> !constants.containsKey(i.getName())).toList(), "inputs");
		final String output = single(graph.getOutputList(), "outputs").getName();
		final boolean inLast = graph.getNodeList().stream().anyMatch(n -> n
			.getOpType().equals("Transpose") && n.getInputList().contains(input
				.getName()) && Arrays.equals(permutation(new OnnxNode(n)), new int[] {
					0, 3, 1, 2 }));
		standsFor.put(input.getName(), input.getName());
		axes.put(input.getName(), inLast ? CHANNELS_LAST : CHANNELS_FIRST);
		for (final NodeProto node : graph.getNodeList())
			add(new OnnxNode(node));
		if (!standsFor.containsKey(output)) throw new InvalidContentException(
			"no node gives its output '" + output + "'");
		return new Result(new LayerGraph(layers, input.getName(), standsFor.get(
			output), channels(input, inLast ? 3 : 1)), inLast, Arrays.equals(axes.get(
				output), CHANNELS_LAST));
	}

	private static ValueInfoProto single(final List<ValueInfoProto> list,
		final String what) throws InvalidContentException
	{
		if (list.size() != 1) throw new InvalidContentException("its network has " +
			list.size() + " " + what + " (" + list.stream().limit(5).map(
				ValueInfoProto::getName).toList() +
			"); only networks with one input image and one output can be used");
		return list.get(0);
	}

	private int channels(final ValueInfoProto input, final int axis)
		throws InvalidContentException
	{
		final TensorShapeProto shape = input.getType().getTensorType().getShape();
		if (shape.getDimCount() != 4) throw new InvalidContentException(
			"its input has " + shape.getDimCount() +
				" axes; needed are batch, channel, y and x: only networks for 2D images can be used");
		final long stated = shape.getDim(axis).getDimValue();
		for (final Layer layer : layers)
			if (layer.op() instanceof LayerOp.Convolution c && layer.inputs()
				.contains(input.getName())) return c.kernel().inputs();
		if (stated < 1 || stated > 1024) throw new InvalidContentException(
			"its input has " + stated + " channels");
		return (int) stated;
	}

	private void add(final OnnxNode node) throws InvalidContentException {
		if (node.type().equals("Constant")) {
			if (node.attribute("value") != null) constants.put(node.output(),
				OnnxArray.of(node.attribute("value").getT()));
			return;
		}
		// NB: Shapes and other numbers that are computed are no maps.
		if (node.inputs().stream().noneMatch(standsFor::containsKey)) return;
		if (isPassing(node)) pass(node, axes.get(node.input(0)));
		else if (node.type().equals("Transpose")) transpose(node);
		else layer(node);
	}

	/** Whether the node gives what it reads. */
	private boolean isPassing(final OnnxNode node)
		throws InvalidContentException
	{
		if (!standsFor.containsKey(node.input(0))) return false;
		return switch (node.type()) {
			case "Identity", "Dropout" -> true;
			case "Cast" -> node.integer("to", 1) == TensorProto.DataType.FLOAT_VALUE;
			case "Pad" -> ops.padsNothing(node);
			default -> false;
		};
	}

	private void pass(final OnnxNode node, final int[] order)
		throws InvalidContentException
	{
		standsFor.put(node.output(), standsFor.get(node.input(0)));
		axes.put(node.output(), order);
	}

	private static int[] permutation(final OnnxNode node) {
		final var perm = node.attribute("perm");
		return perm == null ? new int[0] : perm.getIntsList().stream().mapToInt(
			Long::intValue).toArray();
	}

	private void transpose(final OnnxNode node) throws InvalidContentException {
		final int[] before = axes.get(node.input(0));
		final int[] perm = permutation(node);
		final int[] sorted = perm.clone();
		Arrays.sort(sorted);
		if (before == null || !Arrays.equals(sorted, CHANNELS_FIRST)) layer(node);
		else pass(node, Arrays.stream(perm).map(p -> before[p]).toArray());
	}

	private void layer(final OnnxNode node) throws InvalidContentException {
		final String map = standsFor.get(node.inputs().stream().filter(
			standsFor::containsKey).findFirst().orElseThrow());
		final List<String> inputs = node.inputs().stream().filter(
			standsFor::containsKey).map(standsFor::get).toList();
		final int[] order = axes.get(node.inputs().stream().filter(
			standsFor::containsKey).findFirst().orElseThrow());
		LayerOp op = ops.of(node, order);
		final boolean anyOrder = op instanceof LayerOp.Probability ||
			op instanceof LayerOp.Active || op instanceof LayerOp.Curve ||
			op instanceof LayerOp.Clip || op instanceof LayerOp.Combination;
		final boolean mixed = node.inputs().stream().filter(standsFor::containsKey)
			.anyMatch(i -> !Arrays.equals(order, axes.get(i)));
		if (mixed || !anyOrder && !Arrays.equals(order, CHANNELS_FIRST)) op =
			new Other(node.type() + " with its axes in another order");
		final boolean joins = op instanceof LayerOp.Merge ||
			op instanceof LayerOp.Combination;
		if (joins && inputs.size() != node.inputs().size())
			throw new InvalidContentException("its node " + node + " reads " + node
				.inputs() +
				", not all of which are given by nodes before it; the network is not whole, or goes in a circle");
		layers.add(new Layer(node.output(), op, joins ? inputs : List.of(map)));
		for (final String output : node.outputs()) {
			standsFor.put(output, node.output());
			axes.put(output, order);
		}
	}
}
