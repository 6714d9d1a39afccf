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

import static org.unetlens.graph.OnnxGraph.integer;
import static org.unetlens.graph.OnnxGraph.ints;
import static org.unetlens.graph.OnnxGraph.number;
import static org.unetlens.graph.OnnxGraph.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.Probability;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;

import onnx.Onnx.AttributeProto;

/**
 * Writes a graph of layers as an ONNX model: input {@code input}
 * {@code [N, channels, H, W]}, output {@code probabilities}
 * {@code [N, classes, H, W]}.
 */
public final class GraphOnnx {

	private static final String INPUT = "input";
	private static final String OUTPUT = "probabilities";

	private final LayerGraph source;
	private final OnnxGraph graph = new OnnxGraph("network");
	/** The node that gives each map. */
	private final Map<String, String> names = new HashMap<>();
	private int nodes;

	private GraphOnnx(final LayerGraph source) {
		this.source = source;
		names.put(source.input(), INPUT);
	}

	/**
	 * @param source which {@link TrainedGraph} has
	 * @return the bytes of the .onnx file
	 */
	public static byte[] write(final LayerGraph source) {
		final GraphOnnx onnx = new GraphOnnx(source);
		onnx.graph.input(INPUT, source.channels());
		for (final Layer layer : source.layers())
			onnx.names.put(layer.name(), onnx.add(layer));
		try {
			onnx.graph.output(onnx.names.get(source.output()), TrainedGraph.channels(
				source));
		}
		catch (final UnsupportedNetworkException | InvalidContentException e) {
			throw new IllegalArgumentException(e);
		}
		return onnx.graph.toModel();
	}

	/** Writes the nodes of a layer; the name of what the last of them gives. */
	private String add(final Layer layer) {
		final List<String> in = layer.inputs().stream().map(names::get).toList();
		final String x = in.get(0);
		final LayerOp op = layer.op();
		if (op instanceof Convolution c) return convolution(c, x);
		if (op instanceof UpConvolution c) return upConvolution(c, x);
		if (op instanceof Pooling p) return node(p.kind() == Pooling.Kind.MAXIMUM
			? "MaxPool" : "AveragePool", List.of(x), ints("kernel_shape", p.size(), p
				.size()), ints("strides", p.stride(), p.stride()), pads(p.pads()));
		if (op instanceof UpSampling u) return upSampling(u, x);
		if (op instanceof LayerOp.Merge) return node("Concat", in, integer("axis",
			1));
		if (op instanceof Combination c) return combination(c.kind(), in);
		if (op instanceof LayerOp.Affine a) return affine(a, x);
		if (op instanceof LayerOp.Active a) return graph.activation(next(), x, a
			.activation());
		if (op instanceof Curve c) return curve(c.kind(), x);
		if (op instanceof LayerOp.Clip c) return node("Clip", List.of(x, scalar(
			"least", c.least()), scalar("most", c.most())));
		if (op instanceof LayerOp.NegativeSlopes s) return node("PRelu", List.of(x,
			perChannel("slopes", s.slopes())));
		if (op instanceof LayerOp.ZeroPadding p) return padding(p.pads(), x);
		if (op instanceof Probability p) return p.kind() == OutputKind.SIGMOID
			? node("Sigmoid", List.of(x)) : softmax(layer, x);
		throw new IllegalArgumentException("The layer " + LayerText.of(layer) +
			" cannot be written");
	}

	private String softmax(final Layer layer, final String x) {
		return graph.softmax(x, layer.name().equals(source.output()) ? OUTPUT
			: next());
	}

	/** NB: By their place, so that what was read is written as before. */
	private String next() {
		return "node" + nodes++;
	}

	/** The name of a constant of the next node. */
	private String constant(final String part) {
		return "node" + nodes + "." + part;
	}

	private String node(final String type, final List<String> inputs,
		final AttributeProto... attributes)
	{
		final String y = next();
		return graph.node(type, y, y, inputs, attributes);
	}

	private static AttributeProto pads(final Pads p) {
		return ints("pads", p.top(), p.left(), p.bottom(), p.right());
	}

	private String kernel(final Kernel k, final boolean outputFirst) {
		final int in = k.inputs(), out = k.outputs(), taps = k.height() * k.width();
		final float[] values = new float[k.values().length];
		for (int i = 0; i < values.length; i++) {
			final int o = i % out, c = i / out % in, t = i / out / in;
			values[(outputFirst ? o * in + c : c * out + o) * taps + t] = k
				.values()[i];
		}
		return floats("weight", values, outputFirst ? out : in, outputFirst ? in
			: out, k.height(), k.width());
	}

	private String floats(final String part, final float[] values,
		final long... shape)
	{
		final String name = constant(part);
		graph.floats(name, shape, values);
		return name;
	}

	private String perChannel(final String part, final float[] values) {
		return floats(part, values, values.length, 1, 1);
	}

	private String scalar(final String part, final float value) {
		return floats(part, new float[] { value });
	}

	private String convolution(final Convolution c, final String x) {
		return node("Conv", List.of(x, kernel(c.kernel(), true), floats("bias", c
			.bias(), c.bias().length)), ints("kernel_shape", c.kernel().height(), c
				.kernel().width()), pads(c.pads()), ints("strides", c.stride(), c
					.stride()), ints("dilations", c.dilation(), c.dilation()));
	}

	/** NB: What would be cropped less than nothing has another name. */
	private String upConvolution(final UpConvolution c, final String x) {
		final List<String> in = new ArrayList<>(List.of(x, kernel(c.kernel(),
			false)));
		if (c.bias() != null) in.add(floats("bias", c.bias(), c.bias().length));
		final Pads p = c.crop();
		return node("ConvTranspose", in, ints("kernel_shape", c.kernel().height(), c
			.kernel().width()), ints("strides", c.stride(), c.stride()), ints("pads",
				p.top(), p.left(), Math.max(0, p.bottom()), Math.max(0, p.right())),
			ints("output_padding", Math.max(0, -p.bottom()), Math.max(0, -p
				.right())));
	}

	private String upSampling(final UpSampling u, final String x) {
		final List<String> in = List.of(x, "", floats("scales", new float[] { 1, 1,
			u.factor(), u.factor() }, 4));
		return u.linear() ? node("Resize", in, text("mode", "linear"), text(
			"coordinate_transformation_mode", "half_pixel")) : node("Resize", in,
				text("mode", "nearest"), text("coordinate_transformation_mode",
					"asymmetric"), text("nearest_mode", "floor"));
	}

	private String combination(final Combination.Kind kind,
		final List<String> in)
	{
		final String type = switch (kind) {
			case SUM -> "Add";
			case DIFFERENCE -> "Sub";
			case PRODUCT -> "Mul";
			case MAXIMUM -> "Max";
		};
		String x = in.get(0);
		for (final String y : in.subList(1, in.size()))
			x = node(type, List.of(x, y));
		return x;
	}

	/** NB: A part that changes nothing is left out. */
	private String affine(final LayerOp.Affine a, final String x) {
		final String scaled = isAll(1, a.factor()) && !isAll(0, a.offset()) ? x
			: node("Mul", List.of(x, perChannel("factor", a.factor())));
		return isAll(0, a.offset()) ? scaled : node("Add", List.of(scaled,
			perChannel("offset", a.offset())));
	}

	private static boolean isAll(final float value, final float[] values) {
		for (final float v : values)
			if (v != value) return false;
		return true;
	}

	private String curve(final Curve.Kind kind, final String x) {
		final List<String> in = List.of(x);
		return switch (kind) {
			case TANH -> node("Tanh", in);
			case SOFTPLUS -> node("Softplus", in);
			case SELU -> node("Selu", in);
			case HARD_SIGMOID -> node("HardSigmoid", in, number("alpha", 0.2), number(
				"beta", 0.5));
			case SWISH -> node("Mul", List.of(x, node("Sigmoid", in)));
		};
	}

	private String padding(final Pads p, final String x) {
		final String pads = constant("pads");
		graph.longs(pads, 0, 0, p.top(), p.left(), 0, 0, p.bottom(), p.right());
		return node("Pad", List.of(x, pads), text("mode", "constant"));
	}
}
