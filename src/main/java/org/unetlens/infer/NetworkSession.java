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

package org.unetlens.infer;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import net.imglib2.parallel.Parallelization;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.EncodedMaps;
import org.unetlens.network.Network;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.NetworkStream;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.NormalizedBlocks;

/**
 * The session of any network: each setting of its switches runs the whole of
 * it.
 */
final class NetworkSession extends SkipSession {

	/** Rows of the result that a pass gives. */
	private static final int ROWS = 256;

	private final Network net;
	private final NetworkSignature signature;
	private final int threads;
	private final long maxWidth;

	NetworkSession(final ModelBundle model, final SegmenterOptions options) {
		super(model);
		net = model.network().open();
		signature = net.signature();
		threads = options.threads();
		maxWidth = options.memoryBudget() / net.columnBytes(ROWS, threads);
	}

	@Override
	long maxSide() {
		final int step = signature.tiles().step();
		return Math.max(0, maxWidth / step * step - 2 * step);
	}

	@Override
	boolean fits(final Canvas canvas) {
		return canvas.shape().width() <= maxWidth;
	}

	@Override
	EncodedMaps encode(final Canvas canvas, final float[] values) {
		return new EncodedMaps(Map.of(), new float[0]);
	}

	@Override
	ClassPlanes compute(final EncodedImage image, final SkipGains gains,
		final SkipFill fill)
	{
		final SkipSet off = new SkipSet(signature.skips().bits() & ~gains.on()
			.bits());
		if (!gains.isSwitches() || off.bits() != 0 && fill != SkipFill.ZERO)
			throw unknown("skips at " + gains + " with the fill " + fill);
		if (off.bits() == 0) return run(net, image);
		try (Network without = net.without(off)) {
			return run(without, image);
		}
	}

	@Override
	void computeAll(final EncodedImage image, final SkipFill fill,
		final BiConsumer<SkipSet, ClassPlanes> sink, final Progress progress)
	{
		final List<SkipSet> subsets = signature.skips().subsets();
		for (int i = 0; i < subsets.size(); i++) {
			progress.checkCanceled();
			sink.accept(subsets.get(i), compute(image, SkipGains.of(subsets.get(i),
				model().depth()), fill));
			progress.update(i + 1, subsets.size(), "Knock-outs");
		}
	}

	private ClassPlanes run(final Network network, final EncodedImage image) {
		final Canvas canvas = image.canvas();
		final int classes = signature.classes();
		final int in = canvas.shape().width() * signature.channels();
		final int out = canvas.shape().width() * classes;
		final float[] all = new float[Math.multiplyExact(canvas.shape().height(),
			out)];
		try (NetworkStream stream = network.stream(canvas.shape(), ROWS, threads)) {
			Parallelization.runWithNumThreads(threads, () -> stream.run((first, rows,
				to) -> System.arraycopy(image.input(), first * in, to, 0, rows * in), (
					first, rows, p) -> System.arraycopy(p, 0, all, first * out, rows *
						out), () -> {}));
		}
		// NB: As many as Segmenter stores.
		return new ClassPlanes(canvas.crop(0, all, classes, Math.max(2, classes -
			1)), classes);
	}

	@Override
	FeatureMap read(final EncodedImage image, final SkipGains gains,
		final SkipFill fill, final String layer)
	{
		throw unknown("the activations of " + layer);
	}

	@Override
	List<PathGradient> differentiate(final NormalizedBlocks image,
		final Canvas canvas, final long x, final long y, final int classIndex)
	{
		throw unknown("gradients");
	}

	private IllegalArgumentException unknown(final String what) {
		return new IllegalArgumentException("The network of the model " + model()
			.card().name() +
			" came from elsewhere and is computed as it is: its skips can be switched off and filled with zeros, no more; " +
			what +
			" were asked for. Choose a model that U-Net Lens trained or could translate");
	}

	@Override
	void release() {
		net.close();
	}
}
