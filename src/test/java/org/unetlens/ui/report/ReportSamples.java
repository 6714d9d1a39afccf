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

package org.unetlens.ui.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.FinalInterval;
import net.imglib2.img.array.ArrayImgs;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSamples;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Output;
import org.unetlens.infer.FeatureMap;
import org.unetlens.infer.PathGradient;
import org.unetlens.label.LabelPlane;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerNames;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.report.ReportImage.Place;

/** What a report needs, made up around {@link ComparisonSamples}. */
final class ReportSamples {

	static final Provenance PROVENANCE = new Provenance("2026-01-02 03:04 +00:00",
		"0.1", "17.0.1 (A vendor)", "1.0.0-M2.1", "An OS, amd64");

	private ReportSamples() {}

	/** Everything there is. */
	static ReportImage full() {
		return of(ComparisonSamples.withTruth(), ComparisonSamples.image());
	}

	static ReportImage of(final Comparison c, final ComparisonImage image) {
		final var reference = image.truth().orElseThrow();
		final Place place = ObjectPlace.of(LabelPlane.of(reference));
		final List<Double> x = IntStream.range(0, 16).mapToObj(i -> (double) i)
			.toList();
		final List<Curve> shift = List.of(new Curve("Full model", x, x.stream().map(
			v -> 0.01).toList()), new Curve("Knock-out of all skips", x, x.stream()
				.map(v -> 0.1 * Math.sin(v * Math.PI / 16)).toList()));
		return new ReportImage(image, c, reference, outputs(c), c.twins().isEmpty()
			? List.of() : List.of(ComparisonSamples.twin(c)), List.of(features(c,
				LayerNames.encoder(0, 2)), features(c, LayerNames.up(0)), features(c,
					LayerNames.decoder(0, 2)), features(c, LayerNames.encoder(4, 2))),
			place, paths(c, place), shift, Optional.of(ComparisonSamples.output(c,
				SkipSet.of(1))));
	}

	private static Map<SkipSet, Output> outputs(final Comparison c) {
		final Map<SkipSet, Output> outputs = new LinkedHashMap<>();
		for (final SkipSet on : ReportImage.shown(c.model().signature()))
			outputs.put(on, ComparisonSamples.output(c, on));
		return outputs;
	}

	private static FeatureMap features(final Comparison c, final String layer) {
		final LayerGeometry g = c.layers().stream().filter(l -> l.layer().equals(
			layer)).findFirst().orElseThrow();
		final int w = (int) g.width(), h = (int) g.height();
		final float[] values = new float[w * h * g.channels()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.sin(i / (w * h) + i % w * 0.3 * g.jump()) *
				(float) Math.cos(i / w % h * 0.2 * g.jump());
		return new FeatureMap(g, ArrayImgs.floats(values, w, h, g.channels()),
			IntStream.range(0, g.channels()).map(i -> g.channels() - 1 - i).boxed()
				.toList());
	}

	private static List<PathGradient> paths(final Comparison c, final Place at) {
		final List<PathGradient> paths = new ArrayList<>();
		for (final int level : new int[] { -1, 0, 1, 2, 3, 4 }) {
			final var ex = extent(c, level, at.x());
			final var ey = extent(c, level, at.y());
			final double r = level < 0 ? 6 : 2 + 3 * level;
			final float[] g = new float[97 * 61];
			for (int i = 0; i < g.length; i++)
				g[i] = (float) Math.exp(-Math.hypot(i % 97 - at.x(), i / 97 - at.y()) /
					r);
			paths.add(new PathGradient(level, new FinalInterval(new long[] { ex
				.from(), ey.from() }, new long[] { ex.to(), ey.to() }), ArrayImgs
					.floats(g, 97, 61), r, 3 * r));
		}
		return paths;
	}

	private static ReceptiveField.Extent extent(final Comparison c,
		final int level, final long at)
	{
		return level < 0 || level == 4 ? ReceptiveField.throughBottleneck(c.model()
			.spec(), at) : ReceptiveField.throughSkip(c.model().spec(), level, at);
	}
}
