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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.tensor.ArgbChannels;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * ImageJ's images as ImgLib2 images and back, without copying planes.
 * <p>
 * 8-bit (with or without a colour table), 16-bit and 32-bit images become
 * {@link UnsignedByteType}, {@link UnsignedShortType} and {@link FloatType},
 * raw values without any density calibration; RGB becomes three channels of
 * {@link UnsignedByteType}. Pixels are shared, so that a change on one side is
 * one on the other. Planes of virtual stacks are read when needed and cannot be
 * changed. Pixel sizes, slice labels and colour tables are left to the caller.
 * Thread-safe as long as the stack keeps its slices.
 */
public final class ImagePlusImages {

	private ImagePlusImages() {}

	/**
	 * All of an image.
	 *
	 * @param <T> the type that the image has; see above
	 * @return a view, axes (x, y, channel), then z if there are several slices or
	 *         frames, then time if there are several frames
	 * @throws IllegalArgumentException for an empty image
	 */
	public static <T extends RealType<T>> RandomAccessibleInterval<T> image(
		final ImagePlus image)
	{
		requirePixels(image);
		final int slices = image.getNSlices();
		final int frames = image.getNFrames();
		final long[] more = frames > 1 ? new long[] { slices, frames } : slices > 1
			? new long[] { slices } : new long[0];
		return view(image, IntStream.rangeClosed(1, image.getStackSize()).toArray(),
			more);
	}

	/**
	 * One plane with all its channels.
	 *
	 * @param <T> the type that the image has; see above
	 * @param z slice, counted from 1 as ImageJ does
	 * @param t frame, counted from 1
	 * @return a view, axes (x, y, channel)
	 * @throws IllegalArgumentException for an empty image, or no such plane
	 */
	public static <T extends RealType<T>> RandomAccessibleInterval<T> plane(
		final ImagePlus image, final int z, final int t)
	{
		requirePixels(image);
		if (z < 1 || t < 1 || z > image.getNSlices() || t > image.getNFrames())
			throw new IllegalArgumentException("Slice " + z + ", frame " + t +
				" was asked for, but \"" + image.getTitle() + "\" has " + image
					.getNSlices() + " slices and " + image.getNFrames() + " frames");
		final int[] indices = IntStream.rangeClosed(1, image.getNChannels()).map(
			c -> image.getStackIndex(c, z, t)).toArray();
		return view(image, indices);
	}

	/**
	 * Shows an ImgLib2 image in ImageJ. The planes of a {@link PlanarImg}, and an
	 * {@link ArrayImg} of one plane, are shared if they are 8-bit unsigned,
	 * 16-bit unsigned, float or ARGB; of any other image each plane is copied
	 * whenever ImageJ asks for it (a virtual stack), as 32-bit float where ImageJ
	 * lacks the type.
	 *
	 * @param image axes (x, y[, channel[, z[, time]]])
	 */
	public static ImagePlus wrap(final RandomAccessibleInterval<?> image,
		final String title)
	{
		final List<Object> planes = sharedPlanes(image);
		return planes.isEmpty() ? imagePlus(title, new RealImageStack(image), image)
			: imagePlus(title, stack(planes, image), image);
	}

	/**
	 * Copies an ImgLib2 image into a new ImageJ image in memory, as 32-bit float
	 * where ImageJ lacks the type.
	 *
	 * @param image axes (x, y[, channel[, z[, time]]])
	 */
	public static ImagePlus copy(final RandomAccessibleInterval<?> image,
		final String title)
	{
		final PlaneReader<?> reader = PlaneReader.of(image);
		final List<Object> planes = new ArrayList<>();
		for (int i = 0; i < reader.count(); i++)
			planes.add(reader.read(i).getPixels());
		return imagePlus(title, stack(planes, image), image);
	}

	@SuppressWarnings("unchecked")
	private static <T extends RealType<T>> RandomAccessibleInterval<T> view(
		final ImagePlus image, final int[] slices, final long... more)
	{
		return (RandomAccessibleInterval<T>) switch (image.getType()) {
			case ImagePlus.GRAY16 -> planar(image, slices, p -> new ShortArray(
				(short[]) p), new UnsignedShortType(), size(image, true, more));
			case ImagePlus.GRAY32 -> planar(image, slices, p -> new FloatArray(
				(float[]) p), new FloatType(), size(image, true, more));
			case ImagePlus.COLOR_RGB -> ArgbChannels.of(planar(image, slices,
				p -> new IntArray((int[]) p), new ARGBType(), size(image, false,
					more)));
			default -> planar(image, slices, p -> new ByteArray((byte[]) p),
				new UnsignedByteType(), size(image, true, more));
		};
	}

	private static long[] size(final ImagePlus image, final boolean channels,
		final long... more)
	{
		final IntStream plane = channels ? IntStream.of(image.getWidth(), image
			.getHeight(), image.getNChannels()) : IntStream.of(image.getWidth(), image
				.getHeight());
		return LongStream.concat(plane.asLongStream(), LongStream.of(more))
			.toArray();
	}

	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>>
		PlanarImg<T, A> planar(final ImagePlus image, final int[] slices,
			final Function<Object, A> wrap, final T type, final long[] size)
	{
		final PlanarImg<T, A> planar = new PlanarImg<>(planes(image, slices, wrap),
			size, type.getEntitiesPerPixel());
		planar.setLinkedType(((NativeTypeFactory<T, A>) type.getNativeTypeFactory())
			.createLinkedType(planar));
		return planar;
	}

	private static <A> List<A> planes(final ImagePlus image, final int[] slices,
		final Function<Object, A> wrap)
	{
		// NB: getStack() of a single image may copy; its processor never does.
		if (image.getStackSize() == 1 && !image.getStack().isVirtual()) return List
			.of(wrap.apply(image.getProcessor().getPixels()));
		final ImageStack stack = image.getStack();
		// NB: A block may touch all channels, and each thread may be elsewhere.
		final int kept = image.getNChannels() + Runtime.getRuntime()
			.availableProcessors();
		if (stack.isVirtual()) return new LazyPlanes<>(stack, slices, wrap, kept);
		return IntStream.of(slices).mapToObj(stack::getPixels).map(wrap).toList();
	}

	/** The arrays of the image if ImageJ can use them as planes, or none. */
	private static List<Object> sharedPlanes(
		final RandomAccessibleInterval<?> image)
	{
		final Object type = image.getType();
		final boolean known = type instanceof UnsignedByteType ||
			type instanceof UnsignedShortType || type instanceof FloatType ||
			type instanceof ARGBType;
		if (known && image instanceof PlanarImg<?, ?> planar) return IntStream
			.range(0, planar.numSlices()).mapToObj(i -> planar.getPlane(i)
				.getCurrentStorageArray()).toList();
		if (known && image instanceof ArrayImg<?, ?> array && isOnePlane(image) &&
			array.update(null) instanceof ArrayDataAccess<?> access) return List.of(
				access.getCurrentStorageArray());
		return List.of();
	}

	private static boolean isOnePlane(final RandomAccessibleInterval<?> image) {
		return image.size() == image.dimension(0) * image.dimension(1);
	}

	private static ImageStack stack(final List<Object> planes,
		final RandomAccessibleInterval<?> image)
	{
		final ImageStack stack = new ImageStack((int) image.dimension(0),
			(int) image.dimension(1));
		for (final Object plane : planes)
			stack.addSlice(null, plane);
		return stack;
	}

	private static ImagePlus imagePlus(final String title, final ImageStack stack,
		final RandomAccessibleInterval<?> image)
	{
		final int n = image.numDimensions();
		if (n > 5) throw new IllegalArgumentException("An image of " + n +
			" axes was to be shown; ImageJ has five: x, y, channel, z and time");
		final ImagePlus shown = new ImagePlus(title, stack);
		shown.setDimensions(length(image, 2), length(image, 3), length(image, 4));
		shown.setOpenAsHyperStack(n > 3);
		return shown;
	}

	private static int length(final RandomAccessibleInterval<?> image,
		final int axis)
	{
		return axis < image.numDimensions() ? (int) image.dimension(axis) : 1;
	}

	private static void requirePixels(final ImagePlus image) {
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1)
			throw new IllegalArgumentException(
				"There is no image: open one first, or give the title of an open image");
		if (image.getType() == ImagePlus.COLOR_RGB && image.getNChannels() > 1)
			throw new IllegalArgumentException("\"" + image.getTitle() +
				"\" is a colour image with several channels; split it first with Image > Color > Split Channels");
	}
}
