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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.Curve;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.Output;
import org.unetlens.engine.Progress;
import org.unetlens.infer.FeatureMap;
import org.unetlens.infer.PathGradient;
import org.unetlens.label.LabelPlane;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.LayerNames;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;

/**
 * All that a report shows of one image, computed. Immutable.
 *
 * @param image compared on
 * @param comparison its figures
 * @param reference labels that outputs are compared with, axes (x, y)
 * @param knockOuts outputs to be shown: the full model first, all skips
 *          silenced, then each one alone
 * @param twins outputs, as {@link Comparison#twins()} counts
 * @param features through the uppermost skip, before and after its merge, and
 *          of the bottleneck; empty to leave them out
 * @param place pixel whose receptive fields are shown
 * @param paths what that pixel sees: of all paths, then of each; empty to leave
 *          them out
 * @param shiftTest curves; empty to leave it out
 * @param shifted output with all skips shifted against the bottleneck, if any
 */
public record ReportImage(ComparisonImage image, Comparison comparison,
		RandomAccessibleInterval<IntType> reference, Map<SkipSet, Output> knockOuts,
		List<Output> twins, List<FeatureMap> features, Place place,
		List<PathGradient> paths, List<Curve> shiftTest, Optional<Output> shifted) {

	/** A pixel of the image. */
	public record Place(int x, int y) {
	}

	public ReportImage {
		knockOuts = Collections.unmodifiableMap(new LinkedHashMap<>(knockOuts));
		twins = List.copyOf(twins);
		features = List.copyOf(features);
		paths = List.copyOf(paths);
		shiftTest = List.copyOf(shiftTest);
	}

	/** Computes all of it; takes seconds. */
	public static ReportImage of(final ImageComparison compared,
		final Progress progress)
	{
		final ModelBundle model = compared.comparison().model();
		final NetworkSignature spec = model.signature();
		final Stages stages = new Stages(progress, 4);
		stages.next("outputs");
		final ReportImage brief = outputs(compared, shown(spec), compared
			.comparison().twins().size());
		final Place place = brief.place();
		stages.next("feature maps");
		final List<FeatureMap> features = model.isUNet() ? features(compared, spec)
			: List.of();
		stages.next("receptive fields");
		final List<PathGradient> paths = model.isUNet() ? compared.receptiveFields(
			place.x(), place.y()) : List.of();
		final List<Curve> shiftTest = compared.shiftTest(stages.next("shift test"));
		final int shift = spec.tiles().step() / 2;
		return new ReportImage(brief.image(), brief.comparison(), brief.reference(),
			brief.knockOuts(), brief.twins(), features, place, paths, shiftTest, model
				.isUNet() ? Optional.of(compared.shiftedSkips(shift, shift)) : Optional
					.empty());
	}

	/** The outputs of the full model and without skips, for several images. */
	static ReportImage brief(final ImageComparison compared) {
		final SkipSet all = compared.comparison().model().signature().skips();
		return outputs(compared, List.of(all, SkipSet.none()), 0);
	}

	/** Nothing but outputs. */
	private static ReportImage outputs(final ImageComparison compared,
		final List<SkipSet> shown, final int twins)
	{
		final Comparison comparison = compared.comparison();
		final NetworkSignature spec = comparison.model().signature();
		final Map<SkipSet, Output> knockOuts = new LinkedHashMap<>();
		for (final SkipSet on : shown)
			knockOuts.put(on, compared.output(SkipGains.of(on, spec.depth())));
		return new ReportImage(compared.image(), comparison, compared.reference(),
			knockOuts, IntStream.range(0, twins).mapToObj(compared::twin).toList(),
			List.of(), ObjectPlace.of(LabelPlane.of(compared.reference())), List.of(),
			List.of(), Optional.empty());
	}

	/** All skips, none, and all but one for each. */
	static List<SkipSet> shown(final NetworkSignature spec) {
		final List<SkipSet> shown = new ArrayList<>(List.of(spec.skips(), SkipSet
			.none()));
		for (final int k : spec.skips().levels())
			if (!shown.contains(spec.skips().without(k))) shown.add(spec.skips()
				.without(k));
		return shown;
	}

	private static List<FeatureMap> features(final ImageComparison compared,
		final NetworkSignature spec)
	{
		final SkipGains all = SkipGains.of(spec.skips(), spec.depth());
		final int top = spec.skips().levels()[0];
		return List.of(LayerNames.encoder(top, 2), LayerNames.up(top), LayerNames
			.decoder(top, 2), LayerNames.encoder(spec.depth(), 2)).stream().map(
				layer -> compared.features(layer, all)).toList();
	}

	Output full() {
		return knockOuts.get(comparison.model().signature().skips());
	}

	Output none() {
		return knockOuts.get(SkipSet.none());
	}
}
