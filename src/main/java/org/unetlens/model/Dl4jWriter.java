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

package org.unetlens.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.GsonBuilder;

import org.unetlens.graph.OnnxGraph;
import org.unetlens.network.Activation;
import org.unetlens.network.LayerNames;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;

/**
 * A U-Net as the two entries of a DL4J {@code ComputationGraph} zip: the
 * configuration as DL4J's JSON, and all numbers in one row as ND4J writes an
 * array. Every layer reads the one before it, so that there is one order in
 * which the layers can run, and in which their numbers stand.
 */
final class Dl4jWriter {

	private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
	private static final String VERTICES = "org.deeplearning4j.nn.conf.graph.";
	private static final String ACTIVATIONS =
		"org.nd4j.linalg.activations.impl.Activation";
	private static final String BUFFER = "MIXED_DATA_TYPES";
	/** What ND4J notes beside a shape: 32-bit floats, in 'c' order. */
	private static final int FLOATS = 0x2000;

	private final UNetSpec spec;
	private final Weights weights;
	private final Map<String, Object> inputs = new LinkedHashMap<>();
	private final Map<String, Object> vertices = new LinkedHashMap<>();
	private final List<float[]> numbers = new ArrayList<>();
	private String last = LayerNames.INPUT;

	Dl4jWriter(final UNetSpec spec, final Weights weights) {
		this.spec = spec;
		this.weights = weights;
		for (int k = 0; k <= spec.depth(); k++) {
			block(LayerNames.encoder(k, 1), LayerNames.encoder(k, 2));
			if (k < spec.depth()) pool(LayerNames.pool(k));
		}
		for (int k = spec.depth() - 1; k >= 0; k--) {
			up(LayerNames.up(k));
			if (spec.skips().contains(k)) merge(LayerNames.merge(k), active(LayerNames
				.encoder(k, 2)));
			block(LayerNames.decoder(k, 1), LayerNames.decoder(k, 2));
		}
		if (spec.form().headWidth() > 0) convolution(LayerNames.THIRD, false);
		kernel(LayerNames.HEAD, identity());
		final Map<String, Object> loss = layer("CnnLossLayer",
			LayerNames.PROBABILITIES);
		loss.put("format", "NCHW");
		loss.put("activationFn", map("@class", ACTIVATIONS + "Softmax"));
		loss.put("lossFn", map("@class",
			"org.nd4j.linalg.lossfunctions.impl.LossMCXENT", "softmaxClipEps",
			1e-10));
		vertex(LayerNames.PROBABILITIES, loss, List.of(last));
	}

	byte[] configuration() {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("backpropType", "Standard");
		map.put("cacheMode", "NONE");
		map.put("dataType", "FLOAT");
		map.put("defaultConfiguration", conf(null));
		map.put("networkInputs", List.of(LayerNames.INPUT));
		map.put("networkOutputs", List.of(LayerNames.PROBABILITIES));
		map.put("inferenceWorkspaceMode", "ENABLED");
		map.put("trainingWorkspaceMode", "ENABLED");
		map.put("tbpttBackLength", 20);
		map.put("tbpttFwdLength", 20);
		map.put("validateOutputLayerConfig", true);
		map.put("vertexInputs", inputs);
		map.put("vertices", vertices);
		return new GsonBuilder().setPrettyPrinting().serializeNulls().create()
			.toJson(map).getBytes(StandardCharsets.UTF_8);
	}

	byte[] coefficients() {
		final int n = numbers.stream().mapToInt(a -> a.length).reduce(0,
			Math::addExact);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * n + 256);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			// NB: rank, size, stride, type, element stride, order of a vector.
			final long[] shape = { 1, n, 1, FLOATS, 1, 'c' };
			out.writeUTF(BUFFER);
			out.writeLong(shape.length);
			out.writeUTF("LONG");
			for (final long s : shape)
				out.writeLong(s);
			out.writeUTF(BUFFER);
			out.writeLong(n);
			out.writeUTF("FLOAT");
			for (final float[] values : numbers)
				for (final float v : values)
					out.writeFloat(v);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return bytes.toByteArray();
	}

	private void block(final String first, final String second) {
		convolution(first, spec.batchNorm());
		convolution(second, spec.batchNorm());
	}

	private void convolution(final String name, final boolean norm) {
		if (!norm) {
			kernel(name, activation());
			return;
		}
		kernel(name, identity());
		normalization(name);
		final String active = active(name);
		final Map<String, Object> layer = layer("ActivationLayer", active);
		layer.put("activationFn", activation());
		vertex(active, layer, List.of(last));
	}

	/** The vertex that gives the map of a convolution after its activation. */
	private String active(final String convolution) {
		return spec.batchNorm() ? convolution + ".active" : convolution;
	}

	private void kernel(final String name, final Map<String, Object> function) {
		final Map<String, Object> layer = trained("ConvolutionLayer", name);
		layer.put("activationFn", function);
		layer.put("convolutionMode", "Same");
		geometry(layer, weights.get(LayerNames.weight(name)), 1, 0);
		layer.put("hasBias", true);
		numbers.add(weights.get(LayerNames.bias(name)).values());
		add(weights.get(LayerNames.weight(name)));
		vertex(name, layer, List.of(last));
	}

	private void up(final String name) {
		final Weight kernel = weights.get(LayerNames.weight(name));
		final Map<String, Object> layer = trained("Deconvolution2D", name);
		layer.put("activationFn", spec.form().upActivation() ? activation()
			: identity());
		layer.put("convolutionMode", "Truncate");
		geometry(layer, kernel, 2, (int) (kernel.shape()[0] - 2) / 2);
		layer.put("hasBias", spec.form().upBias());
		if (spec.form().upBias()) numbers.add(weights.get(LayerNames.bias(name))
			.values());
		add(kernel);
		vertex(name, layer, List.of(last));
	}

	private static void geometry(final Map<String, Object> layer,
		final Weight kernel, final int stride, final int padding)
	{
		layer.put("kernelSize", List.of(kernel.shape()[0], kernel.shape()[1]));
		layer.put("nin", kernel.shape()[2]);
		layer.put("nout", kernel.shape()[3]);
		layer.put("stride", List.of(stride, stride));
		layer.put("padding", List.of(padding, padding));
		layer.put("dilation", List.of(1, 1));
		layer.put("cnn2dDataFormat", "NCHW");
		layer.put("cudnnAlgoMode", "PREFER_FASTEST");
		layer.put("cudnnAllowFallback", true);
	}

	private void add(final Weight kernel) {
		numbers.add(OnnxLayout.toOnnx(kernel.name(), kernel.shape(), kernel
			.values()));
	}

	private void normalization(final String convolution) {
		final String name = convolution + ".norm";
		final Map<String, Object> layer = trained("BatchNormalization", name);
		final int n = weights.get(convolution + ".gamma").values().length;
		layer.put("activationFn", identity());
		layer.put("nin", n);
		layer.put("nout", n);
		layer.put("eps", OnnxGraph.EPSILON);
		layer.put("decay", 0.9);
		layer.put("beta", 0.0);
		layer.put("gamma", 1.0);
		layer.put("lockGammaBeta", false);
		layer.put("minibatch", true);
		layer.put("useLogStd", true);
		layer.put("cnn2DFormat", "NCHW");
		layer.put("cudnnAllowFallback", true);
		for (final String part : List.of("gamma", "beta", "mean"))
			numbers.add(weights.get(convolution + "." + part).values());
		numbers.add(logarithms(weights.get(convolution + ".variance").values()));
		vertex(name, layer, List.of(last));
	}

	/** What DL4J keeps of a variance: log10 of its root. */
	private static float[] logarithms(final float[] variance) {
		final float[] result = new float[variance.length];
		for (int c = 0; c < result.length; c++)
			result[c] = (float) (Math.log10(Math.max(variance[c], 1e-30)) / 2);
		return result;
	}

	private void pool(final String name) {
		final Map<String, Object> layer = layer("SubsamplingLayer", name);
		layer.put("poolingType", "MAX");
		layer.put("kernelSize", List.of(2, 2));
		layer.put("stride", List.of(2, 2));
		layer.put("padding", List.of(0, 0));
		layer.put("dilation", List.of(1, 1));
		layer.put("convolutionMode", "Truncate");
		layer.put("cnn2dDataFormat", "NCHW");
		layer.put("cudnnAllowFallback", true);
		layer.put("eps", 1e-8);
		layer.put("pnorm", 0);
		vertex(name, layer, List.of(last));
	}

	private void merge(final String name, final String skip) {
		vertices.put(name, map("@class", VERTICES + "MergeVertex", "mergeAxis", 1,
			"modified", false));
		inputs.put(name, List.of(skip, last));
		last = name;
	}

	private static Map<String, Object> layer(final String type,
		final String name)
	{
		return map("@class", LAYERS + type, "layerName", name);
	}

	/** A layer that DL4J can go on training. */
	private static Map<String, Object> trained(final String type,
		final String name)
	{
		final Map<String, Object> map = layer(type, name);
		map.put("biasInit", 0.0);
		map.put("gainInit", 1.0);
		map.put("gradientNormalization", "None");
		map.put("gradientNormalizationThreshold", 1.0);
		map.put("iupdater", map("@class", "org.nd4j.linalg.learning.config.Adam",
			"learningRate", 1e-3, "beta1", 0.9, "beta2", 0.999, "epsilon", 1e-8));
		map.put("regularization", List.of());
		map.put("regularizationBias", List.of());
		map.put("weightInitFn", map("@class",
			"org.deeplearning4j.nn.weights.WeightInitRelu"));
		return map;
	}

	private void vertex(final String name, final Map<String, Object> layer,
		final List<String> reads)
	{
		vertices.put(name, map("@class", VERTICES + "LayerVertex", "layerConf",
			conf(layer), "outputVertex", name.equals(LayerNames.PROBABILITIES)));
		inputs.put(name, reads);
		last = name;
	}

	private static Map<String, Object> conf(final Map<String, Object> layer) {
		return map("cacheMode", "NONE", "dataType", "FLOAT", "epochCount", 0,
			"iterationCount", 0, "layer", layer, "maxNumLineSearchIterations", 5,
			"miniBatch", true, "minimize", true, "optimizationAlgo",
			"STOCHASTIC_GRADIENT_DESCENT", "seed", 1, "variables", List.of());
	}

	private static Map<String, Object> identity() {
		return map("@class", ACTIVATIONS + "Identity");
	}

	private Map<String, Object> activation() {
		final Activation a = spec.form().activation();
		return switch (a.kind()) {
			case RELU -> map("@class", ACTIVATIONS + "ReLU");
			case LEAKY_RELU -> map("@class", ACTIVATIONS + "LReLU", "alpha", a
				.slope());
			case ELU -> map("@class", ACTIVATIONS + "ELU", "alpha", 1.0);
		};
	}

	private static Map<String, Object> map(final Object... keysAndValues) {
		final Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2)
			map.put((String) keysAndValues[i], keysAndValues[i + 1]);
		return map;
	}
}
