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

package org.unetlens.model.foreign;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

import org.unetlens.graph.InvalidContentException;

/**
 * The numbers of a DL4J network, all in one row, as ND4J writes an array: the
 * buffer of its shape, then that of its values, each with the name of how it
 * was allocated, its length and type, big-endian. Not thread-safe.
 */
final class Dl4jCoefficients {

	private static final int MAX_RANK = 32;

	private final DataInputStream in;
	private final long length;
	private long read;

	Dl4jCoefficients(final byte[] bytes) throws IOException {
		in = new DataInputStream(new ByteArrayInputStream(bytes));
		final long shape = header("LONG");
		if (shape < 4 || shape > 2 * MAX_RANK + 4) throw strange("a shape of " +
			shape + " numbers");
		in.skipBytes((int) (8 * shape));
		length = header("FLOAT");
		if (length * 4 != in.available()) throw strange(length + " values in " + in
			.available() + " bytes");
	}

	private long header(final String type) throws IOException {
		final String mode = in.readUTF();
		if (!mode.equals("MIXED_DATA_TYPES") && !mode.equals("LONG_SHAPE"))
			throw strange("buffers of the kind " + mode.substring(0, Math.min(40, mode
				.length())));
		final long n = in.readLong();
		final String found = in.readUTF();
		if (!found.equals(type)) throw strange("numbers of the type " + found
			.substring(0, Math.min(40, found.length())));
		return n;
	}

	private static InvalidContentException strange(final String what) {
		return new InvalidContentException("its " + Dl4jImport.COEFFICIENTS +
			" has " + what +
			"; 32-bit floats as DL4J 1.0.0-beta4 and newer write them are read, so open and save it with such a version");
	}

	/** The next so many values. */
	float[] next(final long count) throws InvalidContentException {
		if (count < 0 || count > length - read) throw new InvalidContentException(
			"its " + Dl4jImport.COEFFICIENTS + " has " + length +
				" values, fewer than its configuration needs");
		final float[] values = new float[(int) count];
		read += count;
		try {
			for (int i = 0; i < values.length; i++)
				values[i] = finite(in.readFloat());
			return values;
		}
		catch (final InvalidContentException exc) {
			throw exc;
		}
		catch (final IOException exc) {
			throw new InvalidContentException("its " + Dl4jImport.COEFFICIENTS +
				" is cut off", exc);
		}
	}

	private static float finite(final float value)
		throws InvalidContentException
	{
		if (!Float.isFinite(value)) throw new InvalidContentException("its " +
			Dl4jImport.COEFFICIENTS + " holds the value " + value);
		return value;
	}

	void requireRead() throws InvalidContentException {
		if (read != length) throw new InvalidContentException("its " +
			Dl4jImport.COEFFICIENTS + " has " + length +
			" values, but its configuration needs " + read);
	}
}
