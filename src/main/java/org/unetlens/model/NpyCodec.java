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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.unetlens.graph.InvalidContentException;

/**
 * The bytes of a NumPy {@code .npy} file of little-endian float32 in 'c' order
 * (last axis fastest), the only kind that a model file holds.
 */
public final class NpyCodec {

	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1,
		0 };
	private static final int MAX_HEADER = 4096;
	private static final int MAX_RANK = 8;
	private static final Pattern SHAPE = Pattern.compile(
		"'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

	private NpyCodec() {}

	public static byte[] encode(final float[] values, final int... shape) {
		final byte[] header = header(shape);
		final ByteBuffer out = ByteBuffer.allocate(header.length + 4 *
			values.length).order(ByteOrder.LITTLE_ENDIAN).put(header);
		out.asFloatBuffer().put(values);
		return out.array();
	}

	private static byte[] header(final int[] shape) {
		final String dims = Arrays.stream(shape).mapToObj(Integer::toString)
			.collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
		final String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " +
			dims + ", }";
		// NB: NumPy wants the values to start at a multiple of 64 bytes.
		final int length = (10 + text.length() + 1 + 63) / 64 * 64 - 10;
		return ByteBuffer.allocate(10 + length).order(ByteOrder.LITTLE_ENDIAN).put(
			MAGIC).putShort((short) length).put((text + " ".repeat(length - text
				.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII)).array();
	}

	/** The shape that the header states; nothing of that size is made. */
	public static long[] shape(final String entry, final byte[] npy)
		throws InvalidContentException
	{
		final String header = headerOf(entry, npy);
		if (!header.contains("'<f4'") || header.contains("True"))
			throw new InvalidContentException("its entry " + entry +
				" is not an array of little-endian float32 in C order");
		final Matcher m = SHAPE.matcher(header);
		if (!m.find()) throw new InvalidContentException("its entry " + entry +
			" states no shape");
		return parse(entry, m.group(1));
	}

	/** The values of an array of that shape. */
	public static float[] decode(final String entry, final byte[] npy,
		final long... shape) throws InvalidContentException
	{
		final long[] found = shape(entry, npy);
		if (!Arrays.equals(found, shape)) throw new InvalidContentException(
			"its entry " + entry + " has the shape " + Arrays.toString(found) +
				" where " + Arrays.toString(shape) + " is needed");
		final int start = 10 + headerLength(npy);
		final long n = LongStream.of(shape).reduce(1, Math::multiplyExact);
		if (npy.length - start != 4 * n) throw new InvalidContentException(
			"its entry " + entry + " has " + (npy.length - start) +
				" bytes of values where " + 4 * n + " are needed");
		return finite(entry, floats(npy, start, (int) n));
	}

	private static float[] floats(final byte[] npy, final int start,
		final int n)
	{
		final float[] values = new float[n];
		ByteBuffer.wrap(npy, start, 4 * n).order(ByteOrder.LITTLE_ENDIAN)
			.asFloatBuffer().get(values);
		return values;
	}

	private static float[] finite(final String entry, final float[] values)
		throws InvalidContentException
	{
		for (final float v : values)
			if (!Float.isFinite(v)) throw new InvalidContentException("its entry " +
				entry + " holds the value " + v);
		return values;
	}

	private static String headerOf(final String entry, final byte[] npy)
		throws InvalidContentException
	{
		if (npy.length < 10 || !Arrays.equals(MAGIC, Arrays.copyOf(npy, 8)) ||
			headerLength(npy) > Math.min(MAX_HEADER, npy.length - 10))
			throw new InvalidContentException("its entry " + entry +
				" is not a .npy file of version 1.0");
		return new String(npy, 10, headerLength(npy), StandardCharsets.US_ASCII);
	}

	private static int headerLength(final byte[] npy) {
		return (npy[8] & 0xff) | (npy[9] & 0xff) << 8;
	}

	private static long[] parse(final String entry, final String dims)
		throws InvalidContentException
	{
		final String[] parts = dims.isBlank() ? new String[0] : dims.split(",");
		if (parts.length > MAX_RANK) throw new InvalidContentException(
			"its entry " + entry + " has " + parts.length + " axes");
		final long[] shape = new long[parts.length];
		for (int i = 0; i < shape.length; i++) {
			final String part = parts[i].strip();
			if (part.isEmpty() || part.length() > 10 || part.contains(" "))
				throw new InvalidContentException("its entry " + entry +
					" has the absurd shape (" + dims + ")");
			shape[i] = Long.parseLong(part);
		}
		return shape;
	}
}
