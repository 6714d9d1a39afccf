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

import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import ij.ImagePlus;
import ij.process.ColorProcessor;

/**
 * An ImageJ image seen as planes with the channels that a model takes. RGB is
 * three channels; RGB whose three channels are the same everywhere (a grey
 * picture saved in colour) may serve as one. The image is never changed.
 * <p>
 * Objects are found in the channels chosen, and measured in all channels of the
 * image once channels are chosen.
 * </p>
 *
 * @param <T> the type of its pixels
 */
public final class InputImage<T extends RealType<T>> {

	private final ImagePlus image;
	private final PickedChannels picked;
	private final ImagePlus measured;
	private final PickedChannels measuredChannels;

	private InputImage(final ImagePlus image, final PickedChannels picked,
		final ImagePlus measured, final PickedChannels measuredChannels)
	{
		this.image = image;
		this.picked = picked;
		this.measured = measured;
		this.measuredChannels = measuredChannels;
	}

	/**
	 * All channels of an image, where none can be chosen.
	 *
	 * @see #of(ImagePlus, int, ChannelChoice)
	 */
	public static InputImage<?> of(final ImagePlus image, final int channels) {
		requirePixels(image);
		final ImagePlus colors = IndexedColors.toRgb(image);
		return varied(image, auto(colors, channels, conversion(colors, channels)));
	}

	/**
	 * Checks the image against the model.
	 *
	 * @param image may be null or empty, as ImageJ gives them when none is open
	 * @param channels that the model takes
	 * @param choice which of the image's channels these are
	 * @throws UnsuitableImageException that says what to do
	 */
	public static InputImage<?> of(final ImagePlus image, final int channels,
		final ChannelChoice choice)
	{
		requirePixels(image);
		final ImagePlus colors = IndexedColors.toRgb(image);
		return varied(image, choice.isAuto() ? auto(colors, channels, remedy(colors,
			channels)) : chosen(colors, channels, choice));
	}

	private static InputImage<?> varied(final ImagePlus image,
		final InputImage<?> input)
	{
		if (input.isConstant()) throw new UnsuitableImageException(
			"All pixels of \"" + image.getTitle() +
				"\" have the same value, so there is nothing to see in it. Check that the right channel and file are open");
		return input;
	}

	private static InputImage<?> auto(final ImagePlus image, final int wanted,
		final String remedy)
	{
		final int found = channels(image);
		if (found != wanted && !(wanted == 1 && isGreyInColor(image)))
			throw new UnsuitableImageException("\"" + image.getTitle() + "\" has " +
				channelText(image, found) + ", but the model takes " + wanted + ". " +
				remedy);
		// NB: A grey picture in colour needs but one of its channels.
		final PickedChannels first = PickedChannels.first(wanted);
		return new InputImage<>(image, first, image, first);
	}

	private static InputImage<?> chosen(final ImagePlus image, final int wanted,
		final ChannelChoice choice)
	{
		final ImagePlus readable = choice.grey() ? GreyMean.of(image) : image;
		return new InputImage<>(readable, listed(readable, wanted, choice), image,
			PickedChannels.first(channels(image)));
	}

	private static PickedChannels listed(final ImagePlus image, final int wanted,
		final ChannelChoice choice)
	{
		final int found = channels(image);
		final List<Integer> given = choice.grey() ? List.of(1) : choice.channels();
		if (choice.grey() && found > 1) throw new UnsuitableImageException("\"" +
			image.getTitle() + "\" has " + channelText(image, found) +
			" and is no colour picture, so it has no grey. Give the number of a channel (channel=1 to channel=" +
			found + ")");
		if (given.size() != 1 && given.size() != wanted)
			throw new UnsuitableImageException("The model takes " + channelText(image,
				wanted) + ", but " + given.size() + " were given (channel=" + choice +
				"). Give as many, or one to use for all");
		for (final int c : given)
			if (c > found) throw new UnsuitableImageException("Channel " + c +
				" was asked for, but \"" + image.getTitle() + "\" has " + channelText(
					image, found) + ". Give a number from 1 to " + found);
		return PickedChannels.of(given, wanted);
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

	private static String channelText(final ImagePlus image, final int n) {
		if (image.getType() == ImagePlus.COLOR_RGB) return "3 channels (RGB)";
		return n == 1 ? "1 channel" : n + " channels";
	}

	/** What to do with the image before, where no channel can be chosen. */
	private static String conversion(final ImagePlus image, final int wanted) {
		if (wanted == 1 && image.getType() == ImagePlus.COLOR_RGB)
			return "Make it grey first (Image > Type > 8-bit), or take one of its colours (Image > Color > Split Channels)";
		if (wanted == 1)
			return "Take the channel with the objects out of it first (Image > Color > Split Channels)";
		if (image.getType() != ImagePlus.COLOR_RGB && image.getNChannels() == 1)
			return "Choose a model for grey images";
		return "Choose a model made for such images, or make an image of " +
			wanted + " channels of it first (Image > Hyperstacks > Make Subset...)";
	}

	/** Which channels to choose. */
	private static String remedy(final ImagePlus image, final int wanted) {
		if (wanted == 1 && image.getType() == ImagePlus.COLOR_RGB)
			return "Say which grey is meant: channel=grey is the mean of the colours, as Image > Type > 8-bit makes it, channel=1, 2 or 3 is red, green or blue";
		if (wanted == 1)
			return "Say in which channel the objects are to be found, e.g. channel=1";
		if (image.getType() != ImagePlus.COLOR_RGB && image.getNChannels() == 1)
			return "Choose a model for grey images; or give channel=1 to use the channel " +
				wanted + " times, as Image > Type > RGB Color does";
		return "Say which channels are meant, e.g. channel=1,2; or choose a model made for such images";
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
		return picked.of(ImagePlusImages.<T> plane(image, z, t));
	}

	/**
	 * What objects of a plane are measured in, axes (x, y, channel); shares the
	 * image's pixels.
	 */
	RandomAccessibleInterval<? extends RealType<?>> measured(final int z,
		final int t)
	{
		return measuredChannels.of(ImagePlusImages.<T> plane(measured, z, t));
	}

	/** The whole image, axes (x, y, channel[, z[, t]]); shares its pixels. */
	public RandomAccessibleInterval<T> all() {
		return picked.of(ImagePlusImages.<T> image(image));
	}
}
