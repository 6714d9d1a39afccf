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
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.TiledPrediction;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Scaling;

/**
 * Whether memory grows with the number of tiles, while the size of the image
 * changes all the time: resident memory after every 1000 tiles. Arguments:
 * number of tiles (10,000). Needs Linux.
 */
public final class GrowthBenchmark {

	private GrowthBenchmark() {}

	public static void main(final String[] args) throws IOException {
		final int wanted = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
		Engine.start();
		final UNetSpec spec = UNetSpec.default2d(1, 3).withDepth(3).withBaseWidth(
			8);
		final Random random = new Random(1);
		final byte[] pixels = new byte[1000 * 1000];
		random.nextBytes(pixels);
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(pixels, 1000,
			1000, 1);
		final Scaling scaling = new Scaling(new float[] { 128 }, new float[] {
			0.01f });
		try (UNet net = new UNet(spec, InitialWeights.he(spec));
				TiledPrediction prediction = new TiledPrediction(net, 2, 2L * 160 *
					160 * net.bytesPerPixel()))
		{
			int images = 0;
			int next = 0;
			for (int tiles = 0; tiles < wanted; images++) {
				final int w = 100 + random.nextInt(900);
				final int h = 100 + random.nextInt(900);
				if (tiles >= next) {
					System.out.printf("%6d tiles, %4d images: %s%n", tiles, images,
						resident());
					next += 1000;
				}
				tiles += prediction.grid(w, h).tiles().size();
				prediction.run(Views.interval(image, new long[3], new long[] { w - 1,
					h - 1, 0 }), scaling, 2, Progress.NONE);
			}
			System.out.printf("end, %d images: %s%n", images, resident());
		}
	}

	private static String resident() throws IOException {
		System.gc();
		return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(
			l -> l.startsWith("VmRSS")).findFirst().orElse("VmRSS unknown")
			.replaceAll("\\s+", " ");
	}
}
