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
import java.util.Map;

import org.unetlens.file.FileException;
import org.unetlens.tensor.SampleType;

/**
 * Where the pixels of one image of a TIFF file lie: in strips of rows, or in
 * tiles. Immutable.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param samples values per pixel, side by side
 * @param type of each value: U8, U16 or F32
 * @param blockWidth columns of a tile; of a strip those of the image
 * @param blockHeight rows of a block
 * @param tiled whether blocks at the border have their full size
 * @param offsets first byte of each block, row by row
 */
record PixelBlocks(int width, int height, int samples, SampleType type,
		int blockWidth, int blockHeight, boolean tiled, long[] offsets) {

	private static final Map<Long, String> COMPRESSIONS = Map.of(2L, "CCITT", 5L,
		"LZW", 6L, "JPEG", 7L, "JPEG", 8L, "Deflate", 32946L, "Deflate", 32773L,
		"PackBits", 34712L, "JPEG 2000", 33005L, "JPEG 2000", 50000L, "Zstandard");

	/**
	 * @throws FileException for compressed images, other types, or fields that
	 *           contradict each other
	 */
	static PixelBlocks of(final TiffSource source, final TiffDirectory d) {
		requirePlain(source, d);
		final int width = size(source, d, TiffDirectory.WIDTH);
		final int height = size(source, d, TiffDirectory.HEIGHT);
		final int samples = (int) d.value(TiffDirectory.SAMPLES, 1);
		final SampleType type = type(source, d);
		final boolean tiled = d.values(TiffDirectory.TILE_OFFSETS).length > 0;
		final int blockWidth = tiled ? size(source, d, TiffDirectory.TILE_WIDTH)
			: width;
		final long rows = tiled ? size(source, d, TiffDirectory.TILE_HEIGHT) : d
			.value(TiffDirectory.ROWS_PER_STRIP, height);
		final int blockHeight = (int) Math.max(1, tiled ? rows : Math.min(rows,
			height));
		final PixelBlocks blocks = new PixelBlocks(width, height, samples, type,
			blockWidth, blockHeight, tiled, d.values(tiled
				? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS));
		final long needed = (long) blocks.across() * ((height + blockHeight - 1) /
			blockHeight);
		if (samples < 1 || samples > 4096 || blocks.offsets.length < needed)
			throw source.damaged("it has " + blocks.offsets.length + " of " + needed +
				" blocks of pixels", null);
		return blocks;
	}

	private static void requirePlain(final TiffSource source,
		final TiffDirectory d)
	{
		final long compression = d.value(TiffDirectory.COMPRESSION, 1);
		if (compression != 1) throw new FileException("The TIFF file " + source
			.file() + " is compressed (" + COMPRESSIONS.getOrDefault(compression,
				"method " + compression) +
			"). Large images and BigTIFF files are read in parts, which works without compression only. Save it without compression, e.g. with \"tiffcp -c none -8 in.tif out.tif\" or Bio-Formats Exporter");
		if (d.value(TiffDirectory.PLANAR, 1) != 1 && d.value(TiffDirectory.SAMPLES,
			1) > 1) throw new FileException("The TIFF file " + source.file() +
				" stores its colours in separate planes, which cannot be read in parts. Save it with interleaved colours (RGB), or as a stack of channels");
	}

	private static int size(final TiffSource source, final TiffDirectory d,
		final int tag)
	{
		final long size = d.value(tag, 0);
		if (size < 1 || size > Integer.MAX_VALUE) throw source.damaged(
			"a width or height of " + size + " pixels", null);
		return (int) size;
	}

	private static SampleType type(final TiffSource source,
		final TiffDirectory d)
	{
		final long bits = d.value(TiffDirectory.BITS, 1);
		final long format = d.value(TiffDirectory.SAMPLE_FORMAT, 1);
		if (bits == 8 && format == 1) return SampleType.U8;
		if (bits == 16 && format == 1) return SampleType.U16;
		if (bits == 32 && format == 3) return SampleType.F32;
		throw new FileException("The TIFF file " + source.file() +
			" has pixels of " + bits + " bits" + (format == 2 ? ", signed"
				: format == 3 ? ", floating-point" : "") +
			". Large images and BigTIFF files can have 8 or 16 bits, unsigned, or 32 bits, floating-point. Convert it with the program that made it");
	}

	/** The same for the plane that follows {@code n} planes behind this one. */
	PixelBlocks shifted(final long n) {
		final long[] moved = offsets.clone();
		for (int i = 0; i < moved.length; i++)
			moved[i] += n * height * rowBytes();
		return new PixelBlocks(width, height, samples, type, blockWidth,
			blockHeight, tiled, moved);
	}

	/** Blocks side by side. */
	int across() {
		return (width + blockWidth - 1) / blockWidth;
	}

	int pixelBytes() {
		return samples * type.bytes();
	}

	private long rowBytes() {
		return (long) blockWidth * pixelBytes();
	}

	/** Whether the pixels are as large, and of the same kind. */
	boolean isLike(final PixelBlocks other) {
		return width == other.width && height == other.height &&
			samples == other.samples && type == other.type && tiled == other.tiled &&
			blockWidth == other.blockWidth && blockHeight == other.blockHeight;
	}

	/** First byte behind the last pixel. */
	long end() {
		long end = 0;
		for (int i = 0; i < offsets.length; i++) {
			final int row = i / across() * blockHeight;
			final int rows = tiled ? blockHeight : Math.max(0, Math.min(blockHeight,
				height - row));
			end = Math.max(end, offsets[i] + rows * rowBytes());
		}
		return end;
	}

	/**
	 * Reads some rows of one column of blocks.
	 *
	 * @param column of blocks, from 0; 0 for strips
	 * @param y first row
	 * @param rows how many; within one row of blocks if tiled
	 * @return the pixels of full block width, in the order of the file
	 */
	ByteBuffer read(final TiffSource source, final int column, final int y,
		final int rows) throws IOException
	{
		final ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(rows *
			rowBytes())).order(source.order());
		for (int row = y; row < y + rows;) {
			final int block = row / blockHeight;
			final int n = Math.min((block + 1) * blockHeight, y + rows) - row;
			buffer.limit(buffer.position() + (int) (n * rowBytes()));
			final ByteBuffer part = buffer.slice();
			TiffSource.readFully(source.channel(), part, offsets[block * across() +
				column] + (row - (long) block * blockHeight) * rowBytes());
			buffer.position(buffer.limit());
			row += n;
		}
		return buffer.flip();
	}
}
