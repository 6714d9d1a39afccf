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
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.label.MeasurementTable;
import org.unetlens.label.Measurements;
import org.unetlens.label.Outlines;
import org.unetlens.tensor.PixelSize;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;

/**
 * The segmentation of an ImageJ image, in the forms that ImageJ knows. Results
 * are made when asked for and are new each time; they carry the calibration and
 * the slice labels of the image. Thread-safe as long as the image stays open.
 */
public final class SegmentedImage {

	private final ImagePlus image;
	private final List<String> classes;
	private final List<SegmentedPlane> planes;

	SegmentedImage(final ImagePlus image, final List<String> classes,
		final List<SegmentedPlane> planes)
	{
		this.image = image;
		this.classes = List.copyOf(classes);
		this.planes = List.copyOf(planes);
	}

	/** Largest number of objects in a plane. */
	public int maxObjects() {
		return planes.stream().mapToInt(p -> LabelPixels.largest(p.segmentation()
			.labels())).max().orElse(0);
	}

	/** Number of objects in all planes. */
	public int objects() {
		return planes.stream().mapToInt(p -> LabelPixels.largest(p.segmentation()
			.labels())).sum();
	}

	/** The labels of each plane, axes (x, y); slices fastest, then frames. */
	public List<RandomAccessibleInterval<IntType>> planeLabels() {
		return planes.stream().<RandomAccessibleInterval<IntType>> map(p -> p
			.segmentation().labels()).toList();
	}

	/** The probabilities of each plane, axes (x, y, class). */
	public List<RandomAccessibleInterval<FloatType>> planeProbabilities() {
		return planes.stream().<RandomAccessibleInterval<FloatType>> map(p -> p
			.segmentation().probabilities()).toList();
	}

	/**
	 * Label image {@code <title>-labels}: 0 = background, i = object i of its
	 * plane; 16-bit, or 32-bit beyond 65,535 objects; in {@link GlasbeyLut}.
	 */
	public ImagePlus labels() {
		final int largest = maxObjects();
		final ImageStack stack = new ImageStack(image.getWidth(), image
			.getHeight());
		for (final SegmentedPlane plane : planes)
			stack.addSlice(sliceLabel(plane), LabelPixels.of(plane.segmentation()
				.labels(), largest));
		final ImagePlus labels = result("-labels", stack, 1);
		labels.setLut(GlasbeyLut.get());
		// NB: A new colour table loses the label of a single slice.
		if (planes.size() == 1 && sliceLabel(planes.get(0)) != null) labels.setProp(
			"Slice_Label", sliceLabel(planes.get(0)));
		// NB: Up to 255 objects, each has a colour of its own.
		labels.setDisplayRange(0, Math.max(255, largest));
		return labels;
	}

	/**
	 * Probabilities {@code <title>-probabilities}: 32-bit, 0 to 1, one channel
	 * per class, labelled with its name; the second class is the one in view.
	 * Shares its pixels with {@link #planeProbabilities()} where those lie in
	 * planes.
	 */
	public ImagePlus probabilities() {
		final ImageStack stack = new ImageStack(image.getWidth(), image
			.getHeight());
		for (final SegmentedPlane plane : planes)
			for (int c = 0; c < classes.size(); c++)
				stack.addSlice(classes.get(c), plane.segmentation().probabilities()
					.plane(c));
		final ImagePlus probabilities = result("-probabilities", stack, classes
			.size());
		probabilities.setDisplayRange(0, 1);
		// NB: The first class is the background, which nobody wants to see first.
		probabilities.setPosition(2, 1, 1);
		return probabilities;
	}

	/**
	 * Masks {@code <title>-masks}: 8-bit, one channel per class, labelled with
	 * its name: 255 where the class is the most probable one (of equal ones the
	 * first), 0 elsewhere.
	 */
	public ImagePlus masks() {
		final ImageStack stack = new ImageStack(image.getWidth(), image
			.getHeight());
		for (final SegmentedPlane plane : planes) {
			final List<byte[]> masks = ClassMasks.of(plane.segmentation()
				.probabilities());
			for (int c = 0; c < classes.size(); c++)
				stack.addSlice(classes.get(c), masks.get(c));
		}
		final ImagePlus masks = result("-masks", stack, classes.size());
		masks.setPosition(2, 1, 1);
		return masks;
	}

	/**
	 * A copy {@code <title>-overlay} of the image with the outlines of the
	 * objects as its overlay.
	 */
	public ImagePlus overlaid() {
		final ImagePlus copy = ImageCopies.of(image, image.getTitle() + "-overlay");
		copy.setOverlay(overlay(copy));
		return copy;
	}

	private ImagePlus result(final String suffix, final ImageStack stack,
		final int channels)
	{
		final ImagePlus result = new ImagePlus(image.getTitle() + suffix, stack);
		result.setDimensions(channels, image.getNSlices(), image.getNFrames());
		result.setOpenAsHyperStack(planes.size() > 1 || channels > 1);
		result.setCalibration(image.getCalibration().copy());
		// NB: A density calibration of the input would change what labels mean.
		result.getCalibration().disableDensityCalibration();
		return result;
	}

	private String sliceLabel(final SegmentedPlane plane) {
		return image.getStack().getSliceLabel(image.getStackIndex(1, plane.z(),
			plane.t()));
	}

	/**
	 * The outline of each object as a traced ROI in the colour of its label,
	 * named by its label (and plane, in a stack).
	 *
	 * @param target where they will be shown; gives their position in the stack
	 */
	public List<Roi> outlines(final ImagePlus target) {
		final List<Roi> rois = new ArrayList<>();
		for (final SegmentedPlane plane : planes)
			Outlines.of(plane.segmentation().labels()).forEach(outline -> rois.add(
				place(ObjectRois.of(outline), plane, target)));
		return rois;
	}

	private Roi place(final Roi roi, final SegmentedPlane plane,
		final ImagePlus target)
	{
		if (planes.size() == 1) return roi;
		roi.setName(String.format("%04d-%04d-%s", plane.t(), plane.z(), roi
			.getName()));
		if (target.isHyperStack()) roi.setPosition(0, plane.z(), plane.t());
		else roi.setPosition(target.getStackIndex(1, plane.z(), plane.t()));
		return roi;
	}

	/**
	 * Measurements of all objects in the unit of the image; in a stack with the
	 * columns slice and frame in front.
	 */
	public MeasurementTable measurements() {
		return MeasurementTable.concat(planes.stream().map(this::measure).toList());
	}

	private MeasurementTable measure(final SegmentedPlane plane) {
		final PixelSize size = PixelSizes.of(image);
		final MeasurementTable table = MeasurementTable.of(Measurements.of(plane
			.segmentation().labels(), plane.image(), size), size, (int) plane.image()
				.dimension(2));
		return planes.size() == 1 ? table : table.withColumn("frame", plane.t())
			.withColumn("slice", plane.z());
	}

	/** The same as an overlay. */
	public Overlay overlay(final ImagePlus target) {
		final Overlay overlay = new Overlay();
		outlines(target).forEach(overlay::add);
		return overlay;
	}
}
