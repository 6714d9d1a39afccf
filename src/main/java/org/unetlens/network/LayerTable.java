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

package org.unetlens.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

import org.unetlens.network.ReceptiveField.Extent;

/**
 * Sizes and receptive fields of all layers of a network, by arithmetic; it is
 * not run. With SAME padding a map has a cell for each 2^level pixels that the
 * image at least touches. With VALID padding each 3x3 convolution takes 2 cells
 * off, and not every size goes through.
 */
public final class LayerTable {

	private final UNetSpec spec;
	private final boolean same;
	private final List<LayerGeometry> rows = new ArrayList<>();
	private long height;
	private long width;

	private LayerTable(final UNetSpec spec, final long height, final long width) {
		this.spec = spec;
		same = spec.padding() == Padding.SAME;
		this.height = height;
		this.width = width;
	}

	/**
	 * A row for every convolution, pooling, up-convolution and merge and for the
	 * head, in running order. A pooling's map belongs to the level below. Merges
	 * are there for the network's skips only.
	 *
	 * @param height of the image in pixels
	 * @param width of the image in pixels
	 * @throws IllegalArgumentException that names the next legal sizes, when the
	 *           network cannot take this one
	 */
	public static List<LayerGeometry> of(final UNetSpec spec, final long height,
		final long width)
	{
		requireLegal(spec, "high", height);
		requireLegal(spec, "wide", width);
		final LayerTable table = new LayerTable(spec, height, width);
		for (int k = 0; k <= spec.depth(); k++)
			table.contract(k, height, width);
		for (int k = spec.depth() - 1; k >= 0; k--)
			table.expand(k, height, width);
		final int third = spec.form().headWidth();
		if (third > 0) table.add(LayerNames.THIRD, 0, third, p -> ReceptiveField
			.decoder(spec, 0, 3, p));
		table.add(LayerNames.HEAD, 0, spec.classes(), p -> ReceptiveField.decoder(
			spec, 0, third > 0 ? 3 : 2, p));
		return List.copyOf(table.rows);
	}

	/** The row of one layer; an error names those that the network has. */
	public static LayerGeometry row(final UNetSpec spec, final long height,
		final long width, final String layer)
	{
		final List<LayerGeometry> rows = of(spec, height, width);
		return rows.stream().filter(r -> r.layer().equals(layer)).findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
				"The network has no layer named " + layer + "; it has " + rows.stream()
					.map(LayerGeometry::layer).toList()));
	}

	private void contract(final int level, final long imageHeight,
		final long imageWidth)
	{
		for (int i = 1; i <= 2; i++) {
			final int convolutions = i;
			convolve();
			add(LayerNames.encoder(level, i), level, spec.width(level),
				p -> ReceptiveField.encoder(level, convolutions, p));
		}
		if (level == spec.depth()) return;
		height = same ? cells(imageHeight, level + 1) : height / 2;
		width = same ? cells(imageWidth, level + 1) : width / 2;
		add(LayerNames.pool(level), level + 1, spec.width(level),
			p -> ReceptiveField.encoder(level + 1, 0, p));
	}

	private void expand(final int level, final long imageHeight,
		final long imageWidth)
	{
		height = same ? cells(imageHeight, level) : 2 * height;
		width = same ? cells(imageWidth, level) : 2 * width;
		add(LayerNames.up(level), level, spec.upWidth(level), p -> ReceptiveField
			.up(spec, level, p));
		if (spec.skips().contains(level)) add(LayerNames.merge(level), level, spec
			.upWidth(level) + spec.width(level), p -> ReceptiveField.decoder(spec,
				level, 0, p));
		for (int i = 1; i <= 2; i++) {
			final int convolutions = i;
			convolve();
			add(LayerNames.decoder(level, i), level, spec.width(level),
				p -> ReceptiveField.decoder(spec, level, convolutions, p));
		}
	}

	private void convolve() {
		if (same) return;
		height -= 2;
		width -= 2;
	}

	private void add(final String layer, final int level, final int channels,
		final LongFunction<Extent> extent)
	{
		rows.add(new LayerGeometry(layer, level, height, width, channels,
			1L << level, ReceptiveField.largest(spec, extent)));
	}

	private static long cells(final long pixels, final int level) {
		return pixels + (1L << level) - 1 >> level;
	}

	/**
	 * NB: With VALID padding a side n becomes n - 12 * 2^d + 8, and every side
	 * that is pooled must be even: n + 4 a multiple of 2^d.
	 */
	private static void requireLegal(final UNetSpec spec, final String side,
		final long n)
	{
		if (spec.padding() == Padding.SAME) {
			if (n < 1) throw new IllegalArgumentException("The image is " + n +
				" px " + side + "; it must be at least 1 px");
			return;
		}
		final int step = spec.tileStep();
		final long lost = 12L * step - 8;
		final long smallest = (lost + 4) / step * step + step - 4;
		if (n >= smallest && (n + 4) % step == 0) return;
		final long below = Math.floorDiv(n + 4, step) * step - 4;
		throw new IllegalArgumentException("The image is " + n + " px " + side +
			", which a network of depth " + spec.depth() +
			" with VALID padding cannot take; the next legal sizes are " +
			(n < smallest ? smallest + " and " + (smallest + step) : below + " and " +
				(below + step)) +
			" px. Crop the image, or mirror its border, to one of them");
	}
}
