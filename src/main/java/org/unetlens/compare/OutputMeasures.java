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

package org.unetlens.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.label.LabelPlane;
import org.unetlens.metrics.Boundary;
import org.unetlens.metrics.HausdorffMean;
import org.unetlens.metrics.ObjectErrors;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.network.SkipSet;

/**
 * All that is measured of one output, on one image or on several: measures of
 * images add up. Immutable.
 *
 * @param tallies counts per unit, in the order of the reference's units, one
 *          image after the other
 * @param objects in the output
 * @param errors in which ways objects are wrong
 * @param hausdorff sum of the images' Hausdorff-95 that are finite, and how
 *          many are and are not
 * @param distances errors by distance to the reference boundary
 * @param sharpness of the probability across reference borders
 * @param spectrum of the probability
 * @param largestProbability anywhere; NaN without a pixel
 */
record OutputMeasures(List<Tally> tallies, long objects, ObjectErrors errors,
		HausdorffMean hausdorff, DistanceErrors distances, Sharpness sharpness,
		Spectrum spectrum, double largestProbability) {

	/** Of no image. */
	static final OutputMeasures NONE = new OutputMeasures(List.of(), 0,
		ObjectErrors.NONE, HausdorffMean.NONE, DistanceErrors.NONE, Sharpness.NONE,
		Spectrum.NONE, Double.NaN);

	/**
	 * Measures an output. Takes time in proportion to the pixels and one thread;
	 * several outputs can be measured at once.
	 *
	 * @param labels its objects, axes (x, y), of the reference's size
	 * @param foreground its probability of foreground (or of membrane), axes (x,
	 *          y), of the reference's size
	 * @throws IllegalArgumentException if the sizes differ
	 */
	static OutputMeasures of(final ReferenceMap reference,
		final RandomAccessibleInterval<IntType> labels,
		final RandomAccessibleInterval<FloatType> foreground)
	{
		final LabelPlane plane = LabelPlane.of(labels);
		reference.plane().checkSameSize(plane);
		final float[] probability = pixels(foreground, plane);
		final Boundary boundary = Boundary.of(plane);
		final OverlapTable overlap = OverlapTable.of(reference.plane(), plane);
		return new OutputMeasures(Tallies.of(reference, plane, boundary, overlap),
			overlap.predictedObjects(), ObjectErrors.of(overlap), HausdorffMean.of(
				reference.boundary(), boundary, 95), DistanceErrors.of(reference, plane
					.pixels()), Sharpness.of(reference, probability), Spectrum.of(
						probability, plane.width(), plane.height()), largest(probability));
	}

	/** Measures of more images, which are added behind these. */
	OutputMeasures plus(final OutputMeasures other) {
		final List<Tally> all = new ArrayList<>(tallies);
		all.addAll(other.tallies);
		return new OutputMeasures(List.copyOf(all), objects + other.objects, errors
			.plus(other.errors), hausdorff.plus(other.hausdorff), distances.plus(
				other.distances), sharpness.plus(other.sharpness), spectrum.plus(
					other.spectrum), larger(largestProbability,
						other.largestProbability));
	}

	/** All units as one. */
	Tally asOneUnit() {
		return Tally.sum(tallies);
	}

	/** Every score; the Hausdorff distance as {@link HausdorffMean#value()}. */
	Scores scores() {
		final Map<Score, Double> values = new EnumMap<>(Score.class);
		final Tally sum = asOneUnit();
		for (final Score score : Tally.SCORES)
			values.put(score, sum.score(score));
		values.put(Score.HAUSDORFF95, hausdorff.value());
		values.put(Score.OBJECTS, (double) objects);
		values.put(Score.MERGED, (double) errors.merges());
		values.put(Score.SPLIT, (double) errors.splits());
		values.put(Score.MISSED, (double) errors.missed());
		values.put(Score.INVENTED, (double) errors.invented());
		values.put(Score.EDGE_WIDTH, sharpness.width());
		values.put(Score.LARGEST_PROBABILITY, largestProbability);
		return new Scores(values);
	}

	/**
	 * The figures as they are shown.
	 *
	 * @param changes against the full model, see {@link Estimates#differences};
	 *          empty for the full model itself
	 */
	Variant variant(final String name, final Experiment experiment,
		final SkipSet skips, final Map<Score, Estimate> changes)
	{
		return new Variant(name, experiment, skips, scores(), changes, distances
			.curve(name), sharpness.profile(name), spectrum.curve(name));
	}

	private static float[] pixels(final RandomAccessibleInterval<FloatType> image,
		final LabelPlane plane)
	{
		if (image.numDimensions() != 2 || image.dimension(0) != plane.width() ||
			image.dimension(1) != plane.height()) throw new IllegalArgumentException(
				"The probabilities have " + image.dimension(0) + " x " + image
					.dimension(1) + " pixels, but the labels have " + plane.width() +
					" x " + plane.height() + "; they must have the same size");
		final float[] pixels = new float[plane.pixels().length];
		final Cursor<FloatType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		return pixels;
	}

	private static double largest(final float[] pixels) {
		double largest = Double.NaN;
		for (final float p : pixels)
			largest = larger(largest, p);
		return largest;
	}

	/** The larger number of two, of which one may be none. */
	private static double larger(final double a, final double b) {
		return a >= b || Double.isNaN(b) ? a : b;
	}
}
