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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import net.imglib2.parallel.Parallelization;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.NativeArrays;
import org.unetlens.network.EngineWeights;

/**
 * Where each trained array of a network lies in one flat Java array. Immutable
 * and thread-safe.
 */
final class Parameters {

	private final Map<String, Integer> starts = new LinkedHashMap<>();
	private final Map<String, Integer> lengths = new LinkedHashMap<>();
	private final List<String> names;
	private final int size;

	/**
	 * All arrays but the running statistics of batch norm, which are not trained.
	 */
	Parameters(final EngineWeights weights) {
		int next = 0;
		for (final Map.Entry<String, INDArray> e : weights.arrays().entrySet()) {
			if (isStatistic(e.getKey())) continue;
			final int length = Math.toIntExact(e.getValue().length());
			starts.put(e.getKey(), next);
			lengths.put(e.getKey(), length);
			next = Math.addExact(next, length);
		}
		size = next;
		names = List.copyOf(starts.keySet());
	}

	Set<String> names() {
		return starts.keySet();
	}

	int size() {
		return size;
	}

	/** Copies native arrays, found by name, into the flat array. */
	void read(final Function<String, INDArray> arrays, final float[] flat) {
		starts.forEach((name, start) -> NativeArrays.read(arrays.apply(name), flat,
			start, lengths.get(name)));
	}

	/** Copies the flat array over native arrays, found by name. */
	void write(final float[] flat, final Function<String, INDArray> arrays) {
		Parallelization.getTaskExecutor().forEach(names, name -> NativeArrays.write(
			flat, starts.get(name), lengths.get(name), arrays.apply(name)));
	}

	private static boolean isStatistic(final String name) {
		return name.endsWith(".mean") || name.endsWith(".variance");
	}
}
