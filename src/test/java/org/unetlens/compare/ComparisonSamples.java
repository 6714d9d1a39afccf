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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.unetlens.compare.Comparison.Reference;
import org.unetlens.compare.Comparison.Units;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.label.DistanceTransform;
import org.unetlens.label.LabelPlane;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.Models;
import org.unetlens.network.LayerTable;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.PixelSize;

/**
 * A made-up comparison of the bundled nuclei model on an image of 97 x 61
 * pixels, without running a network: skip k adds a fixed share to each score,
 * skips 0 and 1 together a bit more. Skip 0 is worth most, skip 2 does nothing
 * that is clear, skip 3 hurts a little.
 */
public final class ComparisonSamples {

	public static final PixelSize PIXEL_SIZE = new PixelSize(0.65, 0.65,
		"micron");
	private static final int DEPTH = 4;
	private static final double[] SHARE = { 0.06, 0.02, 0.001, -0.009 };
	private static final double BOTH = 0.012;
	/** Score of no skip, and by how much the shares are multiplied. */
	private static final Map<Score, double[]> SCALE = Map.of(Score.DICE,
		new double[] { 0.82, 1 }, Score.IOU, new double[] { 0.7, 1.5 },
		Score.BOUNDARY_F1, new double[] { 0.55, 2 }, Score.BOUNDARY_F2,
		new double[] { 0.7, 1.3 }, Score.BOUNDARY_F3, new double[] { 0.78, 1 },
		Score.AP50, new double[] { 0.75, 0.8 }, Score.AP60, new double[] { 0.68,
			1 }, Score.AP70, new double[] { 0.58, 1.3 }, Score.AP80, new double[] {
				0.4, 1.6 }, Score.AP90, new double[] { 0.1, 2 });

	private ComparisonSamples() {}

	/** Truth given, 12 nuclei, 16 knock-outs, one twin. */
	public static Comparison withTruth() {
		return comparison(Reference.TRUTH, 12, 1, List.of(
			"The nuclei have a median diameter of 14 px (9.1 micron), the network sees 204 px around: enough."));
	}

	/**
	 * No truth, no twin, 3 nuclei, and scores that cannot be had: NaN in AP, edge
	 * width and plots, an infinite Hausdorff distance without skips.
	 */
	public static Comparison withoutTruth() {
		return comparison(Reference.FULL_MODEL, 3, 0, List.of(
			"No truth was given: outputs are compared with the full model's own, so the full model scores 1 by definition.",
			"Only 3 objects: the intervals are wide."));
	}

	/** The image of both, one channel of 16 bits. */
	public static ComparisonImage image() {
		final Field field = field();
		return new ComparisonImage("sample", Views.addDimension(field.image(), 0,
			0), Optional.of(field.labels()), PIXEL_SIZE);
	}

	/** The output of a knock-out, of the full model when all are on. */
	public static Output output(final Comparison comparison, final SkipSet on) {
		return output(comparison.knockOuts().get(on), 0.3 + 15 * (sum(SkipSet.all(
			DEPTH)) - sum(on)));
	}

	/** The output of the twin. */
	public static Output twin(final Comparison comparison) {
		return output(comparison.twins().get(0), 1);
	}

	/** A card that says no more than the name. */
	static ModelCard card(final String name) {
		return new ModelCard(name, "For tests.", "", List.of("nobody"), List.of(),
			"CC0-1.0", List.of(), List.of(), Map.of(), Map.of());
	}

	private static Field field() {
		return NucleiField.default2d().withSize(97, 61).withRadius(7).withCount(13)
			.generate();
	}

	/** The truth, its border blurred over that many pixels. */
	private static Output output(final Variant variant, final double width) {
		final LabelPlane truth = LabelPlane.of(field().labels());
		final int n = truth.pixels().length;
		final boolean[] inside = new boolean[n];
		final boolean[] outside = new boolean[n];
		for (int i = 0; i < n; i++) {
			inside[i] = truth.pixels()[i] != 0;
			outside[i] = !inside[i];
		}
		final float[] in = DistanceTransform.distance(outside, 97, 61);
		final float[] out = DistanceTransform.distance(inside, 97, 61);
		final float[] p = new float[n];
		final int[] labels = new int[n];
		for (int i = 0; i < n; i++) {
			p[i] = (float) (1 / (1 + Math.exp((out[i] - in[i] + width) / width)));
			if (p[i] >= 0.5) labels[i] = truth.pixels()[i];
		}
		final Img<IntType> objects = ArrayImgs.ints(labels, 97, 61);
		return new Output(variant, ArrayImgs.floats(p, 97, 61), objects);
	}

	private static Comparison comparison(final Reference reference, final int n,
		final int twins, final List<String> notes)
	{
		final Map<SkipSet, Variant> knockOuts = new LinkedHashMap<>();
		for (int bits = (1 << DEPTH) - 1; bits >= 0; bits--)
			knockOuts.put(new SkipSet(bits), knockOut(new SkipSet(bits), n));
		final ModelBundle model = Models.read("nuclei").model();
		return new Comparison("sample", model, ComparisonSettings.defaults(),
			PIXEL_SIZE, reference, Units.OBJECTS, n, knockOuts, twins == 0 ? List.of()
				: List.of(variant("Twin without skips", Experiment.TWIN, SkipSet.none(),
					0.05, n)), effects(n), LayerTable.of(model.spec(), 61, 97), notes);
	}

	private static Variant knockOut(final SkipSet on, final int n) {
		final SkipSet off = new SkipSet(SkipSet.all(DEPTH).bits() & ~on.bits());
		return variant(switch (off.levels().length) {
			case 0 -> "Full model";
			case 1 -> "Knock-out of skip " + off;
			case DEPTH - 1 -> "Knock-out of all skips but " + on;
			case DEPTH -> "Knock-out of all skips";
			default -> "Knock-out of skips " + off;
		}, off.bits() == 0 ? Experiment.FULL_MODEL : Experiment.KNOCK_OUT, on, sum(
			on), n);
	}

	private static Variant variant(final String name, final Experiment experiment,
		final SkipSet skips, final double sum, final int n)
	{
		final double all = sum(SkipSet.all(DEPTH));
		final double width = 1 + 15 * (all - sum);
		final Map<Score, Double> scores = new EnumMap<>(Score.class);
		final Map<Score, Estimate> changes = new EnumMap<>(Score.class);
		SCALE.forEach((score, scale) -> {
			scores.put(score, scale[0] + scale[1] * sum);
			changes.put(score, around(scale[1] * (sum - all), scale[1], n));
		});
		final int lost = (int) Math.round(30 * (all - sum));
		final double[] others = { n < 4 && sum == 0 ? Double.POSITIVE_INFINITY : 2 *
			width, n - lost, lost, lost / 2, 0, lost / 2, n < 4 ? Double.NaN : width,
			1 - lost / 50.0 };
		for (int i = 0; i < others.length; i++)
			scores.put(Score.values()[Score.HAUSDORFF95.ordinal() + i], others[i]);
		if (n < 4) scores.put(Score.AP90, Double.NaN);
		return new Variant(name, experiment, skips, new Scores(scores), sum == all
			? Map.of() : changes, curve("error", range(0, 10, 1), x -> n < 4 && x > 8
				? Double.NaN : 0.4 * Math.exp(-x / width)), curve("profile", range(-8,
					8, 1), x -> 1 / (1 + Math.exp(-x / width))), curve("spectrum", range(
						0.02, 0.5, 0.02), f -> Math.exp(-20 * width * f) / f));
	}

	private static List<SkipEffect> effects(final int n) {
		final List<SkipEffect> effects = new ArrayList<>();
		for (int k = 0; k < DEPTH; k++)
			for (final Score score : Score.values()) {
				if (!SCALE.containsKey(score)) continue;
				final double scale = SCALE.get(score)[1];
				final double extra = k < 2 ? BOTH : 0;
				effects.add(new SkipEffect(k, score, around(scale * (SHARE[k] + extra),
					scale, n), around(scale * SHARE[k], scale, n), around(scale *
						(SHARE[k] + extra / 2), scale, n)));
			}
		return effects;
	}

	private static double sum(final SkipSet on) {
		return IntStream.of(on.levels()).mapToDouble(k -> SHARE[k]).sum() + (on
			.contains(0) && on.contains(1) ? BOTH : 0);
	}

	private static Estimate around(final double value, final double scale,
		final int n)
	{
		final double half = scale * (n < 4 ? Double.NaN : 0.007);
		return new Estimate(value, value - half, value + half);
	}

	private static Curve curve(final String name, final double[] x,
		final DoubleUnaryOperator y)
	{
		return new Curve(name, DoubleStream.of(x).boxed().toList(), DoubleStream.of(
			x).map(y).boxed().toList());
	}

	private static double[] range(final double from, final double to,
		final double step)
	{
		return IntStream.rangeClosed(0, (int) Math.round((to - from) / step))
			.mapToDouble(i -> from + i * step).toArray();
	}
}
