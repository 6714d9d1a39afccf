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
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeBlock;

/**
 * Lays arrays that live at different times into the same native buffers. A
 * buffer is free again when every array laid over it has been released.
 */
final class BufferPool implements AutoCloseable {

	/** One native allocation and how many living arrays lie over it. */
	private static final class Slab {

		final NativeBlock block;
		final INDArray memory;
		int users;

		Slab(final NativeBlock block) {
			this.block = block;
			memory = block.array();
		}
	}

	private final BufferSource source;
	private final List<Slab> slabs = new ArrayList<>();
	private final Map<INDArray, Slab> slabOf = new IdentityHashMap<>();

	BufferPool(final BufferSource source) {
		this.source = source;
	}

	/** An uninitialised 'c' order array; from a free buffer where one fits. */
	INDArray take(final DataType type, final long... shape) {
		final long length = Math.max(1, WeightShapes.size(shape));
		final Slab slab = slabs.stream().filter(s -> s.users == 0 && s.memory
			.dataType() == type && s.memory.length() >= length).min(Comparator
				.comparingLong(s -> s.memory.length())).orElseGet(() -> add(type,
					length));
		return lay(slab, shape);
	}

	/** The same memory as {@code array} in another shape, 'c' order. */
	INDArray alias(final INDArray array, final long... shape) {
		final Slab slab = slabOf.get(array);
		return slab == null ? array.reshape('c', shape) : lay(slab, shape);
	}

	boolean owns(final INDArray array) {
		return slabOf.containsKey(array);
	}

	/** How many living arrays share the memory of this one, itself included. */
	int users(final INDArray array) {
		return slabOf.get(array).users;
	}

	/** The array is read no more. Arrays of others are left alone. */
	void release(final INDArray array) {
		final Slab slab = slabOf.remove(array);
		if (slab != null) slab.users--;
	}

	long bytes() {
		return slabs.stream().mapToLong(s -> s.memory.length() * s.memory.dataType()
			.width()).sum();
	}

	@Override
	public void close() {
		slabs.forEach(s -> s.block.close());
		slabs.clear();
		slabOf.clear();
	}

	private Slab add(final DataType type, final long length) {
		final Slab slab = new Slab(source.take(type, length));
		slabs.add(slab);
		return slab;
	}

	private INDArray lay(final Slab slab, final long... shape) {
		final INDArray array = Nd4j.create(slab.memory.data(), shape, Nd4j
			.getStrides(shape, 'c'), 0, 'c');
		slab.users++;
		slabOf.put(array, slab);
		return array;
	}
}
