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
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.tensor.PixelSize;

/**
 * A label image as a TIFF file, written row by row: 16 bits, or beyond 65,535
 * objects 32 bits (floating-point, as ImageJ has them; exact up to 16,777,216).
 * ImageJ opens it as a stack with its calibration; a file of 4 GB and more is a
 * BigTIFF, which ImageJ does not open by itself. Immutable.
 *
 * @param width columns
 * @param height rows
 * @param slices planes along z
 * @param frames planes along time; slices run fastest
 * @param pixelSize goes into the file
 * @param largest label
 */
public record LabelTiff(int width, int height, int slices, int frames,
		PixelSize pixelSize, int largest) {

	private static final int LARGEST_16_BIT = 65_535;
	private static final int LARGEST_FLOAT = 1 << 24;
	private static final long CLASSIC_BYTES = 0xffff_0000L;
	private static final int CHUNK = 1 << 16;

	/** Where the labels come from. */
	@FunctionalInterface
	public interface Labels {

		/**
		 * @param pixel first one, counted in raster order over all planes
		 * @param to takes {@code count} labels from index 0 on
		 */
		void read(long pixel, int[] to, int count);
	}

	/** Checks that the labels can be written. */
	public LabelTiff {
		if (largest > LARGEST_FLOAT) throw new IllegalArgumentException(
			"The image holds " + largest +
				" objects; a label image can hold 16,777,216. Cut the image into parts, or raise the smallest size of objects");
	}

	/** Bytes per pixel. */
	public int pixelBytes() {
		return largest > LARGEST_16_BIT ? 4 : 2;
	}

	/** Whether the file is a BigTIFF. */
	public boolean isBig() {
		return planes() * planeBytes() > CLASSIC_BYTES - planes() * 1024;
	}

	private long planes() {
		return (long) slices * frames;
	}

	private long planeBytes() {
		return (long) width * height * pixelBytes();
	}

	/**
	 * Writes the file: nothing is to be seen of it until it is complete.
	 *
	 * @throws org.unetlens.file.FileException when it is there already and shall
	 *           not be replaced, or cannot be written
	 */
	public void write(final Path file, final OnExisting onExisting,
		final Labels labels)
	{
		write(file, onExisting, labels, isBig());
	}

	void write(final Path file, final OnExisting onExisting, final Labels labels,
		final boolean big)
	{
		AtomicFile.write(file, onExisting, out -> {
			out.write(new Header(this, big).bytes());
			final int[] some = new int[CHUNK];
			final ByteBuffer bytes = ByteBuffer.allocate(CHUNK * pixelBytes()).order(
				ByteOrder.LITTLE_ENDIAN);
			final long n = planes() * width * height;
			for (long i = 0; i < n; i += CHUNK) {
				final int count = (int) Math.min(CHUNK, n - i);
				labels.read(i, some, count);
				put(some, count, bytes, out);
			}
		});
	}

	private void put(final int[] labels, final int count, final ByteBuffer bytes,
		final OutputStream out) throws IOException
	{
		bytes.clear();
		if (pixelBytes() == 2) for (int i = 0; i < count; i++)
			bytes.putShort((short) labels[i]);
		else for (int i = 0; i < count; i++)
			bytes.putFloat(labels[i]);
		out.write(bytes.array(), 0, bytes.position());
	}

	/** Everything before the pixels: one directory per plane. */
	private static final class Header {

		private static final int SHORT = 3, LONG = 4, RATIONAL = 5, ASCII = 2,
				LONG8 = 16;
		private static final int FIELDS = 14;
		private static final int RESOLUTION_SCALE = 1_000_000;

		private final LabelTiff image;
		private final boolean big;
		private final byte[] text;
		private final long directoryBytes;
		private final ByteBuffer to;

		Header(final LabelTiff image, final boolean big) {
			this.image = image;
			this.big = big;
			text = (description(image) + '\0').getBytes(StandardCharsets.UTF_8);
			directoryBytes = big ? 8 + 20L * FIELDS + 8 : 2 + 12L * FIELDS + 4;
			to = ByteBuffer.allocate(Math.toIntExact(pixels())).order(
				ByteOrder.LITTLE_ENDIAN);
		}

		private static String description(final LabelTiff image) {
			final StringBuilder text = new StringBuilder("ImageJ=1.54p\n");
			if (image.planes() > 1) text.append("images=" + image.planes() + "\n");
			if (image.slices > 1) text.append("slices=" + image.slices + "\n");
			if (image.frames > 1) text.append("frames=" + image.frames + "\n");
			if (image.slices > 1 && image.frames > 1) text.append(
				"hyperstack=true\n");
			if (image.pixelSize.isCalibrated()) text.append("unit=" + image.pixelSize
				.unit() + "\n");
			// NB: Up to 255 objects, each has a shade of its own.
			return text + "min=0.0\nmax=" + Math.max(255, image.largest) + ".0\n";
		}

		/** Where the first pixel lies: at an even place behind all else. */
		private long pixels() {
			return resolutions() + 16 + text.length + text.length % 2;
		}

		private long resolutions() {
			return directory(image.planes());
		}

		private long directory(final long plane) {
			return (big ? 16 : 8) + plane * directoryBytes;
		}

		byte[] bytes() {
			to.putShort((short) 0x4949);
			if (big) to.putShort((short) 43).putShort((short) 8).putShort((short) 0)
				.putLong(directory(0));
			else to.putShort((short) 42).putInt((int) directory(0));
			for (long plane = 0; plane < image.planes(); plane++)
				directory(plane, plane == image.planes() - 1);
			resolution(image.pixelSize.x());
			resolution(image.pixelSize.y());
			to.put(text);
			return to.array();
		}

		private void directory(final long plane, final boolean last) {
			if (big) to.putLong(FIELDS);
			else to.putShort((short) FIELDS);
			field(254, LONG, 1, 0);
			field(TiffDirectory.WIDTH, LONG, 1, image.width);
			field(TiffDirectory.HEIGHT, LONG, 1, image.height);
			field(TiffDirectory.BITS, SHORT, 1, 8L * image.pixelBytes());
			field(TiffDirectory.COMPRESSION, SHORT, 1, 1);
			field(262, SHORT, 1, 1);
			field(TiffDirectory.DESCRIPTION, ASCII, text.length, resolutions() + 16);
			field(TiffDirectory.STRIP_OFFSETS, big ? LONG8 : LONG, 1, pixels() +
				plane * image.planeBytes());
			field(TiffDirectory.SAMPLES, SHORT, 1, 1);
			field(TiffDirectory.ROWS_PER_STRIP, LONG, 1, image.height);
			field(TiffDirectory.STRIP_BYTES, big ? LONG8 : LONG, 1, image
				.planeBytes());
			field(TiffDirectory.X_RESOLUTION, RATIONAL, 1, resolutions());
			field(TiffDirectory.Y_RESOLUTION, RATIONAL, 1, resolutions() + 8);
			field(TiffDirectory.SAMPLE_FORMAT, SHORT, 1, image.pixelBytes() == 4 ? 3
				: 1);
			final long next = last ? 0 : directory(plane + 1);
			if (big) to.putLong(next);
			else to.putInt((int) next);
		}

		/** NB: A rational of a BigTIFF would fit into the field itself. */
		private void field(final int tag, final int type, final long count,
			final long value)
		{
			to.putShort((short) tag).putShort((short) type);
			if (!big) to.putInt((int) count).putInt((int) value);
			else if (type == RATIONAL) {
				to.putLong(count);
				resolution(tag == TiffDirectory.X_RESOLUTION ? image.pixelSize.x()
					: image.pixelSize.y());
			}
			else to.putLong(count).putLong(value);
		}

		/** Pixels per unit. */
		private void resolution(final double pixelSize) {
			final boolean fits = pixelSize > RESOLUTION_SCALE / 2e9;
			to.putInt((int) Math.round(fits ? RESOLUTION_SCALE / pixelSize : 1 /
				pixelSize)).putInt(fits ? RESOLUTION_SCALE : 1);
		}
	}
}
