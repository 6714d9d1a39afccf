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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts nuclei side by side onto a plane. Not thread-safe. */
final class NucleiCanvas {

	/** A nucleus of which less is in the picture is left out, px. */
	private static final int LEAST = 20;
	/** The same of fragments, px, and their smallest radius. */
	private static final int FRAGMENT = 8;
	private static final double SMALLEST = 1.8;
	private static final int ATTEMPTS = 30;

	final float[] light;
	final int[] labels;
	private final int width;
	private final int height;
	private final double[] depth;
	private final List<Nucleus> nuclei = new ArrayList<>();
	/** Pixels of each label; nothing is said of background. */
	private int[] seen = new int[1];
	private final RandomGenerator random;

	NucleiCanvas(final int width, final int height,
		final RandomGenerator random)
	{
		this.width = width;
		this.height = height;
		this.random = random;
		light = new float[width * height];
		labels = new int[width * height];
		depth = new double[width * height];
		Arrays.fill(depth, Double.POSITIVE_INFINITY);
	}

	/** Tries to add a nucleus anywhere, free of the others. */
	void addAlone(final double radius, final double brightness) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final Nucleus nucleus = new Nucleus(-radius + random.nextDouble() *
				(width + 2 * radius), -radius + random.nextDouble() * (height + 2 *
					radius), radius, brightness, 1, random);
			if (fits(nucleus, 1.25, 0, LEAST)) {
				paint(nucleus, 1);
				return;
			}
		}
	}

	/** Tries to add a nucleus that touches or slightly covers another one. */
	void addTouching(final double radius, final double brightness,
		final double overlap)
	{
		if (nuclei.isEmpty()) addAlone(radius, brightness);
		else for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final Nucleus nucleus = beside(nuclei.get(random.nextInt(nuclei.size())),
				radius, brightness, 0.8, 0.35, 1);
			if (!fits(nucleus, 1, overlap, LEAST) || fits(nucleus, 1.15, 0, LEAST))
				continue;
			paint(nucleus, 1);
			return;
		}
	}

	/**
	 * Tries to add a nucleus that has broken into round fragments of all sizes,
	 * which cover each other in part (micronuclei after a failed division, dying
	 * cells).
	 *
	 * @param radius of the largest fragment possible, px
	 */
	void addBroken(final double radius, final double brightness) {
		final int first = nuclei.size();
		final double usual = radius * (0.22 + 0.28 * random.nextDouble());
		final double count = Math.exp(Math.log(2) + Math.log(13) * random
			.nextDouble());
		addAlone(random.nextDouble() < 0.6 ? radius * (0.5 + 0.5 * random
			.nextDouble()) : usual, brightness);
		for (int n = 1; n < count && nuclei.size() > first; n++)
			addFragment(first, Math.min(radius, usual * Math.exp(0.38 * random
				.nextGaussian())), brightness * Math.exp(0.3 * random.nextGaussian()));
	}

	/** Beside a nucleus from the first one on. */
	private void addFragment(final int first, final double radius,
		final double brightness)
	{
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final Nucleus other = nuclei.get(first + random.nextInt(nuclei.size() -
				first));
			final Nucleus fragment = beside(other, Math.max(SMALLEST, radius),
				brightness, 0.62, 0.5, 0.5);
			if (!fits(fragment, 1, 0.42, FRAGMENT) || hides(fragment)) continue;
			paint(fragment, 0.15 + 0.65 * random.nextDouble());
			return;
		}
	}

	/**
	 * @param nearest distance of the centres, 1 = the sum of the radii
	 * @param spread of that distance
	 */
	private Nucleus beside(final Nucleus other, final double radius,
		final double brightness, final double nearest, final double spread,
		final double deformation)
	{
		final double direction = 2 * Math.PI * random.nextDouble();
		final double distance = (nearest + spread * random.nextDouble()) *
			(other.radius + radius);
		return new Nucleus(other.x + distance * Math.cos(direction), other.y +
			distance * Math.sin(direction), radius, brightness, deformation, random);
	}

	/**
	 * Whether at most a share of the nucleus, grown by a factor, lies on others,
	 * and enough of it inside the picture.
	 */
	private boolean fits(final Nucleus nucleus, final double growth,
		final double share, final int least)
	{
		final int[] counts = new int[2];
		visit(nucleus, growth, (i, d) -> {
			counts[0]++;
			if (labels[i] > 0) counts[1]++;
		});
		return counts[0] >= least * growth * growth && counts[1] <= share *
			counts[0];
	}

	/** Whether too little of it, or of what it covers, would be seen. */
	private boolean hides(final Nucleus fragment) {
		final int[] left = Arrays.copyOf(seen, nuclei.size() + 2);
		final BitSet changed = new BitSet();
		changed.set(nuclei.size() + 1);
		visit(fragment, 1, (i, d) -> {
			if (d >= depth[i]) return;
			left[labels[i]]--;
			left[nuclei.size() + 1]++;
			changed.set(labels[i]);
		});
		changed.clear(0);
		return changed.stream().anyMatch(label -> left[label] < FRAGMENT);
	}

	/**
	 * NB: Light adds up; the truth belongs to whose middle is nearer.
	 *
	 * @param share of the darker light that is added where two lie over each
	 *          other, 0 to 1
	 */
	private void paint(final Nucleus nucleus, final double share) {
		nuclei.add(nucleus);
		seen = Arrays.copyOf(seen, nuclei.size() + 1);
		visit(nucleus, 1, (i, d) -> {
			final float own = (float) nucleus.light(i % width, i / width, d);
			final float darker = Math.min(own, light[i]);
			light[i] += own - (float) (1 - share) * darker;
			if (d >= depth[i]) return;
			depth[i] = d;
			seen[labels[i]]--;
			labels[i] = nuclei.size();
			seen[labels[i]]++;
		});
	}

	private void visit(final Nucleus nucleus, final double growth,
		final PixelVisitor visitor)
	{
		final double reach = growth * nucleus.reach();
		final int top = (int) Math.max(0, Math.floor(nucleus.y - reach));
		final int bottom = (int) Math.min(height - 1, nucleus.y + reach);
		final int left = (int) Math.max(0, Math.floor(nucleus.x - reach));
		final int right = (int) Math.min(width - 1, nucleus.x + reach);
		for (int y = top; y <= bottom; y++)
			for (int x = left; x <= right; x++) {
				final double d = nucleus.depth(x, y);
				if (d < growth) visitor.visit(y * width + x, d);
			}
	}

	@FunctionalInterface
	private interface PixelVisitor {

		void visit(int pixel, double depth);
	}
}
