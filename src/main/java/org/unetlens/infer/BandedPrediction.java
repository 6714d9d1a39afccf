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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.engine.Progress;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;
import org.unetlens.infer.TileGrid.Tile;
import org.unetlens.infer.TiledPrediction.RowSink;
import org.unetlens.label.ObjectBands;
import org.unetlens.network.NetworkSignature;
import org.unetlens.tensor.Scaling;

/**
 * Feeds a search for objects with what the network says, from top to bottom. Of
 * the probabilities only what the rule for objects needs is kept: one byte per
 * pixel of the rows that are not finished.
 *
 * @param prediction stays the caller's
 */
record BandedPrediction(TiledPrediction prediction, NetworkSignature signature,
		TestTimeAugmentation augmentation) {

	/** @param image axes (x, y, channel), minimum 0 */
	<T extends RealType<T>> void run(final RandomAccessibleInterval<T> image,
		final Scaling scaling, final ObjectBands objects, final Progress progress)
	{
		final int width = Math.toIntExact(image.dimension(0));
		if (augmentation != TestTimeAugmentation.NONE) {
			averaged(image, scaling, objects, progress);
			return;
		}
		final byte[] heights = new byte[Math.multiplyExact(width, prediction
			.mostRows(width, image.dimension(1)))];
		final int n = signature.classes();
		final int[] classes = objects.classes();
		prediction.runRows(image, scaling, new RowSink() {

			/** Row of the image at which {@code heights} begins. */
			private long first;

			@Override
			public void accept(final Tile tile, final int tileWidth, final long y,
				final int rows, final float[] probabilities, final int start)
			{
				final float[][] row = new float[classes.length][tile.coreWidth()];
				for (int k = 0; k < rows; k++) {
					final int from = start + (int) (k * (long) tileWidth + tile.coreX() -
						tile.x()) * n;
					for (int c = 0; c < classes.length; c++)
						for (int x = 0, in = from +
							classes[c]; x < row[c].length; x++, in += n)
							row[c][x] = probabilities[in];
					objects.heights(row, tile.coreWidth(), heights, (int) ((y + k -
						first) * width + tile.coreX()));
				}
			}

			@Override
			public void finished(final long y, final int rows) {
				add(objects, heights, width, y, rows);
				first = y + rows;
			}
		}, progress);
	}

	private static void add(final ObjectBands objects, final byte[] heights,
		final int width, final long first, final int rows)
	{
		objects.add(rows, (y, n, to) -> System.arraycopy(heights, (int) (y -
			first) * width, to, 0, n * width));
	}

	/**
	 * Bands with enough rows around them that the network sees no edge, cut so
	 * that each view is pooled in step with that view of the whole image. Where a
	 * view ends, the last cells of the deepest level may be incomplete, so up to
	 * a step more is needed.
	 */
	private <T extends RealType<T>> void averaged(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final ObjectBands objects, final Progress progress)
	{
		final long height = image.dimension(1);
		final int step = signature.tiles().step();
		final int halo = signature.tiles().halo() + step;
		// NB: Enough that the rows around a band are few beside it.
		final int rows = Math.max(8 * halo, prediction.mostRows(image.dimension(0),
			height));
		final int bands = (int) ((height + rows - 1) / rows);
		for (int k = 0; k < bands; k++) {
			final long from = (long) k * rows;
			final long to = Math.min(height, from + rows);
			final long top = Math.max(0, Math.floorDiv(from - halo, step) * step);
			final long below = Math.max(0, Math.floorDiv(height - to - halo, step) *
				step);
			final RandomAccessibleInterval<T> part = Views.interval(image,
				new long[] { 0, top, 0 }, new long[] { image.dimension(0) - 1, height -
					below - 1, image.dimension(2) - 1 });
			final BandProgress own = new BandProgress(progress, k, bands);
			final PlanarImg<FloatType, FloatArray> mean = Augmentations.of(
				augmentation).average(part, view -> prediction.run(view, scaling, Math
					.max(2, signature.classes() - 1), own));
			add(objects, mean, (int) (from - top), (int) (to - from));
		}
	}

	private static void add(final ObjectBands objects,
		final PlanarImg<FloatType, FloatArray> mean, final int skipped,
		final int rows)
	{
		final int width = (int) mean.dimension(0);
		final int[] classes = objects.classes();
		final byte[] heights = new byte[Math.multiplyExact(width, rows)];
		final float[][] row = new float[classes.length][width];
		for (int y = 0; y < rows; y++) {
			for (int k = 0; k < classes.length; k++)
				System.arraycopy(mean.getPlane(classes[k]).getCurrentStorageArray(),
					(skipped + y) * width, row[k], 0, width);
			objects.heights(row, width, heights, y * width);
		}
		final int first = objects.row();
		add(objects, heights, width, first, rows);
	}

	/** The progress of a band as part of that of the image. */
	private record BandProgress(Progress all, int band, int bands)
			implements
				Progress {

		@Override
		public void update(final long done, final long total,
			final String message)
		{
			all.update(band * total + done, bands * total, message);
		}

		@Override
		public boolean isCanceled() {
			return all.isCanceled();
		}
	}
}
