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

/**
 * Memory for those rows of a map that are needed while an image runs through a
 * network from top to bottom: rows that were kept from the pass before, then
 * new ones. Maps that are the same values in another shape share it. Counted in
 * values of the whole map, of which row 0 is the first; the row of zeros above,
 * which a 3x3 convolution reads, has negative ones.
 */
final class RowStore {

	/** Values of a row of zeros, above the map and below; 0 if none is read. */
	private long edge;
	/** The first stage that writes to it, and the last one that reads. */
	private final int birth;
	private int death;
	/** By pass: the first value kept, the first new one, and their end. */
	private final long[] base;
	private final long[] begin;
	private final long[] end;

	RowStore(final int birth, final int passes) {
		this.birth = birth;
		death = birth;
		base = new long[passes + 1];
		begin = new long[passes];
		end = new long[passes];
	}

	void readBy(final int stage) {
		death = Math.max(death, stage);
	}

	/** A 3x3 convolution reads rows of that length. */
	void edge(final long rowLength) {
		edge = Math.max(edge, rowLength);
		base[0] = -edge;
	}

	void set(final int pass, final long first, final long last) {
		begin[pass] = first;
		end[pass] = last;
		base[pass + 1] = last;
	}

	/** Values from there on are read again in the next pass. */
	void keep(final int pass, final long first) {
		base[pass + 1] = Math.min(base[pass + 1], first);
	}

	int birth() {
		return birth;
	}

	int death() {
		return death;
	}

	/** The most values that are kept between two passes. */
	long kept() {
		long most = 0;
		for (int p = 1; p < begin.length; p++)
			most = Math.max(most, kept(p));
		return most;
	}

	/** Values that it has to hold at a time. */
	long length() {
		long most = 0;
		for (int p = 0; p < begin.length; p++)
			most = Math.max(most, end[p] - base[p]);
		return most + edge;
	}

	/** Where a value lies during a pass. */
	long place(final int pass, final long value) {
		return value - base[pass];
	}

	Range range(final int pass) {
		if (pass == begin.length - 1) return new Range(above(pass), kept(pass), 0,
			0, end[pass] - base[pass], edge);
		return new Range(above(pass), kept(pass), base[pass + 1] - base[pass],
			end[pass] - base[pass + 1], 0, 0);
	}

	private long above(final int pass) {
		return pass == 0 ? edge : 0;
	}

	private long kept(final int pass) {
		return pass == 0 ? 0 : begin[pass] - base[pass];
	}

	/**
	 * What is done with the memory in a pass, beside writing and reading rows.
	 *
	 * @param above values of zeros at the start
	 * @param kept values at the start that are there from the pass before
	 * @param next where the values begin that the next pass needs
	 * @param nextKept how many these are
	 * @param end where zeros below the map begin
	 * @param below how many these are
	 */
	record Range(long above, long kept, long next, long nextKept, long end,
			long below) {
	}
}
