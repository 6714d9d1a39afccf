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

package org.unetlens.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.unetlens.network.PathGradients;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.ReceptiveField.Extent;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.NormalizedBlocks;

/**
 * Computes effective receptive fields on a part of the canvas just large enough
 * for the theoretical one, and keeps the graphs for the next pixel. Not
 * thread-safe.
 */
final class GradientReader {

	private final UNet net;
	private PathGradients gradients;

	/** @param net stays the caller's, and open */
	GradientReader(final UNet net) {
		this.net = net;
	}

	/**
	 * @param image normalised
	 * @param x column of the output pixel in the image
	 * @param y its row
	 */
	List<PathGradient> read(final NormalizedBlocks image, final Canvas canvas,
		final long x, final long y, final int classIndex)
	{
		final TileShape shape = new TileShape(1, side(canvas.shape().height()),
			side(canvas.shape().width()));
		final long left = start(canvas, x, canvas.shape().width(), shape.width());
		final long top = start(canvas, y, canvas.shape().height(), shape.height());
		final float[] values = new float[Math.toIntExact(shape.pixels() * image
			.channels())];
		image.read(left, top, shape.width(), shape.height(), values, 0);
		if (gradients == null || !gradients.shape().equals(shape)) gradients = net
			.pathGradients(shape);
		final Map<Integer, float[]> parts = gradients.of(values, (int) (y - top),
			(int) (x - left), classIndex);
		final Interval crop = Intervals.createMinSize(left, top, shape.width(),
			shape.height());
		final List<PathGradient> all = new ArrayList<>();
		all.add(gradient(-1, sum(parts), crop, x, y));
		parts.forEach((level, part) -> all.add(gradient(level, part, crop, x, y)));
		return all;
	}

	/**
	 * NB: The cell of the bottleneck around the pixel and what is seen from
	 * there: one shape serves all pixels.
	 */
	private int side(final int canvas) {
		return Math.min(canvas, 2 * ReceptiveField.halo(net.spec()) + net.spec()
			.tileStep());
	}

	/** First pixel of the part, in the image, whose margin is negative. */
	private long start(final Canvas canvas, final long pixel, final int length,
		final int part)
	{
		final UNetSpec spec = net.spec();
		final long cell = (pixel + canvas.margin()) / spec.tileStep() * spec
			.tileStep();
		return Math.max(0, Math.min(length - part, cell - ReceptiveField.halo(
			spec))) - canvas.margin();
	}

	private static float[] sum(final Map<Integer, float[]> parts) {
		final float[] sum = new float[parts.values().iterator().next().length];
		for (final float[] part : parts.values())
			for (int i = 0; i < sum.length; i++)
				sum[i] += part[i];
		return sum;
	}

	private PathGradient gradient(final int level, final float[] signed,
		final Interval crop, final long x, final long y)
	{
		final int channels = net.signature().channels();
		final float[] magnitude = new float[signed.length / channels];
		for (int i = 0; i < signed.length; i++)
			magnitude[i / channels] += Math.abs(signed[i]);
		final Interval box = box(level, x, y);
		final RandomAccessibleInterval<FloatType> image = Views.interval(Views
			.translate(ArrayImgs.floats(magnitude, crop.dimension(0), crop.dimension(
				1)), crop.min(0), crop.min(1)), Intervals.intersect(crop, box));
		final EnergyRadius radius = EnergyRadius.of(image, x, y);
		return new PathGradient(level, box, image, radius.holding(0.5), radius
			.holding(0.95));
	}

	private Interval box(final int level, final long x, final long y) {
		final Extent columns = extent(level, x);
		final Extent rows = extent(level, y);
		return new FinalInterval(new long[] { columns.from(), rows.from() },
			new long[] { columns.to(), rows.to() });
	}

	private Extent extent(final int level, final long position) {
		return level < 0 || level == net.spec().depth() ? ReceptiveField
			.throughBottleneck(net.spec(), position) : ReceptiveField.throughSkip(net
				.spec(), level, position);
	}
}
