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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.DecoderPlan;
import org.unetlens.network.EncodedMaps;
import org.unetlens.network.EncoderPlan;
import org.unetlens.network.LayerNames;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipMap;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.tensor.NormalizedBlocks;

/**
 * The session of a U-Net of this project: the contracting path runs once per
 * image, the expanding path once per setting.
 */
final class UNetSession extends SkipSession {

	private final int threads;
	private final UNet net;
	private final SkipPlans plans;
	private final LayerReader layers;
	private final GradientReader gradients;

	UNetSession(final ModelBundle model, final SegmenterOptions options) {
		super(model);
		threads = options.threads();
		net = new UNet(model.spec(), model.weights());
		try {
			plans = new SkipPlans(net, options.memoryBudget());
		}
		catch (final RuntimeException | Error e) {
			net.close();
			throw e;
		}
		layers = new LayerReader(net, plans);
		gradients = new GradientReader(net);
	}

	@Override
	long maxSide() {
		final int step = net.signature().tiles().step();
		final long canvas = (long) Math.sqrt(plans.maxPixels()) / step * step;
		return Math.max(0, canvas - 2 * step);
	}

	@Override
	boolean fits(final Canvas canvas) {
		return canvas.shape().pixels() <= plans.maxPixels();
	}

	@Override
	EncodedMaps encode(final Canvas canvas, final float[] values) {
		final EncoderPlan plan = plans.encoder(canvas.shape());
		plan.run(values);
		return maps(canvas, plan);
	}

	private EncodedMaps maps(final Canvas canvas, final EncoderPlan plan) {
		final Map<Integer, SkipMap> skips = new HashMap<>();
		for (final int level : net.signature().skips().levels()) {
			final float[] map = plan.map(LayerNames.encoder(level, 2));
			skips.put(level, new SkipMap(map, canvas.means(level, map, net.spec()
				.width(level))));
		}
		return new EncodedMaps(skips, plan.map(LayerNames.encoder(net.spec()
			.depth(), 2)));
	}

	@Override
	ClassPlanes compute(final EncodedImage image, final SkipGains gains,
		final SkipFill fill)
	{
		return decode(image, gains, fill, plans.decoders(image.canvas().shape(), 1)
			.get(0));
	}

	private ClassPlanes decode(final EncodedImage image, final SkipGains gains,
		final SkipFill fill, final DecoderPlan plan)
	{
		final int classes = net.signature().classes();
		final float[] probabilities = new float[Math.toIntExact(image.canvas()
			.shape().pixels() * classes)];
		plan.run(image.maps(), gains, fill, probabilities);
		// NB: As many as Segmenter stores.
		return new ClassPlanes(image.canvas().crop(0, probabilities, classes, Math
			.max(2, classes - 1)), classes);
	}

	@Override
	void computeAll(final EncodedImage image, final SkipFill fill,
		final BiConsumer<SkipSet, ClassPlanes> sink, final Progress progress)
	{
		final List<SkipSet> subsets = net.signature().skips().subsets();
		final int n = subsets.size();
		final TileShape shape = image.canvas().shape();
		final int workers = Math.min(Math.min(threads, n), plans.workers(shape));
		final List<DecoderPlan> decoders = plans.decoders(shape, workers);
		final AtomicInteger done = new AtomicInteger();
		final BiConsumer<SkipSet, ClassPlanes> inTurn = (on, planes) -> {
			synchronized (done) {
				sink.accept(on, planes);
				progress.update(done.incrementAndGet(), n, "Knock-outs");
			}
		};
		Parallelization.runWithNumThreads(workers, () -> Parallelization
			.getTaskExecutor().forEach(IntStream.range(0, workers).boxed().toList(),
				i -> decode(image, fill, subsets.subList(i * n / workers, (i + 1) * n /
					workers), decoders.get(i), inTurn, progress)));
	}

	/**
	 * NB: In the order of the subsets the expanding paths share their deep
	 * levels: level k runs 2^(number of skips at levels >= k) times.
	 */
	private void decode(final EncodedImage image, final SkipFill fill,
		final List<SkipSet> subsets, final DecoderPlan plan,
		final BiConsumer<SkipSet, ClassPlanes> sink, final Progress progress)
	{
		for (final SkipSet on : subsets) {
			progress.checkCanceled();
			sink.accept(on, decode(image, SkipGains.of(on, net.spec().depth()), fill,
				plan));
		}
	}

	@Override
	FeatureMap read(final EncodedImage image, final SkipGains gains,
		final SkipFill fill, final String layer)
	{
		return layers.read(image, gains, fill, layer);
	}

	@Override
	List<PathGradient> differentiate(final NormalizedBlocks image,
		final Canvas canvas, final long x, final long y, final int classIndex)
	{
		return gradients.read(image, canvas, x, y, classIndex);
	}

	@Override
	void release() {
		plans.close();
		net.close();
	}
}
