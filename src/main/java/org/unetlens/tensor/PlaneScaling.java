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

package org.unetlens.tensor;

/**
 * Planes of one size as planes of another size. When shrunken, values are
 * averaged over the area of the new pixel; when enlarged, interpolated linearly
 * between the centres of pixels. Immutable and thread-safe.
 */
public final class PlaneScaling {

	private final Axis x;
	private final Axis y;

	/** From the old to the new size, px. */
	public PlaneScaling(final int width, final int height, final int newWidth,
		final int newHeight)
	{
		x = new Axis(width, newWidth);
		y = new Axis(height, newHeight);
	}

	/** The label under the centre of each new pixel. */
	public int[] labels(final int[] labels) {
		final int[] scaled = new int[x.length * y.length];
		for (int v = 0, i = 0; v < y.length; v++)
			for (int u = 0; u < x.length; u++, i++)
				scaled[i] = labels[y.centre[v] * x.source + x.centre[u]];
		return scaled;
	}

	/** Values row by row; a copy. */
	public float[] image(final float[] values) {
		final float[] rows = new float[x.length * y.source];
		for (int v = 0; v < y.source; v++)
			for (int u = 0; u < x.length; u++) {
				double sum = 0;
				for (int k = 0; k < x.weights[u].length; k++)
					sum += x.weights[u][k] * values[v * x.source + x.first[u] + k];
				rows[v * x.length + u] = (float) sum;
			}
		final float[] scaled = new float[x.length * y.length];
		for (int v = 0; v < y.length; v++)
			for (int k = 0; k < y.weights[v].length; k++)
				for (int u = 0; u < x.length; u++)
					scaled[v * x.length + u] += y.weights[v][k] * rows[(y.first[v] + k) *
						x.length + u];
		return scaled;
	}

	/** Which old pixels make each new one along one axis. */
	private static final class Axis {

		private final int source;
		private final int length;
		private final int[] centre;
		private final int[] first;
		private final float[][] weights;

		Axis(final int source, final int length) {
			this.source = source;
			this.length = length;
			centre = new int[length];
			first = new int[length];
			weights = new float[length][];
			final double step = (double) source / length;
			for (int i = 0; i < length; i++) {
				centre[i] = (int) ((i + 0.5) * step);
				if (step > 1) average(i, i * step, Math.min(source, (i + 1) * step));
				else interpolate(i, (i + 0.5) * step - 0.5);
			}
		}

		private void average(final int i, final double from, final double to) {
			first[i] = (int) from;
			final int last = Math.min(source - 1, (int) Math.ceil(to) - 1);
			weights[i] = new float[last - first[i] + 1];
			for (int k = first[i]; k <= last; k++)
				weights[i][k - first[i]] = (float) ((Math.min(to, k + 1) - Math.max(
					from, k)) / (to - from));
		}

		private void interpolate(final int i, final double place) {
			final double inside = Math.max(0, Math.min(source - 1, place));
			first[i] = Math.min((int) inside, Math.max(0, source - 2));
			final float share = (float) (inside - first[i]);
			weights[i] = source == 1 ? new float[] { 1 } : new float[] { 1 - share,
				share };
		}
	}
}
