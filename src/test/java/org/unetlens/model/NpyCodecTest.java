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

package org.unetlens.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.unetlens.graph.InvalidContentException;

class NpyCodecTest {

	@Test
	void theBytesAreThoseOfNumPy() {
		final byte[] npy = NpyCodec.encode(new float[] { 1, -2.5f }, 1, 2);
		assertEquals(128 + 8, npy.length);
		assertEquals(
			"\u0093NUMPY\u0001\0\u0076\0{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }",
			new String(npy, 0, 69, StandardCharsets.ISO_8859_1));
		assertEquals('\n', npy[127]);
		assertArrayEquals(new byte[] { 0, 0, (byte) 0x80, 0x3f, 0, 0, 0x20,
			(byte) 0xc0 }, java.util.Arrays.copyOfRange(npy, 128, 136));
	}

	@Test
	void arraysComeBack() throws InvalidContentException {
		final float[] values = ModelSamples.image(2 * 3 * 5 * 7, 1);
		final byte[] npy = NpyCodec.encode(values, 2, 3, 5, 7);
		assertArrayEquals(new long[] { 2, 3, 5, 7 }, NpyCodec.shape("a", npy));
		assertArrayEquals(values, NpyCodec.decode("a", npy, 2, 3, 5, 7));
		assertArrayEquals(new long[] { 3 }, NpyCodec.shape("a", NpyCodec.encode(
			new float[3], 3)));
	}
}
