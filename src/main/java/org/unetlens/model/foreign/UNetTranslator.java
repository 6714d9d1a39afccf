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
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Kernel;
import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.OutputKind;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.foreign.UNetBlocks.Conv;
import org.unetlens.model.foreign.UNetBlocks.Up;
import org.unetlens.network.Activation;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TrainedUNet;
import org.unetlens.network.UNetForm;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;

/**
 * Translates a graph of layers into a network of this project that gives the
 * same probabilities. Narrower maps are filled up with channels that are always
 * 0, smaller kernels with taps that are 0, levels with a single convolution get
 * one that changes nothing, a single logit v becomes the two logits 0 and v.
 */
final class UNetTranslator {

	/** How many times as many weights as before are too many. */
	private static final long MOST = 6;
	private static final long SMALL = 100_000;

	private final UNetBlocks blocks;
	private final Activation activation;
	private final LayerGraph graph;

	private UNetTranslator(final LayerGraph graph,
		final UNetFinder.Result found)
	{
		this.graph = graph;
		blocks = found.blocks();
		activation = found.activation();
	}

	/**
	 * @param logits the network to the values that become probabilities
	 * @param kind how they do
	 * @param channel which channel is the foreground, when each channel is a
	 *          probability by itself
	 */
	static Translation translate(final LayerGraph logits, final OutputKind kind,
		final int channel) throws UnsupportedNetworkException,
		InvalidContentException
	{
		return new UNetTranslator(logits, UNetFinder.find(logits)).translate(kind,
			channel);
	}

	private Translation translate(final OutputKind kind, final int channel)
		throws UnsupportedNetworkException
	{
		complete();
		final int outputs = blocks.head.kernel().outputs();
		final boolean single = kind == OutputKind.SIGMOID;
		GraphTranslator.requireOutputs(kind, outputs, channel);
		final UNetSpec spec = spec(single ? 2 : outputs);
		requireNotMuchLarger(spec);
		return new Translation(new TrainedUNet(spec, new UNetWeights(spec, blocks)
			.weights(single ? channel : -1)), Optional.empty(), kind, single ? channel
				: -1, outputs);
	}

	/**
	 * NB: Widths far from those of a U-Net would be paid for in memory and time.
	 */
	private void requireNotMuchLarger(final UNetSpec spec)
		throws UnsupportedNetworkException
	{
		long before = 0;
		for (final Layer layer : graph.layers())
			if (layer.op() instanceof Convolution c) before += c.kernel()
				.values().length;
			else if (layer.op() instanceof LayerOp.UpConvolution c) before += c
				.kernel().values().length;
		final long after = WeightShapes.count(spec);
		if (after > MOST * before + SMALL) throw new UnsupportedNetworkException(
			"has " + before + " weights, which would become " + after +
				" in a network whose maps double in width from level to level");
	}

	/** Gives every level two convolutions. */
	private void complete() throws UnsupportedNetworkException {
		for (int k = 0; k <= blocks.depth(); k++)
			complete(blocks.down.get(k), "on the way down at level " + k, 2);
		for (int k = 0; k < blocks.depth(); k++)
			complete(blocks.up.get(k), "on the way up at level " + k, k == 0 ? 3 : 2);
	}

	private void complete(final List<Conv> block, final String where,
		final int most) throws UnsupportedNetworkException
	{
		for (final Conv c : block)
			requireTranslatable(c, where);
		if (block.isEmpty() || block.size() > most)
			throw new UnsupportedNetworkException("has " + block.size() +
				" convolutions " + where + "; 1 to " + most + " can be translated");
		if (block.size() > 1) return;
		if (activation.kind() != Activation.Kind.RELU)
			throw new UnsupportedNetworkException("has a single convolution " +
				where + ", which can be translated with ReLU only");
		block.add(identity(block.get(0).op().kernel().outputs()));
	}

	/** NB: What a ReLU gave passes a second one unchanged. */
	private static Conv identity(final int channels) {
		final float[] values = new float[channels * channels];
		for (int c = 0; c < channels; c++)
			values[c * channels + c] = 1;
		return new Conv(new Convolution(new Kernel(1, 1, channels, channels,
			values), new float[channels], 1, new LayerOp.Pads(0, 0, 0, 0)), true);
	}

	private static void requireTranslatable(final Conv conv, final String where)
		throws UnsupportedNetworkException
	{
		final Convolution c = conv.op();
		final int h = c.kernel().height();
		final int w = c.kernel().width();
		if (c.stride() != 1 || c.dilation() != 1 || h > 3 || w > 3)
			throw new UnsupportedNetworkException("has a convolution of " + h +
				" x " + w + " with stride " + c.stride() + " and dilation " + c
					.dilation() + " " + where +
				"; up to 3 x 3 without either can be translated");
		if (c.pads().top() + c.pads().bottom() != h - 1 || c.pads().left() + c
			.pads().right() != w - 1) throw new UnsupportedNetworkException(
				"has a convolution " + where +
					" whose map is not as large as what it reads: it is not padded");
		if (!conv.active()) throw new UnsupportedNetworkException(
			"has a convolution without activation " + where);
	}

	private UNetSpec spec(final int classes) throws UnsupportedNetworkException {
		final boolean wide = wide();
		int width = 1;
		for (int k = 0; k <= blocks.depth(); k++)
			width = Math.max(width, (widest(k, wide) + (1 << k) - 1) >> k);
		SkipSet skips = SkipSet.none();
		for (int k = 0; k < blocks.depth(); k++)
			if (blocks.skips.get(k)) skips = skips.with(k);
		if (width > 512 || graph.channels() > 1024 || classes > 256)
			throw new UnsupportedNetworkException("has maps of up to " + width +
				" channels at full resolution, " + graph.channels() +
				" channels of input and " + classes +
				" classes; 512, 1024 and 256 can be translated");
		return new UNetSpec(2, graph.channels(), classes, blocks.depth(), width,
			Padding.SAME, skips, false, 1, form(wide));
	}

	private UNetForm form(final boolean wide) throws UnsupportedNetworkException {
		final boolean active = blocks.steps.get(0).active();
		boolean bias = false;
		int reach = 0;
		for (final Up up : blocks.steps) {
			if (up.active() != active) throw new UnsupportedNetworkException(
				"has an activation behind some steps up but not behind all");
			bias |= up.bias() != null;
			if (!fits(up, 2)) reach = 1;
			if (!fits(up, 6)) throw new UnsupportedNetworkException(
				"has a transposed convolution of " + up.kernel().height() + " x " + up
					.kernel().width() + ", which cannot be translated");
		}
		final List<Conv> last = blocks.up.get(0);
		return new UNetForm(reach, bias, active, wide, last.size() > 2 ? last.get(2)
			.op().kernel().outputs() : 0, activation);
	}

	/** Whether the taps lie within the ones of such a kernel. */
	private static boolean fits(final Up up, final int side) {
		final int shift = up.first() + (side - 2) / 2;
		return shift >= 0 && shift + Math.max(up.kernel().height(), up.kernel()
			.width()) <= side;
	}

	/** Whether steps up give more channels than the levels have otherwise. */
	private boolean wide() {
		for (int k = 0; k < blocks.depth(); k++)
			if (blocks.steps.get(k).kernel().outputs() > widest(k, true)) return true;
		return false;
	}

	/**
	 * Channels of the widest map of a level.
	 *
	 * @param wide whether the step up to it counts for the level below
	 */
	private int widest(final int level, final boolean wide) {
		int n = widest(blocks.down.get(level));
		if (level < blocks.depth()) {
			n = Math.max(n, widest(blocks.up.get(level).subList(0, Math.min(2,
				blocks.up.get(level).size()))));
			if (!wide) n = Math.max(n, blocks.steps.get(level).kernel().outputs());
		}
		if (wide && level > 0) n = Math.max(n, blocks.steps.get(level - 1).kernel()
			.outputs());
		return n;
	}

	private static int widest(final List<Conv> block) {
		return block.stream().mapToInt(c -> c.op().kernel().outputs()).max().orElse(
			1);
	}
}
