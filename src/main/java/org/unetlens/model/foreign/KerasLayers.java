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

package org.unetlens.model.foreign;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Kernel;
import org.unetlens.graph.Kernels;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.LayerOp.Active;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Other;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.Probability;
import org.unetlens.graph.OutputKind;
import org.unetlens.network.Activation;

/** What single Keras layers do, after the documentation of Keras 2 and 3. */
final class KerasLayers {

	private static final Pads NONE = Pads.NONE;
	/** Values of a kernel that was grouped. */
	private static final long MOST_GROUPED = 1 << 24;

	private final KerasWeights weights;

	KerasLayers(final KerasWeights weights) {
		this.weights = weights;
	}

	/** Layers of use in training only. */
	static boolean changesNothing(final String type) {
		return List.of("Dropout", "SpatialDropout2D", "AlphaDropout",
			"GaussianDropout", "GaussianNoise", "ActivityRegularization", "Identity")
			.contains(type);
	}

	LayerOp of(final String name, final String type, final JsonObject config)
		throws InvalidContentException
	{
		final JsonElement format = config.get("data_format");
		if (format != null && !format.isJsonNull() && format.getAsString().equals(
			"channels_first")) return new Other("a layer with the channels first");
		return switch (type) {
			case "Conv2D", "Convolution2D" -> convolution(name, config);
			case "Conv2DTranspose" -> upConvolution(name, config);
			case "DepthwiseConv2D" -> depthwise(name, config);
			case "MaxPooling2D" -> pooling(config, Pooling.Kind.MAXIMUM);
			case "AveragePooling2D" -> pooling(config, Pooling.Kind.MEAN);
			case "ZeroPadding2D" -> zeroPadding(config);
			case "Add" -> new Combination(Combination.Kind.SUM);
			case "Subtract" -> new Combination(Combination.Kind.DIFFERENCE);
			case "Multiply" -> new Combination(Combination.Kind.PRODUCT);
			case "Maximum" -> new Combination(Combination.Kind.MAXIMUM);
			case "PReLU" -> slopes(name);
			case "UpSampling2D" -> upSampling(config);
			case "Concatenate" -> last(config) ? new LayerOp.Merge() : new Other(
				"a concatenation along another axis than the channels");
			case "BatchNormalization" -> normalization(name, config);
			case "Activation" -> function(text(config, "activation", "linear"));
			case "ReLU" -> relu(config);
			case "LeakyReLU" -> leaky(config);
			case "ELU" -> number(config, "alpha", 1) == 1 ? new Active(Activation.ELU)
				: new Other("an ELU of another alpha than 1");
			case "Softmax" -> new Probability(OutputKind.SOFTMAX);
			default -> new Other("the Keras layer " + type.substring(0, Math.min(60,
				type.length())));
		};
	}

	/** The activation inside of a layer; null for none. */
	static LayerOp activation(final String type, final JsonObject config) {
		final String function = text(config, "activation", "linear");
		return type.equals("Activation") || function.equals("linear") ? null
			: function(function);
	}

	private static LayerOp function(final String name) {
		return switch (name) {
			case "relu" -> new Active(Activation.RELU);
			case "elu" -> new Active(Activation.ELU);
			case "tanh" -> new Curve(Curve.Kind.TANH);
			case "softplus" -> new Curve(Curve.Kind.SOFTPLUS);
			case "selu" -> new Curve(Curve.Kind.SELU);
			case "swish", "silu" -> new Curve(Curve.Kind.SWISH);
			case "sigmoid" -> new Probability(OutputKind.SIGMOID);
			case "softmax" -> new Probability(OutputKind.SOFTMAX);
			default -> new Other("the activation " + name.substring(0, Math.min(60,
				name.length())));
		};
	}

	private static LayerOp relu(final JsonObject config) {
		final boolean plain = isNothing(config, "max_value") && isNothing(config,
			"threshold");
		final double slope = number(config, "negative_slope", 0);
		return !plain ? new Other("a ReLU with limits") : slope == 0 ? new Active(
			Activation.RELU) : new Active(Activation.leakyRelu(slope));
	}

	private static LayerOp leaky(final JsonObject config) {
		return new Active(Activation.leakyRelu(number(config, "negative_slope",
			number(config, "alpha", 0.3))));
	}

	private LayerOp convolution(final String name, final JsonObject config)
		throws InvalidContentException
	{
		final KerasWeights.Array k = weights.get(name, "kernel", 4);
		final int groups = (int) number(config, "groups", 1);
		if (groups < 1 || k.size(3) % groups != 0 || groups > 1 && (long) groups * k
			.values().length > MOST_GROUPED) return new Other("a convolution in " +
				groups + " groups of many channels");
		final Kernel kernel = new Kernel(k.size(0), k.size(1), k.size(2), k.size(3),
			k.values());
		return convolution(name, config, groups == 1 ? kernel : Kernels.grouped(
			kernel, groups));
	}

	private LayerOp convolution(final String name, final JsonObject config,
		final Kernel kernel) throws InvalidContentException
	{
		final int stride = square(config, "strides", 1);
		final int dilation = square(config, "dilation_rate", 1);
		if (stride < 1 || dilation < 1) return new Other(
			"a convolution of unequal strides or dilations");
		return new LayerOp.Convolution(kernel, bias(name, config, kernel), stride,
			dilation, same(config) ? Kernels.samePads((kernel.height() - 1) *
				dilation + 1, (kernel.width() - 1) * dilation + 1, stride, false)
				: NONE);
	}

	/** NB: Its kernel has the axes (row, column, input, multiple). */
	private LayerOp depthwise(final String name, final JsonObject config)
		throws InvalidContentException
	{
		final KerasWeights.Array k = weights.get(name, "depthwise_kernel", 4);
		final int in = k.size(2);
		if ((long) in * k.values().length > MOST_GROUPED) return new Other(
			"a convolution of each of many channels by itself");
		final Kernel each = new Kernel(k.size(0), k.size(1), 1, in * k.size(3), k
			.values());
		return convolution(name, config, Kernels.grouped(each, in));
	}

	private LayerOp slopes(final String name) throws InvalidContentException {
		final KerasWeights.Array alpha = weights.get(name, "alpha", 3);
		return alpha.size(0) == 1 && alpha.size(1) == 1
			? new LayerOp.NegativeSlopes(alpha.values()) : new Other(
				"a PReLU with slopes for each pixel");
	}

	/** NB: One number, one per axis, or two per axis. */
	private static LayerOp zeroPadding(final JsonObject config) {
		final JsonElement e = config.get("padding");
		if (!e.isJsonArray()) return new LayerOp.ZeroPadding(new Pads(e.getAsInt(),
			e.getAsInt(), e.getAsInt(), e.getAsInt()));
		final JsonArray rows = ends(e.getAsJsonArray().get(0));
		final JsonArray columns = ends(e.getAsJsonArray().get(1));
		return new LayerOp.ZeroPadding(new Pads(rows.get(0).getAsInt(), columns.get(
			0).getAsInt(), rows.get(1).getAsInt(), columns.get(1).getAsInt()));
	}

	private static JsonArray ends(final JsonElement e) {
		if (e.isJsonArray()) return e.getAsJsonArray();
		final JsonArray both = new JsonArray();
		both.add(e);
		both.add(e);
		return both;
	}

	/** NB: Its kernel has the axes (row, column, output, input). */
	private LayerOp upConvolution(final String name, final JsonObject config)
		throws InvalidContentException
	{
		final KerasWeights.Array k = weights.get(name, "kernel", 4);
		final int in = k.size(3);
		final int out = k.size(2);
		final float[] values = new float[k.values().length];
		for (int t = 0; t < values.length; t++)
			values[(t / (in * out) * in + t % in) * out + t / in % out] = k
				.values()[t];
		final Kernel kernel = new Kernel(k.size(0), k.size(1), in, out, values);
		final int stride = square(config, "strides", 1);
		if (stride < 1 || square(config, "dilation_rate", 1) != 1) return new Other(
			"a dilated transposed convolution, or one of unequal strides");
		return new LayerOp.UpConvolution(kernel, bias(name, config, kernel), stride,
			same(config) ? Kernels.sameCrop(kernel, stride) : NONE);
	}

	private float[] bias(final String name, final JsonObject config,
		final Kernel kernel) throws InvalidContentException
	{
		if (!flag(config, "use_bias")) return new float[kernel.outputs()];
		final float[] bias = weights.get(name, "bias", 1).values();
		if (bias.length != kernel.outputs()) throw new InvalidContentException(
			"its layer '" + name + "' has " + bias.length + " biases for " + kernel
				.outputs() + " channels");
		return bias;
	}

	private static LayerOp pooling(final JsonObject config,
		final Pooling.Kind kind)
	{
		final int size = square(config, "pool_size", 2);
		final JsonElement strides = config.get("strides");
		final int stride = strides == null || strides.isJsonNull() ? size : square(
			config, "strides", size);
		if (size < 1 || stride < 1) return new Other("an uneven pooling");
		final Pads pads = same(config) ? Kernels.samePads(size, size, stride, false)
			: NONE;
		return kind == Pooling.Kind.MEAN && !pads.equals(NONE) ? new Other(
			"a mean that is padded") : new Pooling(kind, size, stride, pads);
	}

	private static LayerOp upSampling(final JsonObject config) {
		final int factor = square(config, "size", 2);
		final String kind = text(config, "interpolation", "nearest");
		return factor < 1 || factor > 64 || !List.of("nearest", "bilinear")
			.contains(kind) ? new Other("up-sampling of the kind " + kind)
				: new LayerOp.UpSampling(factor, kind.equals("bilinear"));
	}

	private LayerOp normalization(final String name, final JsonObject config)
		throws InvalidContentException
	{
		if (!last(config)) return new Other(
			"a batch normalisation over another axis than the channels");
		final float[] mean = weights.get(name, "moving_mean", 1).values();
		final float[] variance = weights.get(name, "moving_variance", 1).values();
		final float[] gamma = flag(config, "scale") ? weights.get(name, "gamma", 1)
			.values() : ones(mean.length);
		final float[] beta = flag(config, "center") ? weights.get(name, "beta", 1)
			.values() : new float[mean.length];
		return LayerOp.Affine.normalization(gamma, beta, mean, variance, number(
			config, "epsilon", 1e-3));
	}

	private static float[] ones(final int n) {
		final float[] values = new float[n];
		java.util.Arrays.fill(values, 1);
		return values;
	}

	/** Whether the axis is that of the channels. */
	private static boolean last(final JsonObject config) {
		JsonElement axis = config.get("axis");
		if (axis != null && axis.isJsonArray() && axis.getAsJsonArray().size() == 1)
			axis = axis.getAsJsonArray().get(0);
		return axis == null || axis.isJsonPrimitive() && (axis.getAsInt() == -1 ||
			axis.getAsInt() == 3);
	}

	private static boolean same(final JsonObject config) {
		return text(config, "padding", "valid").equals("same");
	}

	/** One number for both axes; -1 when they differ. */
	private static int square(final JsonObject config, final String key,
		final int otherwise)
	{
		final JsonElement e = config.get(key);
		if (e == null || e.isJsonNull()) return otherwise;
		if (!e.isJsonArray()) return e.getAsInt();
		final JsonArray list = e.getAsJsonArray();
		return list.size() == 2 && list.get(0).getAsInt() == list.get(1).getAsInt()
			? list.get(0).getAsInt() : -1;
	}

	private static boolean isNothing(final JsonObject config, final String key) {
		return number(config, key, 0) == 0;
	}

	/** NB: What is on unless it is said to be off. */
	private static boolean flag(final JsonObject config, final String key) {
		final JsonElement e = config.get(key);
		return e == null || e.isJsonNull() || e.getAsBoolean();
	}

	private static double number(final JsonObject config, final String key,
		final double otherwise)
	{
		final JsonElement e = config.get(key);
		return e == null || e.isJsonNull() ? otherwise : e.getAsDouble();
	}

	/** NB: Keras 3 describes some activations by an object. */
	private static String text(final JsonObject config, final String key,
		final String otherwise)
	{
		final JsonElement e = config.get(key);
		if (e == null || e.isJsonNull()) return otherwise;
		return e.isJsonPrimitive() ? e.getAsString()
			: "that is described by itself";
	}
}
