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

package org.unetlens.data.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.BorderWeight;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.Targets;
import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;

/**
 * What one sample is like before it is trained on. Immutable; arrays are
 * shared, not to change.
 *
 * @param sample the sample
 * @param classPixels pixels of each class
 * @param finite whether all intensities are numbers
 * @param constantChannels channels of one value, counted from 1
 * @param saturated largest share over the channels of pixels at the largest
 *          value that a camera gives (255, 1023, 4095, 16383, 65535), 0 to 1
 * @param objects the objects; for classes their connected areas, for membranes
 *          the areas that they enclose
 * @param fit of labels and image
 */
public record SampleSurvey(Sample sample, long[] classPixels, boolean finite,
		List<Integer> constantChannels, double saturated, ObjectSurvey objects,
		LabelFit fit) {

	/** Looks at a sample, as a rule would have it learned. */
	public static SampleSurvey of(final Sample sample, final TargetRule rule) {
		// NB: Weights between objects take long and are not looked at.
		final Targets targets = rule.withBorderWeight(BorderWeight.NONE).apply(
			sample);
		final long[] pixels = new long[rule.numClasses()];
		for (final byte c : targets.classes())
			if (c != Targets.IGNORED) pixels[c]++;
		boolean finite = true;
		double saturated = 0;
		final List<Integer> constant = new ArrayList<>();
		for (int c = 0; c < sample.channels(); c++) {
			final float[] values = sample.channelArray(c);
			final float[] range = range(values);
			finite &= range[1] - range[0] < Float.POSITIVE_INFINITY;
			if (range[0] == range[1]) constant.add(c + 1);
			else if (isFullScale(range[1])) saturated = Math.max(saturated, share(
				values, range[1]));
		}
		return new SampleSurvey(sample, pixels, finite, constant, saturated,
			ObjectSurvey.of(objects(sample, targets, rule), sample.width()), finite
				? LabelFit.of(sample, targets, rule.numClasses()) : new LabelFit(0, 0,
					java.util.Optional.empty()));
	}

	/** The objects of several samples together. */
	public static ObjectSurvey objects(final List<SampleSurvey> surveys) {
		return ObjectSurvey.join(surveys.stream().map(SampleSurvey::objects)
			.toList());
	}

	/** Pixels of any class. */
	public long knownPixels() {
		return Arrays.stream(classPixels).sum();
	}

	private static boolean isFullScale(final float value) {
		return value == 255 || value == 1023 || value == 4095 || value == 16383 ||
			value == 65535;
	}

	/** Smallest and largest value; NaN if one is no number. */
	private static float[] range(final float[] values) {
		final float[] range = { values[0], values[0] };
		for (final float value : values) {
			range[0] = Math.min(range[0], value);
			range[1] = Math.max(range[1], value);
		}
		return range;
	}

	private static double share(final float[] values, final float value) {
		int count = 0;
		for (final float v : values)
			if (v == value) count++;
		return (double) count / values.length;
	}

	private static int[] objects(final Sample sample, final Targets targets,
		final TargetRule rule)
	{
		if (rule.kind() == TargetRule.Kind.INTERIOR_BORDER) return sample
			.labelArray();
		final byte[] classes = targets.classes();
		final int[] objects = new int[classes.length];
		int last = 0;
		// NB: The areas inside of membranes are class 0, background of classes too.
		final boolean membrane = rule.kind() == TargetRule.Kind.MEMBRANE;
		for (int c = membrane ? 0 : 1; c < (membrane ? 1 : rule.numClasses()); c++)
			last = addAreas(classes, c, sample.width(), objects, last);
		return objects;
	}

	/** Numbers the areas of a class from {@code last + 1} on. */
	private static int addAreas(final byte[] classes, final int c,
		final int width, final int[] objects, final int last)
	{
		final int[] mask = new int[classes.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = classes[i] == c ? 1 : 0;
		int largest = last;
		int i = 0;
		for (final IntType label : ConnectedAreas.of(ArrayImgs.ints(mask, width,
			mask.length / width), Connectivity.FOUR))
		{
			if (label.get() > 0) objects[i] = last + label.get();
			largest = Math.max(largest, objects[i++]);
		}
		return largest;
	}
}
