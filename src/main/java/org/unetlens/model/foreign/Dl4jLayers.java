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

import java.util.Arrays;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Kernel;
import org.unetlens.graph.Kernels;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.OutputKind;
import org.unetlens.network.Activation;

/**
 * What DL4J layers compute, from their configurations, and their coefficients,
 * which must be asked for in the order in which they are stored. Not
 * thread-safe.
 */
final class Dl4jLayers {

	private static final String ACTIVATIONS =
		"org.nd4j.linalg.activations.impl.Activation";

	private final Dl4jCoefficients coefficients;
	private int channels;

	Dl4jLayers(final Dl4jCoefficients coefficients) {
		this.coefficients = coefficients;
	}

	/** Of the image: what the first convolution reads; 0 before it. */
	int channels() {
		return channels;
	}

	LayerOp convolution(final Dl4jObject layer) throws InvalidContentException {
		final int in = layer.integer("nin");
		final int out = layer.integer("nout");
		final int[] size = layer.pair("kernelSize");
		final float[] bias = layer.flag("hasBias", true) ? coefficients.next(out)
			: new float[out];
		final Kernel kernel = Kernels.fromChannelsFirst(size[0], size[1], in, out,
			coefficients.next((long) in * out * size[0] * size[1]), true);
		if (channels == 0) channels = in;
		final int dilation = layer.square("dilation");
		final int stride = layer.square("stride");
		return new LayerOp.Convolution(kernel, bias, stride, dilation, same(layer)
			? Kernels.samePads((kernel.height() - 1) * dilation + 1, (kernel.width() -
				1) * dilation + 1, stride, false) : pads(layer));
	}

	LayerOp upConvolution(final Dl4jObject layer) throws InvalidContentException {
		final int in = layer.integer("nin");
		final int out = layer.integer("nout");
		final int[] size = layer.pair("kernelSize");
		final float[] bias = layer.flag("hasBias", true) ? coefficients.next(out)
			: null;
		final Kernel kernel = Kernels.fromChannelsFirst(size[0], size[1], in, out,
			coefficients.next((long) in * out * size[0] * size[1]), false);
		final int stride = layer.square("stride");
		return new LayerOp.UpConvolution(kernel, bias, stride, same(layer) ? Kernels
			.sameCrop(kernel, stride) : pads(layer));
	}

	private static boolean same(final Dl4jObject layer)
		throws InvalidContentException
	{
		return layer.text("convolutionMode").equals("Same");
	}

	private static Pads pads(final Dl4jObject layer)
		throws InvalidContentException
	{
		final int[] p = layer.pair("padding");
		return new Pads(p[0], p[1], p[0], p[1]);
	}

	LayerOp normalization(final Dl4jObject layer) throws InvalidContentException {
		final int n = layer.integer("nout");
		final boolean locked = layer.flag("lockGammaBeta", false);
		final float[] gamma = locked ? filled(n, layer, "gamma") : coefficients
			.next(n);
		final float[] beta = locked ? filled(n, layer, "beta") : coefficients.next(
			n);
		final float[] mean = coefficients.next(n);
		final float[] variance = coefficients.next(n);
		// NB: Either the variance itself, or log10 of its root.
		if (layer.flag("useLogStd", false)) for (int c = 0; c < n; c++)
			variance[c] = (float) Math.pow(10, 2.0 * variance[c]);
		return LayerOp.Affine.normalization(gamma, beta, mean, variance, layer
			.number("eps", 1e-5));
	}

	private static float[] filled(final int n, final Dl4jObject layer,
		final String key)
	{
		final float[] values = new float[n];
		Arrays.fill(values, (float) layer.number(key, 0));
		return values;
	}

	static LayerOp pooling(final Dl4jObject layer)
		throws InvalidContentException
	{
		final String type = layer.text("poolingType");
		final int size = layer.square("kernelSize");
		final int stride = layer.square("stride");
		final Pads pads = same(layer) ? Kernels.samePads(size, size, stride, false)
			: pads(layer);
		if (type.equals("MAX")) return new Pooling(Pooling.Kind.MAXIMUM, size,
			stride, pads);
		return type.equals("AVG") && pads.equals(Pads.NONE) ? new Pooling(
			Pooling.Kind.MEAN, size, stride, pads) : new LayerOp.Other(
				"a pooling that takes neither maximum nor mean, or a padded mean");
	}

	/** Null for none. */
	static LayerOp activation(final Dl4jObject layer)
		throws InvalidContentException
	{
		final Dl4jObject function = layer.object("activationFn");
		return switch (function.kind(ACTIVATIONS)) {
			case "Identity" -> null;
			case "ReLU" -> function.isNothing("max") && function.isNothing(
				"threshold") && function.isNothing("negativeSlope")
					? new LayerOp.Active(Activation.RELU) : new LayerOp.Other(
						"a ReLU with limits");
			case "LReLU" -> new LayerOp.Active(Activation.leakyRelu(function.number(
				"alpha", 0.01)));
			case "ELU" -> function.number("alpha", 1) == 1 ? new LayerOp.Active(
				Activation.ELU) : new LayerOp.Other("an ELU of another alpha than 1");
			case "TanH" -> new Curve(Curve.Kind.TANH);
			case "SoftPlus" -> new Curve(Curve.Kind.SOFTPLUS);
			case "SELU" -> new Curve(Curve.Kind.SELU);
			case "Swish" -> new Curve(Curve.Kind.SWISH);
			case "Sigmoid" -> new LayerOp.Probability(OutputKind.SIGMOID);
			case "Softmax" -> new LayerOp.Probability(OutputKind.SOFTMAX);
			default -> new LayerOp.Other("the activation " + function.kind(
				ACTIVATIONS));
		};
	}
}
