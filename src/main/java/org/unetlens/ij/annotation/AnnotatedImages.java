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

package org.unetlens.ij.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.LabelledImage;
import org.unetlens.ij.ImagePlusImages;
import org.unetlens.ij.IndexedColors;
import org.unetlens.ij.PixelSizes;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

/**
 * Annotated images that are open in ImageJ, as samples for training; images
 * need not be shown. They are copied, never changed. Stateless.
 */
public final class AnnotatedImages {

	private AnnotatedImages() {}

	/**
	 * Images with outlines: those of the overlay of each; for a single image
	 * without any, those of the ROI Manager, if it is open.
	 *
	 * @throws IllegalArgumentException with the remedy when there is nothing to
	 *           learn from
	 */
	public static Annotations ofOutlines(final List<ImagePlus> images,
		final AnnotationSettings settings)
	{
		images.forEach(AnnotatedImages::requirePixels);
		final List<OutlinedImage> outlined = new ArrayList<>();
		for (final ImagePlus image : images)
			outlined.add(new OutlinedImage(image.getTitle(), image, overlay(image)));
		final Roi[] managed = managed();
		final boolean anyOverlay = outlined.stream().anyMatch(o -> !o.rois()
			.isEmpty());
		if (!anyOverlay && managed.length > 0) {
			if (images.size() > 1) throw new IllegalArgumentException(
				"The ROI Manager holds " + managed.length +
					" outlines, but it does not say to which of the " + images.size() +
					" images they belong. Put them into the overlay of each image (Image > Overlay > From ROI Manager), or train on one image");
			return ofOutlines(outlined.get(0).image(), Arrays.asList(managed),
				settings);
		}
		final Annotations read = new OutlinedPlanes(outlined, settings).read();
		return managed.length == 0 ? read : read.withFindings(List.of(Finding.note(
			"The outlines of the overlay are used, not those in the ROI Manager.")));
	}

	/** An image with outlines that are given. */
	public static Annotations ofOutlines(final ImagePlus image,
		final List<Roi> rois, final AnnotationSettings settings)
	{
		return ofOutlines(List.of(new OutlinedImage(image.getTitle(), image, rois)),
			settings, List.of());
	}

	static Annotations ofOutlines(final List<OutlinedImage> images,
		final AnnotationSettings settings, final List<Finding> findings)
	{
		return new OutlinedPlanes(images, settings).read().withFindings(findings);
	}

	/**
	 * Images and label images (masks, numbers, colours), in the same order.
	 *
	 * @throws IllegalArgumentException with the remedy when they do not fit
	 *           together, or are no labels
	 */
	public static Annotations ofLabels(final List<ImagePlus> images,
		final List<ImagePlus> labels, final AnnotationSettings settings)
	{
		if (images.size() != labels.size()) throw new IllegalArgumentException(
			images.size() + " images and " + labels.size() +
				" label images were given; each image needs one");
		final List<LabelledImage> pairs = new ArrayList<>();
		for (int i = 0; i < images.size(); i++)
			pairs.add(labelled(images.get(i).getTitle(), images.get(i), labels.get(
				i)));
		return Annotations.of(pairs, settings);
	}

	static LabelledImage labelled(final String name, final ImagePlus image,
		final ImagePlus labels)
	{
		requirePixels(image);
		requirePixels(labels);
		if (!haveSamePlanes(image, labels)) throw new IllegalArgumentException(
			name + ": the image has " + planes(image) + ", its label image " + planes(
				labels) +
				"; each plane needs its labels. If slices, frames and channels are mixed up, use Image > Properties...");
		final ImagePlus colors = IndexedColors.toRgb(image);
		return new LabelledImage(name, ImagePlusImages.image(flat(colors)),
			ImagePlusImages.image(flat(labels)), PixelSizes.of(image));
	}

	/** NB: Planes in one row are often slices in one file, frames in another. */
	private static boolean haveSamePlanes(final ImagePlus a, final ImagePlus b) {
		return a.getNSlices() == b.getNSlices() && a.getNFrames() == b
			.getNFrames() || isRow(a) && isRow(b) && a.getNSlices() * a
				.getNFrames() == b.getNSlices() * b.getNFrames();
	}

	private static boolean isRow(final ImagePlus image) {
		return image.getNSlices() == 1 || image.getNFrames() == 1;
	}

	/** Slices and frames in one row; the pixels are shared. */
	private static ImagePlus flat(final ImagePlus image) {
		if (image.getNFrames() == 1) return image;
		final ImagePlus flat = new ImagePlus(image.getTitle(), image.getStack());
		flat.setDimensions(image.getNChannels(), image.getNSlices() * image
			.getNFrames(), 1);
		return flat;
	}

	private static String planes(final ImagePlus image) {
		return image.getNSlices() + (image.getNSlices() == 1 ? " slice and "
			: " slices and ") + image.getNFrames() + (image.getNFrames() == 1
				? " frame" : " frames");
	}

	static List<Roi> overlay(final ImagePlus image) {
		return image.getOverlay() == null ? List.of() : Arrays.stream(image
			.getOverlay().toArray()).filter(roi -> !OutlinedImage.isDecoration(roi))
			.toList();
	}

	private static Roi[] managed() {
		// NB: Null where it is not open, as always without a display.
		final RoiManager manager = RoiManager.getInstance2();
		return manager == null ? new Roi[0] : manager.getRoisAsArray();
	}

	private static void requirePixels(final ImagePlus image) {
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1 || image
			.getStackSize() < 1) throw new IllegalArgumentException(
				"There is no image to train on. Open one first, or give the title of an open image");
	}
}
