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

package org.unetlens.ij.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.ij.ImageExtent;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.Network;
import org.unetlens.network.TileRule;

/**
 * How many images are segmented at the same time. A small image takes less
 * processor time on one thread than on several, which wait for each other after
 * each layer; a large one would not fit several times. So images of which many
 * fit share out threads, native memory and heap; the others get all of it, one
 * after the other. Immutable.
 *
 * @param count images at the same time
 * @param each threads and native memory of each of them
 * @param beside images to do so
 * @param alone images to do one after the other with all threads
 */
record Lanes(int count, SegmenterOptions each, List<InputFile> beside,
		List<InputFile> alone) {

	/**
	 * Heap of one pixel of a stack besides its own bytes: stored probabilities
	 * (8), labels (4), their levels (1), what is written (up to 8), a plan's Java
	 * arrays (16), and as much again for what is not collected yet.
	 */
	private static final int HEAP_PER_PIXEL = 74;
	/** Rows of a plane in memory, fewer of which take longer. */
	private static final int ROWS = 384;
	/** Share of the free heap that is counted on. */
	private static final double HEAP_SHARE = 0.7;

	/** What limits the number of images. */
	record Limits(int threads, long nativeBytes, long heapBytes,
			long nativeBytesPerPixel) {

		/** All that there is now. */
		static Limits of(final SegmenterOptions options, final ModelBundle model) {
			final Runtime runtime = Runtime.getRuntime();
			final long free = runtime.maxMemory() - runtime.totalMemory() + runtime
				.freeMemory();
			try (Network net = model.network().open()) {
				return new Limits(options.threads(), options.memoryBudget(),
					(long) (free * HEAP_SHARE), net.bytesPerPixel());
			}
		}

		/** How many images like this one at the same time; 1 if unknown. */
		int images(final Optional<ImageExtent> image, final TileRule tiles) {
			if (image.isEmpty()) return 1;
			final long tile = tilePixels(image.get(), tiles.step()) *
				nativeBytesPerPixel;
			final long heap = image.get().pixels() * (HEAP_PER_PIXEL + image.get()
				.bytesPerPixel());
			return (int) Math.max(1, Math.min(threads, Math.min(nativeBytes / Math
				.max(1, tile), heapBytes / Math.max(1, heap))));
		}

		/** Those rows of a plane, with its margin, that are computed at a time. */
		private static long tilePixels(final ImageExtent image, final int step) {
			return (long) (image.width() + 3 * step) * Math.min(ROWS, image.height() +
				3 * step);
		}
	}

	Lanes {
		beside = List.copyOf(beside);
		alone = List.copyOf(alone);
	}

	static Lanes of(final List<InputFile> inputs, final SegmenterOptions options,
		final TileRule tiles, final Limits limits)
	{
		final int[] fitting = inputs.stream().mapToInt(f -> limits.images(
			ImageExtent.of(f.file()), tiles)).toArray();
		final int count = Math.min(inputs.size(), typical(fitting));
		final List<InputFile> beside = new ArrayList<>(), alone = new ArrayList<>();
		for (int i = 0; i < fitting.length; i++)
			(count > 1 && fitting[i] >= count ? beside : alone).add(inputs.get(i));
		final int lanes = Math.max(1, count);
		return new Lanes(lanes, options.withThreads(Math.max(1, options.threads() /
			lanes)).withMemoryBudget(options.memoryBudget() / lanes), beside, alone);
	}

	/** The median. */
	private static int typical(final int[] values) {
		return values.length == 0 ? 1 : java.util.Arrays.stream(values).sorted()
			.toArray()[values.length / 2];
	}
}
