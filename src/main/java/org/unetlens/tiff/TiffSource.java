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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.unetlens.file.FileException;

/**
 * The bytes of a TIFF file, which lie in its own order. Thread-safe: every read
 * names its position.
 *
 * @param file for messages
 * @param channel open; stays the caller's
 * @param order of the bytes in numbers
 * @param big whether offsets have 64 bits (BigTIFF)
 */
record TiffSource(Path file, FileChannel channel, ByteOrder order,
		boolean big) {

	private static final int CLASSIC = 42;
	private static final int BIG = 43;

	/** Reads the first bytes. */
	static TiffSource of(final Path file, final FileChannel channel)
		throws IOException
	{
		final ByteBuffer head = ByteBuffer.allocate(8);
		readFully(channel, head, 0);
		final short mark = head.getShort();
		final ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN;
		final int version = head.order(order).getShort();
		final boolean known = mark == 0x4949 || mark == 0x4d4d;
		if (!known || version != CLASSIC && version != BIG) throw new FileException(
			"The file " + file +
				" is not a TIFF file. Open it in the program that made it and export it as TIFF");
		return new TiffSource(file, channel, order, version == BIG);
	}

	/** Position of the first directory. */
	long firstDirectory() throws IOException {
		return big ? number(8, 8) : number(4, 4);
	}

	/** A buffer with {@code count} bytes from a position on, ready to be read. */
	ByteBuffer bytes(final long position, final int count) throws IOException {
		final ByteBuffer buffer = ByteBuffer.allocate(count).order(order);
		readFully(channel, buffer, position);
		return buffer;
	}

	/** An unsigned number of 2, 4 or 8 bytes. */
	long number(final long position, final int size) throws IOException {
		return number(bytes(position, size), size);
	}

	static long number(final ByteBuffer from, final int size) {
		return switch (size) {
			case 1 -> from.get() & 0xff;
			case 2 -> from.getShort() & 0xffff;
			case 4 -> from.getInt() & 0xffffffffL;
			default -> from.getLong();
		};
	}

	/** Fills the rest of the buffer and flips it. */
	static void readFully(final FileChannel channel, final ByteBuffer buffer,
		final long position) throws IOException
	{
		if (position < 0) throw new EOFException(
			"a position before the start of the file");
		long at = position;
		while (buffer.hasRemaining()) {
			final int n = channel.read(buffer, at);
			if (n < 0) throw new EOFException("it ends at byte " + at);
			at += n;
		}
		buffer.flip();
	}

	FileException damaged(final String why, final Throwable cause) {
		return new FileException("The TIFF file " + file +
			" is damaged or cut short (" + why +
			"). Copy it again, or export it again from the program that made it",
			cause);
	}
}
