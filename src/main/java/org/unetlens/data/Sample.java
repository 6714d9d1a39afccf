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

package org.unetlens.data;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.PlaneScaling;

/**
 * One annotated plane: raw intensities and a label per pixel. Immutable as long
 * as nobody writes into the images it was made of; thread-safe.
 */
public final class Sample {

	/** The label of pixels about which the annotation says nothing. */
	public static final int IGNORE = -1;

	private final String name;
	private final String group;
	private final RandomAccessibleInterval<FloatType> image;
	private final Img<IntType> labels;
	private final PixelSize pixelSize;

	private Sample(final String name, final String group,
		final RandomAccessibleInterval<FloatType> image, final Img<IntType> labels,
		final PixelSize pixelSize)
	{
		this.name = name;
		this.group = group;
		this.image = image;
		this.labels = labels;
		this.pixelSize = pixelSize;
	}

	/**
	 * Copies both images.
	 *
	 * @param name tells the sample in messages, e.g. the file name
	 * @param image raw intensities of any real type, axes (x, y, channel)
	 * @param labels axes (x, y): 0 = background, above 0 = object or class,
	 *          {@link #IGNORE} = not annotated
	 * @throws IllegalArgumentException when the sizes differ, a label is not a
	 *           whole number, or an axis is missing
	 */
	public static Sample of(final String name,
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> labels)
	{
		checkSizes(name, image, labels);
		final Img<FloatType> pixels = ArrayImgs.floats(image
			.dimensionsAsLongArray());
		final Cursor<? extends RealType<?>> from = Views.flatIterable(image)
			.cursor();
		pixels.forEach(p -> p.setReal(from.next().getRealDouble()));
		return new Sample(name, name, pixels, copyLabels(name, labels),
			PixelSize.UNCALIBRATED);
	}

	/** The name given, e.g. of the file. */
	public String name() {
		return name;
	}

	/**
	 * The same pixels as part of a group, e.g. one plane of a stack. A split
	 * keeps a group together, and a group is normalised as one.
	 */
	public Sample inGroup(final String newGroup) {
		return new Sample(name, newGroup, image, labels, pixelSize);
	}

	/** The same pixels, of another physical size. */
	public Sample withPixelSize(final PixelSize size) {
		return new Sample(name, group, image, labels, size);
	}

	/** The same image with other labels, which are copied. */
	public Sample withLabels(
		final RandomAccessibleInterval<? extends RealType<?>> newLabels)
	{
		checkSizes(name, image, newLabels);
		return new Sample(name, group, image, copyLabels(name, newLabels),
			pixelSize);
	}

	/**
	 * A part of the sample, named and grouped as it is; a copy.
	 *
	 * @param left first column, px
	 * @param top first row, px
	 */
	public Sample crop(final int left, final int top, final int w, final int h) {
		if (left < 0 || top < 0 || w < 1 || h < 1 || left + w > width() || top +
			h > height()) throw new IllegalArgumentException(this + ": a part of " +
				w + " x " + h + " px from (" + left + ", " + top +
				") was asked for; it must lie in the image");
		final Sample part = of(name, Views.zeroMin(Views.interval(image,
			new long[] { left, top, 0 }, new long[] { left + w - 1, top + h - 1,
				channels() - 1 })), Views.zeroMin(Views.interval(labels, new long[] {
					left, top }, new long[] { left + w - 1, top + h - 1 })));
		return part.inGroup(group).withPixelSize(pixelSize);
	}

	/**
	 * Enlarges or shrinks image and labels; a copy. Intensities are averaged over
	 * the area of the new pixel, or interpolated linearly between pixels when
	 * enlarged; a new pixel has the label that lies at its centre. A calibrated
	 * pixel size changes with it.
	 *
	 * @param x new width over old width, above 0; rounded to whole pixels
	 * @param y the same for the height
	 */
	public Sample scaled(final double x, final double y) {
		if (!(x > 0) || !(y > 0)) throw new IllegalArgumentException(this +
			": scaling by " + x + " x " + y + "; both must be above 0");
		final int w = (int) Math.max(1, Math.round(width() * x));
		final int h = (int) Math.max(1, Math.round(height() * y));
		final PlaneScaling scaling = new PlaneScaling(width(), height(), w, h);
		final Img<FloatType> pixels = ArrayImgs.floats(w, h, channels());
		final Cursor<FloatType> cursor = Views.flatIterable(pixels).cursor();
		for (int c = 0; c < channels(); c++)
			for (final float value : scaling.image(channelArray(c)))
				cursor.next().set(value);
		return new Sample(name, group, pixels, ArrayImgs.ints(scaling.labels(
			labelArray()), w, h), !pixelSize.isCalibrated() ? pixelSize
				: new PixelSize(pixelSize.x() * width() / w, pixelSize.y() * height() /
					h, pixelSize.unit()));
	}

	/** What the sample belongs to; its own name unless said otherwise. */
	public String group() {
		return group;
	}

	/**
	 * Raw intensities, axes (x, y, channel), minimum 0; shared, not to change.
	 */
	public RandomAccessibleInterval<FloatType> image() {
		return image;
	}

	/** Labels, axes (x, y), minimum 0; shared, not to change. */
	public Img<IntType> labels() {
		return labels;
	}

	/** Of one pixel; {@link PixelSize#UNCALIBRATED} unless said otherwise. */
	public PixelSize pixelSize() {
		return pixelSize;
	}

	public int width() {
		return (int) labels.dimension(0);
	}

	public int height() {
		return (int) labels.dimension(1);
	}

	public int channels() {
		return (int) image.dimension(2);
	}

	@Override
	public String toString() {
		return name + " (" + width() + " x " + height() + ", " + channels() +
			" channels)";
	}

	/** The labels row by row; a copy. */
	public int[] labelArray() {
		final int[] array = new int[width() * height()];
		final Cursor<IntType> cursor = Views.flatIterable(labels).cursor();
		for (int i = 0; i < array.length; i++)
			array[i] = cursor.next().get();
		return array;
	}

	/** The intensities of one channel row by row; a copy. */
	public float[] channelArray(final int channel) {
		final float[] array = new float[width() * height()];
		final Cursor<FloatType> cursor = Views.flatIterable(Views.hyperSlice(image,
			2, channel)).cursor();
		for (int i = 0; i < array.length; i++)
			array[i] = cursor.next().get();
		return array;
	}

	private static void checkSizes(final String name,
		final RandomAccessibleInterval<?> image,
		final RandomAccessibleInterval<?> labels)
	{
		if (image.numDimensions() != 3) throw new IllegalArgumentException(name +
			": the image has " + image.numDimensions() +
			" axes; it must have (x, y, channel)");
		if (labels.numDimensions() != 2) throw new IllegalArgumentException(name +
			": the labels have " + labels.numDimensions() +
			" axes; they must have (x, y)");
		if (image.dimension(0) != labels.dimension(0) || image.dimension(
			1) != labels.dimension(1)) throw new IllegalArgumentException(name +
				": the image has " + image.dimension(0) + " x " + image.dimension(1) +
				" pixels, its labels " + labels.dimension(0) + " x " + labels.dimension(
					1) + "; they must be of the same size");
		if (labels.dimension(0) * labels.dimension(1) > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException(name +
				": more than 2^31 pixels in a plane; cut it into parts");
	}

	private static Img<IntType> copyLabels(final String name,
		final RandomAccessibleInterval<? extends RealType<?>> labels)
	{
		final Img<IntType> copy = ArrayImgs.ints(labels.dimensionsAsLongArray());
		final Cursor<? extends RealType<?>> from = Views.flatIterable(labels)
			.cursor();
		for (final IntType label : copy)
			label.set(wholeNumber(name, from.next().getRealDouble()));
		return copy;
	}

	private static int wholeNumber(final String name, final double label) {
		if (label != Math.rint(label) || Math.abs(label) > Integer.MAX_VALUE)
			throw new IllegalArgumentException(name + ": the label " + label +
				" is not a whole number; is this really the label image?");
		return (int) label;
	}
}
