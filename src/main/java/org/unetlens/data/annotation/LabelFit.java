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
import java.util.Optional;

import org.unetlens.data.Sample;
import org.unetlens.data.Targets;

/**
 * How well the classes of a sample fit its image: the share of the variance of
 * intensities, or of that of edges (mean gradient in 5 x 5 px), that the
 * classes explain (correlation ratio), whichever is larger in any channel.
 * Labels of another image explain next to nothing. Immutable.
 *
 * @param share explained, 0 to 1
 * @param byChance the largest share when the labels are shifted
 * @param better how the labels fit far better, if they do
 */
public record LabelFit(double share, double byChance,
		Optional<Orientation> better) {

	private static final double NONE = 0.03;
	private static final double CLEAR = 0.1;
	private static final int SHIFTS = 7;
	/** Pixels that are compared; more would not change a verdict. */
	private static final int LOOKS = 40_000;

	/** Whether the labels fit no better than by chance. */
	public boolean isBad() {
		return share < NONE && share < 2 * byChance || better.isPresent();
	}

	static LabelFit of(final Sample sample, final Targets targets,
		final int classes)
	{
		final Measure measure = new Measure(sample, targets, classes);
		final int w = sample.width();
		final int h = sample.height();
		final double share = measure.share((x, y) -> y * w + x);
		double byChance = 0;
		for (int k = 1; k <= SHIFTS; k++) {
			final int dx = k * w / (SHIFTS + 1);
			final int dy = k * 3 % (SHIFTS + 1) * h / (SHIFTS + 1);
			byChance = Math.max(byChance, measure.share((x, y) -> (y + dy) % h * w +
				(x + dx) % w));
		}
		return new LabelFit(share, byChance, better(measure, share, w, h));
	}

	private static Optional<Orientation> better(final Measure measure,
		final double share, final int w, final int h)
	{
		double best = Math.max(CLEAR, 3 * share);
		Optional<Orientation> better = Optional.empty();
		for (final Orientation o : Orientation.values()) {
			if (o == Orientation.TRANSPOSED && w != h) continue;
			final double turned = measure.share((x, y) -> o.source(x, y, w, h));
			if (turned <= best) continue;
			best = turned;
			better = Optional.of(o);
		}
		return better;
	}

	/** Where the class of a pixel is taken from. */
	private interface Source {

		int at(int x, int y);
	}

	/** Not thread-safe. */
	private static final class Measure {

		private final int width;
		private final int height;
		private final byte[] classes;
		private final int numClasses;
		private final float[][] features;
		private final int[] looks;

		Measure(final Sample sample, final Targets targets, final int numClasses) {
			width = sample.width();
			height = sample.height();
			classes = targets.classes();
			this.numClasses = numClasses;
			looks = looks();
			features = new float[2 * sample.channels()][];
			for (int c = 0; c < sample.channels(); c++) {
				features[2 * c] = clipped(sample.channelArray(c));
				features[2 * c + 1] = smooth(edges(features[2 * c]));
			}
		}

		/** The share when the class of each pixel is that of its source. */
		double share(final Source source) {
			final byte[] moved = new byte[looks.length];
			for (int k = 0; k < looks.length; k++)
				moved[k] = classes[source.at(looks[k] % width, looks[k] / width)];
			double largest = 0;
			for (final float[] feature : features)
				largest = Math.max(largest, share(feature, moved));
			return largest;
		}

		private double share(final float[] feature, final byte[] moved) {
			final double[] sums = new double[numClasses];
			final long[] counts = new long[numClasses];
			double sum = 0;
			double squares = 0;
			for (int k = 0; k < moved.length; k++) {
				if (moved[k] == Targets.IGNORED) continue;
				final double value = feature[looks[k]];
				sums[moved[k]] += value;
				counts[moved[k]]++;
				sum += value;
				squares += value * value;
			}
			final double n = Math.max(1, Arrays.stream(counts).sum());
			final double variance = squares - sum * sum / n;
			double between = 0;
			for (int c = 0; c < numClasses; c++)
				if (counts[c] > 0) between += sums[c] * sums[c] / counts[c];
			return variance > 0 ? (between - sum * sum / n) / variance : 0;
		}

		/** Pixels of a grid, at most so many. */
		private int[] looks() {
			final int step = Math.max(1, (int) Math.ceil(Math.sqrt(classes.length /
				(double) LOOKS)));
			final int columns = (width + step - 1) / step;
			final int rows = (height + step - 1) / step;
			final int[] grid = new int[columns * rows];
			for (int k = 0; k < grid.length; k++)
				grid[k] = k / columns * step * width + k % columns * step;
			return grid;
		}

		/** A few extreme pixels must not decide. */
		private static float[] clipped(final float[] values) {
			final float[] sorted = values.clone();
			Arrays.sort(sorted);
			final float low = sorted[(int) (0.01 * (sorted.length - 1))];
			final float high = sorted[(int) (0.99 * (sorted.length - 1))];
			// NB: From 0 on, so that the sums of squares stay exact.
			for (int i = 0; i < values.length; i++)
				values[i] = Math.max(0, Math.min(high - low, values[i] - low));
			return values;
		}

		private float[] edges(final float[] v) {
			final float[] edges = new float[v.length];
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					final int i = y * width + x;
					final float dx = v[x + 1 < width ? i + 1 : i] - v[x > 0 ? i - 1 : i];
					final float dy = v[y + 1 < height ? i + width : i] - v[y > 0 ? i -
						width : i];
					edges[i] = (float) Math.sqrt(dx * dx + dy * dy);
				}
			return edges;
		}

		private float[] smooth(final float[] v) {
			return mean(mean(v, 1, width), width, height);
		}

		/** Mean of five pixels along one axis. */
		private static float[] mean(final float[] v, final int step,
			final int length)
		{
			final float[] mean = new float[v.length];
			for (int i = 0; i < v.length; i++) {
				final int place = i / step % length;
				float sum = 0;
				int n = 0;
				for (int k = Math.max(-2, -place); k <= Math.min(2, length - 1 -
					place); k++, n++)
					sum += v[i + k * step];
				mean[i] = sum / n;
			}
			return mean;
		}
	}
}
