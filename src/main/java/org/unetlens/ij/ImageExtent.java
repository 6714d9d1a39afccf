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

package org.unetlens.ij;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.io.Opener;

/**
 * How large an image file is once it is opened, told by its header.
 *
 * @param width in pixels
 * @param height in pixels
 * @param slices planes of all channels, slices and frames
 * @param bytesPerPixel of one slice
 */
public record ImageExtent(int width, int height, int slices,
		int bytesPerPixel) {

	/** ImageJ opens colours as four bytes, and grey PNG files as one or two. */
	private static final int COLOR_BYTES = 4;

	/** Reads the header; nothing if it does not tell, or is damaged. */
	public static Optional<ImageExtent> of(final Path file) {
		try {
			return new Opener().getFileType(file.toString()) == Opener.TIFF
				? TiffHeader.read(file).extent() : picture(file);
		}
		catch (final IOException | RuntimeException e) {
			// NB: Whoever opens the file says what is wrong with it.
			return Optional.empty();
		}
	}

	private static Optional<ImageExtent> picture(final Path file)
		throws IOException
	{
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			if (in == null) return Optional.empty();
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return Optional.empty();
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				return Optional.of(new ImageExtent(reader.getWidth(0), reader.getHeight(
					0), 1, COLOR_BYTES));
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** Pixels of one slice. */
	public long planePixels() {
		return (long) width * height;
	}

	/** Pixels of all slices. */
	public long pixels() {
		return planePixels() * slices;
	}
}
