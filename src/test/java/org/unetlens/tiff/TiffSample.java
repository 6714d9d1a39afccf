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
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * Writes small TIFF files as the specification has them, in all the ways that
 * files in the wild are: both byte orders, 32 and 64-bit offsets, strips and
 * tiles.
 *
 * @param bits per sample: 8, 16, or 32 (floating-point)
 * @param blockWidth of tiles; 0 = strips of {@code blockHeight} rows
 */
record TiffSample(ByteOrder order, boolean big, int width, int height,
		int samples, int bits, int blockWidth, int blockHeight, int pages) {

	/** The value at a place: different everywhere nearby. */
	int value(final int x, final int y, final int c, final int page) {
		return (x * 7 + y * 31 + c * 101 + page * 53) % 251 * (bits == 8 ? 1 : 200);
	}

	void write(final Path file) throws IOException {
		final ByteBuffer out = ByteBuffer.allocate(1 << 20).order(order);
		out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
		if (big) out.putShort((short) 43).putShort((short) 8).putShort((short) 0);
		else out.putShort((short) 42);
		int link = out.position();
		putOffset(out, 0);
		for (int page = 0; page < pages; page++) {
			final long[] offsets = pixels(out, page);
			patch(out, link, out.position());
			link = directory(out, offsets);
		}
		Files.write(file, java.util.Arrays.copyOf(out.array(), out.position()));
	}

	private long[] pixels(final ByteBuffer out, final int page) {
		final int w = blockWidth == 0 ? width : blockWidth;
		final int across = (width + w - 1) / w;
		final int down = (height + blockHeight - 1) / blockHeight;
		final long[] offsets = new long[across * down];
		// NB: From the last block to the first, which is allowed.
		for (int b = offsets.length - 1; b >= 0; b--) {
			offsets[b] = out.position();
			final int x0 = b % across * w, y0 = b / across * blockHeight;
			final int rows = blockWidth == 0 ? Math.min(blockHeight, height - y0)
				: blockHeight;
			for (int y = y0; y < y0 + rows; y++)
				for (int x = x0; x < x0 + w; x++)
					for (int c = 0; c < samples; c++)
						put(out, value(x, y, c, page));
		}
		return offsets;
	}

	private void put(final ByteBuffer out, final int value) {
		if (bits == 8) out.put((byte) value);
		else if (bits == 16) out.putShort((short) value);
		else out.putFloat(value);
	}

	private int directory(final ByteBuffer out, final long[] offsets) {
		final boolean tiled = blockWidth > 0;
		final TreeMap<Integer, long[]> fields = new TreeMap<>();
		fields.put(TiffDirectory.WIDTH, new long[] { width });
		fields.put(TiffDirectory.HEIGHT, new long[] { height });
		final long[] each = new long[samples];
		java.util.Arrays.fill(each, bits);
		fields.put(TiffDirectory.BITS, each);
		fields.put(TiffDirectory.COMPRESSION, new long[] { 1 });
		fields.put(TiffDirectory.SAMPLES, new long[] { samples });
		fields.put(TiffDirectory.SAMPLE_FORMAT, new long[] { bits == 32 ? 3 : 1 });
		if (tiled) {
			fields.put(TiffDirectory.TILE_WIDTH, new long[] { blockWidth });
			fields.put(TiffDirectory.TILE_HEIGHT, new long[] { blockHeight });
			fields.put(TiffDirectory.TILE_OFFSETS, offsets);
		}
		else {
			fields.put(TiffDirectory.ROWS_PER_STRIP, new long[] { blockHeight });
			fields.put(TiffDirectory.STRIP_OFFSETS, offsets);
		}
		final int start = out.position();
		final int length = (big ? 16 : 6) + fields.size() * (big ? 20 : 12);
		out.position(start + length);
		final TreeMap<Integer, Integer> places = new TreeMap<>();
		fields.forEach((tag, values) -> {
			if (values.length == 1) return;
			places.put(tag, out.position());
			for (final long v : values)
				putOffset(out, v);
		});
		final int end = out.position();
		out.position(start);
		if (big) out.putLong(fields.size());
		else out.putShort((short) fields.size());
		fields.forEach((tag, values) -> {
			out.putShort(tag.shortValue()).putShort((short) (big ? 16 : 4));
			putOffset(out, values.length);
			putOffset(out, places.containsKey(tag) ? places.get(tag) : values[0]);
		});
		final int link = out.position();
		putOffset(out, 0);
		out.position(end);
		return link;
	}

	private void putOffset(final ByteBuffer out, final long value) {
		if (big) out.putLong(value);
		else out.putInt((int) value);
	}

	private void patch(final ByteBuffer out, final int at, final long value) {
		if (big) out.putLong(at, value);
		else out.putInt(at, (int) value);
	}
}
