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

package org.unetlens.infer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.engine.Progress;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;
import org.unetlens.label.LabelImages;
import org.unetlens.label.LabelStore;
import org.unetlens.label.ObjectBands;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.Network;
import org.unetlens.tensor.Scaling;

/**
 * Applies a model to image planes of any size. Thread-safe; holds native memory
 * until closed, and reuses its plans from image to image.
 */
public final class Segmenter implements AutoCloseable {

	private final ModelBundle model;
	private final ModelInput input;
	private final SegmenterOptions options;
	private final Network net;
	private final TiledPrediction prediction;

	private Segmenter(final ModelBundle model, final SegmenterOptions options) {
		this.model = model;
		input = new ModelInput(model);
		this.options = options;
		net = model.network().open();
		prediction = new TiledPrediction(net, options.threads(), options
			.memoryBudget());
	}

	public static Segmenter of(final ModelBundle model,
		final SegmenterOptions options)
	{
		return new Segmenter(model, options);
	}

	/**
	 * Segments one plane, normalised by itself.
	 *
	 * @param image axes (x, y, channel), any real type; never changed
	 * @throws IllegalArgumentException when the channels are not those of the
	 *           model, or the image holds values that are no numbers
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public <T extends RealType<T>> Segmentation segment(
		final RandomAccessibleInterval<T> image, final Progress progress)
	{
		return segment(image, measure(image), progress);
	}

	/** Segments one plane of a stack whose normalisation was measured before. */
	public <T extends RealType<T>> Segmentation segment(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final Progress progress)
	{
		final ClassPlanes planes = predict(image, scaling, progress);
		return new Segmentation(planes, LabelImages.from(planes.stored(), model
			.rule()));
	}

	/**
	 * Finds the objects of a plane of any size, band by band: the same ones as
	 * {@link #segment} finds in the whole plane. Beside the plans it takes one
	 * byte per pixel of a row of tiles, and what {@link ObjectBands} takes; with
	 * test-time augmentation, two or three floats per pixel of that row more.
	 *
	 * @param image axes (x, y, channel), any real type; read in windows, and
	 *          never changed
	 * @param scaling measured on the whole image or stack
	 * @param store of as many labels as the plane has pixels, all 0; stays the
	 *          caller's
	 * @return the objects, still to be counted and finished
	 * @throws IllegalArgumentException as {@link #segment} does, and when an area
	 *           that has to be parted does not fit into half the memory budget
	 */
	public <T extends RealType<T>> ObjectBands find(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final LabelStore store, final Progress progress)
	{
		input.requireChannels(image);
		final ObjectBands objects = new ObjectBands(Math.toIntExact(image.dimension(
			0)), Math.toIntExact(image.dimension(1)), model.rule(), store, options
				.memoryBudget() / 2);
		new BandedPrediction(prediction, net.signature(), options.augmentation())
			.run(Views.zeroMin(image), scaling, objects, progress);
		return objects;
	}

	/**
	 * Bytes that {@link #find} takes for a plane of that size beside weights,
	 * image and store, without test-time augmentation: the network's maps, what
	 * goes into it and comes out, and the rows that are not finished. What the
	 * search for objects takes is added to that, see {@link ObjectBands}.
	 */
	public long bandBytes(final long width, final long height) {
		return prediction.rowBytes(width, height) + width * prediction.mostRows(
			width, height);
	}

	/** The class probabilities alone, axes (x, y, class); only to be read. */
	public <T extends RealType<T>> ClassPlanes probabilities(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final Progress progress)
	{
		return predict(image, scaling, progress);
	}

	/**
	 * Segments one plane, and again in every view of the kind, to see where the
	 * answers differ.
	 *
	 * @param views of which there are more than one
	 */
	public <T extends RealType<T>> Disagreement disagreement(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final TestTimeAugmentation views, final Progress progress)
	{
		input.requireChannels(image);
		final int classes = model.signature().classes();
		final RandomAccessibleInterval<T> origin = Views.zeroMin(image);
		final ViewSpread spread = new ViewSpread(classes, Math.toIntExact(image
			.dimension(0) * image.dimension(1)));
		ClassPlanes first = null;
		for (final Augmentations.Turn turn : Augmentations.of(views).views()) {
			final PlanarImg<FloatType, FloatArray> turned = whole(turn.apply(origin),
				scaling, classes, progress);
			if (first == null) first = new ClassPlanes(turned, classes);
			spread.add(turn.undo(turned));
		}
		return new Disagreement(new Segmentation(first, LabelImages.from(first
			.stored(), model.rule())), spread.deviation());
	}

	/** All classes, in the size of the image. */
	private <T extends RealType<T>> PlanarImg<FloatType, FloatArray> whole(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final int classes, final Progress progress)
	{
		final double scale = model.card().imageScale();
		return scale == 1 ? prediction.run(image, scaling, classes, progress)
			: ScaledPlanes.to(prediction.run(new ScaledPlanes(scale).toModel(image),
				scaling, classes, progress), image.dimension(0), image.dimension(1));
	}

	/**
	 * Measures the model's normalisation on an image or stack, axes (x, y,
	 * channel) or (x, y, channel, plane ...).
	 */
	public <T extends RealType<T>> Scaling measure(
		final RandomAccessibleInterval<T> image)
	{
		return input.measure(image);
	}

	private <T extends RealType<T>> ClassPlanes predict(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final Progress progress)
	{
		input.requireChannels(image);
		final double scale = model.card().imageScale();
		if (scale == 1) return predictAsIs(image, scaling, progress);
		final ClassPlanes planes = predictAsIs(new ScaledPlanes(scale).toModel(
			image), scaling, progress);
		return new ClassPlanes(ScaledPlanes.to(planes.stored(), image.dimension(0),
			image.dimension(1)), model.signature().classes());
	}

	private <T extends RealType<T>> ClassPlanes predictAsIs(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final Progress progress)
	{
		final int classes = model.signature().classes();
		// NB: At least two, as many as decide about objects.
		final int stored = Math.max(2, classes - 1);
		return new ClassPlanes(Augmentations.of(options.augmentation()).average(
			image, view -> prediction.run(view, scaling, stored, progress)), classes);
	}

	@Override
	public void close() {
		prediction.close();
		net.close();
	}
}
