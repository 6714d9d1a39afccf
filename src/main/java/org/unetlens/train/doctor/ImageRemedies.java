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

package org.unetlens.train.doctor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.data.Sample;
import org.unetlens.label.Csv;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

/** Differences that lie in the images. Stateless. */
final class ImageRemedies {

	private static final double CLEAR = 0.1;
	private static final double LEAST = 0.35;

	private ImageRemedies() {}

	/** A difference in the images. */
	private interface OfImages extends Remedy {

		@Override
		default double leastGain() {
			return CLEAR;
		}

		@Override
		default double leastScore() {
			return LEAST;
		}
	}

	/** Dark is bright and bright is dark. */
	record Inverted() implements OfImages {

		@Override
		public Cause cause() {
			return Cause.INVERTED_INTENSITIES;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			return Optional.of(Trial.of(trial.samples().stream().map(
				s -> withChannels(s, c -> inverted(s.channelArray(c)))).toList(), trial
					.scaling(), patient));
		}

		private static float[] inverted(final float[] values) {
			float low = values[0], high = values[0];
			for (final float v : values) {
				low = Math.min(low, v);
				high = Math.max(high, v);
			}
			for (int i = 0; i < values.length; i++)
				values[i] = low + high - values[i];
			return values;
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return LabelRemedies.found(this, before, after,
				"Dark and bright are exchanged against the images of the training",
				"Invert the images (Edit > Invert) before they are segmented, or add such images to the training.");
		}
	}

	/** The channels are in another order. */
	record Channels(int[] order) implements OfImages {

		@Override
		public Cause cause() {
			return Cause.CHANNEL_ORDER;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			return Optional.of(Trial.of(trial.samples().stream().map(
				s -> withChannels(s, c -> s.channelArray(order[c]))).toList(), trial
					.scaling(), patient));
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return LabelRemedies.found(this, before, after,
				"The channels are in another order than in the training: the model wants channels " +
					IntStream.of(order).mapToObj(c -> Integer.toString(c + 1)).collect(
						Collectors.joining(", ")) + " of these images as its 1 to " +
					order.length,
				"Put them in that order (Image > Color > Arrange Channels..., or Split and Merge Channels).");
		}
	}

	/** Objects are larger or smaller in pixels. */
	record Scaled(double factor) implements OfImages {

		@Override
		public Cause cause() {
			return Cause.OBJECT_SIZE;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			return Optional.of(Trial.of(trial.samples().stream().map(s -> s.scaled(
				factor, factor)).toList(), trial.scaling(), patient));
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return LabelRemedies.found(this, before, after, what(factor, before,
				patient), String.format(Locale.ROOT,
					"Scale the images to %.0f %% (Image > Scale...) before they are segmented, or add images of this magnification to the training.",
					100 * factor));
		}

		static String what(final double factor, final Trial before,
			final Patient patient)
		{
			final double here = Sizes.diameter(before.samples());
			final OptionalDouble there = Sizes.known(patient.model());
			return String.format(Locale.ROOT,
				"The model knows objects of another size in pixels: scaled to %.0f %%, it finds them%s%s",
				100 * factor, here == 0 ? "" : String.format(Locale.ROOT,
					" (about %.0f px in diameter here, %.0f px then%s)", here, here *
						factor, there.isPresent() ? String.format(Locale.ROOT,
							", %.0f px in training", there.getAsDouble()) : ""), pixels(before
								.samples().get(0).pixelSize(), patient.model().pixelSize()));
		}

		private static String pixels(final PixelSize here, final PixelSize there) {
			if (!here.isCalibrated() || !there.isCalibrated()) return "";
			return String.format(Locale.ROOT,
				"; pixels are %s %s here and %s %s in the model", Csv.number(here.x()),
				here.unit(), Csv.number(there.x()), there.unit());
		}
	}

	/** Another normalisation than the model file says. */
	record Renormalized(Normalization normalization) implements OfImages {

		@Override
		public Cause cause() {
			return Cause.NORMALIZATION;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			return Optional.of(Trial.of(trial.samples(), s -> normalization.measure(s
				.image()), patient));
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return LabelRemedies.found(this, before, after,
				"Intensities reach the network on another scale than it was trained with (" +
					range(before) + " as the model file says, " + range(after) +
					" with " + words(normalization) + ")", patient.isKnown() &&
						normalization.equals(patient.recipe().normalization())
							? "Training used the latter: the model file was changed. Get the file again, or train anew."
							: "Bring the images to a common scale first (Process > Enhance Contrast... with Normalize), and cut away very bright or empty parts.");
		}
	}

	/** The contrast is stronger or weaker. */
	record Gain(double gain) implements OfImages {

		@Override
		public Cause cause() {
			return Cause.NORMALIZATION;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			final Function<Sample, Scaling> old = trial.scaling();
			return Optional.of(Trial.of(trial.samples(), s -> {
				final Scaling scaling = old.apply(s);
				final float[] factor = scaling.factor().clone();
				for (int c = 0; c < factor.length; c++)
					factor[c] *= (float) gain;
				return new Scaling(scaling.offset(), factor);
			}, patient));
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return LabelRemedies.found(this, before, after, String.format(Locale.ROOT,
				"After normalisation objects are too %s for the model: with %s times the contrast it finds them (%s as it is, %s then)",
				gain > 1 ? "faint" : "bright", String.format(Locale.ROOT, gain >= 10
					? "%.0f" : "%.2g", gain), range(before), range(after)), gain > 1
						? "Stretch the contrast (Process > Enhance Contrast... with Normalize), or add such images to the training."
						: "Hardly any objects are in the image, so that background sets the scale: crop it to the part with objects, or segment the whole stack at once.");
		}
	}

	/** A few very bright pixels set the scale. */
	record Clipped() implements OfImages {

		@Override
		public Cause cause() {
			return Cause.NORMALIZATION;
		}

		@Override
		public Optional<Trial> tryOn(final Trial trial, final Patient patient) {
			return Optional.of(Trial.of(trial.samples().stream().map(
				s -> withChannels(s, c -> clipped(s.channelArray(c)))).toList(), trial
					.scaling(), patient));
		}

		/** To twice the range of the middle 97 %. */
		private static float[] clipped(final float[] values) {
			final float[] sorted = values.clone();
			Arrays.sort(sorted);
			final float low = sorted[(int) (0.01 * (sorted.length - 1))];
			final float most = low + 2 * (sorted[(int) (0.98 * (sorted.length - 1))] -
				low);
			for (int i = 0; i < values.length; i++)
				values[i] = Math.min(most, values[i]);
			return values;
		}

		@Override
		public Diagnosis diagnosis(final Trial before, final Trial after,
			final Patient patient)
		{
			return LabelRemedies.found(this, before, after,
				"A few very bright pixels or specks set the scale, so that objects are too faint for the model (" +
					range(before) + " as it is, " + range(after) + " without them)",
				"Remove them (Process > Noise > Remove Outliers...), or cut them away.");
		}
	}

	/** Percentiles 1, 50 and 99 of the first channel as the network gets it. */
	static String range(final Trial trial) {
		final Sample sample = trial.samples().get(0);
		final Scaling scaling = trial.scaling().apply(sample);
		final float[] values = sample.channelArray(0);
		for (int i = 0; i < values.length; i++)
			values[i] = scaling.apply(0, values[i]);
		final double[] p = percentiles(values);
		return String.format(Locale.ROOT, "percentiles 1, 50, 99: %.2f, %.2f, %.2f",
			p[0], p[1], p[2]);
	}

	/** Percentiles 1, 50 and 99; the array is sorted. */
	static double[] percentiles(final float[] values) {
		Arrays.sort(values);
		final int last = values.length - 1;
		return new double[] { values[last / 100], values[last / 2], values[last -
			last / 100] };
	}

	static String words(final Normalization n) {
		return switch (n.kind()) {
			case PERCENTILE -> "percentiles " + Csv.number(n.low()) + " to " + Csv
				.number(n.high());
			case MEAN_SD -> "mean and standard deviation";
			case MIN_MAX -> "smallest to largest value";
			case NONE -> "values as they are";
			case FIXED -> "the values " + Csv.number(n.low()) + " to " + Csv.number(n
				.high());
		};
	}

	private static Sample withChannels(final Sample sample,
		final java.util.function.IntFunction<float[]> channel)
	{
		final Img<FloatType> pixels = ArrayImgs.floats(sample.width(), sample
			.height(), sample.channels());
		final Cursor<FloatType> cursor = Views.flatIterable(pixels).cursor();
		for (int c = 0; c < sample.channels(); c++)
			for (final float v : channel.apply(c))
				cursor.next().set(v);
		return Sample.of(sample.name(), pixels, sample.labels()).inGroup(sample
			.group()).withPixelSize(sample.pixelSize());
	}
}
