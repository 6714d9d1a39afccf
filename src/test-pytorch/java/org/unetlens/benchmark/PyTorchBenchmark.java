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

package org.unetlens.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A U-Net of our sizes in PyTorch: seconds of a training step (cross entropy,
 * Adam) or of the network alone, with all processors. It needs another OpenBLAS
 * than ND4J, so it has a process and a Maven profile ({@code pytorch}) of its
 * own. Arguments: depth, base width, side of the patch, patches per step, steps,
 * {@code step} or {@code forward}, {@code last} or {@code first} for where the
 * channels stand.
 */
public final class PyTorchBenchmark {

	private static final int WARM_UP = 8;
	private static final int CLASSES = 3;
	private static final long[] ONE = { 1, 1 };
	private static final long[] TWO = { 2, 2 };
	private static final long[] NONE = { 0, 0 };

	/** A layer's numbers. */
	private record Layer(Tensor weight, Tensor bias) {
	}

	private final int depth;
	private final int width;
	private final boolean channelsLast;
	private final TensorVector parameters = new TensorVector();
	private final List<Layer> down = new ArrayList<>();
	private final List<Layer> ups = new ArrayList<>();
	private final List<Layer> up = new ArrayList<>();
	private final Layer head;

	private PyTorchBenchmark(final int depth, final int width,
		final boolean channelsLast)
	{
		this.depth = depth;
		this.width = width;
		this.channelsLast = channelsLast;
		int in = 1;
		for (int k = 0; k <= depth; k++) {
			down.add(convolution(in, width << k, 3));
			down.add(convolution(width << k, width << k, 3));
			in = width << k;
		}
		for (int k = 0; k < depth; k++) {
			ups.add(layer(width << k, width << k + 1, width << k, 2, 2));
			up.add(convolution(width << k + 1, width << k, 3));
			up.add(convolution(width << k, width << k, 3));
		}
		head = convolution(width, CLASSES, 1);
	}

	public static void main(final String[] args) {
		final int[] n = { 4, 32, 256, 1, 40 };
		for (int i = 0; i < Math.min(n.length, args.length); i++)
			n[i] = Integer.parseInt(args[i]);
		final List<String> words = List.of(args);
		final boolean last = !words.contains("first");
		final boolean forward = words.contains("forward");
		torch.set_num_threads(Runtime.getRuntime().availableProcessors());
		try (PointerScope scope = new PointerScope()) {
			final double[] s = new PyTorchBenchmark(n[0], n[1], last).seconds(n[2],
				n[3], n[4], forward);
			System.out.printf(Locale.ROOT,
				"PyTorch, %d threads, channels %s, depth %d, base width %d, %d x %d px, batch %d: %.3f s per %s (%.3f to %.3f)%n",
				torch.get_num_threads(), last ? "last" : "first", n[0], n[1], n[2],
				n[2], n[3], s[s.length / 2], forward ? "forward pass" : "step", s[0],
				s[s.length - 1]);
		}
	}

	private Layer convolution(final int in, final int out, final int side) {
		return layer(out, out, in, side, side);
	}

	/** With He's initialisation. */
	private Layer layer(final long biases, final long... shape) {
		final double fan = (double) shape[1] * shape[2] * shape[3];
		Tensor w = torch.randn(shape).mul_(new Scalar(Math.sqrt(2 / fan)));
		if (channelsLast) w = w.contiguous(MemoryFormat.ChannelsLast);
		w = w.detach();
		final Tensor b = torch.zeros(biases);
		w.requires_grad_(true);
		b.requires_grad_(true);
		parameters.push_back(w);
		parameters.push_back(b);
		return new Layer(w, b);
	}

	private double[] seconds(final int side, final int batch, final int steps,
		final boolean forward)
	{
		final Tensor drawn = torch.rand(batch, 1, side, side);
		final Tensor x = channelsLast ? drawn.contiguous(
			MemoryFormat.ChannelsLast) : drawn;
		final Tensor truth = torch.randint(CLASSES, new long[] { batch, side,
			side }).to(ScalarType.Long);
		final Adam adam = new Adam(parameters, new AdamOptions(1e-3));
		final double[] seconds = new double[steps];
		for (int i = -WARM_UP; i < steps; i++) {
			final long start = System.nanoTime();
			try (PointerScope scope = new PointerScope()) {
				if (forward) forward(x);
				else step(x, truth, adam);
			}
			if (i >= 0) seconds[i] = (System.nanoTime() - start) / 1e9;
		}
		Arrays.sort(seconds);
		return seconds;
	}

	private void forward(final Tensor x) {
		try (NoGradGuard guard = new NoGradGuard()) {
			torch.softmax(logits(x), 1);
		}
	}

	private void step(final Tensor x, final Tensor truth, final Adam adam) {
		adam.zero_grad();
		torch.cross_entropy_loss(logits(x), truth).backward();
		adam.step();
	}

	private Tensor logits(final Tensor image) {
		final Tensor[] skips = new Tensor[depth];
		Tensor x = image;
		for (int k = 0; k <= depth; k++) {
			x = active(active(x, down.get(2 * k)), down.get(2 * k + 1));
			if (k == depth) break;
			skips[k] = x;
			x = torch.max_pool2d(x, TWO, TWO, NONE, ONE, false);
		}
		for (int k = depth - 1; k >= 0; k--) {
			x = torch.conv_transpose2d(x, ups.get(k).weight(), new TensorOptional(ups
				.get(k).bias()), TWO, NONE, NONE, 1, ONE);
			x = torch.cat(new TensorVector(skips[k], x), 1);
			x = active(active(x, up.get(2 * k)), up.get(2 * k + 1));
		}
		return convolved(x, head, 0);
	}

	private static Tensor active(final Tensor x, final Layer layer) {
		return convolved(x, layer, 1).relu_();
	}

	private static Tensor convolved(final Tensor x, final Layer layer,
		final int pad)
	{
		return torch.conv2d(x, layer.weight(), new TensorOptional(layer.bias()),
			ONE, new long[] { pad, pad }, ONE, 1);
	}
}
