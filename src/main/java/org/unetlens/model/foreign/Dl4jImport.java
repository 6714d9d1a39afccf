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

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Kernel;
import org.unetlens.graph.Kernels;
import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.OutputKind;
import org.unetlens.network.Activation;

/**
 * Reads the network of a DL4J {@code ComputationGraph} zip from its
 * configuration, as text, and its coefficients, as numbers. Classes that the
 * configuration names are compared with a list and never loaded.
 */
final class Dl4jImport {

	static final String CONFIGURATION = "configuration.json";
	static final String COEFFICIENTS = "coefficients.bin";

	private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
	private static final String VERTICES = "org.deeplearning4j.nn.conf.graph.";
	private static final String ACTIVATIONS =
		"org.nd4j.linalg.activations.impl.Activation";

	private final JsonObject configuration;
	private final Dl4jCoefficients coefficients;
	private final List<Layer> layers = new ArrayList<>();
	private final Map<String, String> standsFor = new LinkedHashMap<>();
	private int channels;

	private Dl4jImport(final JsonObject configuration,
		final Dl4jCoefficients coefficients)
	{
		this.configuration = configuration;
		this.coefficients = coefficients;
	}

	static LayerGraph read(final String json, final byte[] coefficients)
		throws IOException
	{
		try {
			return new Dl4jImport(JsonParser.parseString(json).getAsJsonObject(),
				new Dl4jCoefficients(coefficients)).read();
		}
		// NB: Gson tells of other types than expected in four ways.
		catch (final JsonParseException | IllegalStateException
				| UnsupportedOperationException | NumberFormatException exc)
		{
			throw new InvalidContentException("its " + CONFIGURATION +
				" is not what DL4J writes: " + exc.getMessage(), exc);
		}
	}

	private LayerGraph read() throws InvalidContentException {
		final String input = single("networkInputs");
		final String output = single("networkOutputs");
		standsFor.put(input, input);
		final JsonObject vertices = object(configuration, "vertices");
		for (final String name : order(input)) {
			if (!vertices.has(name)) throw new InvalidContentException(
				"its configuration has no layer '" + name + "'");
			add(name, vertices.getAsJsonObject(name));
		}
		coefficients.requireRead();
		return new LayerGraph(layers, input, standsFor.getOrDefault(output, output),
			channels);
	}

	private String single(final String key) throws InvalidContentException {
		final JsonArray list = array(configuration, key);
		if (list.size() != 1) throw new InvalidContentException("its network has " +
			list.size() + " " + (key.endsWith("Inputs") ? "inputs" : "outputs") +
			"; only networks with one input image and one output can be used");
		return list.get(0).getAsString();
	}

	/** The layers in the order in which their numbers are stored. */
	private List<String> order(final String input)
		throws InvalidContentException
	{
		final JsonElement stored = configuration.get("topologicalOrderStr");
		final List<String> names = new ArrayList<>();
		if (stored != null && stored.isJsonArray()) stored.getAsJsonArray().forEach(
			n -> names.add(n.getAsString()));
		else names.addAll(sorted(input));
		names.remove(input);
		return names;
	}

	/** Each layer when all that it reads have been there. */
	private List<String> sorted(final String input)
		throws InvalidContentException
	{
		final Set<String> left = new java.util.LinkedHashSet<>(object(configuration,
			"vertices").keySet());
		final List<String> names = new ArrayList<>();
		final Set<String> there = new HashSet<>(List.of(input));
		for (String next = next(left, there); next != null; next = next(left,
			there))
		{
			left.remove(next);
			there.add(next);
			names.add(next);
		}
		if (!left.isEmpty()) throw new InvalidContentException("its layers " + left
			.stream().limit(5).toList() +
			" read one another; the network goes in a circle");
		return names;
	}

	private String next(final Set<String> left, final Set<String> there)
		throws InvalidContentException
	{
		for (final String name : left)
			if (there.containsAll(inputs(name))) return name;
		return null;
	}

	private List<String> inputs(final String vertex)
		throws InvalidContentException
	{
		final List<String> names = new ArrayList<>();
		array(object(configuration, "vertexInputs"), vertex).forEach(n -> names.add(
			n.getAsString()));
		return names;
	}

	private void add(final String name, final JsonObject vertex)
		throws InvalidContentException
	{
		final List<String> inputs = new ArrayList<>();
		for (final String input : inputs(name))
			inputs.add(standsFor.getOrDefault(input, input));
		final String type = name(vertex, VERTICES);
		if (type.equals("MergeVertex")) put(name, new LayerOp.Merge(), inputs);
		else if (type.equals("ElementWiseVertex")) put(name, combination(vertex),
			inputs);
		else if (!type.equals("LayerVertex")) put(name, new LayerOp.Other(
			"a vertex " + type), inputs);
		else layer(name, object(object(vertex, "layerConf"), "layer"), inputs,
			vertex);
	}

	private static LayerOp combination(final JsonObject vertex)
		throws InvalidContentException
	{
		return switch (text(vertex, "op")) {
			case "Add" -> new Combination(Combination.Kind.SUM);
			case "Subtract" -> new Combination(Combination.Kind.DIFFERENCE);
			case "Product" -> new Combination(Combination.Kind.PRODUCT);
			case "Max" -> new Combination(Combination.Kind.MAXIMUM);
			default -> new LayerOp.Other("the combination " + text(vertex, "op") +
				" of maps");
		};
	}

	private void put(final String name, final LayerOp op,
		final List<String> inputs)
	{
		layers.add(new Layer(name, op, inputs));
		standsFor.put(name, name);
	}

	private void layer(final String name, final JsonObject layer,
		final List<String> inputs, final JsonObject vertex)
		throws InvalidContentException
	{
		final JsonElement before = vertex.get("preProcessor");
		if (before != null && !before.isJsonNull())
			throw new InvalidContentException("its layer '" + name +
				"' has a pre-processor, which is not read");
		requireChannelsFirst(name, layer);
		final String type = name(layer, LAYERS);
		switch (type) {
			case "ConvolutionLayer" -> active(name, convolution(layer), layer,
				inputs);
			case "Deconvolution2D" -> active(name, upConvolution(layer), layer,
				inputs);
			case "BatchNormalization" -> put(name, normalization(layer), inputs);
			case "SubsamplingLayer" -> put(name, pooling(layer), inputs);
			case "Upsampling2D" -> put(name, LayerOp.UpSampling.nearest(square(layer,
				"size")), inputs);
			case "ActivationLayer", "CnnLossLayer" -> {
				final LayerOp op = activation(layer);
				if (op == null) standsFor.put(name, inputs.get(0));
				else put(name, op, inputs);
			}
			case "DropoutLayer" -> standsFor.put(name, inputs.get(0));
			default -> throw new InvalidContentException("its layer '" + name +
				"' is of the DL4J kind " + type +
				", whose numbers are not read; convolutions, transposed convolutions, poolings, up-sampling, merges, batch normalisation, activations and drop-out are");
		}
	}

	/** A layer and the activation that DL4J keeps inside of it. */
	private void active(final String name, final LayerOp op,
		final JsonObject layer, final List<String> inputs)
		throws InvalidContentException
	{
		final LayerOp activation = activation(layer);
		if (activation == null) {
			put(name, op, inputs);
			return;
		}
		final String linear = name + " (linear)";
		put(linear, op, inputs);
		put(name, activation, List.of(linear));
	}

	private static void requireChannelsFirst(final String name,
		final JsonObject layer) throws InvalidContentException
	{
		for (final String key : List.of("cnn2dDataFormat", "cnn2DFormat", "format"))
			if (layer.has(key) && layer.get(key).isJsonPrimitive() && layer.get(key)
				.getAsString().equals("NHWC")) throw new InvalidContentException(
					"its layer '" + name +
						"' has the channels last; DL4J models with the channels first can be opened");
	}

	private LayerOp convolution(final JsonObject layer)
		throws InvalidContentException
	{
		final int in = integer(layer, "nin");
		final int out = integer(layer, "nout");
		final int[] size = pair(layer, "kernelSize");
		final float[] bias = flag(layer, "hasBias", true) ? coefficients.next(out)
			: new float[out];
		final Kernel kernel = Kernels.fromChannelsFirst(size[0], size[1], in, out,
			coefficients.next((long) in * out * size[0] * size[1]), true);
		if (channels == 0) channels = in;
		final int dilation = square(layer, "dilation");
		final int stride = square(layer, "stride");
		return new LayerOp.Convolution(kernel, bias, stride, dilation, same(layer)
			? Kernels.samePads((kernel.height() - 1) * dilation + 1, (kernel.width() -
				1) * dilation + 1, stride, false) : pads(layer));
	}

	private LayerOp upConvolution(final JsonObject layer)
		throws InvalidContentException
	{
		final int in = integer(layer, "nin");
		final int out = integer(layer, "nout");
		final int[] size = pair(layer, "kernelSize");
		final float[] bias = flag(layer, "hasBias", true) ? coefficients.next(out)
			: null;
		final Kernel kernel = Kernels.fromChannelsFirst(size[0], size[1], in, out,
			coefficients.next((long) in * out * size[0] * size[1]), false);
		final int stride = square(layer, "stride");
		return new LayerOp.UpConvolution(kernel, bias, stride, same(layer) ? Kernels
			.sameCrop(kernel, stride) : pads(layer));
	}

	private static boolean same(final JsonObject layer)
		throws InvalidContentException
	{
		return text(layer, "convolutionMode").equals("Same");
	}

	private static Pads pads(final JsonObject layer)
		throws InvalidContentException
	{
		final int[] p = pair(layer, "padding");
		return new Pads(p[0], p[1], p[0], p[1]);
	}

	private LayerOp normalization(final JsonObject layer)
		throws InvalidContentException
	{
		final int n = integer(layer, "nout");
		final boolean locked = flag(layer, "lockGammaBeta", false);
		final float[] gamma = locked ? filled(n, layer, "gamma") : coefficients
			.next(n);
		final float[] beta = locked ? filled(n, layer, "beta") : coefficients.next(
			n);
		final float[] mean = coefficients.next(n);
		final float[] variance = coefficients.next(n);
		// NB: Either the variance itself, or log10 of its root.
		if (flag(layer, "useLogStd", false)) for (int c = 0; c < n; c++)
			variance[c] = (float) Math.pow(10, 2.0 * variance[c]);
		return LayerOp.Affine.normalization(gamma, beta, mean, variance, number(
			layer, "eps", 1e-5));
	}

	private static float[] filled(final int n, final JsonObject layer,
		final String key)
	{
		final float[] values = new float[n];
		java.util.Arrays.fill(values, (float) number(layer, key, 0));
		return values;
	}

	private static LayerOp pooling(final JsonObject layer)
		throws InvalidContentException
	{
		final String type = text(layer, "poolingType");
		final int size = square(layer, "kernelSize");
		final int stride = square(layer, "stride");
		final Pads pads = same(layer) ? Kernels.samePads(size, size, stride, false)
			: pads(layer);
		if (type.equals("MAX")) return new Pooling(Pooling.Kind.MAXIMUM, size,
			stride, pads);
		return type.equals("AVG") && pads.equals(Pads.NONE) ? new Pooling(
			Pooling.Kind.MEAN, size, stride, pads) : new LayerOp.Other(
				"a pooling that takes neither maximum nor mean, or a padded mean");
	}

	/** Null for none. */
	private static LayerOp activation(final JsonObject layer)
		throws InvalidContentException
	{
		final JsonObject function = object(layer, "activationFn");
		return switch (name(function, ACTIVATIONS)) {
			case "Identity" -> null;
			case "ReLU" -> isNothing(function, "max") && isNothing(function,
				"threshold") && isNothing(function, "negativeSlope")
					? new LayerOp.Active(Activation.RELU) : new LayerOp.Other(
						"a ReLU with limits");
			case "LReLU" -> new LayerOp.Active(Activation.leakyRelu(number(function,
				"alpha", 0.01)));
			case "ELU" -> number(function, "alpha", 1) == 1 ? new LayerOp.Active(
				Activation.ELU) : new LayerOp.Other("an ELU of another alpha than 1");
			case "TanH" -> new Curve(Curve.Kind.TANH);
			case "SoftPlus" -> new Curve(Curve.Kind.SOFTPLUS);
			case "SELU" -> new Curve(Curve.Kind.SELU);
			case "Swish" -> new Curve(Curve.Kind.SWISH);
			case "Sigmoid" -> new LayerOp.Probability(OutputKind.SIGMOID);
			case "Softmax" -> new LayerOp.Probability(OutputKind.SOFTMAX);
			default -> new LayerOp.Other("the activation " + name(function,
				ACTIVATIONS));
		};
	}

	private static boolean isNothing(final JsonObject o, final String key) {
		final JsonElement e = o.get(key);
		return e == null || e.isJsonNull() || e.getAsDouble() == 0;
	}

	/** The last part of a class's name, which must begin as given. */
	private static String name(final JsonObject object, final String start)
		throws InvalidContentException
	{
		final String full = text(object, "@class");
		if (!full.startsWith(start) || !full.substring(start.length()).matches(
			"[A-Za-z0-9]{1,60}")) throw new InvalidContentException(
				"its configuration names the class '" + full.substring(0, Math.min(80,
					full.length())) + "', which is not one of those that are known here");
		return full.substring(start.length());
	}

	private static JsonObject object(final JsonObject parent, final String key)
		throws InvalidContentException
	{
		final JsonElement e = parent.get(key);
		if (e == null || !e.isJsonObject()) throw missing(key);
		return e.getAsJsonObject();
	}

	private static JsonArray array(final JsonObject parent, final String key)
		throws InvalidContentException
	{
		final JsonElement e = parent.get(key);
		if (e == null || !e.isJsonArray()) throw missing(key);
		return e.getAsJsonArray();
	}

	private static InvalidContentException missing(final String key) {
		return new InvalidContentException("its configuration lacks '" + key
			.substring(0, Math.min(80, key.length())) + "'");
	}

	private static String text(final JsonObject o, final String key)
		throws InvalidContentException
	{
		final JsonElement e = o.get(key);
		if (e == null || !e.isJsonPrimitive()) throw missing(key);
		return e.getAsString();
	}

	private static int integer(final JsonObject o, final String key)
		throws InvalidContentException
	{
		final JsonElement e = o.get(key);
		if (e == null || !e.isJsonPrimitive()) throw missing(key);
		final int n = e.getAsInt();
		if (n < 0 || n > 1 << 16) throw new InvalidContentException(
			"its configuration says " + key + " = " + n);
		return n;
	}

	private static int[] pair(final JsonObject o, final String key)
		throws InvalidContentException
	{
		final JsonArray list = array(o, key);
		if (list.size() != 2) throw new InvalidContentException(
			"its configuration has " + list.size() + " numbers as " + key +
				"; only 2D layers are read");
		final int[] pair = { list.get(0).getAsInt(), list.get(1).getAsInt() };
		if (Math.min(pair[0], pair[1]) < 0 || Math.max(pair[0], pair[1]) > 1 << 10)
			throw new InvalidContentException("its configuration says " + key +
				" = " + list);
		return pair;
	}

	private static int square(final JsonObject o, final String key)
		throws InvalidContentException
	{
		final int[] pair = pair(o, key);
		if (pair[0] != pair[1]) throw new InvalidContentException(
			"its configuration has a layer with the unequal " + key + " " + pair[0] +
				" and " + pair[1]);
		return pair[0];
	}

	private static boolean flag(final JsonObject o, final String key,
		final boolean otherwise)
	{
		final JsonElement e = o.get(key);
		return e == null || e.isJsonNull() ? otherwise : e.getAsBoolean();
	}

	private static double number(final JsonObject o, final String key,
		final double otherwise)
	{
		final JsonElement e = o.get(key);
		return e == null || e.isJsonNull() ? otherwise : e.getAsDouble();
	}
}
