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

package org.unetlens.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.SegmentedImage;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.Models;

import ij.ImagePlus;
import ij.process.ByteProcessor;

/**
 * Time and peak memory of one large 8-bit image, input and label image
 * included. Arguments: side in pixels, MB for tiles. Peak memory is read on
 * Linux.
 */
public final class LargeImageBenchmark {

	private LargeImageBenchmark() {}

	public static void main(final String[] args) throws IOException {
		final int side = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
		final long memory = args.length > 1 ? Long.parseLong(args[1]) : 1024;
		final ImagePlus image = new ImagePlus("large", nuclei(side));
		Engine.start();
		try (ImageSegmenter segmenter = ImageSegmenter.of(Models.open("nuclei"),
			SegmenterOptions.defaults().withMemoryBudget(memory << 20)))
		{
			final long start = System.nanoTime();
			final SegmentedImage result = segmenter.segment(image, Progress.NONE);
			final double network = (System.nanoTime() - start) / 1e9;
			final ImagePlus labels = result.labels();
			System.out.printf("%d x %d px, %d MB for tiles: %.1f s, %s, %d objects%n",
				side, side, memory, network, labels.getBitDepth() + "-bit labels",
				result.maxObjects());
		}
		final Path status = Path.of("/proc/self/status");
		if (Files.exists(status)) for (final String line : Files.readAllLines(
			status))
			if (line.startsWith("VmHWM")) System.out.println("peak resident memory " +
				line.substring(6).trim());
	}

	/** A generated field repeated over the whole image. */
	private static ByteProcessor nuclei(final int side) {
		final int period = 1000;
		final Img<UnsignedShortType> field = NucleiField.default2d().withSize(
			period, period).withBits(8).generate().image();
		final byte[] one = new byte[period * period];
		int i = 0;
		for (final UnsignedShortType value : field)
			one[i++] = (byte) value.get();
		final byte[] pixels = new byte[side * side];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x += period)
				System.arraycopy(one, y % period * period, pixels, y * side + x, Math
					.min(period, side - x));
		return new ByteProcessor(side, side, pixels);
	}
}
