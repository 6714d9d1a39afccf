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

package org.unetlens.train.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.ObjectSurvey;
import org.unetlens.data.annotation.SampleSurvey;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.UNetSpec;

/** Objects beside what the network sees, the patch, and the rim. */
final class ObjectSizeCheck implements Check {

	/** Most of the objects are not larger than this share of them. */
	private static final double MOST = 0.9;
	private static final double AS_THE_MODEL = 1.5;
	private static final double SMALL = 10;
	private static final double GOOD = 20;
	private static final int LARGEST_PATCH = 512;
	private static final int SMALLEST_PATCH = 64;

	@Override
	public List<Finding> find(final Preflight preflight) {
		final ObjectSurvey objects = SampleSurvey.objects(preflight.surveys());
		final List<Finding> findings = new ArrayList<>();
		if (objects.extents().length > 0 && preflight.recipe().targets()
			.kind() == TargetRule.Kind.INTERIOR_BORDER)
		{
			if (objects.diameters().length > 0) findings.add(sizes(objects));
			field(preflight.recipe().spec(), objects, findings);
			small(objects, findings);
			patch(preflight, objects, findings);
			preflight.baseModel().ifPresent(m -> model(m, objects, findings));
		}
		images(preflight, findings);
		return findings;
	}

	private static Finding sizes(final ObjectSurvey objects) {
		return Finding.note(String.format(Locale.ROOT,
			"Objects are about %.0f px in diameter (90 %% of them %.0f to %.0f px).",
			objects.diameter(0.5), objects.diameter(0.05), objects.diameter(0.95)));
	}

	private static void field(final UNetSpec spec, final ObjectSurvey objects,
		final List<Finding> findings)
	{
		final double extent = objects.extent(MOST);
		final long field = ReceptiveField.size(spec);
		if (2 * extent <= field) return;
		final Finding finding = Finding.warning(String.format(Locale.ROOT,
			"The largest objects are more than %.0f px long, but the network sees %d px in all, so from one end of them it cannot see the other. Shrink the images, or use a deeper network.",
			extent, field));
		final double factor = 1 / Math.ceil(3 * extent / field);
		if (objects.diameter(0.5) * factor >= SMALL) findings.add(finding.withFix(
			new Fix.Rescale(factor)));
		else findings.add(spec.depth() < 6 ? finding.withFix(new Fix.Depth(spec
			.depth() + 1)) : finding);
	}

	private static void small(final ObjectSurvey objects,
		final List<Finding> findings)
	{
		final double diameter = objects.diameter(0.5);
		if (diameter == 0 || diameter >= SMALL) return;
		final double factor = Math.min(4, Math.ceil(GOOD / diameter));
		findings.add(Finding.warning(String.format(Locale.ROOT,
			"Half of the objects are less than %.0f px in diameter, so little interior is left beside the border. Enlarge the images.",
			diameter)).withFix(new Fix.Rescale(factor)));
	}

	private static void patch(final Preflight preflight,
		final ObjectSurvey objects, final List<Finding> findings)
	{
		final int patch = preflight.recipe().config().patch();
		final int step = preflight.recipe().spec().tileStep();
		final double extent = objects.extent(MOST);
		if (patch >= 1.5 * extent || patch >= LARGEST_PATCH) return;
		final int better = Math.min(LARGEST_PATCH, roundUp(2 * extent, step));
		findings.add(Finding.warning(String.format(Locale.ROOT,
			"Patches of %d px cut most of the large objects, which are more than %.0f px long. Use larger patches.",
			patch, extent)).withFix(new Fix.Patch(better)));
	}

	/** Objects that the base model knows in another size. */
	private static void model(final ModelBundle model, final ObjectSurvey objects,
		final List<Finding> findings)
	{
		final String given = model.card().training().get(ObjectSurvey.DIAMETER);
		final double diameter = objects.diameter(0.5);
		if (given == null || diameter == 0) return;
		final double known = Double.parseDouble(given) * model.card().imageScale();
		final double factor = known / diameter;
		if (Math.max(factor, 1 / factor) <= AS_THE_MODEL) return;
		findings.add(Finding.warning("Objects are about " + Digits.of(diameter, 2) +
			" px in diameter; the model " + model.card().name() +
			" knows such of about " + Digits.of(known, 2) +
			" px. Scale the images to " + Digits.of(100 * factor, 2) + " %.").withFix(
				new Fix.Rescale(Double.parseDouble(Digits.of(factor, 2)))));
	}

	private static int roundUp(final double pixels, final int step) {
		return (int) Math.ceil(pixels / step) * step;
	}

	/** Patches larger than the images are filled with mirrored pixels. */
	private static void images(final Preflight preflight,
		final List<Finding> findings)
	{
		final int patch = preflight.recipe().config().patch();
		final int step = preflight.recipe().spec().tileStep();
		final int[] sides = preflight.samples().stream().mapToInt(s -> Math.min(s
			.width(), s.height())).sorted().toArray();
		final int side = sides[sides.length / 2];
		final int fitting = Math.max(SMALLEST_PATCH / step * step, roundUp(side,
			step));
		if (patch <= 1.25 * side || fitting >= patch || fitting < 1) return;
		findings.add(Finding.note("Patches of " + patch +
			" px are larger than the images (" + side +
			" px) and are filled up with mirrored pixels, which costs time. Use smaller patches.")
			.withFix(new Fix.Patch(fitting)));
	}
}
