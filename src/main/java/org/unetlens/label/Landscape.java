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

package org.unetlens.label;

/**
 * Class probabilities as a rule for objects sees them: one height per pixel, 0
 * = background. Areas of heights that do not touch by an edge have nothing to
 * do with each other: each can be parted into objects by itself, wherever it
 * lies, with the same result. Immutable.
 */
final class Landscape {

	/** Steps of the heights; a seed stands above them all. */
	private static final int LEVELS = 254;

	private final ObjectRule rule;

	Landscape(final ObjectRule rule) {
		this.rule = rule;
	}

	ObjectRule rule() {
		return rule;
	}

	/** The classes that {@link #heights} needs, in the order of its planes. */
	int[] classes() {
		return switch (rule.kind()) {
			case FOREGROUND -> new int[] { 0 };
			case INTERIOR_BORDER -> new int[] { 0, 1 };
			case ENCLOSED -> new int[] { 1 };
		};
	}

	/**
	 * @param planes the probabilities of {@link #classes}, {@code count} pixels
	 * @param heights written from {@code start} on
	 */
	void heights(final float[][] planes, final int count, final byte[] heights,
		final int start)
	{
		final float threshold = (float) rule.threshold();
		switch (rule.kind()) {
			case FOREGROUND -> {
				for (int k = 0; k < count; k++)
					heights[start + k] = (byte) (1 - planes[0][k] >= threshold ? 1 : 0);
			}
			case INTERIOR_BORDER -> {
				for (int k = 0; k < count; k++)
					heights[start + k] = 1 - planes[0][k] >= threshold ? levelOf(
						planes[1][k]) : 0;
			}
			case ENCLOSED -> {
				for (int k = 0; k < count; k++)
					heights[start + k] = planes[0][k] < threshold ? inside(1 -
						planes[0][k]) : 0;
			}
		}
	}

	private byte inside(final float p) {
		return p >= (float) rule.seedThreshold() ? SeededFlood.SEED : levelOf(p);
	}

	private static byte levelOf(final float p) {
		final float inRange = Math.max(0, Math.min(1, p));
		return (byte) (1 + (int) (inRange * (LEVELS - 1)));
	}

	/** Whether areas hold one object each, so that there is nothing to part. */
	boolean isWhole() {
		return rule.kind() == ObjectRule.Kind.FOREGROUND;
	}

	/**
	 * Parts areas into objects and drops those that are too small.
	 *
	 * @param heights (x, y) in raster order; may be changed
	 * @param labels all 0; written
	 * @return number of objects; their labels are 1..n
	 */
	int part(final byte[] heights, final int[] labels, final int width) {
		final int n = switch (rule.kind()) {
			case FOREGROUND -> areas(heights, labels, width);
			case INTERIOR_BORDER -> Basins.run(heights, labels, width, (int) Math
				.round(rule.prominence() * (LEVELS - 1)), levelOf((float) rule
					.seedThreshold()) & 0xff, rule.minSize() / 4);
			case ENCLOSED -> regions(heights, labels, width);
		};
		return rule.minSize() > 1 ? dropSmall(labels, n) : n;
	}

	private static int areas(final byte[] heights, final int[] labels,
		final int width)
	{
		for (int i = 0; i < labels.length; i++)
			if (heights[i] != 0) ConnectedAreas.mark(labels, i);
		return ConnectedAreas.connect(labels, width, Connectivity.FOUR, 0);
	}

	private int regions(final byte[] heights, final int[] labels,
		final int width)
	{
		for (int i = 0; i < labels.length; i++)
			if (heights[i] == SeededFlood.SEED) ConnectedAreas.mark(labels, i);
		final int seeds = ConnectedAreas.connect(labels, width, Connectivity.FOUR,
			0);
		dropSmallSeeds(labels, heights, seeds);
		SeededFlood.run(heights, labels, width);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == 0 && heights[i] != 0) ConnectedAreas.mark(labels, i);
		return ConnectedAreas.connect(labels, width, Connectivity.FOUR, seeds);
	}

	/**
	 * Small seeds become foreground like any other: they would cut a region in
	 * two.
	 */
	private void dropSmallSeeds(final int[] labels, final byte[] heights,
		final int seeds)
	{
		final int[] size = sizes(labels, seeds);
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == 0 || size[labels[i]] >= rule.minSize()) continue;
			labels[i] = 0;
			heights[i] = (byte) LEVELS;
		}
	}

	private int dropSmall(final int[] labels, final int objects) {
		final int[] number = sizes(labels, objects);
		int n = 0;
		for (int k = 1; k <= objects; k++)
			number[k] = number[k] < Math.max(1, rule.minSize()) ? 0 : ++n;
		number[0] = 0;
		for (int i = 0; i < labels.length; i++)
			labels[i] = number[labels[i]];
		return n;
	}

	/** Pixels of the labels 0..n. */
	static int[] sizes(final int[] labels, final int n) {
		final int[] size = new int[n + 1];
		for (final int label : labels)
			size[label]++;
		return size;
	}
}
