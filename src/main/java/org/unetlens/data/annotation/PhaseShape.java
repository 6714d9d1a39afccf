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

import java.util.Arrays;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;
import org.unetlens.label.DistanceTransform;

/**
 * What one part of masks looks like, taken over some planes.
 *
 * @param share of all pixels, 0 to 1
 * @param depth distance to the edge of the part, px, below which 95 % of its
 *          pixels lie
 * @param areas connected areas per plane, edges joined
 * @param elongation area over that of disks as wide as its areas are: 1 for
 *          disks, large for lines
 */
record PhaseShape(double share, double depth, double areas, double elongation) {

	/** A part of one plane, row by row. */
	record Plane(boolean[] part, int width) {
	}

	static PhaseShape of(final List<Plane> planes) {
		final Sums sums = new Sums();
		planes.forEach(sums::add);
		return sums.shape(planes.size());
	}

	/** Whether the part is thin beside another: lines between areas. */
	boolean isThinBeside(final PhaseShape other) {
		return share < 0.5 && depth < 0.5 * other.depth;
	}

	private static final class Sums {

		private long pixels;
		private long all;
		private long areas;
		private double disks;
		private float[] depths = new float[0];

		void add(final Plane plane) {
			final int n = plane.part.length;
			final int height = n / plane.width;
			final boolean[] rest = new boolean[n];
			final int[] mask = new int[n];
			for (int i = 0; i < n; i++) {
				rest[i] = !plane.part[i];
				mask[i] = plane.part[i] ? 1 : 0;
			}
			final float[] distance = DistanceTransform.distance(rest, plane.width,
				height);
			final int before = depths.length;
			int end = before;
			depths = Arrays.copyOf(depths, before + n);
			for (int i = 0; i < n; i++)
				// NB: Without any rest all distances are infinite.
				if (plane.part[i]) depths[end++] = Math.min(distance[i], plane.width +
					height);
			depths = Arrays.copyOf(depths, end);
			pixels += end - before;
			all += n;
			addAreas(mask, plane.width, distance);
		}

		private void addAreas(final int[] mask, final int width,
			final float[] distance)
		{
			final int[] area = new int[mask.length];
			int count = 0;
			int i = 0;
			for (final IntType label : ConnectedAreas.of(ArrayImgs.ints(mask, width,
				mask.length / width), Connectivity.FOUR))
			{
				area[i++] = label.get();
				count = Math.max(count, label.get());
			}
			final float[] widest = new float[count + 1];
			for (int k = 0; k < area.length; k++)
				widest[area[k]] = Math.max(widest[area[k]], Math.min(distance[k],
					width + mask.length / width));
			areas += count;
			for (int a = 1; a <= count; a++)
				disks += Math.PI * widest[a] * widest[a];
		}

		PhaseShape shape(final int planes) {
			Arrays.sort(depths);
			return new PhaseShape((double) pixels / Math.max(1, all),
				depths.length == 0 ? 0 : depths[(int) (0.95 * (depths.length - 1))],
				(double) areas / Math.max(1, planes), pixels / Math.max(1, disks));
		}
	}
}
