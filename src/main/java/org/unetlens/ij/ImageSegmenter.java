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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmentation;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.LabelStore;
import org.unetlens.label.ObjectBands;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.tensor.Scaling;

import ij.ImagePlus;

/**
 * Segments ImageJ images plane by plane over slices and frames, with one
 * normalisation for the whole stack or one for each plane, as the model says.
 * Holds native memory until closed and may be used for many images.
 * Thread-safe.
 */
public final class ImageSegmenter implements AutoCloseable {

	private final ModelBundle model;
	private final PlaneSegmenter planes;

	ImageSegmenter(final ModelBundle model, final PlaneSegmenter planes) {
		this.model = model;
		this.planes = planes;
	}

	/** Applies a model; the engine must have been started. */
	public static ImageSegmenter of(final ModelBundle model,
		final SegmenterOptions options)
	{
		final Segmenter segmenter = Segmenter.of(model, options);
		return new ImageSegmenter(model, new PlaneSegmenter() {

			@Override
			public <T extends RealType<T>> Segmentation segment(
				final RandomAccessibleInterval<T> image, final Scaling scaling,
				final Progress progress)
			{
				return segmenter.segment(image, scaling, progress);
			}

			@Override
			public <T extends RealType<T>> ObjectBands find(
				final RandomAccessibleInterval<T> image, final Scaling scaling,
				final LabelStore store, final Progress progress)
			{
				return segmenter.find(image, scaling, store, progress);
			}

			@Override
			public void close() {
				segmenter.close();
			}
		});
	}

	/**
	 * Segments one image with a model that is opened for it: what the command,
	 * the macro and the menu do. Starts the engine.
	 *
	 * @see #segment(ImagePlus, ChannelChoice, Progress)
	 */
	public static SegmentedImage segment(final ImagePlus image,
		final SegmentationSettings settings, final Progress progress)
	{
		// NB: Before the engine starts, for that takes a moment.
		InputImage.requirePixels(image);
		Engine.start(progress);
		try (ImageSegmenter segmenter = of(Models.open(settings.model()), settings
			.options()))
		{
			return segmenter.segment(image, settings.channel(), progress);
		}
	}

	/** Segments an image with all its channels. */
	public SegmentedImage segment(final ImagePlus image,
		final Progress progress)
	{
		return segment(image, ChannelChoice.AUTO, progress);
	}

	/**
	 * Segments an image. Objects are counted in each plane anew.
	 *
	 * @param image 8, 16, 32 bit or RGB, stack or hyperstack; never changed
	 * @param choice the channels that the model is given
	 * @param progress is asked for cancel at least once per tile
	 * @throws UnsuitableImageException when there is no image, its channels are
	 *           not those of the model, or it is constant
	 * @throws IllegalArgumentException when it holds NaN or infinite values
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public SegmentedImage segment(final ImagePlus image,
		final ChannelChoice choice, final Progress progress)
	{
		return segment(image, InputImage.of(image, model.signature().channels(),
			choice), progress);
	}

	private <T extends RealType<T>> SegmentedImage segment(final ImagePlus image,
		final InputImage<T> input, final Progress progress)
	{
		final StackScaling scaling = StackScaling.of(model.normalization(), input);
		final int n = input.slices() * input.frames();
		final List<SegmentedPlane> done = new ArrayList<>(n);
		for (int t = 1; t <= input.frames(); t++)
			for (int z = 1; z <= input.slices(); z++) {
				progress.checkCanceled();
				final RandomAccessibleInterval<T> plane = input.plane(z, t);
				done.add(new SegmentedPlane(z, t, input.measured(z, t), planes.segment(
					plane, scaling.of(plane), new PlaneProgress(progress, done.size(),
						n))));
			}
		return new SegmentedImage(image, model.classes(), done);
	}

	ModelBundle model() {
		return model;
	}

	PlaneSegmenter planes() {
		return planes;
	}

	@Override
	public void close() {
		planes.close();
	}
}
