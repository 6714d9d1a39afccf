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

package org.unetlens.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One directory of a TIFF file, which describes one image in it (TIFF 6.0,
 * section 2). Only the fields that say where and what the pixels are get read.
 * Immutable.
 */
final class TiffDirectory {

	static final int WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259,
			DESCRIPTION = 270, STRIP_OFFSETS = 273, SAMPLES = 277, ROWS_PER_STRIP =
				278, STRIP_BYTES = 279, X_RESOLUTION = 282, Y_RESOLUTION = 283, PLANAR =
					284, RESOLUTION_UNIT = 296, TILE_WIDTH = 322, TILE_HEIGHT = 323,
			TILE_OFFSETS = 324, TILE_BYTES = 325, SAMPLE_FORMAT = 339;

	private static final Set<Integer> READ = Set.of(WIDTH, HEIGHT, BITS,
		COMPRESSION, DESCRIPTION, STRIP_OFFSETS, SAMPLES, ROWS_PER_STRIP,
		STRIP_BYTES, X_RESOLUTION, Y_RESOLUTION, PLANAR, RESOLUTION_UNIT,
		TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_BYTES, SAMPLE_FORMAT);

	/** Bytes per value of the field types 1 to 18; 0 = none. */
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4,
		8, 4, 0, 0, 8, 8, 8 };
	private static final int ASCII = 2, RATIONAL = 5;

	/** More directories than any real file has. */
	private static final int MOST = 1 << 20;

	private final Map<Integer, long[]> numbers = new HashMap<>();
	private String description = "";

	/** All directories of a file, in its order. */
	static List<TiffDirectory> all(final TiffSource source) throws IOException {
		final List<TiffDirectory> all = new ArrayList<>();
		final Set<Long> seen = new HashSet<>();
		long at = source.firstDirectory();
		while (at != 0 && all.size() < MOST) {
			if (!seen.add(at)) throw source.damaged(
				"its directories go round in a circle", null);
			final TiffDirectory directory = new TiffDirectory();
			at = directory.read(source, at);
			all.add(directory);
		}
		return all;
	}

	/** Returns where the next one lies, or 0. */
	private long read(final TiffSource source, final long at) throws IOException {
		final int countBytes = source.big() ? 8 : 2;
		final int entryBytes = source.big() ? 20 : 12;
		final long count = source.number(at, countBytes);
		if (count < 1 || count > 4096) throw source.damaged("a directory of " +
			count + " fields", null);
		final ByteBuffer entries = source.bytes(at + countBytes, (int) count *
			entryBytes);
		for (int i = 0; i < count; i++)
			readField(source, entries.position(i * entryBytes), at + countBytes +
				(long) i * entryBytes);
		return source.number(at + countBytes + count * entryBytes, source.big() ? 8
			: 4);
	}

	private void readField(final TiffSource source, final ByteBuffer entry,
		final long at) throws IOException
	{
		final int tag = entry.getShort() & 0xffff;
		final int type = entry.getShort() & 0xffff;
		final int word = source.big() ? 8 : 4;
		final long count = TiffSource.number(entry, word);
		final int bytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
		if (!READ.contains(tag) || bytes == 0) return;
		if (count < 0 || count > source.channel().size() / bytes) throw source
			.damaged("a field of " + count + " values", null);
		final long length = count * bytes;
		final long position = length <= word ? at + 4 + word : TiffSource.number(
			entry, word);
		final ByteBuffer values = source.bytes(position, Math.toIntExact(length));
		if (type == ASCII) description = StandardCharsets.UTF_8.decode(values)
			.toString();
		else numbers.put(tag, values(values, type, (int) count, bytes));
	}

	private static long[] values(final ByteBuffer from, final int type,
		final int count, final int bytes)
	{
		final int parts = type == RATIONAL || type == 10 ? 2 : 1;
		final long[] values = new long[count * parts];
		for (int i = 0; i < values.length; i++)
			values[i] = TiffSource.number(from, bytes / parts);
		return values;
	}

	/** The first value of a field. */
	long value(final int tag, final long otherwise) {
		final long[] values = numbers.get(tag);
		return values == null || values.length == 0 ? otherwise : values[0];
	}

	/** All values of a field; of rationals the numerators and denominators. */
	long[] values(final int tag) {
		return numbers.getOrDefault(tag, new long[0]);
	}

	/** A field of one rational number; NaN when there is none. */
	double rational(final int tag) {
		final long[] values = values(tag);
		return values.length < 2 || values[1] == 0 ? Double.NaN
			: (double) values[0] / values[1];
	}

	/** What the file says about the image in words; may be empty. */
	String description() {
		return description;
	}
}
