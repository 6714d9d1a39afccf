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
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeBlock;

/**
 * One native array in which stretches that live at different times lie over
 * each other. First all stretches are asked for and released, then all of them
 * are placed; only then do they have memory.
 */
final class Arena implements AutoCloseable {

	/** Values between the starts of stretches: a line of the cache. */
	private static final long LINE = 16;

	/** A part of the arena, from one time to another, both included. */
	final class Stretch {

		private final long length;
		private final int birth;
		private int death = Integer.MAX_VALUE;
		private long offset = -1;

		private Stretch(final long length, final int birth) {
			this.length = (length + LINE - 1) / LINE * LINE;
			this.birth = birth;
		}

		/** It is not used after that time. */
		void release(final int time) {
			death = time;
		}

		private boolean meets(final Stretch other) {
			return birth <= other.death && other.birth <= death;
		}

		private long end() {
			return offset + length;
		}

		/** A view of 'c' order. */
		INDArray view(final long start, final long... shape) {
			return Nd4j.create(memory.array().data(), shape, Nd4j.getStrides(shape,
				'c'), offset + start, 'c');
		}
	}

	private final BufferSource source;
	private final List<Stretch> stretches = new ArrayList<>();
	private NativeBlock memory;

	Arena(final BufferSource source) {
		this.source = source;
	}

	/** Values that are used from that time on, until released. */
	Stretch take(final long length, final int time) {
		final Stretch stretch = new Stretch(length, time);
		stretches.add(stretch);
		return stretch;
	}

	/** Gives all stretches their places and takes the memory. */
	void place() {
		memory = source.take(DataType.FLOAT, Math.max(1, length()));
	}

	/** How many values all stretches take; gives them their places. */
	long length() {
		final List<Stretch> placed = new ArrayList<>();
		stretches.stream().sorted(Comparator.comparingLong((
			final Stretch s) -> -s.length)).forEach(s -> {
				s.offset = lowest(s, placed);
				placed.add(s);
			});
		return placed.stream().mapToLong(Stretch::end).max().orElse(0);
	}

	/** The lowest place that is free while the stretch lives. */
	private static long lowest(final Stretch stretch,
		final List<Stretch> placed)
	{
		final List<Stretch> others = placed.stream().filter(stretch::meets).sorted(
			Comparator.comparingLong(s -> s.offset)).toList();
		long place = 0;
		for (final Stretch other : others) {
			if (other.offset - place >= stretch.length) break;
			place = Math.max(place, other.end());
		}
		return place;
	}

	long bytes() {
		return memory == null ? 0 : Float.BYTES * memory.array().length();
	}

	@Override
	public void close() {
		if (memory != null) memory.close();
	}
}
