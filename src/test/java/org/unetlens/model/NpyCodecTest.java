
package org.unetlens.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

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
