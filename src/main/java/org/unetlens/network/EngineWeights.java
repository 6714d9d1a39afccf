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
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeArrays;
import org.unetlens.network.Weights.Weight;

/**
 * The weights of a network as native arrays in the engine's layout: as
 * {@link Weights}, but each transposed convolution split into two 1x1 kernels,
 * one per output row phase. Reading from several threads is safe; whoever
 * trains writes alone. Close it to free the memory.
 */
public final class EngineWeights implements AutoCloseable {

	private final Map<String, INDArray> arrays = new LinkedHashMap<>();
	private final ArrangedKernels kernels = ArrangedKernels.ofFixed();

	/**
	 * Copies the weights to native memory. The names and shapes are checked
	 * against the network.
	 */
	public EngineWeights(final UNetSpec spec, final Weights weights) {
		// NB: All is checked before the first array takes native memory.
		final List<Weight> checked = new ArrayList<>();
		WeightShapes.of(spec).forEach((name, shape) -> checked.add(checked(weights
			.get(name), shape)));
		checked.forEach(this::put);
	}

	private static Weight checked(final Weight w, final long[] shape) {
		if (!Arrays.equals(shape, w.shape())) throw new IllegalArgumentException(
			"The weight " + w.name() + " has the shape " + Arrays.toString(w
				.shape()) + "; the network needs " + Arrays.toString(shape));
		return w;
	}

	private void put(final Weight w) {
		if (!UpKernel.isUp(w)) {
			arrays.put(w.name(), Nd4j.create(w.values(), w.shape(), 'c'));
			return;
		}
		for (int phase = 0; phase < 2; phase++) {
			final Weight half = UpKernel.split(w, phase);
			arrays.put(half.name(), Nd4j.create(half.values(), half.shape(), 'c'));
		}
	}

	/** The arrays by engine name; shared, not copies. */
	public Map<String, INDArray> arrays() {
		return Collections.unmodifiableMap(arrays);
	}

	/**
	 * Copies of the kernels for all plans that only infer; values that change
	 * afterwards do not reach them.
	 */
	ArrangedKernels kernels() {
		return kernels;
	}

	/**
	 * The present values as plain arrays in the layout of {@link Weights};
	 * copies.
	 */
	public Weights toWeights() {
		final List<Weight> all = new ArrayList<>();
		arrays.forEach((name, array) -> {
			final Weight w = new Weight(name, array.shape(), NativeArrays.toFloats(
				array));
			if (UpKernel.isSecondPhase(name)) all.add(UpKernel.join(all.remove(all
				.size() - 1), w));
			else all.add(w);
		});
		return new Weights(all);
	}

	@Override
	public void close() {
		kernels.close();
		arrays.values().forEach(INDArray::close);
	}
}
