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
 * A trained network that gives each pixel of an image the probabilities of its
 * classes, whatever computes them. It does so for images of one size at a time,
 * which run through a {@link NetworkStream}. Thread-safe; holds memory until
 * closed; its streams are to be closed before it.
 */
public interface Network extends AutoCloseable {

	NetworkSignature signature();

	/**
	 * For images of one size that run through from top to bottom. The first
	 * stream may take a copy of the weights, which the network keeps.
	 *
	 * @param shape of one image, as {@link NetworkSignature#tiles()} allows
	 * @param rows of the result that a pass should give; more take more memory
	 *          and less time
	 * @param threads of the current {@link net.imglib2.parallel.Parallelization}
	 *          to share out work to
	 * @throws IllegalArgumentException when images of that shape are not allowed
	 */
	NetworkStream stream(TileShape shape, int rows, int threads);

	/** Bytes that {@link NetworkStream#bytes()} of such a stream will be. */
	long streamBytes(TileShape shape, int rows, int threads);

	/**
	 * Bytes that each column of pixels takes in a stream of several passes; no
	 * height takes more.
	 *
	 * @param rows of a pass, in whole steps
	 */
	long columnBytes(int rows, int threads);

	/**
	 * Bytes that a stream takes per pixel of an image that runs through in one
	 * pass by one thread; one that takes several passes takes less.
	 */
	default long bytesPerPixel() {
		final TileRule tiles = signature().tiles();
		final int side = Math.toIntExact(tiles.atLeast(8L * tiles.step()));
		return streamBytes(new TileShape(1, side, side), side, 1) / ((long) side *
			side);
	}

	/**
	 * The same network with some of its skip connections silenced: all that they
	 * carry is 0. It has memory of its own, so that either may be closed first.
	 *
	 * @param silenced among those of the signature
	 * @return to be closed by the caller
	 * @throws IllegalArgumentException when the network has no such skip
	 */
	Network without(SkipSet silenced);

	@Override
	void close();
}
