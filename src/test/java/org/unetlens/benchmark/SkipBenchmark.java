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

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.OperatingSystemMXBean;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.EncodedImage;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SkipSession;
import org.unetlens.model.Models;
import org.unetlens.network.LayerNames;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;

/**
 * How long the parts of a skip comparison take with the bundled nuclei model
 * (depth 4, base width 16). Arguments: side of the image, rounds.
 */
public final class SkipBenchmark {

	private static final OperatingSystemMXBean SYSTEM =
		(OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private SkipBenchmark() {}

	public static void main(final String[] args) {
		final int side = args.length > 0 ? Integer.parseInt(args[0]) : 512;
		final int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
		Engine.start();
		final RandomAccessibleInterval<UnsignedShortType> image = Views
			.addDimension(NucleiField.default2d().withSize(side, side).generate()
				.image(), 0, 0);
		try (SkipSession session = SkipSession.of(Models.open("nuclei"),
			SegmenterOptions.defaults()))
		{
			final int depth = session.model().spec().depth();
			final SkipGains all = SkipGains.all(depth);
			final SkipGains none = SkipGains.of(SkipSet.none(), depth);
			System.out.printf(
				"%d x %d px, at most %d px; first / median / best, and processor time of the best%n",
				side, side, session.maxPixels());
			final EncodedImage[] encoded = new EncodedImage[1];
			time("encode", rounds, i -> encoded[0] = session.encode(image,
				Progress.NONE));
			time("decodeAll", rounds, i -> session.decodeAll(encoded[0],
				SkipFill.MEAN, (on, planes) -> {}, Progress.NONE));
			time("decode, all levels", rounds, i -> session.decode(encoded[0], i %
				2 == 0 ? all : none, SkipFill.MEAN));
			time("decode, skip 0 changed", rounds, i -> session.decode(encoded[0], i %
				2 == 0 ? all : all.with(0, 0.5), SkipFill.MEAN));
			for (final String layer : new String[] { LayerNames.encoder(0, 1),
				LayerNames.merge(0), LayerNames.merge(3) })
				time("features of " + layer, rounds, i -> session.features(encoded[0],
					all, SkipFill.MEAN, layer));
			time("gradients", rounds, i -> session.gradients(image, side / 2 + i,
				side / 3, 1));
		}
	}

	private interface Timed {

		void run(int round);
	}

	private static void time(final String name, final int rounds,
		final Timed work)
	{
		final double[] seconds = new double[rounds];
		double processor = Double.POSITIVE_INFINITY;
		for (int i = 0; i < rounds; i++) {
			final long cpu = SYSTEM.getProcessCpuTime();
			final long start = System.nanoTime();
			work.run(i);
			seconds[i] = (System.nanoTime() - start) / 1e9;
			processor = Math.min(processor, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
		}
		final double first = seconds[0];
		Arrays.sort(seconds);
		System.out.printf("%-28s %.3f / %.3f / %.3f s, %.3f s%n", name, first,
			seconds[rounds / 2], seconds[0], processor);
	}
}
