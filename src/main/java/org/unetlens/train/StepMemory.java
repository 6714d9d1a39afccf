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

package org.unetlens.train;

import net.imglib2.parallel.Parallelization;

import org.unetlens.engine.Engine;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientGraph;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;

/**
 * Memory that training takes, counted without taking it. Immutable.
 *
 * @param nativeBytes buffers of all patches that are computed at a time, and
 *          weights
 * @param heapBytes Java arrays of gradients and of the optimiser; images not
 *          counted
 */
public record StepMemory(long nativeBytes, long heapBytes) {

	/** First and second moments, present, averaged and best weights, copies. */
	private static final int COPIES = 10;

	/**
	 * Foretells the memory of a training with the threads of the current
	 * {@link Parallelization}; takes a few seconds for large networks.
	 */
	public static StepMemory predict(final UNetSpec spec,
		final TrainingConfig config)
	{
		Engine.start();
		final int threads = Math.min(config.batch(), Parallelization
			.getTaskExecutor().getParallelism());
		final long weights = Float.BYTES * WeightShapes.count(spec);
		final int bands = BatchGradient.bands(spec, config);
		return new StepMemory(threads * bytes(spec, config.patch(), bands) + 2 *
			weights, (config.batch() * bands + COPIES) * weights);
	}

	/** Buffers of one patch. */
	static long bytes(final UNetSpec spec, final int patch, final int bands) {
		try (EngineWeights weights = new EngineWeights(spec, InitialWeights.he(
			spec)))
		{
			return new GradientGraph(spec, new TileShape(1, patch, patch)).bytes(
				weights, new Parameters(weights).names(), bands);
		}
	}
}
