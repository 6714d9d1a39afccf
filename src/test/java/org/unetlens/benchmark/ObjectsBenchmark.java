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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelImages;
import org.unetlens.label.LabelPlane;
import org.unetlens.label.Measurements;
import org.unetlens.label.ObjectRule;
import org.unetlens.label.ObjectRule.Kind;
import org.unetlens.label.Outlines;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.model.Models;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

/**
 * Times of labelling and measuring beside that of the network: median of seven
 * runs after two. Arguments: width and height in pixels (2048 2048). Pictures
 * with about 3000 objects per 2048 x 2048 pixels, and worst cases.
 */
public final class ObjectsBenchmark {

	private static final System.Logger LOG = System.getLogger(
		ObjectsBenchmark.class.getName());

	private ObjectsBenchmark() {}

	public static void main(final String... args) {
		final int width = args.length < 2 ? 2048 : Integer.parseInt(args[0]);
		final int height = args.length < 2 ? 2048 : Integer.parseInt(args[1]);
		network(width, height);
		final Img<FloatType> p = nuclei(width, height, (int) (3300L * width *
			height / (2048 * 2048)));
		for (final Kind kind : Kind.values()) {
			final ObjectRule rule = ObjectRule.of(kind).withSeedThreshold(0.6);
			time("objects, " + kind, () -> LabelImages.from(p, rule));
		}
		worstCases(width, height);
		final Img<IntType> labels = LabelImages.from(p, ObjectRule.of(
			Kind.INTERIOR_BORDER).withSeedThreshold(0.6));
		report("objects: %d", Measurements.of(labels, PixelSize.UNCALIBRATED)
			.size());
		time("measurements", () -> Measurements.of(labels, PixelSize.UNCALIBRATED));
		time("measurements, 3 channels", () -> Measurements.of(labels, p,
			PixelSize.UNCALIBRATED));
		time("outlines", () -> Outlines.of(labels));
		time("overlap table", () -> OverlapTable.of(labels, labels));
		final int[] pixels = LabelPlane.of(labels).pixels();
		time("nearest two objects, to 30 px", () -> DistanceTransform.nearest(
			pixels, width, height, 30));
		final boolean[] mask = new boolean[pixels.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = pixels[i] > 0;
		time("distance transform", () -> DistanceTransform.squared(mask, width,
			height));
	}

	/** What the objects of the same image may take at most. */
	private static void network(final int width, final int height) {
		Engine.start();
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(width, height,
			1);
		new Random(2).nextBytes(((ByteArray) ((ArrayImg<?, ?>) image).update(null))
			.getCurrentStorageArray());
		try (Segmenter segmenter = Segmenter.of(Models.open("nuclei"),
			SegmenterOptions.defaults()))
		{
			final Scaling scaling = segmenter.measure(image);
			final long start = System.nanoTime();
			segmenter.probabilities(image, scaling, Progress.NONE);
			report("%-44s %7.1f ms (once)", "network (nuclei)", (System.nanoTime() -
				start) / 1e6);
		}
	}

	/** Pictures that are hard for one step or the other. */
	private static void worstCases(final int width, final int height) {
		final Random random = new Random(3);
		final Map<String, Img<FloatType>> pictures = new LinkedHashMap<>();
		pictures.put("one area, flat", picture(width, height, (x, y) -> 0.9f));
		pictures.put("one area, noise", picture(width, height, (x, y) -> 0.3f +
			0.7f * random.nextFloat()));
		pictures.put("tiny objects, 6 px apart", picture(width, height, (x,
			y) -> x % 6 < 4 && y % 6 < 4 ? 0.9f : 0));
		pictures.put("checkerboard", picture(width, height, (x, y) -> (x + y) % 2 *
			0.9f));
		pictures.put("noise, 60 % foreground", picture(width, height, (x,
			y) -> random.nextDouble() < 0.6 ? 0.5f + random.nextFloat() / 2 : 0));
		pictures.put("comb", picture(width, height, (x, y) -> y == 0 || x % 2 == 0
			? 0.5f + x % 7 / 20f : 0));
		pictures.forEach((name, p) -> {
			for (final Kind kind : Kind.values())
				time(name + ", " + kind, () -> LabelImages.from(p, ObjectRule.of(kind)
					.withMinSize(1)));
		});
		final Img<IntType> tiny = LabelImages.from(pictures.get(
			"tiny objects, 6 px apart"), ObjectRule.of(Kind.FOREGROUND));
		time("tiny objects: measurements", () -> Measurements.of(tiny,
			PixelSize.UNCALIBRATED));
		time("tiny objects: outlines", () -> Outlines.of(tiny));
	}

	private interface Inside {

		float at(int x, int y);
	}

	/** Background, interior and border (x, y, class). */
	private static Img<FloatType> picture(final int width, final int height,
		final Inside inside)
	{
		final int n = width * height;
		final float[] p = new float[2 * n];
		for (int i = 0; i < n; i++) {
			p[n + i] = inside.at(i % width, i / width);
			p[i] = p[n + i] > 0 ? 0.1f : 1;
		}
		return ArrayImgs.floats(p, width, height, 2);
	}

	/** Discs of random size: background, interior and border (x, y, class). */
	private static Img<FloatType> nuclei(final int width, final int height,
		final int objects)
	{
		final Random random = new Random(1);
		final int n = width * height;
		final float[] p = new float[3 * n];
		Arrays.fill(p, 0, n, 1);
		for (int k = 0; k < objects; k++) {
			final double r = 6 + 8 * random.nextDouble();
			final double cx = random.nextDouble() * width;
			final double cy = random.nextDouble() * height;
			for (int y = (int) Math.max(0, cy - r); y < Math.min(height, cy + r); y++)
				for (int x = (int) Math.max(0, cx - r); x < Math.min(width, cx +
					r); x++)
				{
					final double inside = r - Math.hypot(x - cx, y - cy);
					if (inside < 0) continue;
					final float interior = (float) Math.min(1, inside / 4);
					final int i = y * width + x;
					p[i] = Math.min(p[i], 0.2f);
					p[n + i] = Math.max(p[n + i], interior * 0.9f);
					p[2 * n + i] = 1 - p[i] - p[n + i];
				}
		}
		return ArrayImgs.floats(p, width, height, 3);
	}

	private static void time(final String what, final Supplier<?> work) {
		final double[] millis = new double[7];
		for (int k = -2; k < millis.length; k++) {
			final long start = System.nanoTime();
			work.get();
			if (k >= 0) millis[k] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(millis);
		report("%-44s %7.1f ms (%.1f to %.1f)", what, millis[3], millis[0],
			millis[6]);
	}

	private static void report(final String format, final Object... values) {
		LOG.log(System.Logger.Level.INFO, String.format(Locale.ROOT, format,
			values));
	}
}
