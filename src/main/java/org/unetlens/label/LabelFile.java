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

package org.unetlens.label;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.unetlens.file.FileException;

/**
 * Labels of one or more planes in a temporary file, 4 bytes per pixel, for
 * images that memory does not hold. Pixels are counted over all planes. The
 * file is deleted when this is closed. Thread-safe.
 */
public final class LabelFile implements LabelStore {

	private static final int BUFFER_BYTES = 1 << 18;

	private final FileChannel channel;
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES)
		.order(ByteOrder.nativeOrder());

	/**
	 * @param folder where the file goes, hidden; made if missing
	 * @throws FileException when it cannot be made
	 */
	public LabelFile(final Path folder) {
		try {
			Files.createDirectories(folder);
			channel = FileChannel.open(folder.resolve("." + UUID.randomUUID() +
				".labels"), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
				StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE,
				StandardOpenOption.SPARSE);
		}
		catch (final IOException e) {
			throw new FileException("A temporary file for labels cannot be made in " +
				folder + " (" + e.getMessage() +
				"). Choose an output folder that can be written to", e);
		}
	}

	@Override
	public synchronized void write(final long pixel, final int[] labels,
		final int from, final int count)
	{
		try {
			for (int done = 0; done < count;) {
				final int n = Math.min(BUFFER_BYTES / 4, count - done);
				buffer.clear();
				buffer.asIntBuffer().put(labels, from + done, n);
				buffer.limit(4 * n);
				long at = 4 * (pixel + done);
				while (buffer.hasRemaining())
					at += channel.write(buffer, at);
				done += n;
			}
		}
		catch (final IOException e) {
			throw new FileException("Labels could not be written (" + e.getMessage() +
				"). While a large image is segmented, its output folder needs room for 8 bytes per pixel",
				e);
		}
	}

	@Override
	public synchronized void read(final long pixel, final int[] labels,
		final int from, final int count)
	{
		try {
			for (int done = 0; done < count;) {
				final int n = Math.min(BUFFER_BYTES / 4, count - done);
				fill(4 * (pixel + done), 4 * n);
				buffer.asIntBuffer().get(labels, from + done, n);
				done += n;
			}
		}
		catch (final IOException e) {
			throw new FileException("Labels could not be read again (" + e
				.getMessage() + ")", e);
		}
	}

	/** NB: What was never written reads as 0, also behind the end of the file. */
	private void fill(final long position, final int bytes) throws IOException {
		buffer.clear().limit(bytes);
		int n = 0;
		while (n >= 0 && buffer.hasRemaining())
			n = channel.read(buffer, position + buffer.position());
		while (buffer.hasRemaining())
			buffer.put((byte) 0);
		buffer.flip();
	}

	/**
	 * The same file, counting pixels from another one on: a plane of a stack.
	 * Closing it does nothing.
	 */
	public LabelStore from(final long first) {
		return new LabelStore() {

			@Override
			public void write(final long pixel, final int[] labels, final int from,
				final int count)
			{
				LabelFile.this.write(first + pixel, labels, from, count);
			}

			@Override
			public void read(final long pixel, final int[] labels, final int from,
				final int count)
			{
				LabelFile.this.read(first + pixel, labels, from, count);
			}
		};
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw new FileException("A temporary file could not be closed: " + e
				.getMessage(), e);
		}
	}
}
