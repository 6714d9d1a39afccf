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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The maps of a {@link BandedGraph} by the names of their variables, which
 * share memory with those that live at other times. Not thread-safe. Close it
 * to free the memory.
 */
final class BandMaps implements AutoCloseable {

	private final BandMap.Cuts cuts;
	private final Arena arena;
	private final Map<String, BandMap> maps = new HashMap<>();
	/** How many variables lie there. */
	private final Map<Arena.Stretch, Integer> users = new HashMap<>();

	BandMaps(final BandMap.Cuts cuts, final BufferSource source) {
		this.cuts = cuts;
		arena = new Arena(source);
	}

	/** Null when no map has that name. */
	BandMap get(final String name) {
		return maps.get(name);
	}

	/** Another variable may lie in the same memory. */
	void put(final String name, final BandMap map) {
		maps.put(name, map);
		users.merge(map.memory(), 1, Integer::sum);
	}

	/** A new map with a row above and below, which nothing clears. */
	BandMap take(final long[] shape, final int time) {
		return takeApart(shape, 0, time);
	}

	/** @param gap how many values lie between the rows of two bands */
	BandMap takeApart(final long[] shape, final long gap, final int time) {
		final long row = BandMap.rowLength(shape);
		return new BandMap(values(WeightShapes.size(shape) + 2 * row + (cuts
			.bands() - 1) * gap, time), row, gap, shape, cuts);
	}

	/** Memory that is no map. */
	Arena.Stretch values(final long length, final int time) {
		return arena.take(length, time);
	}

	/** The rows above and below a map. */
	List<INDArray> ends(final BandMap map) {
		final int last = cuts.bands() - 1;
		return List.of(map.rows(0, -1, 1), map.rows(last, map.rows(last), 1));
	}

	/** A variable is not read after that time; does nothing for others. */
	void release(final String name, final int time) {
		final BandMap map = maps.get(name);
		if (map != null && users.merge(map.memory(), -1, Integer::sum) == 0) map
			.memory().release(time);
	}

	/** Takes the memory, when all maps are known. */
	void place() {
		arena.place();
	}

	long bytes() {
		return arena.bytes();
	}

	@Override
	public void close() {
		arena.close();
	}
}
