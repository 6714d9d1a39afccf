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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Reads windows of an image plane as a network wants them: normalised, channels
 * last, and mirrored where the window reaches over the border (as
 * {@link net.imglib2.view.Views#extendMirrorSingle}: the border pixel itself is
 * not repeated). Windows may be larger than the image and lie anywhere.
 * <p>
 * The image is neither copied nor changed. Not thread-safe: each thread takes
 * its own {@link #independentCopy()}.
 */
public final class NormalizedBlocks {

	/** Values read at once: small enough for the processor's cache. */
	private static final int BAND = 1 << 16;

	private final RandomAccessibleInterval<?> image;
	private final FloatBlocks blocks;
	private final Scaling scaling;
	private final int channels;
	private float[] band = {};

	private NormalizedBlocks(final RandomAccessibleInterval<?> image,
		final FloatBlocks blocks, final Scaling scaling)
	{
		this.image = image;
		this.blocks = blocks;
		this.scaling = scaling;
		channels = scaling.channels();
	}

	/**
	 * @param image axes (x, y, channel), any real type and origin
	 * @param scaling what was measured for it, as many channels
	 * @throws IllegalArgumentException when image and scaling do not fit
	 */
	public static <T extends RealType<T>> NormalizedBlocks of(
		final RandomAccessibleInterval<T> image, final Scaling scaling)
	{
		if (image.numDimensions() != 3) throw new IllegalArgumentException(
			"An image plane with the axes x, y and channel is needed, but this image has " +
				image.numDimensions() + " axes");
		if (image.dimension(2) != scaling.channels())
			throw new IllegalArgumentException("The image has " + image.dimension(2) +
				" channels, but its intensities were measured for " + scaling
					.channels());
		if (image.size() == 0) throw new IllegalArgumentException(
			"The image has no pixels: it is " + image.dimension(0) + " x " + image
				.dimension(1));
		return new NormalizedBlocks(image, FloatBlocks.of(image), scaling);
	}

	/** Number of channels that {@link #read} writes per pixel. */
	public int channels() {
		return channels;
	}

	/** Reads the same image, for another thread. */
	public NormalizedBlocks independentCopy() {
		return new NormalizedBlocks(image, blocks.independentCopy(), scaling);
	}

	/**
	 * Copies a window.
	 *
	 * @param x first column, counted from the first column of the image; may be
	 *          negative
	 * @param y first row, counted from the first row of the image; may be
	 *          negative
	 * @param width columns, at least 1
	 * @param height rows, at least 1
	 * @param hwc takes height * width * channels values, the channel running
	 *          fastest, then x, then y
	 * @param offset where in {@code hwc} the window starts
	 */
	public void read(final long x, final long y, final int width,
		final int height, final float[] hwc, final int offset)
	{
		final Mirror columns = Mirror.of(x, width, image.dimension(0));
		final int rowLength = width * channels;
		final int rows = Math.max(1, BAND / (columns.length() * channels));
		for (int from = 0; from < height; from += rows) {
			final int n = Math.min(rows, height - from);
			final Mirror lines = Mirror.of(y + from, n, image.dimension(1));
			readBand(columns, lines);
			for (int r = 0; r < n; r++)
				writeRow(columns, lines, r, hwc, offset + (from + r) * rowLength);
		}
	}

	private void readBand(final Mirror columns, final Mirror lines) {
		final int[] size = { columns.length(), lines.length(), channels };
		final int n = PrimitiveFloatBlocks.elements(size);
		if (band.length < n) band = new float[n];
		blocks.read(new long[] { image.min(0) + columns.first(), image.min(1) +
			lines.first(), image.min(2) }, size, band);
	}

	private void writeRow(final Mirror columns, final Mirror lines, final int row,
		final float[] hwc, final int start)
	{
		final int length = columns.length();
		for (int c = 0; c < channels; c++) {
			final int from = length * (lines.index(row) + lines.length() * c);
			final float low = scaling.offset()[c];
			final float factor = scaling.factor()[c];
			if (columns.isPlain()) plain(from, length, low, factor, hwc, start + c);
			else mirrored(from, columns, low, factor, hwc, start + c);
		}
	}

	private void plain(final int from, final int n, final float low,
		final float factor, final float[] hwc, final int to)
	{
		// NB: Unlike the other loop, this one compiles to vector instructions.
		if (channels == 1) for (int i = 0; i < n; i++)
			hwc[to + i] = (band[from + i] - low) * factor;
		else for (int i = 0; i < n; i++)
			hwc[to + i * channels] = (band[from + i] - low) * factor;
	}

	private void mirrored(final int from, final Mirror columns, final float low,
		final float factor, final float[] hwc, final int to)
	{
		for (int i = 0; i < columns.count(); i++)
			hwc[to + i * channels] = (band[from + columns.index(i)] - low) * factor;
	}
}
