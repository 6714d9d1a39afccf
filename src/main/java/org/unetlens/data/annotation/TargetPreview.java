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

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.Targets;

/**
 * What a network will learn of one sample: its classes in colours over the
 * image, and its weights, exactly as training makes them. Colours are safe for
 * colour-blind people; pixels that are not annotated are striped. Immutable.
 *
 * @param width of the sample, px
 * @param height of the sample, px
 * @param classes one RGB colour (red * 65536 + green * 256 + blue) per pixel,
 *          row by row; shared, not to change
 * @param weights of the loss per pixel, 0 where not annotated; shared, not to
 *          change
 * @param legend what the colours mean
 */
public record TargetPreview(int width, int height, int[] classes,
		float[] weights, List<Entry> legend) {

	/** The colour of pixels that are not annotated. */
	public static final int UNKNOWN = 0x999999;

	private static final int[] COLORS = { 0x56B4E9, 0xD55E00, 0x009E73, 0xCC79A7,
		0xF0E442, 0x0072B2, 0xE69F00 };
	private static final double OPACITY = 0.5;
	private static final int STRIPE = 7;
	/** NB: Leaves room for colours that are lighter than the image. */
	private static final int BRIGHTEST = 215;

	/**
	 * One class, or what is not annotated.
	 *
	 * @param name to show
	 * @param color packed RGB; meaningless where the image is seen as it is
	 * @param tinted whether its pixels have the colour
	 * @param share of all pixels, 0 to 1
	 */
	public record Entry(String name, int color, boolean tinted, double share) {
	}

	/**
	 * Makes the targets of a sample and their picture.
	 *
	 * @param names of the classes that the rule makes; a first one called
	 *          {@code background} or {@code inside} is not coloured
	 */
	public static TargetPreview of(final Sample sample, final TargetRule rule,
		final List<String> names)
	{
		final Targets targets = rule.apply(sample);
		final byte[] classes = targets.classes();
		return new TargetPreview(sample.width(), sample.height(), paint(sample,
			classes, names), targets.weights(), legend(classes, names));
	}

	/**
	 * Other classes of the pixels, e.g. those that a network found, in the same
	 * colours over the image.
	 *
	 * @param classes row by row, {@link Targets#IGNORED} = not annotated
	 * @param names of all classes, as above
	 * @return one RGB colour per pixel
	 */
	public static int[] paint(final Sample sample, final byte[] classes,
		final List<String> names)
	{
		final List<Entry> legend = legend(classes, names);
		final int[] picture = new GreyPicture(sample, BRIGHTEST).rgb();
		for (int i = 0; i < picture.length; i++)
			picture[i] = tint(picture[i], classes[i], legend, i % sample.width() + i /
				sample.width());
		return picture;
	}

	/**
	 * What the colours mean, and the share of each.
	 *
	 * @param classes row by row, {@link Targets#IGNORED} = not annotated
	 */
	public static List<Entry> legend(final byte[] classes,
		final List<String> names)
	{
		final int[] counts = new int[names.size() + 1];
		for (final byte c : classes)
			counts[c == Targets.IGNORED ? names.size() : c]++;
		final boolean plain = Arrays.asList("background", "inside").contains(names
			.get(0));
		final List<Entry> legend = new ArrayList<>();
		for (int c = 0; c < names.size(); c++)
			legend.add(new Entry(names.get(c), COLORS[Math.max(0, plain ? c - 1 : c) %
				COLORS.length], !plain || c > 0, (double) counts[c] / classes.length));
		if (counts[names.size()] > 0) legend.add(new Entry("not annotated", UNKNOWN,
			true, (double) counts[names.size()] / classes.length));
		return legend;
	}

	/**
	 * The largest weight that a rule can make, to show the weights of all samples
	 * on the same scale; twice the largest where nothing raises weights.
	 */
	public static double largestWeight(final TargetRule rule) {
		double largest = 0;
		for (final float weight : rule.classWeights())
			largest = Math.max(largest, weight);
		return switch (rule.borderWeight()) {
			case NONE -> 2 * largest;
			case PAPER_2015 -> largest + 10;
			case PLUGIN_2019 -> 51 * largest;
		};
	}

	private static int tint(final int grey, final byte c,
		final List<Entry> legend, final int diagonal)
	{
		if (c == Targets.IGNORED) return isStripe(diagonal) ? UNKNOWN : grey;
		return legend.get(c).tinted ? mix(grey, legend.get(c).color) : grey;
	}

	/**
	 * Whether pixels that are not annotated are striped here.
	 *
	 * @param diagonal column plus row, px
	 */
	public static boolean isStripe(final int diagonal) {
		return diagonal % STRIPE < 2;
	}

	private static int mix(final int grey, final int color) {
		int mixed = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			mixed |= (int) Math.round((1 - OPACITY) * (grey >> shift & 255) +
				OPACITY * (color >> shift & 255)) << shift;
		return mixed;
	}
}
