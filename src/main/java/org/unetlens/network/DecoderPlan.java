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

package org.unetlens.network;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeScope;

/**
 * The expanding path prepared for one input shape, cut at its merges, so that
 * each skip connection can be silenced. Levels whose input is that of the last
 * run are not computed again; so settings that agree in the gains of deep
 * levels should follow each other. Not thread-safe. Close it to free its native
 * memory.
 */
public final class DecoderPlan implements AutoCloseable {

	private final NativeScope scope = new NativeScope();
	private final INDArray bottleneck;
	/** Deepest level first. */
	private final List<DecoderStage> stages = new ArrayList<>();
	private float[] last;

	DecoderPlan(final UNetSpec spec, final EngineWeights weights,
		final TileShape shape)
	{
		try {
			shape.requireLegal(spec);
			final int d = spec.depth();
			bottleneck = scope.own(Nd4j.create(DataType.FLOAT, shape.n(), shape
				.height() >> d, shape.width() >> d, spec.width(d)));
			INDArray below = bottleneck;
			for (int level = d - 1; level >= 0; level--) {
				final DecoderStage stage = scope.own(new DecoderStage(spec, weights,
					shape, level, below));
				stages.add(stage);
				below = stage.output();
			}
		}
		catch (final RuntimeException | Error e) {
			scope.close();
			throw e;
		}
	}

	/**
	 * Runs the expanding path with the skips at these gains.
	 *
	 * @param maps of an image of this plan's shape
	 * @param probabilities {@code [n, h, w, classes]} in 'c' order; written
	 */
	public void run(final EncodedMaps maps, final SkipGains gains,
		final SkipFill fill, final float[] probabilities)
	{
		runTo(0, maps, gains, fill);
		NativeArrays.read(stages.get(stages.size() - 1).output(), probabilities);
	}

	/**
	 * The map of one layer of the expanding path, {@code [n, h, w, c]} in 'c'
	 * order; a copy.
	 *
	 * @param level of the layer
	 * @param layer an up-convolution, a merge, a convolution or the head, by its
	 *          name in {@link LayerNames}
	 */
	public float[] map(final EncodedMaps maps, final SkipGains gains,
		final SkipFill fill, final int level, final String layer)
	{
		runTo(level + 1, maps, gains, fill);
		return stages.get(stages.size() - 1 - level).map(maps.skips().get(level),
			gains.of(level), fill, layer.equals(LayerNames.HEAD) ? LayerNames.LOGITS
				: layer);
	}

	/** Runs the levels from the bottleneck to {@code level}. */
	private void runTo(final int level, final EncodedMaps maps,
		final SkipGains gains, final SkipFill fill)
	{
		requireFitting(maps);
		boolean changed = maps.bottleneck() != last;
		if (changed) NativeArrays.write(maps.bottleneck(), bottleneck);
		last = maps.bottleneck();
		int k = stages.size();
		for (final DecoderStage stage : stages)
			if (--k >= level) changed = stage.run(maps.skips().get(k), gains.of(k),
				fill, changed);
			else if (changed) stage.forget();
	}

	/** NB: Native memory has no bounds. */
	private void requireFitting(final EncodedMaps maps) {
		boolean fits = maps.bottleneck().length == bottleneck.length();
		int k = stages.size();
		for (final DecoderStage stage : stages)
			fits &= stage.takes(maps.skips().get(--k));
		if (!fits) throw new IllegalArgumentException(
			"The image was encoded by another model or in another size; encode it with this model");
	}

	/** Bytes of native memory that the plan takes, weights not counted. */
	public long bytes() {
		return stages.stream().mapToLong(DecoderStage::bytes).sum() + 4 * bottleneck
			.length();
	}

	@Override
	public void close() {
		scope.close();
	}
}
