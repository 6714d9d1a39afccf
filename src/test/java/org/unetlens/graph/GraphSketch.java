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
import java.util.List;
import java.util.Random;

import org.unetlens.graph.LayerOp.Active;
import org.unetlens.graph.LayerOp.Affine;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Merge;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.Probability;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.network.Activation;

/** Graphs of layers, written layer by layer with random numbers. */
public final class GraphSketch {

	private final Random random = new Random(5);
	private final List<Layer> layers = new ArrayList<>();
	private final int channels;

	public GraphSketch(final int channels) {
		this.channels = channels;
	}

	/** Adds a layer; its name. */
	public String add(final LayerOp op, final String... inputs) {
		final String name = "l" + layers.size();
		layers.add(new Layer(name, op, List.of(inputs)));
		return name;
	}

	public LayerGraph build() throws InvalidContentException {
		return new LayerGraph(layers, "image", layers.get(layers.size() - 1).name(),
			channels);
	}

	public float[] numbers(final int n) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = random.nextFloat() - 0.5f;
		return values;
	}

	public Kernel kernel(final int size, final int in, final int out) {
		final float[] values = numbers(size * size * in * out);
		final float scale = 2 / (float) Math.sqrt(size * size * in);
		for (int i = 0; i < values.length; i++)
			values[i] *= scale;
		return new Kernel(size, size, in, out, values);
	}

	/** A padded convolution of stride 1. */
	public Convolution convolution(final int size, final int in, final int out) {
		final Kernel k = kernel(size, in, out);
		return new Convolution(k, numbers(out), 1, Kernels.samePads(k));
	}

	/**
	 * A network that no U-Net of this project is: strides instead of a pooling,
	 * sums within levels, a gate in a skip, bilinear steps up, normalisation
	 * behind the activation; two channels, three classes, skips at levels 0 and
	 * 1.
	 */
	public static LayerGraph gatedResidual() throws InvalidContentException {
		final GraphSketch g = new GraphSketch(2);
		final String first = g.residual("image", 2, 4);
		final Kernel k = g.kernel(3, 4, 6);
		final String down = g.add(new Convolution(k, g.numbers(6), 2, new Pads(1, 1,
			1, 1)), first);
		final String second = g.residual(down, 6, 6);
		final String pooled = g.add(new Pooling(Pooling.Kind.MAXIMUM, 3, 2,
			new Pads(1, 1, 1, 1)), second);
		final String third = g.residual(pooled, 6, 8);
		final String up = g.add(new UpSampling(2, true), third);
		final String gate = g.add(new Probability(OutputKind.SIGMOID), g.add(g
			.convolution(1, 8, 1), up));
		final String gated = g.add(new Combination(Combination.Kind.PRODUCT),
			second, gate);
		final String fourth = g.residual(g.add(new Merge(), gated, up), 14, 6);
		final String last = g.residual(g.add(new Merge(), first, g.add(
			new UpConvolution(g.kernel(4, 6, 5), g.numbers(5), 2, new Pads(1, 1, 1,
				1)), fourth)), 9, 4);
		g.add(new Probability(OutputKind.SOFTMAX), g.add(g.convolution(1, 4, 3),
			last));
		return g.build();
	}

	private String residual(final String in, final int inputs,
		final int outputs)
	{
		final String a = add(new Active(Activation.RELU), add(convolution(3, inputs,
			outputs), in));
		final float[] factor = numbers(outputs);
		for (int i = 0; i < outputs; i++)
			factor[i] += 1.5f;
		final String b = add(convolution(3, outputs, outputs), add(new Affine(
			factor, numbers(outputs)), a));
		return add(new Active(Activation.leakyRelu(0.1)), add(new Combination(
			Combination.Kind.SUM), b, add(convolution(1, inputs, outputs), in)));
	}

	@Override
	public String toString() {
		return Arrays.toString(layers.toArray());
	}
}
