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

package org.unetlens.ij.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.unetlens.compare.ComparisonImage;
import org.unetlens.ij.InputImage;
import org.unetlens.ij.PixelSizes;
import org.unetlens.ij.StackScaling;
import org.unetlens.model.ModelBundle;
import org.unetlens.tensor.Scaling;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * Which part of an ImageJ image is compared, and with which truth. Immutable.
 *
 * @param image 8, 16, 32 bit or RGB, stack or hyperstack; never changed
 * @param truth labels of each plane, or of the plane in view; never changed
 * @param region of each plane; empty for all of it
 */
public record ImagePlanes(ImagePlus image, Optional<ImagePlus> truth,
		Optional<Region> region) {

	/** Throws when there is no image, or the truth does not belong to it. */
	void requireFit() {
		InputImage.requirePixels(image);
		labels();
	}

	private Optional<TruthPlanes> labels() {
		return truth.map(found -> new TruthPlanes(found, image));
	}

	/** The place of the plane in view among {@link #all}, counted from 0. */
	int inView() {
		final int[] place = inViewPlace();
		return (place[2] - 1) * image.getNSlices() + place[1] - 1;
	}

	/**
	 * Channel, slice and frame in view. NB: An image that is not a hyperstack
	 * does not know its slice otherwise.
	 */
	private int[] inViewPlace() {
		return image.convertIndexToPosition(image.getCurrentSlice());
	}

	/**
	 * The plane in view; a copy.
	 *
	 * @param model whose input it is to be
	 * @throws IllegalArgumentException that says what does not fit, and what to
	 *           do
	 */
	public ComparisonImage current(final ModelBundle model) {
		final InputImage<?> input = InputImage.of(image, model.signature()
			.channels());
		final int z = inViewPlace()[1];
		final int t = inViewPlace()[2];
		return plane(name(z, t), InputImage.of(copy(z, t), model.signature()
			.channels()).plane(1, 1), labels().map(found -> found.plane(inView() + 1,
				part())), scaling(input, model).map(s -> s.of(input.plane(z, t))));
	}

	/**
	 * As when the image is segmented; empty when what is compared is all of it.
	 */
	private <T extends RealType<T>> Optional<StackScaling> scaling(
		final InputImage<T> input, final ModelBundle model)
	{
		return region.isEmpty() && input.slices() * input.frames() == 1 ? Optional
			.empty() : Optional.of(StackScaling.of(model.normalization(), input));
	}

	private ImagePlus copy(final int z, final int t) {
		final ImageStack channels = new ImageStack(image.getWidth(), image
			.getHeight());
		for (int c = 1; c <= image.getNChannels(); c++)
			channels.addSlice(image.getStack().getProcessor(image.getStackIndex(c, z,
				t)).duplicate());
		final ImagePlus copy = new ImagePlus(image.getTitle(), channels);
		copy.setDimensions(image.getNChannels(), 1, 1);
		return copy;
	}

	/** All planes, slice by slice of each frame. Pixels are shared. */
	public List<ComparisonImage> all(final ModelBundle model) {
		final InputImage<?> input = InputImage.of(image, model.signature()
			.channels());
		final Optional<StackScaling> scaling = scaling(input, model);
		final Optional<TruthPlanes> labels = labels();
		labels.ifPresent(TruthPlanes::requireEach);
		final List<ComparisonImage> all = new ArrayList<>();
		for (int t = 1; t <= input.frames(); t++)
			for (int z = 1; z <= input.slices(); z++) {
				final int plane = all.size() + 1, slice = z, frame = t;
				all.add(plane(name(z, t), input.plane(z, t), labels.map(found -> found
					.plane(plane, part())), scaling.map(s -> s.of(input.plane(slice,
						frame)))));
			}
		return all;
	}

	private Region part() {
		return region.map(r -> r.within(image)).orElseGet(() -> new Region(0, 0,
			image.getWidth(), image.getHeight()));
	}

	private <T extends RealType<T>> ComparisonImage plane(final String name,
		final RandomAccessibleInterval<T> pixels,
		final Optional<RandomAccessibleInterval<IntType>> labels,
		final Optional<Scaling> scaling)
	{
		final Region part = part();
		return new ComparisonImage(name, Views.offsetInterval(pixels, new long[] {
			part.x(), part.y(), 0 }, new long[] { part.width(), part.height(), pixels
				.dimension(2) }), labels, PixelSizes.of(image), scaling);
	}

	private String name(final int z, final int t) {
		return image.getTitle() + (image.getNSlices() > 1 ? ", slice " + z : "") +
			(image.getNFrames() > 1 ? ", frame " + t : "");
	}
}
