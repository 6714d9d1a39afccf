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

package org.unetlens.compare;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.data.NucleiField;
import org.unetlens.label.LabelPlane;
import org.unetlens.metrics.Boundary;
import org.unetlens.metrics.HausdorffDistance;
import org.unetlens.metrics.ObjectErrors;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.network.SkipSet;

/**
 * Times of measuring one output, and of effects with intervals: median of nine
 * runs after fifteen, time of the processor by one thread. Arguments: width,
 * height (512 512) and nuclei (200).
 */
public final class MeasuresBenchmark {

	private static final System.Logger LOG = System.getLogger(
		MeasuresBenchmark.class.getName());

	private MeasuresBenchmark() {}

	public static void main(final String... args) {
		final int width = args.length < 3 ? 512 : Integer.parseInt(args[0]);
		final int height = args.length < 3 ? 512 : Integer.parseInt(args[1]);
		final NucleiField field = NucleiField.default2d().withSize(width, height)
			.withRadius(9).withCount(args.length < 3 ? 200 : Integer.parseInt(
				args[2]));
		final Img<IntType> truth = field.generate().labels();
		final Img<IntType> labels = shifted(truth);
		final Img<FloatType> foreground = probabilities(labels);
		final float[] pixels = new float[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = foreground.getAt(i % width, i / width).get();
		final ReferenceMap reference = ReferenceMap.of(truth);
		final LabelPlane plane = LabelPlane.of(labels);
		final OverlapTable overlap = OverlapTable.of(reference.plane(), plane);
		final Boundary boundary = Boundary.of(plane);
		report("%d objects, %d lines", reference.objects(), reference.lines()
			.size());
		time("reference", () -> ReferenceMap.of(truth));
		time("all of one output", () -> OutputMeasures.of(reference, labels,
			foreground));
		time("  boundary", () -> Boundary.of(plane));
		time("  overlap table", () -> OverlapTable.of(reference.plane(), plane));
		time("  tallies", () -> Tallies.of(reference, plane, boundary, overlap));
		time("  object errors", () -> ObjectErrors.of(overlap));
		time("  Hausdorff", () -> HausdorffDistance.of(reference.boundary(),
			boundary, 95));
		time("  errors by distance", () -> DistanceErrors.of(reference, plane
			.pixels()));
		time("  sharpness", () -> Sharpness.of(reference, pixels));
		time("  spectrum", () -> Spectrum.of(pixels, width, height));
		final Map<SkipSet, List<Tally>> game = game(reference.units());
		time("effects of 4 skips, 1000 resamples", () -> SkipEffects.of(game, 1000,
			1));
		time("15 differences, 1000 resamples", () -> {
			for (int bits = 0; bits < 15; bits++)
				Estimates.differences(game.get(new SkipSet(bits)), game.get(SkipSet.all(
					4)), 1000, 1);
			return null;
		});
	}

	/** Labels 1 px to the right. */
	private static Img<IntType> shifted(final Img<IntType> labels) {
		final Img<IntType> shifted = labels.factory().create(labels);
		for (int y = 0; y < labels.dimension(1); y++)
			for (int x = 1; x < labels.dimension(0); x++)
				shifted.getAt(x, y).set(labels.getAt(x - 1, y));
		return shifted;
	}

	/** Smooth steps over 6 px. */
	private static Img<FloatType> probabilities(final Img<IntType> labels) {
		final int w = (int) labels.dimension(0), h = (int) labels.dimension(1);
		final float[] p = new float[w * h];
		for (int i = 0; i < p.length; i++)
			for (int dx = -3; dx <= 3; dx++)
				p[i] += labels.getAt(Math.max(0, Math.min(w - 1, i % w + dx)), i / w)
					.get() > 0 ? 1 / 7f : 0;
		return ArrayImgs.floats(p, w, h);
	}

	private static Map<SkipSet, List<Tally>> game(final int units) {
		final SplittableRandom random = new SplittableRandom(1);
		final Map<SkipSet, List<Tally>> game = new HashMap<>();
		for (int bits = 0; bits < 16; bits++) {
			final List<Tally> tallies = new ArrayList<>();
			for (int u = 0; u < units; u++)
				tallies.add(Tally.wrap(random.doubles(Tally.SIZE, 0, 100).map(
					Math::rint).toArray()));
			game.put(new SkipSet(bits), tallies);
		}
		return game;
	}

	private static void time(final String what, final Supplier<?> work) {
		final double[] millis = new double[9];
		for (int k = -15; k < millis.length; k++) {
			final long start = cpu();
			work.get();
			if (k >= 0) millis[k] = (cpu() - start) / 1e6;
		}
		Arrays.sort(millis);
		report("%-36s %7.1f ms (%.1f to %.1f)", what, millis[4], millis[0],
			millis[8]);
	}

	// NB: A machine that does other things too does not change this time much.
	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static void report(final String format, final Object... values) {
		LOG.log(System.Logger.Level.INFO, String.format(Locale.ROOT, format,
			values));
	}
}
