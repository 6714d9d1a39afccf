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
import java.util.List;

import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;

/**
 * Loads cells of an image, axes (x, y, channel, plane ...), from a TIFF file. A
 * cell is a tile, or some rows of strips. Thread-safe.
 */
final class TiffCells {

	/** Bytes of a cell of strips, about. */
	private static final int STRIP_CELL = 1 << 19;

	private final TiffSource source;
	private final List<PixelBlocks> planes;
	private final PixelBlocks like;
	private final CellGrid grid;

	/**
	 * @param planes one per channel and plane in the order of the axes, or one
	 *          per plane where channels are the samples of a pixel
	 * @param size of the image: x, y, channel and others
	 */
	TiffCells(final TiffSource source, final List<PixelBlocks> planes,
		final long... size)
	{
		this.source = source;
		this.planes = planes;
		like = planes.get(0);
		final int[] cell = new int[size.length];
		java.util.Arrays.fill(cell, 1);
		cell[0] = like.blockWidth();
		cell[1] = like.tiled() ? like.blockHeight() : (int) Math.max(1, Math.min(
			like.height(), STRIP_CELL / ((long) like.width() * like.pixelBytes())));
		cell[2] = like.samples();
		grid = new CellGrid(size, cell);
	}

	CellGrid grid() {
		return grid;
	}

	/** Bytes of one cell. */
	long cellBytes() {
		long bytes = like.type().bytes();
		for (int d = 0; d < grid.numDimensions(); d++)
			bytes *= grid.cellDimension(d);
		return bytes;
	}

	<A extends DataAccess> Cell<A> load(final long index) {
		final int n = grid.numDimensions();
		final long[] min = new long[n];
		final int[] size = new int[n];
		grid.getCellDimensions(index, min, size);
		long plane = 0;
		for (int d = n - 1; d >= 2; d--)
			plane = plane * (grid.imgDimension(d) / grid.cellDimension(d)) + min[d] /
				grid.cellDimension(d);
		try {
			final ByteBuffer bytes = planes.get((int) plane).read(source,
				(int) (min[0] / like.blockWidth()), (int) min[1], size[1]);
			@SuppressWarnings("unchecked")
			final A access = (A) access(bytes, size);
			return new Cell<>(size, min, access);
		}
		catch (final IOException e) {
			throw source.damaged("" + e.getMessage(), e);
		}
	}

	/** Cuts the pixels to the size of the cell; channels become planes. */
	private DataAccess access(final ByteBuffer bytes, final int[] size) {
		final int n = size[0] * size[1] * size[2];
		return switch (like.type()) {
			case U8 -> {
				final byte[] values = new byte[n];
				if (isPlain(size)) bytes.get(values);
				else forEach(size, (from, to) -> values[to] = bytes.get(from));
				yield new ByteArray(values);
			}
			case U16 -> {
				final short[] values = new short[n];
				if (isPlain(size)) bytes.asShortBuffer().get(values);
				else forEach(size, (from, to) -> values[to] = bytes.getShort(2 * from));
				yield new ShortArray(values);
			}
			default -> {
				final float[] values = new float[n];
				if (isPlain(size)) bytes.asFloatBuffer().get(values);
				else forEach(size, (from, to) -> values[to] = bytes.getFloat(4 * from));
				yield new FloatArray(values);
			}
		};
	}

	private boolean isPlain(final int[] size) {
		return like.samples() == 1 && size[0] == like.blockWidth();
	}

	private interface Move {

		void move(int from, int to);
	}

	private void forEach(final int[] size, final Move move) {
		final int samples = like.samples();
		int to = 0;
		for (int c = 0; c < samples; c++)
			for (int y = 0; y < size[1]; y++)
				for (int x = 0; x < size[0]; x++)
					move.move((y * like.blockWidth() + x) * samples + c, to++);
	}
}
