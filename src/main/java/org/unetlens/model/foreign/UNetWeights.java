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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unetlens.graph.Kernel;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.foreign.UNetBlocks.Up;
import org.unetlens.network.LayerNames;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;

/**
 * Puts the numbers of a foreign U-Net where a network of this project has them.
 */
final class UNetWeights {

	private final UNetSpec spec;
	private final UNetBlocks blocks;
	private final Map<String, long[]> shapes;
	private final List<Weight> weights = new ArrayList<>();

	UNetWeights(final UNetSpec spec, final UNetBlocks blocks) {
		this.spec = spec;
		this.blocks = blocks;
		shapes = WeightShapes.of(spec);
	}

	/** @param channel of the head that is the foreground, or -1 for all */
	Weights weights(final int channel) throws UnsupportedNetworkException {
		for (int k = 0; k <= spec.depth(); k++)
			down(k);
		for (int k = spec.depth() - 1; k >= 0; k--)
			up(k);
		head(channel);
		return new Weights(weights);
	}

	private void down(final int level) throws UnsupportedNetworkException {
		final Convolution first = blocks.down.get(level).get(0).op();
		convolution(LayerNames.encoder(level, 1), first, plain(first.kernel()
			.inputs()));
		final Convolution second = blocks.down.get(level).get(1).op();
		convolution(LayerNames.encoder(level, 2), second, plain(second.kernel()
			.inputs()));
	}

	private void up(final int level) throws UnsupportedNetworkException {
		final Up step = blocks.steps.get(level);
		final String layer = LayerNames.up(level);
		place(LayerNames.weight(layer), step.kernel(), step.first() + (spec.form()
			.upKernel() - 2) / 2, step.first() + (spec.form().upKernel() - 2) / 2,
			plain(step.kernel().inputs()));
		if (spec.form().upBias()) bias(layer, step.bias() == null ? new float[0]
			: step.bias());
		final Convolution first = blocks.up.get(level).get(0).op();
		convolution(LayerNames.decoder(level, 1), first, merged(level));
		final Convolution second = blocks.up.get(level).get(1).op();
		convolution(LayerNames.decoder(level, 2), second, plain(second.kernel()
			.inputs()));
	}

	/** Where each channel of a merge stands here: the skip's first. */
	private int[] merged(final int level) {
		final int up = blocks.steps.get(level).kernel().outputs();
		if (!blocks.skips.get(level)) return plain(up);
		final int skip = blocks.down.get(level).get(1).op().kernel().outputs();
		final boolean skipFirst = blocks.skipFirst.get(level);
		return IntStream.range(0, skip + up).map(i -> skipFirst ? i < skip ? i
			: spec.width(level) + i - skip : i < up ? spec.width(level) + i : i - up)
			.toArray();
	}

	private void head(final int channel) throws UnsupportedNetworkException {
		if (spec.form().headWidth() > 0) {
			final Convolution third = blocks.up.get(0).get(2).op();
			convolution(LayerNames.THIRD, third, plain(third.kernel().inputs()));
		}
		final Convolution head = channel < 0 ? blocks.head : two(blocks.head,
			channel);
		place(LayerNames.weight(LayerNames.HEAD), head.kernel(), 0, 0, plain(head
			.kernel().inputs()));
		bias(LayerNames.HEAD, head.bias());
	}

	/** 0 and one of the logits. */
	private static Convolution two(final Convolution head, final int channel) {
		final int inputs = head.kernel().inputs();
		final float[] values = new float[2 * inputs];
		for (int i = 0; i < inputs; i++)
			values[2 * i + 1] = head.kernel().at(0, 0, i, channel);
		return new Convolution(new Kernel(1, 1, inputs, 2, values), new float[] { 0,
			head.bias()[channel] }, 1, head.pads());
	}

	private void convolution(final String layer, final Convolution c,
		final int[] inputs) throws UnsupportedNetworkException
	{
		place(LayerNames.weight(layer), c.kernel(), 1 - c.pads().top(), 1 - c.pads()
			.left(), inputs);
		bias(layer, c.bias());
	}

	private static int[] plain(final int n) {
		return IntStream.range(0, n).toArray();
	}

	/**
	 * @param row of our kernel where the first row of the other stands
	 * @param inputs for each input channel of the kernel its place here
	 */
	private void place(final String name, final Kernel k, final int row,
		final int column, final int[] inputs) throws UnsupportedNetworkException
	{
		final long[] shape = shapes.get(name);
		if (inputs.length != k.inputs() || inputs.length > shape[2] || k
			.outputs() > shape[3]) throw new UnsupportedNetworkException(
				"has a kernel of " + k.inputs() + " input channels where " +
					inputs.length + " enter, which cannot be translated as " + name);
		final int width = (int) shape[1];
		final int in = (int) shape[2];
		final int out = (int) shape[3];
		final float[] values = new float[(int) shape[0] * width * in * out];
		for (int y = 0; y < k.height(); y++)
			for (int x = 0; x < k.width(); x++)
				for (int i = 0; i < inputs.length; i++)
					System.arraycopy(k.values(), ((y * k.width() + x) * k.inputs() + i) *
						k.outputs(), values, (((row + y) * width + column + x) * in +
							inputs[i]) * out, k.outputs());
		weights.add(new Weight(name, shape, values));
	}

	private void bias(final String layer, final float[] bias) {
		final long[] shape = shapes.get(LayerNames.bias(layer));
		final float[] values = new float[(int) shape[0]];
		System.arraycopy(bias, 0, values, 0, bias.length);
		weights.add(new Weight(LayerNames.bias(layer), shape, values));
	}
}
