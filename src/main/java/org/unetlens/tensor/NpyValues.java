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

package org.unetlens.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.type.NativeType;

/** The values of {@code .npy} files, in pieces between file and arrays. */
final class NpyValues {

	private static final int PIECE = 1 << 18;

	private NpyValues() {}

	/**
	 * Reads what follows a header.
	 *
	 * @param fileSize bytes of the whole file, checked before memory is taken
	 * @param size sizes of the image in the order of its memory
	 */
	static ArrayImg<?, ?> read(final InputStream in, final NpyHeader header,
		final long fileSize, final long... size) throws IOException
	{
		final int count = header.count();
		final int bytes = header.sample().bytes();
		if ((long) count * bytes > fileSize) throw new NpyException(
			"The file has " + fileSize + " bytes, but its header announces " + count +
				" values of " + bytes + " bytes; it was cut short, copy it anew");
		final ArrayImg<?, ?> image = create(header.sample().pixelType(), size);
		final Object values = ((ArrayDataAccess<?>) image.update(null))
			.getCurrentStorageArray();
		final ByteBuffer piece = ByteBuffer.allocate(PIECE).order(header.order());
		final ReadableByteChannel channel = Channels.newChannel(in);
		for (int done = 0; done < count;) {
			final int n = Math.min(PIECE / bytes, count - done);
			piece.clear().limit(n * bytes);
			while (piece.hasRemaining())
				if (channel.read(piece) < 0) throw new NpyException(
					"The file ends after " + (done + piece.position() / bytes) + " of " +
						count + " values; it was cut short, copy it anew");
			get(header.sample(), piece.flip(), values, done, n);
			done += n;
		}
		return image;
	}

	private static void get(final SampleType sample, final ByteBuffer from,
		final Object to, final int offset, final int n)
	{
		switch (sample) {
			case U8, I8 -> from.get((byte[]) to, offset, n);
			case U16, I16 -> from.asShortBuffer().get((short[]) to, offset, n);
			case U32, I32 -> from.asIntBuffer().get((int[]) to, offset, n);
			case I64 -> from.asLongBuffer().get((long[]) to, offset, n);
			case F32 -> from.asFloatBuffer().get((float[]) to, offset, n);
			case F64 -> from.asDoubleBuffer().get((double[]) to, offset, n);
		}
	}

	/** Writes header and values, in the order of the blocks of the source. */
	static void write(final Path file, final NpyHeader header,
		final BlockSource source) throws IOException
	{
		final long[] shape = header.shape();
		final long[] size = new long[shape.length];
		for (int d = 0; d < size.length; d++)
			size[d] = shape[size.length - 1 - d];
		final BlockGrid grid = BlockGrid.inOrder(size);
		final ByteBuffer bytes = ByteBuffer.allocate(grid.capacity() * header
			.sample().bytes()).order(header.order());
		final Object block = header.sample().newArray(grid.capacity());
		try (FileChannel channel = FileChannel.open(file,
			StandardOpenOption.WRITE))
		{
			writeFully(channel, ByteBuffer.wrap(header.bytes()));
			final long[] min = new long[size.length];
			final int[] blockSize = new int[size.length];
			for (long i = 0; i < grid.count(); i++) {
				grid.locate(i, min, blockSize);
				source.read(min, blockSize, block);
				final int n = PrimitiveFloatBlocks.elements(blockSize);
				bytes.clear().limit(n * header.sample().bytes());
				put(header.sample(), block, bytes, n);
				writeFully(channel, bytes);
			}
		}
	}

	private static void writeFully(final FileChannel channel,
		final ByteBuffer bytes) throws IOException
	{
		while (bytes.hasRemaining())
			channel.write(bytes);
	}

	private static void put(final SampleType sample, final Object from,
		final ByteBuffer to, final int n)
	{
		switch (sample) {
			case U8, I8 -> to.duplicate().put((byte[]) from, 0, n);
			case U16, I16 -> to.asShortBuffer().put((short[]) from, 0, n);
			case U32, I32 -> to.asIntBuffer().put((int[]) from, 0, n);
			case I64 -> to.asLongBuffer().put((long[]) from, 0, n);
			case F32 -> to.asFloatBuffer().put((float[]) from, 0, n);
			case F64 -> to.asDoubleBuffer().put((double[]) from, 0, n);
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static ArrayImg<?, ?> create(final NativeType<?> type,
		final long... size)
	{
		return new ArrayImgFactory(type).create(size);
	}
}
