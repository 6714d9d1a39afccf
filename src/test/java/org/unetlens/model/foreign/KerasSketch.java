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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.H5Object;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * A Keras network with random weights, computed step by step as plainly as
 * possible while it is written down, and saved by the HDF5 library as Keras
 * lays it out.
 */
final class KerasSketch {

	/** A map, axes (y, x, channel). */
	private record Image(int h, int w, int c, double[] v) {

		Image(final int h, final int w, final int c) {
			this(h, w, c, new double[h * w * c]);
		}

		double at(final int y, final int x, final int k) {
			return y < 0 || x < 0 || y >= h || x >= w ? 0 : v[(y * w + x) * c + k];
		}
	}

	private record Array(float[] values, long... shape) {
	}

	private final Random random = new Random(11);
	private final JsonArray layers = new JsonArray();
	private final Map<String, Map<String, Array>> weights = new LinkedHashMap<>();
	private final Map<String, Image> maps = new LinkedHashMap<>();
	private final String input = "input_1";
	private boolean third;

	KerasSketch(final int h, final int w, final int c, final float[] values) {
		final Image image = new Image(h, w, c);
		for (int i = 0; i < values.length; i++)
			image.v[i] = values[i];
		maps.put(input, image);
		layer("InputLayer", input, "'batch_input_shape': [null, null, null, " + c +
			"], 'batch_shape': [null, null, null, " + c + "]");
	}

	/** Writes the links between layers as Keras 3 does, not 2. */
	KerasSketch asKeras3() {
		third = true;
		return this;
	}

	String input() {
		return input;
	}

	String conv(final String x, final int out, final int k,
		final String activation)
	{
		final Image a = maps.get(x);
		final String name = name("conv2d");
		layer("Conv2D", name, "'kernel_size': [" + k + ", " + k +
			"], 'strides': [1, 1], 'padding': 'same', 'data_format': 'channels_last', 'dilation_rate': [1, 1], 'groups': 1, 'use_bias': true, 'activation': '" +
			activation + "'", x);
		final float[] kernel = array(name, "kernel", 1.4 / Math.sqrt(k * k * a.c),
			k, k, a.c, out);
		final float[] bias = array(name, "bias", 0.3, out);
		final Image y = new Image(a.h, a.w, out);
		final int before = (k - 1) / 2;
		for (int p = 0; p < a.h * a.w; p++)
			for (int o = 0; o < out; o++) {
				double sum = bias[o];
				for (int t = 0; t < k * k; t++)
					for (int i = 0; i < a.c; i++)
						sum += a.at(p / a.w + t / k - before, p % a.w + t % k - before, i) *
							kernel[(t * a.c + i) * out + o];
				y.v[p * out + o] = sum;
			}
		return put(name, activated(y, activation));
	}

	/** Stride 2, padding same. */
	String transposed(final String x, final int out, final int k,
		final String activation)
	{
		final Image a = maps.get(x);
		final String name = name("conv2d_transpose");
		layer("Conv2DTranspose", name, "'kernel_size': [" + k + ", " + k +
			"], 'strides': [2, 2], 'padding': 'same', 'data_format': 'channels_last', 'use_bias': true, 'activation': '" +
			activation + "'", x);
		final float[] kernel = array(name, "kernel", 1.4 / Math.sqrt(a.c), k, k,
			out, a.c);
		final float[] bias = array(name, "bias", 0.3, out);
		final Image y = new Image(2 * a.h, 2 * a.w, out);
		for (int i = 0; i < y.v.length; i++)
			y.v[i] = bias[i % out];
		final int before = (k - 2) / 2;
		for (int p = 0; p < a.h * a.w; p++)
			for (int t = 0; t < k * k; t++) {
				final int row = 2 * (p / a.w) + t / k - before;
				final int column = 2 * (p % a.w) + t % k - before;
				if (row < 0 || column < 0 || row >= y.h || column >= y.w) continue;
				for (int o = 0; o < out; o++)
					for (int i = 0; i < a.c; i++)
						y.v[(row * y.w + column) * out + o] += a.v[p * a.c + i] *
							kernel[(t * out + o) * a.c + i];
			}
		return put(name, activated(y, activation));
	}

	String pool(final String x) {
		final Image a = maps.get(x);
		final String name = name("max_pooling2d");
		layer("MaxPooling2D", name,
			"'pool_size': [2, 2], 'strides': [2, 2], 'padding': 'valid', 'data_format': 'channels_last'",
			x);
		final Image y = new Image(a.h / 2, a.w / 2, a.c);
		for (int i = 0; i < y.v.length; i++) {
			final int r = 2 * (i / a.c / y.w);
			final int q = 2 * (i / a.c % y.w);
			final int c = i % a.c;
			y.v[i] = Math.max(Math.max(a.at(r, q, c), a.at(r + 1, q, c)), Math.max(a
				.at(r, q + 1, c), a.at(r + 1, q + 1, c)));
		}
		return put(name, y);
	}

	String upSample(final String x) {
		final Image a = maps.get(x);
		final String name = name("up_sampling2d");
		layer("UpSampling2D", name,
			"'size': [2, 2], 'interpolation': 'nearest', 'data_format': 'channels_last'",
			x);
		final Image y = new Image(2 * a.h, 2 * a.w, a.c);
		for (int i = 0; i < y.v.length; i++)
			y.v[i] = a.at(i / a.c / y.w / 2, i / a.c % y.w / 2, i % a.c);
		return put(name, y);
	}

	String concat(final String first, final String second) {
		final Image a = maps.get(first);
		final Image b = maps.get(second);
		final String name = name("concatenate");
		layer("Concatenate", name, "'axis': -1", first, second);
		final Image y = new Image(a.h, a.w, a.c + b.c);
		for (int i = 0; i < y.v.length; i++) {
			final int p = i / y.c;
			final int c = i % y.c;
			y.v[i] = c < a.c ? a.v[p * a.c + c] : b.v[p * b.c + c - a.c];
		}
		return put(name, y);
	}

	/** @param type Add, Subtract, Multiply or Maximum */
	String combined(final String type, final String first, final String second) {
		final Image a = maps.get(first);
		final Image b = maps.get(second);
		final String name = name(type.toLowerCase());
		layer(type, name, "'dtype': 'float32'", first, second);
		final Image y = new Image(a.h, a.w, a.c);
		for (int i = 0; i < y.v.length; i++) {
			final double v = a.v[i], w = b.v[b.c == 1 ? i / a.c : i];
			y.v[i] = switch (type) {
				case "Add" -> v + w;
				case "Subtract" -> v - w;
				case "Multiply" -> v * w;
				default -> Math.max(v, w);
			};
		}
		return put(name, y);
	}

	String means(final String x) {
		final Image a = maps.get(x);
		final String name = name("average_pooling2d");
		layer("AveragePooling2D", name,
			"'pool_size': [2, 2], 'strides': [2, 2], 'padding': 'same'", x);
		final Image y = new Image(a.h / 2, a.w / 2, a.c);
		for (int i = 0; i < a.v.length; i++)
			y.v[(i / a.c / a.w / 2 * y.w + i / a.c % a.w / 2) * a.c + i % a.c] +=
				a.v[i] / 4;
		return put(name, y);
	}

	/** Bilinear, twice as large. */
	String linear(final String x) {
		final Image a = maps.get(x);
		final String name = name("up_sampling2d");
		layer("UpSampling2D", name, "'size': [2, 2], 'interpolation': 'bilinear'",
			x);
		final Image y = new Image(2 * a.h, 2 * a.w, a.c);
		for (int i = 0; i < y.v.length; i++) {
			final int row = i / a.c / y.w, column = i / a.c % y.w;
			for (int t = 0; t < 4; t++) {
				final int r = Math.floorDiv(row - 1, 2) + t / 2;
				final int q = Math.floorDiv(column - 1, 2) + t % 2;
				final double near = (Math.abs(row - 2 * r - 0.5) < 1 ? 0.75 : 0.25) *
					(Math.abs(column - 2 * q - 0.5) < 1 ? 0.75 : 0.25);
				y.v[i] += near * a.at(Math.max(0, Math.min(a.h - 1, r)), Math.max(0,
					Math.min(a.w - 1, q)), i % a.c);
			}
		}
		return put(name, y);
	}

	/** 3 x 3 with stride 2 behind a rim of zeros above and on the left. */
	String strided(final String x, final int out) {
		final Image a = maps.get(x);
		final String rim = name("zero_padding2d");
		layer("ZeroPadding2D", rim, "'padding': [[1, 0], [1, 0]]", x);
		final String name = name("conv2d");
		layer("Conv2D", name,
			"'kernel_size': [3, 3], 'strides': [2, 2], 'padding': 'valid', 'use_bias': false, 'activation': 'tanh'",
			rim);
		final float[] kernel = array(name, "kernel", 0.4, 3, 3, a.c, out);
		final Image y = new Image(a.h / 2, a.w / 2, out);
		for (int i = 0; i < y.v.length; i++) {
			double sum = 0;
			for (int t = 0; t < 9; t++)
				for (int c = 0; c < a.c; c++)
					sum += a.at(2 * (i / out / y.w) + t / 3 - 1, 2 * (i / out % y.w) + t %
						3 - 1, c) * kernel[(t * a.c + c) * out + i % out];
			y.v[i] = Math.tanh(sum);
		}
		return put(name, y);
	}

	/** 3 x 3, two results of each channel, dilated by 2, then a PReLU. */
	String depthwise(final String x) {
		final Image a = maps.get(x);
		final String name = name("depthwise_conv2d");
		layer("DepthwiseConv2D", name,
			"'kernel_size': [3, 3], 'strides': [1, 1], 'padding': 'same', 'dilation_rate': [2, 2], 'use_bias': true, 'activation': 'linear'",
			x);
		final float[] kernel = array(name, "depthwise_kernel", 0.4, 3, 3, a.c, 2);
		final float[] bias = array(name, "bias", 0.3, 2 * a.c);
		final String relu = name("p_re_lu");
		layer("PReLU", relu, "'shared_axes': [1, 2]", name);
		final float[] slopes = array(relu, "alpha", 0.3, 1, 1, 2 * a.c);
		final Image y = new Image(a.h, a.w, 2 * a.c);
		for (int i = 0; i < y.v.length; i++) {
			final int p = i / y.c, o = i % y.c;
			double sum = bias[o];
			for (int t = 0; t < 9; t++)
				sum += a.at(p / a.w + 2 * (t / 3) - 2, p % a.w + 2 * (t % 3) - 2, o /
					2) * kernel[t * y.c + o];
			y.v[i] = sum < 0 ? slopes[o] * sum : sum;
		}
		return put(relu, y);
	}

	String norm(final String x) {
		final Image a = maps.get(x);
		final String name = name("batch_normalization");
		layer("BatchNormalization", name,
			"'axis': [3], 'epsilon': 0.001, 'center': true, 'scale': true", x);
		final float[] gamma = array(name, "gamma", 1, a.c);
		final float[] beta = array(name, "beta", 0.3, a.c);
		final float[] mean = array(name, "moving_mean", 0.3, a.c);
		final float[] variance = array(name, "moving_variance", 1, a.c);
		for (int c = 0; c < a.c; c++)
			variance[c] = 0.5f + variance[c] * variance[c];
		final Image y = new Image(a.h, a.w, a.c);
		for (int i = 0; i < y.v.length; i++)
			y.v[i] = (a.v[i] - mean[i % a.c]) / Math.sqrt(variance[i % a.c] + 1e-3) *
				gamma[i % a.c] + beta[i % a.c];
		return put(name, y);
	}

	String activation(final String x, final String function) {
		final String name = name("activation");
		layer("Activation", name, "'activation': '" + function + "'", x);
		return put(name, activated(maps.get(x), function));
	}

	String dropOut(final String x) {
		final String name = name("dropout");
		layer("Dropout", name, "'rate': 0.5", x);
		return put(name, maps.get(x));
	}

	/** A layer of any kind, which is not computed. */
	String other(final String type, final String config, final String... xs) {
		final String name = name(type.toLowerCase());
		layer(type, name, config, xs);
		return put(name, maps.get(xs[0]));
	}

	/** What the network gives, axes (y, x, channel). */
	double[] values(final String map) {
		return maps.get(map).v;
	}

	private static Image activated(final Image a, final String function) {
		final Image y = new Image(a.h, a.w, a.c);
		for (int i = 0; i < y.v.length; i++) {
			double sum = 0;
			for (int c = 0; c < a.c; c++)
				sum += Math.exp(a.v[i / a.c * a.c + c]);
			y.v[i] = switch (function) {
				case "relu" -> Math.max(0, a.v[i]);
				case "tanh" -> Math.tanh(a.v[i]);
				case "swish" -> a.v[i] / (1 + Math.exp(-a.v[i]));
				case "softplus" -> Math.log1p(Math.exp(a.v[i]));
				case "sigmoid" -> 1 / (1 + Math.exp(-a.v[i]));
				case "softmax" -> Math.exp(a.v[i]) / sum;
				default -> a.v[i];
			};
		}
		return y;
	}

	private String name(final String type) {
		return type + "_" + layers.size();
	}

	private String put(final String name, final Image map) {
		maps.put(name, map);
		return name;
	}

	private float[] array(final String layer, final String name, final double sd,
		final long... shape)
	{
		int n = 1;
		for (final long s : shape)
			n *= (int) s;
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) (sd * random.nextGaussian());
		weights.computeIfAbsent(layer, l -> new LinkedHashMap<>()).put(name,
			new Array(values, shape));
		return values;
	}

	private void layer(final String type, final String name, final String config,
		final String... inputs)
	{
		final JsonObject layer = JsonParser.parseString("{'class_name': '" + type +
			"', 'name': '" + name + "', 'config': {'name': '" + name +
			"', 'trainable': true, " + config + "}}").getAsJsonObject();
		final StringBuilder nodes = new StringBuilder();
		for (final String in : inputs)
			nodes.append(nodes.isEmpty() ? "" : ", ").append(third
				? "{'class_name': '__keras_tensor__', 'config': {'shape': [], 'keras_history': ['" +
					in + "', 0, 0]}}" : "['" + in + "', 0, 0, {}]");
		final String args = inputs.length > 1 ? "[" + nodes + "]" : nodes
			.toString();
		layer.add("inbound_nodes", JsonParser.parseString(inputs.length == 0 ? "[]"
			: third ? "[{'args': [" + args + "], 'kwargs': {}}]" : "[[" + nodes +
				"]]"));
		layers.add(layer);
	}

	String configuration(final String output) {
		final JsonObject config = new JsonObject();
		config.addProperty("name", "model_1");
		config.add("layers", layers);
		config.add("input_layers", JsonParser.parseString(third ? "['" + input +
			"', 0, 0]" : "[['" + input + "', 0, 0]]"));
		config.add("output_layers", JsonParser.parseString(third ? "['" + output +
			"', 0, 0]" : "[['" + output + "', 0, 0]]"));
		final JsonObject model = new JsonObject();
		model.addProperty("class_name", "Functional");
		model.add("config", config);
		return model.toString();
	}

	void save(final Path file, final String output) {
		save(file, configuration(output), true);
	}

	/** @param variable whether the description is a string of variable length */
	void save(final Path file, final String configuration,
		final boolean variable)
	{
		// NB: The library knows one thread only, so nothing may be left for that
		// one
		// which frees what the collector finds.
		try (PointerScope all = new PointerScope();
				H5File out = new H5File(file.toString(), hdf5.H5F_ACC_TRUNC))
		{
			if (configuration != null) text(out, "model_config", configuration,
				variable);
			text(out, "backend", "tensorflow", false);
			final Group root = out.createGroup("model_weights");
			for (final Map.Entry<String, Map<String, Array>> e : weights.entrySet()) {
				final Group outer = root.createGroup(e.getKey());
				final Group inner = outer.createGroup(e.getKey());
				e.getValue().forEach((name, array) -> write(inner, name + (third ? ""
					: ":0"), array));
				inner._close();
				outer._close();
			}
			// NB: The file is written out when the last object in it is closed.
			root._close();
			out._close();
		}
	}

	private static void write(final Group group, final String name,
		final Array array)
	{
		try (DataSpace space = new DataSpace(array.shape.length, array.shape);
				DataSet data = group.createDataSet(name, new DataType(PredType
					.IEEE_F32LE()), space);
				FloatPointer values = new FloatPointer(array.values))
		{
			data.write(values, new DataType(PredType.NATIVE_FLOAT()));
			data._close();
			space._close();
		}
	}

	private static void text(final H5Object at, final String name,
		final String text, final boolean variable)
	{
		final int n = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
		final StrType type = new StrType(PredType.C_S1(), variable
			? hdf5.H5T_VARIABLE : n);
		try (Attribute a = at.createAttribute(name, type, new DataSpace());
				BytePointer bytes = new BytePointer(text))
		{
			if (variable) a.write(type, text);
			else a.write(type, bytes);
			a._close();
		}
	}
}
