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

package org.unetlens.tensor;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Blocks of an image of any real type, pixel by pixel. */
final class PixelFloatBlocks<T extends RealType<T>> implements FloatBlocks {

	private final RandomAccessibleInterval<T> image;
	private final RandomAccess<T> access;

	PixelFloatBlocks(final RandomAccessibleInterval<T> image) {
		this.image = image;
		access = image.randomAccess();
	}

	@Override
	public void read(final long[] min, final int[] size, final float[] to) {
		final int n = PrimitiveFloatBlocks.elements(size);
		final int row = size[0];
		for (int start = 0; start < n; start += row) {
			moveToRow(min, size, start / row);
			for (int x = 0; x < row; x++) {
				to[start + x] = access.get().getRealFloat();
				access.fwd(0);
			}
		}
	}

	private void moveToRow(final long[] min, final int[] size, final int row) {
		access.setPosition(min[0], 0);
		int rest = row;
		for (int d = 1; d < size.length; d++) {
			access.setPosition(min[d] + rest % size[d], d);
			rest /= size[d];
		}
	}

	@Override
	public FloatBlocks independentCopy() {
		return new PixelFloatBlocks<>(image);
	}
}
