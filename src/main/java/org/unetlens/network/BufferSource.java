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

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Where plans take their native arrays. Thread-safe. */
interface BufferSource {

	/** Arrays of real memory. */
	BufferSource MEMORY = Nd4j::createUninitialized;

	/**
	 * Arrays without memory, whose values nobody may touch: a plan of them cannot
	 * run, but says how much it would take.
	 */
	BufferSource NOTHING = (type, length) -> {
		// NB: The address is never read; an aligned one pleases all libraries.
		final Pointer nowhere = switch (type) {
			case FLOAT -> new FloatPointer(new Nowhere());
			case LONG -> new LongPointer(new Nowhere());
			default -> throw new IllegalArgumentException("Plans take no arrays of " +
				type);
		};
		return Nd4j.create(Nd4j.createBuffer(nowhere.capacity(length), length,
			type), new long[] { length }, new long[] { 1 }, 0, 'c', type);
	};

	/** A vector whose values are not set; the caller closes it. */
	INDArray take(DataType type, long length);

	/** An address at which there is nothing. */
	final class Nowhere extends Pointer {

		Nowhere() {
			address = 4096;
		}
	}
}
