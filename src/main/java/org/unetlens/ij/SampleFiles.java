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

import java.nio.file.Path;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.unetlens.data.Field;
import org.unetlens.file.OnExisting;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Annotated images as files: pictures and label images of any format that
 * ImageJ opens.
 */
public final class SampleFiles {

	private SampleFiles() {}

	/**
	 * Opens an image; fits {@link org.unetlens.data.ImageReader}.
	 *
	 * @return axes (x, y, channel), or (x, y, channel, plane) for a stack
	 */
	public static RandomAccessibleInterval<? extends RealType<?>> read(
		final Path file)
	{
		return readTyped(file);
	}

	// NB: The type is that of the file; a wildcard alone would not satisfy the
	// compiler.
	private static <T extends RealType<T>> RandomAccessibleInterval<T> readTyped(
		final Path file)
	{
		final ImagePlus image = ImageFiles.open(file);
		if (image.getNSlices() > 1 && image.getNFrames() > 1) image.setDimensions(
			image.getNChannels(), image.getNSlices() * image.getNFrames(), 1);
		return ImagePlusImages.image(image);
	}

	/** Opens a label image of one plane; a copy, axes (x, y). */
	public static Img<IntType> readLabels(final Path file) {
		final RandomAccessibleInterval<? extends RealType<?>> plane = Views
			.hyperSlice(read(file), 2, 0);
		final Img<IntType> labels = ArrayImgs.ints(plane.dimensionsAsLongArray());
		final Cursor<? extends RealType<?>> from = Views.flatIterable(plane)
			.cursor();
		labels.forEach(label -> label.set((int) Math.round(from.next()
			.getRealDouble())));
		return labels;
	}

	/**
	 * Writes a generated image, 16-bit, and its truth, in the colours of label
	 * images.
	 */
	public static void write(final Field field, final Path image,
		final Path truth, final OnExisting onExisting)
	{
		final int width = (int) field.image().dimension(0);
		final int height = (int) field.image().dimension(1);
		final short[] pixels = new short[width * height];
		LoopBuilder.setImages(field.image(), ArrayImgs.unsignedShorts(pixels, width,
			height)).forEachPixel((in, out) -> out.set(in));
		ImageFiles.saveTiff(new ImagePlus(field.toString(), new ShortProcessor(
			width, height, pixels, null)), image, onExisting);
		final int largest = LabelPixels.largest(field.labels());
		final Object labels = LabelPixels.of(field.labels(), largest);
		final ImageProcessor ip = labels instanceof short[] shorts
			? new ShortProcessor(width, height, shorts, null) : new FloatProcessor(
				width, height, (float[]) labels);
		final ImagePlus truthImage = new ImagePlus("truth", ip);
		truthImage.setLut(GlasbeyLut.get());
		truthImage.setDisplayRange(0, Math.max(255, largest));
		ImageFiles.saveTiff(truthImage, truth, onExisting);
	}
}
