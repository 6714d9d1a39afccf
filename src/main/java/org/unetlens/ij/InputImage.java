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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import ij.ImagePlus;
import ij.process.ColorProcessor;

/**
 * An ImageJ image seen as planes with the channels that a model takes. RGB is
 * three channels; RGB whose three channels are the same everywhere (a grey
 * picture saved in colour) may serve as one. The image is never changed.
 *
 * @param <T> the type of its pixels
 */
public final class InputImage<T extends RealType<T>> {

	private static final String TRY_AGAIN = ", then try again";

	private final ImagePlus image;
	private final int channels;

	private InputImage(final ImagePlus image, final int channels) {
		this.image = image;
		this.channels = channels;
	}

	/**
	 * Checks the image against the model.
	 *
	 * @param image may be null or empty, as ImageJ gives them when none is open
	 * @param channels that the model takes
	 * @throws UnsuitableImageException that says what to do
	 */
	public static InputImage<?> of(final ImagePlus image, final int channels) {
		requirePixels(image);
		final ImagePlus readable = IndexedColors.toRgb(image);
		final int found = channels(readable);
		if (found != channels && !(channels == 1 && isGreyInColor(readable)))
			throw wrongChannels(readable, found, channels);
		final InputImage<?> input = new InputImage<>(readable, channels);
		if (input.isConstant()) throw new UnsuitableImageException(
			"All pixels of \"" + image.getTitle() +
				"\" have the same value, so there is nothing to see in it. Check that the right channel and file are open");
		return input;
	}

	/** Throws when no image is open, or none has the title asked for. */
	public static void requirePixels(final ImagePlus image) {
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1 || image
			.getStackSize() < 1) throw new UnsuitableImageException(
				"There is no image. Open one first, or give the title of an open image (image=[title])");
	}

	private static int channels(final ImagePlus image) {
		return image.getType() == ImagePlus.COLOR_RGB ? 3 : image.getNChannels();
	}

	private static UnsuitableImageException wrongChannels(final ImagePlus image,
		final int found, final int wanted)
	{
		return new UnsuitableImageException("\"" + image.getTitle() + "\" has " +
			channelText(image, found) + ", but the model takes " + wanted + ". " +
			remedy(image, wanted));
	}

	private static String channelText(final ImagePlus image, final int n) {
		if (image.getType() == ImagePlus.COLOR_RGB) return "3 channels (RGB)";
		return n == 1 ? "1 channel" : n + " channels";
	}

	private static String remedy(final ImagePlus image, final int wanted) {
		if (wanted == 1 && image.getType() == ImagePlus.COLOR_RGB)
			return "Convert it with Image > Type > 8-bit, or take one colour with Image > Color > Split Channels" +
				TRY_AGAIN;
		if (wanted == 1)
			return "Take one channel with Image > Duplicate... or Image > Color > Split Channels" +
				TRY_AGAIN;
		if (wanted == 3 && image.getNChannels() == 1)
			return "Convert it with Image > Type > RGB Color" + TRY_AGAIN +
				", or choose a model for grey images";
		return "Choose a model made for such images, or bring the channels together with Image > Color > Merge Channels...";
	}

	private static boolean isGreyInColor(final ImagePlus image) {
		if (image.getType() != ImagePlus.COLOR_RGB) return false;
		for (int i = 1; i <= image.getStackSize(); i++)
			if (!((ColorProcessor) image.getStack().getProcessor(i)).isGrayscale())
				return false;
		return true;
	}

	private boolean isConstant() {
		final Cursor<T> cursor = all().cursor();
		final double first = cursor.next().getRealDouble();
		while (cursor.hasNext())
			if (cursor.next().getRealDouble() != first) return false;
		return true;
	}

	/** Slices of the image. */
	public int slices() {
		return image.getNSlices();
	}

	/** Frames of the image. */
	public int frames() {
		return image.getNFrames();
	}

	/**
	 * One plane, axes (x, y, channel); shares the image's pixels.
	 *
	 * @param z counted from 1
	 * @param t counted from 1
	 */
	public RandomAccessibleInterval<T> plane(final int z, final int t) {
		return firstChannels(ImagePlusImages.plane(image, z, t));
	}

	/** The whole image, axes (x, y, channel[, z[, t]]); shares its pixels. */
	public RandomAccessibleInterval<T> all() {
		return firstChannels(ImagePlusImages.image(image));
	}

	/** NB: A grey picture in colour needs but one of its channels. */
	private RandomAccessibleInterval<T> firstChannels(
		final RandomAccessibleInterval<T> pixels)
	{
		if (pixels.dimension(2) == channels) return pixels;
		final long[] max = pixels.maxAsLongArray();
		max[2] = channels - 1;
		return Views.interval(pixels, pixels.minAsLongArray(), max);
	}
}
