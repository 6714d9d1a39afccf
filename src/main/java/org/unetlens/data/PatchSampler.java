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

package org.unetlens.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.imglib2.view.Views;

import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.Scaling;

/**
 * Draws training patches from samples. Immutable and thread-safe: the patch of
 * an index depends on the configuration, the seed and the index alone, to the
 * bit. The samples are held as arrays of 4 bytes per pixel and channel plus 5
 * bytes per pixel; {@code with..()} shares them.
 */
public final class PatchSampler {

	private final List<PreparedSample> samples;
	private final double[] cumulated;
	private final Augmentation augmentation;
	private final int width;
	private final int height;
	private final double foregroundShare;
	private final long seed;

	private PatchSampler(final List<PreparedSample> samples,
		final double[] cumulated, final Augmentation augmentation, final int width,
		final int height, final double foregroundShare, final long seed)
	{
		this.samples = samples;
		this.cumulated = cumulated;
		this.augmentation = augmentation;
		this.width = width;
		this.height = height;
		this.foregroundShare = foregroundShare;
		this.seed = seed;
	}

	/**
	 * Each group of samples is normalised by itself. Patches of 256 x 256 px, not
	 * augmented, foreground share 0.7, seed 1 until changed.
	 */
	public static PatchSampler of(final List<Sample> samples,
		final Normalization normalization, final TargetRule rule)
	{
		final Map<String, List<Sample>> groups = samples.stream().collect(Collectors
			.groupingBy(Sample::group));
		final Map<String, Scaling> scalings = new HashMap<>();
		groups.forEach((group, members) -> scalings.put(group, measure(members,
			normalization)));
		return of(samples, sample -> scalings.get(sample.group()), rule);
	}

	/**
	 * With a scaling per sample, e.g. one for all planes of a stack.
	 *
	 * @throws IllegalArgumentException without samples, or when they differ in
	 *           channels
	 */
	public static PatchSampler of(final List<Sample> samples,
		final Function<Sample, Scaling> scaling, final TargetRule rule)
	{
		if (samples.isEmpty()) throw new IllegalArgumentException(
			"No samples to draw patches from; at least one is needed");
		for (final Sample sample : samples)
			if (sample.channels() != samples.get(0).channels())
				throw new IllegalArgumentException(sample + " and " + samples.get(0) +
					" differ in channels; a network takes images with the same");
		final List<PreparedSample> prepared = samples.parallelStream().map(
			s -> new PreparedSample(s, scaling.apply(s), rule)).toList();
		return new PatchSampler(prepared, evenly(prepared.size()), Augmentation
			.none(), 256, 256, 0.7, 1);
	}

	public PatchSampler withAugmentation(final Augmentation a) {
		return new PatchSampler(samples, cumulated, a, width, height,
			foregroundShare, seed);
	}

	/** Patch size in pixels. */
	public PatchSampler withPatchSize(final int w, final int h) {
		if (w < 1 || h < 1) throw new IllegalArgumentException("Patches of " + w +
			" x " + h + " px; both sides must be at least 1 px");
		return new PatchSampler(samples, cumulated, augmentation, w, h,
			foregroundShare, seed);
	}

	/**
	 * The share of patches, 0 to 1, that are placed on foreground: an object of
	 * the image is chosen evenly (a class, where labels are no objects), and one
	 * of its pixels comes into the middle half of the patch. The others lie
	 * anywhere.
	 */
	public PatchSampler withForegroundShare(final double share) {
		if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException(
			"The foreground share " + share + " is not between 0 and 1");
		return new PatchSampler(samples, cumulated, augmentation, width, height,
			share, seed);
	}

	/** How often each sample is drawn in proportion to the others, 0 or more. */
	public PatchSampler withSampleWeights(final double... weights) {
		if (weights.length != samples.size()) throw new IllegalArgumentException(
			weights.length + " weights for " + samples.size() + " samples");
		return new PatchSampler(samples, cumulate(weights), augmentation, width,
			height, foregroundShare, seed);
	}

	public PatchSampler withSeed(final long s) {
		return new PatchSampler(samples, cumulated, augmentation, width, height,
			foregroundShare, s);
	}

	public int numSamples() {
		return samples.size();
	}

	/** Channels of the samples and of each patch. */
	public int channels() {
		return samples.get(0).channels.length;
	}

	public int patchWidth() {
		return width;
	}

	public int patchHeight() {
		return height;
	}

	/** All pixels of all samples together. */
	public long numPixels() {
		return samples.stream().mapToLong(s -> s.classes.length).sum();
	}

	/**
	 * Draws a patch.
	 *
	 * @param index any number; the same one gives the same patch
	 */
	public Patch draw(final long index) {
		final SplittableRandom random = random(index);
		final PreparedSample sample = choose(random);
		final int[] origin = origin(sample, random);
		final Warp warp = Warp.draw(augmentation, width, height, origin[0],
			origin[1], random);
		final PatchPainter painter = new PatchPainter(sample, width, height);
		painter.paint(warp);
		painter.change(augmentation, random);
		return painter.patch();
	}

	/** The name of the sample that a patch is drawn from. */
	public String sample(final long index) {
		return choose(random(index)).name;
	}

	private SplittableRandom random(final long index) {
		// NB: Mixed twice, for a SplittableRandom that starts a multiple of the
		// golden number later repeats the numbers of the other one.
		return new SplittableRandom(new SplittableRandom(seed ^ index *
			0x9E3779B97F4A7C15L).nextLong() + index);
	}

	/**
	 * The patch at a place, not augmented: what the loss gets when chance puts a
	 * patch there.
	 *
	 * @param sample its number, from 0 on
	 * @param left first column, px; pixels beyond the image are mirrored
	 * @param top first row, px
	 */
	public Patch cut(final int sample, final int left, final int top) {
		final PatchPainter painter = new PatchPainter(samples.get(sample), width,
			height);
		painter.paint(Warp.draw(Augmentation.none(), width, height, left, top,
			new SplittableRandom(seed)));
		return painter.patch();
	}

	private static Scaling measure(final List<Sample> group,
		final Normalization normalization)
	{
		try {
			if (group.size() == 1) return normalization.measure(group.get(0).image());
			return normalization.measure(Views.stack(group.stream().map(Sample::image)
				.toList()));
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(group.get(0) + ": " + e.getMessage(),
				e);
		}
	}

	private PreparedSample choose(final SplittableRandom random) {
		final double place = random.nextDouble() * cumulated[cumulated.length - 1];
		int k = 0;
		while (place >= cumulated[k])
			k++;
		return samples.get(k);
	}

	private int[] origin(final PreparedSample sample,
		final SplittableRandom random)
	{
		final PixelGroups groups = sample.foreground;
		final boolean onForeground = random.nextDouble() < foregroundShare;
		if (!onForeground || groups.size() == 0) return new int[] { anywhere(
			sample.width, width, random), anywhere(sample.height, height, random) };
		final int group = random.nextInt(groups.size());
		final int pixel = groups.pixels[groups.start[group] + random.nextInt(groups
			.count(group))];
		return new int[] { around(pixel % sample.width, sample.width, width,
			random), around(pixel / sample.width, sample.height, height, random) };
	}

	/** Left end of a patch inside an image line, or around a shorter one. */
	private static int anywhere(final int length, final int size,
		final SplittableRandom random)
	{
		final int free = length - size;
		return free >= 0 ? random.nextInt(free + 1) : -random.nextInt(-free + 1);
	}

	private static int around(final int place, final int length, final int size,
		final SplittableRandom random)
	{
		final int start = place - size / 4 - random.nextInt((size + 1) / 2);
		final int free = length - size;
		return Math.max(Math.min(0, free), Math.min(start, Math.max(0, free)));
	}

	private static double[] evenly(final int count) {
		final double[] weights = new double[count];
		Arrays.fill(weights, 1);
		return cumulate(weights);
	}

	private static double[] cumulate(final double[] weights) {
		final double[] sums = new double[weights.length];
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			if (!(weights[i] >= 0)) throw new IllegalArgumentException(
				"The sample weight " + weights[i] + " is not 0 or more");
			sums[i] = sum += weights[i];
		}
		if (!(sum > 0) || sum == Double.POSITIVE_INFINITY)
			throw new IllegalArgumentException("The sample weights add up to " + sum +
				"; at least one must be above 0, all finite");
		return sums;
	}
}
