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

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.unetlens.graph.LayerOp.Active;
import org.unetlens.graph.LayerOp.Affine;
import org.unetlens.graph.LayerOp.Clip;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Merge;
import org.unetlens.graph.LayerOp.NegativeSlopes;
import org.unetlens.graph.LayerOp.Other;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.Probability;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.graph.LayerOp.ZeroPadding;
import org.unetlens.network.Activation;

/**
 * What single ONNX nodes do, after the specification of the ONNX operators
 * (opsets 7 to 21). What is not known comes as {@link Other}.
 */
final class OnnxLayers {

	private static final double SLOPE = 0.01;
	/** Values of a kernel that was grouped. */
	private static final long MOST_GROUPED = 1 << 24;

	private final Map<String, OnnxArray> constants;
	private final long opset;

	/** @param constants shared; may grow */
	OnnxLayers(final Map<String, OnnxArray> constants, final long opset) {
		this.constants = constants;
		this.opset = opset;
	}

	/** @param order axis at each place of the map that the node reads */
	LayerOp of(final OnnxNode node, final int[] order)
		throws InvalidContentException
	{
		return switch (node.type()) {
			case "Conv" -> convolution(node);
			case "ConvTranspose" -> upConvolution(node);
			case "MaxPool" -> pooling(node, Pooling.Kind.MAXIMUM);
			case "AveragePool" -> pooling(node, Pooling.Kind.MEAN);
			case "Pad" -> padding(node);
			case "Upsample", "Resize" -> upSampling(node);
			case "Concat" -> concat(node);
			case "BatchNormalization" -> normalization(node);
			case "Add", "Sub", "Mul", "Div" -> arithmetic(node);
			case "Sum" -> new Combination(Combination.Kind.SUM);
			case "Max" -> new Combination(Combination.Kind.MAXIMUM);
			case "Clip" -> clip(node);
			case "PRelu" -> slopes(node);
			case "Tanh" -> new Curve(Curve.Kind.TANH);
			case "Softplus" -> new Curve(Curve.Kind.SOFTPLUS);
			case "HardSigmoid" -> isNear(node, "alpha", 0.2) && isNear(node, "beta",
				0.5) ? new Curve(Curve.Kind.HARD_SIGMOID) : new Other(
					"a hard sigmoid of another slope than 0.2");
			case "Selu" -> node.attribute("alpha") == null && node.attribute(
				"gamma") == null ? new Curve(Curve.Kind.SELU) : new Other(
					"a SELU of other constants than its own");
			case "InstanceNormalization", "GroupNormalization", "LayerNormalization",
					"GlobalAveragePool", "GlobalMaxPool", "ReduceMean", "ReduceMax" ->
				new Other("the ONNX operator " + node.type() +
					" over the whole image, whose result would depend on how it is cut");
			case "Relu" -> new Active(Activation.RELU);
			case "LeakyRelu" -> leaky(node.number("alpha", SLOPE));
			case "Elu" -> node.number("alpha", 1) == 1 ? new Active(Activation.ELU)
				: new Other("an ELU of another alpha than 1");
			case "Sigmoid" -> new Probability(OutputKind.SIGMOID);
			case "Softmax" -> softmax(node, order);
			default -> new Other("the ONNX operator " + node.type());
		};
	}

	private static boolean isNear(final OnnxNode node, final String key,
		final double value)
	{
		return Math.abs(node.number(key, value) - value) < 1e-6;
	}

	/** NB: Limits are inputs from opset 11 on, attributes before. */
	private LayerOp clip(final OnnxNode node) throws InvalidContentException {
		final double least = limit(node, "min", 1, -Float.MAX_VALUE);
		final double most = limit(node, "max", 2, Float.MAX_VALUE);
		return Double.isNaN(least) || Double.isNaN(most) ? new Other(
			"limits that are computed") : new Clip((float) least, (float) most);
	}

	private double limit(final OnnxNode node, final String key, final int input,
		final double otherwise) throws InvalidContentException
	{
		if (node.inputs().size() <= input || node.input(input).isEmpty())
			return node.number(key, otherwise);
		final float[] value = floats(node, input);
		return value == null || value.length != 1 ? Double.NaN : value[0];
	}

	private LayerOp slopes(final OnnxNode node) throws InvalidContentException {
		final OnnxArray slope = constant(node, 1);
		return slope != null && slope.floats() != null && (slope
			.floats().length == 1 || isPerChannel(slope.shape()))
				? new NegativeSlopes(slope.floats()) : new Other(
					"a PReLU whose slopes are not one per channel");
	}

	/** Zeros around rows and columns. */
	private LayerOp padding(final OnnxNode node) throws InvalidContentException {
		final OnnxArray given = constant(node, 1);
		final long[] pads = given != null ? given.longs() : node.attribute(
			"pads") == null ? null : node.attribute("pads").getIntsList().stream()
				.mapToLong(Long::longValue).toArray();
		if (pads == null || pads.length != 8 || node.inputs().size() > 3 || !node
			.text("mode", "constant").equals("constant") || limit(node, "value", 2,
				0) != 0) return new Other(
					"padding with other values than zeros, or of a size that is computed");
		for (int i = 0; i < pads.length; i++)
			if (pads[i] < 0 || pads[i] > 1 << 10 || i % 4 < 2 && pads[i] != 0)
				return new Other("padding by " + Arrays.toString(pads));
		return new ZeroPadding(new Pads((int) pads[2], (int) pads[3], (int) pads[6],
			(int) pads[7]));
	}

	private static LayerOp leaky(final double slope) {
		return slope >= 0 && slope < 1 ? new Active(Activation.leakyRelu(slope))
			: new Other("a leaky ReLU of the slope " + slope);
	}

	private LayerOp softmax(final OnnxNode node, final int[] order) {
		final int axis = (int) node.integer("axis", opset < 13 ? 1 : -1);
		final int place = axis < 0 ? axis + 4 : axis;
		return place >= 0 && place < 4 && order[place] == 1 ? new Probability(
			OutputKind.SOFTMAX) : new Other("a softmax over another axis");
	}

	private LayerOp concat(final OnnxNode node) {
		final long axis = node.integer("axis", 1);
		return axis == 1 || axis == -3 ? new Merge() : new Other(
			"a concatenation along the axis " + axis);
	}

	private OnnxArray constant(final OnnxNode node, final int input)
		throws InvalidContentException
	{
		return input < node.inputs().size() ? constants.get(node.input(input))
			: null;
	}

	private float[] floats(final OnnxNode node, final int input)
		throws InvalidContentException
	{
		final OnnxArray array = constant(node, input);
		return array == null ? null : array.floats();
	}

	private LayerOp convolution(final OnnxNode node)
		throws InvalidContentException
	{
		final OnnxArray w = constant(node, 1);
		final LayerOp odd = odd(node, w);
		if (odd != null) return odd;
		final long groups = node.integer("group", 1);
		if (groups > 1 && !isSmall(w, groups)) return new Other(
			"a convolution in " + groups + " groups of many channels");
		final Kernel kernel = groups == 1 ? kernel(w, true) : Kernels.grouped(
			kernel(w, true), (int) groups);
		final int[] strides = node.integers("strides", 2, 1);
		if (strides[0] != strides[1]) return new Other(
			"a convolution of unequal strides");
		final float[] bias = bias(node, kernel.outputs());
		if (bias == null) return new Other("a convolution with a computed bias");
		final int[] dilations = node.integers("dilations", 2, 1);
		if (dilations[0] != dilations[1]) return new Other(
			"a convolution of unequal dilations");
		return new Convolution(kernel, bias, strides[0], dilations[0], pads(node,
			kernel, strides[0], dilations[0]));
	}

	/** What no kernel of ours can be; null when all is well. */
	private static LayerOp odd(final OnnxNode node, final OnnxArray w)
		throws InvalidContentException
	{
		if (w == null || w.floats() == null) return new Other(
			"a convolution with computed weights");
		if (w.shape().length != 4) return new Other("a convolution of " + (w
			.shape().length - 2) + " dimensions");
		return null;
	}

	/** Whether it may be written with zeros for what lies in other groups. */
	private static boolean isSmall(final OnnxArray w, final long groups)
		throws InvalidContentException
	{
		if (groups > w.shape()[0] || w.shape()[0] % groups != 0)
			throw new InvalidContentException("a convolution in it has " + w
				.shape()[0] + " channels in " + groups + " groups");
		return w.floats().length * groups <= MOST_GROUPED;
	}

	private float[] bias(final OnnxNode node, final int channels)
		throws InvalidContentException
	{
		if (node.inputs().size() < 3 || node.input(2).isEmpty())
			return new float[channels];
		final float[] bias = floats(node, 2);
		return bias == null || bias.length != channels ? null : bias;
	}

	/** @param outputFirst whether axis 0 counts output channels, not axis 1 */
	private static Kernel kernel(final OnnxArray w, final boolean outputFirst) {
		final int[] n = Arrays.stream(w.shape()).mapToInt(Math::toIntExact)
			.toArray();
		return Kernels.fromChannelsFirst(n[2], n[3], n[outputFirst ? 1 : 0],
			n[outputFirst ? 0 : 1], w.floats(), outputFirst);
	}

	private static Pads pads(final OnnxNode node, final Kernel kernel,
		final int stride, final int dilation) throws InvalidContentException
	{
		final String auto = node.text("auto_pad", "NOTSET");
		if (auto.startsWith("SAME")) {
			return Kernels.samePads((kernel.height() - 1) * dilation + 1, (kernel
				.width() - 1) * dilation + 1, stride, auto.endsWith("LOWER"));
		}
		final int[] pads = node.integers("pads", 4, 0);
		return new Pads(pads[0], pads[1], pads[2], pads[3]);
	}

	private LayerOp upConvolution(final OnnxNode node)
		throws InvalidContentException
	{
		final OnnxArray w = constant(node, 1);
		final LayerOp odd = odd(node, w);
		if (odd != null) return odd;
		if (node.integer("group", 1) != 1 || Arrays.stream(node.integers(
			"dilations", 2, 1)).anyMatch(d -> d != 1)) return new Other(
				"a transposed convolution in groups or with dilation");
		final Kernel kernel = kernel(w, false);
		final int[] strides = node.integers("strides", 2, 1);
		final boolean biased = node.inputs().size() > 2 && !node.input(2).isEmpty();
		final float[] bias = bias(node, kernel.outputs());
		if (strides[0] != strides[1] || bias == null || node.attribute(
			"output_shape") != null || !node.text("auto_pad", "NOTSET").equals(
				"NOTSET")) return new Other(
					"a transposed convolution of unequal strides, computed bias or given output size");
		final int[] pads = node.integers("pads", 4, 0);
		final int[] more = node.integers("output_padding", 2, 0);
		return new UpConvolution(kernel, biased ? bias : null, strides[0], new Pads(
			pads[0], pads[1], pads[2] - more[0], pads[3] - more[1]));
	}

	private static LayerOp pooling(final OnnxNode node, final Pooling.Kind kind)
		throws InvalidContentException
	{
		final int[] size = node.integers("kernel_shape", 2, 1);
		final int[] strides = node.integers("strides", 2, 1);
		final int[] p = node.integers("pads", 4, 0);
		final String auto = node.text("auto_pad", "NOTSET");
		final Pads pads = auto.startsWith("SAME") ? Kernels.samePads(size[0],
			size[1], strides[0], auto.endsWith("LOWER")) : new Pads(p[0], p[1], p[2],
				p[3]);
		final boolean known = size[0] == size[1] && strides[0] == strides[1] && node
			.integer("ceil_mode", 0) == 0 && Arrays.stream(node.integers("dilations",
				2, 1)).allMatch(d -> d == 1) && (kind == Pooling.Kind.MAXIMUM || pads
					.equals(Pads.NONE));
		return known ? new Pooling(kind, size[0], strides[0], pads) : new Other(
			"a dilated or uneven pooling, or a mean that is padded");
	}

	private LayerOp upSampling(final OnnxNode node)
		throws InvalidContentException
	{
		final String mode = node.text("mode", "nearest");
		if (!List.of("nearest", "linear").contains(mode)) return new Other(
			"up-sampling of the kind " + mode);
		final boolean old = node.type().equals("Upsample");
		final float[] scales = node.attribute("scales") != null ? scales(node)
			: floats(node, old || opset < 11 ? 1 : 2);
		if (scales == null || scales.length != 4) return new Other(
			"up-sampling to a size that is computed");
		final String where = node.text("coordinate_transformation_mode",
			"half_pixel");
		final String rounding = node.text("nearest_mode", "round_prefer_floor");
		// NB: With a factor of 2 both give each pixel the cell below it.
		final boolean linear = mode.equals("linear");
		final boolean known = linear ? !old && opset >= 11 && where.endsWith(
			"half_pixel") : old || opset < 11 || where.equals("asymmetric") &&
				rounding.contains("floor") || where.endsWith("half_pixel") && rounding
					.startsWith("round");
		if (!known || scales[0] != 1 || scales[1] != 1 || scales[2] != scales[3] ||
			scales[2] != (int) scales[2] || scales[2] < 1 || scales[2] > 64)
			return new Other("up-sampling by " + Arrays.toString(scales) + " with " +
				where + " and " + rounding);
		return new UpSampling((int) scales[2], linear);
	}

	private static float[] scales(final OnnxNode node) {
		final var list = node.attribute("scales").getFloatsList();
		final float[] scales = new float[list.size()];
		for (int i = 0; i < scales.length; i++)
			scales[i] = list.get(i);
		return scales;
	}

	private LayerOp normalization(final OnnxNode node)
		throws InvalidContentException
	{
		final float[] gamma = floats(node, 1);
		final float[] beta = floats(node, 2);
		final float[] mean = floats(node, 3);
		final float[] variance = floats(node, 4);
		if (gamma == null || beta == null || mean == null || variance == null ||
			node.integer("training_mode", 0) != 0) return new Other(
				"a batch normalisation without stored statistics");
		return Affine.normalization(gamma, beta, mean, variance, node.number(
			"epsilon", 1e-5));
	}

	/** A constant for all or each channel, or a second map. */
	private LayerOp arithmetic(final OnnxNode node)
		throws InvalidContentException
	{
		final int at = constant(node, 1) != null ? 1 : 0;
		final float[] c = floats(node, at);
		final boolean add = node.type().equals("Add");
		final boolean commutes = add || node.type().equals("Mul");
		if (constant(node, at) == null) return ofTwoMaps(node);
		if (c == null || at == 0 && !commutes || c.length != 1 && !isPerChannel(
			constant(node, at).shape())) return new Other("the operator " + node
				.type() + " of a map and numbers that are not one per channel");
		final float[] factor = new float[c.length];
		final float[] offset = new float[c.length];
		for (int i = 0; i < c.length; i++) {
			factor[i] = switch (node.type()) {
				case "Mul" -> c[i];
				case "Div" -> 1 / c[i];
				default -> 1;
			};
			offset[i] = add ? c[i] : node.type().equals("Sub") ? -c[i] : 0;
		}
		return new Affine(factor, offset);
	}

	private static LayerOp ofTwoMaps(final OnnxNode node) {
		return switch (node.type()) {
			case "Add" -> new Combination(Combination.Kind.SUM);
			case "Sub" -> new Combination(Combination.Kind.DIFFERENCE);
			case "Mul" -> new Combination(Combination.Kind.PRODUCT);
			default -> new Other("the operator " + node.type() + " of two maps");
		};
	}

	/** (C, 1, 1) or (1, C, 1, 1). */
	private static boolean isPerChannel(final long[] shape) {
		final int n = shape.length;
		return n >= 3 && shape[n - 1] == 1 && shape[n - 2] == 1 && (n == 3 ||
			n == 4 && shape[0] == 1);
	}

	/** Whether a padding node adds nothing. */
	boolean padsNothing(final OnnxNode node) throws InvalidContentException {
		final OnnxArray pads = constant(node, 1);
		if (pads != null && pads.longs() != null) return Arrays.stream(pads.longs())
			.allMatch(p -> p == 0);
		return node.attribute("pads") != null && node.attribute("pads")
			.getIntsList().stream().allMatch(p -> p == 0);
	}
}
