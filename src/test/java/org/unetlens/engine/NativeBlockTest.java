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

package org.unetlens.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class NativeBlockTest {

	private static final long LARGE = (5 << 20) + 3;

	@BeforeAll
	static void start() {
		Engine.start();
	}

	@Test
	void itsVectorHoldsWhatIsWritten() {
		final float[] values = { 1, -2, 3.5f, 0, 7 };
		try (NativeBlock block = NativeBlock.take(DataType.FLOAT, 5)) {
			NativeArrays.write(values, block.array());
			assertArrayEquals(values, block.array().toFloatVector());
			assertEquals(9.5, block.array().sumNumber().doubleValue());
			assertEquals(0, block.array().data().address() % 64);
		}
	}

	@Test
	void itsMemoryIsCountedUntilItIsClosed() {
		final long before = NativeBlock.bytesInUse();
		final long counted = Pointer.totalBytes();
		final NativeBlock block = NativeBlock.take(DataType.FLOAT, LARGE);
		final INDArray view = block.array().reshape('c', 1, LARGE);
		view.putScalar(0, LARGE - 1, 4f);
		assertEquals(4f, block.array().getFloat(LARGE - 1));
		assertEquals(before + 4 * LARGE, NativeBlock.bytesInUse());
		assertTrue(Pointer.totalBytes() >= counted + 4 * LARGE);
		block.close();
		block.close();
		assertEquals(before, NativeBlock.bytesInUse());
		assertTrue(Pointer.totalBytes() < counted + LARGE);
	}

	@Test
	void memoryThatNobodyHasIsTakenNowhere() {
		final long counted = Pointer.totalBytes();
		try (NativeBlock block = NativeBlock.nowhere(DataType.FLOAT, 1L << 50)) {
			assertEquals(1L << 50, block.array().length());
			assertTrue(Pointer.totalBytes() < counted + LARGE);
		}
	}

	@Test
	void otherTypesAreOrdinaryArrays() {
		try (NativeBlock block = NativeBlock.take(DataType.LONG, 3)) {
			block.array().assign(1L << 40);
			assertEquals(1L << 40, block.array().getLong(2));
		}
	}
}
