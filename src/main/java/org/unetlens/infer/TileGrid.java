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
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.unetlens.network.TileRule;

/**
 * How an image plane is cut into tiles of one shape, so that the tiled result
 * equals the untiled one. The network runs on a canvas: the image with a
 * mirrored margin, its sides such as the network takes. Inside the canvas each
 * tile sees a halo of real neighbours as large as the receptive field reaches;
 * where a tile ends at the edge of the canvas, so would the untiled network.
 * Immutable.
 */
public final class TileGrid {

	/**
	 * One tile, in pixels of the image (which starts at 0, 0). It sees [x, x +
	 * tileWidth) x [y, y + tileHeight) and contributes its core.
	 */
	public record Tile(long x, long y, long coreX, long coreY, int coreWidth,
			int coreHeight) {
	}

	/**
	 * One axis: where tiles start and which part each contributes, in canvas
	 * pixels.
	 */
	private record Axis(int tile, int count, long canvas, int halo) {

		/** The smallest tile with which {@code count} tiles cover the canvas. */
		static Axis of(final long canvas, final int count, final TileRule rule) {
			final long need = count == 1 ? canvas : (canvas + 2L * rule.halo() *
				(count - 1) + count - 1) / count;
			return new Axis(Math.toIntExact(Math.min(canvas, rule.atLeast(need))),
				count, canvas, rule.halo());
		}

		long start(final int i) {
			return Math.min((long) i * (tile - 2 * halo), canvas - tile);
		}

		long coreStart(final int i) {
			return i == 0 ? 0 : start(i - 1) + tile - halo;
		}

		long coreEnd(final int i) {
			return i == count - 1 ? canvas : start(i) + tile - halo;
		}
	}

	private final Axis columns;
	private final Axis rows;
	private final int margin;
	private final List<Tile> tiles = new ArrayList<>();

	private TileGrid(final Axis columns, final Axis rows, final int margin,
		final long width, final long height)
	{
		this.columns = columns;
		this.rows = rows;
		this.margin = margin;
		for (int j = 0; j < rows.count(); j++)
			for (int i = 0; i < columns.count(); i++) {
				final long x = Math.max(0, columns.coreStart(i) - margin);
				final long y = Math.max(0, rows.coreStart(j) - margin);
				final long w = Math.min(width, columns.coreEnd(i) - margin) - x;
				final long h = Math.min(height, rows.coreEnd(j) - margin) - y;
				if (w > 0 && h > 0) tiles.add(new Tile(columns.start(i) - margin, rows
					.start(j) - margin, x, y, (int) w, (int) h));
			}
	}

	/**
	 * The grid that takes the least time.
	 *
	 * @param width of the image in pixels, at least 1
	 * @param height of the image in pixels, at least 1
	 * @param rule which tiles the network takes
	 * @param maxWidth of a tile; the narrowest legal tile is taken when even that
	 *          is wider
	 * @param maxHeight of a tile, likewise
	 */
	public static TileGrid of(final long width, final long height,
		final TileRule rule, final long maxWidth, final long maxHeight)
	{
		return new TileGrid(best(candidates(canvas(width, rule), rule), maxWidth),
			best(candidates(canvas(height, rule), rule), maxHeight), rule.step(),
			width, height);
	}

	/** The one that computes the fewest pixels. */
	private static Axis best(final List<Axis> axes, final long max) {
		return axes.stream().filter(a -> a.tile() <= max).min(Comparator
			.comparingLong(a -> (long) a.count() * a.tile())).orElse(axes.get(axes
				.size() - 1));
	}

	/** The grid of one tile: the whole canvas. */
	static TileGrid single(final long width, final long height,
		final TileRule rule)
	{
		return new TileGrid(Axis.of(canvas(width, rule), 1, rule), Axis.of(canvas(
			height, rule), 1, rule), rule.step(), width, height);
	}

	private static long canvas(final long size, final TileRule rule) {
		return rule.atLeast(size + 2L * rule.step());
	}

	/**
	 * Every number of tiles from one to where the tile is hardly more than its
	 * halo.
	 */
	private static List<Axis> candidates(final long canvas, final TileRule rule) {
		final int narrow = Math.max(rule.least(), 2 * rule.halo() + rule.step());
		final List<Axis> all = new ArrayList<>();
		all.add(Axis.of(canvas, 1, rule));
		int last = all.get(0).tile();
		for (int n = 2; n <= 4096; n++) {
			final Axis axis = Axis.of(canvas, n, rule);
			if (axis.tile() <= 2 * rule.halo() || axis.tile() == last && axis
				.tile() <= narrow) break;
			if (axis.tile() < last) all.add(axis);
			last = axis.tile();
		}
		return all;
	}

	public int tileWidth() {
		return columns.tile();
	}

	public int tileHeight() {
		return rows.tile();
	}

	/** The tiles, row by row; their cores cover the image once. */
	public List<Tile> tiles() {
		return List.copyOf(tiles);
	}

	/** The same tiles, one list for each row of them. */
	List<List<Tile>> rows() {
		return List.copyOf(tiles.stream().collect(Collectors.groupingBy(Tile::coreY,
			TreeMap::new, Collectors.toList())).values());
	}

	/** Pixels of the image by pixels computed, 0 to 1. */
	public double usefulShare() {
		final long useful = tiles.stream().mapToLong(t -> (long) t.coreWidth() * t
			.coreHeight()).sum();
		return (double) useful / ((double) columns.tile() * rows.tile() * tiles
			.size());
	}
}
