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
 * A network made ready for images of one size, which run through it from top to
 * bottom, some rows at a time. The result is that of the whole image. Used by
 * one thread at a time, which may share out its work. Close it to free its
 * memory.
 */
public interface NetworkStream extends AutoCloseable {

	/** Gives rows of the image. */
	@FunctionalInterface
	interface RowSource {

		/**
		 * @param first row, ascending from call to call; all rows are read once
		 * @param values {@code [rows, width, channels]} in 'c' order; to be written
		 *          from 0 on
		 */
		void read(int first, int rows, float[] values);
	}

	/** Takes rows of the result. */
	@FunctionalInterface
	interface RowSink {

		/**
		 * @param first row, ascending from call to call; all rows come once
		 * @param probabilities {@code [rows, width, classes]} in 'c' order, and
		 *          more behind; valid during the call
		 */
		void accept(int first, int rows, float[] probabilities);
	}

	TileShape shape();

	/** In how many passes an image runs through. */
	int passes();

	/**
	 * Runs an image through the network. At a time it reads or gives as many rows
	 * as a pass was asked to give (or a step, if that is more), and at most a
	 * halo and two steps above that. When anything that it calls throws, it can
	 * run again.
	 *
	 * @param before is called before each pass, and may throw to stop
	 */
	void run(RowSource source, RowSink sink, Runnable before);

	/**
	 * Bytes that it takes; weights are not counted, nor the rows that it reads
	 * and gives at a time.
	 */
	long bytes();

	@Override
	void close();
}
