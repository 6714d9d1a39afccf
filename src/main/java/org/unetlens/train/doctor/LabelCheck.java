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

package org.unetlens.train.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.TargetRule.Kind;
import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;

/**
 * Whether label values mean what the model was trained with, and the labels put
 * right. Immutable.
 *
 * @param samples with labels that the model's targets know
 * @param diagnosis what had to be changed, if anything
 */
record LabelCheck(List<Sample> samples, Optional<Diagnosis> diagnosis) {

	static LabelCheck of(final List<Sample> samples, final Patient patient) {
		final TargetRule targets = patient.recipe().targets();
		final int[] values = samples.stream().flatMapToInt(s -> Arrays.stream(s
			.labelArray())).filter(l -> l != Sample.IGNORE).distinct().sorted()
			.toArray();
		if (targets.kind() == Kind.INTERIOR_BORDER) return objects(samples, values);
		return targets.kind() == Kind.SEMANTIC ? classes(samples, values, targets,
			patient.isKnown()) : new LabelCheck(samples, Optional.empty());
	}

	private static LabelCheck objects(final List<Sample> samples,
		final int[] values)
	{
		final int[] positive = Arrays.stream(values).filter(v -> v > 0).toArray();
		final List<Sample> kept = samples.stream().map(s -> LabelRemedies
			.relabelled(s, l -> Math.max(0, l))).toList();
		if (positive.length != 1) return new LabelCheck(kept, Optional.empty());
		final List<Sample> parted = kept.stream().map(LabelCheck::areas).toList();
		final int areas = parted.stream().mapToInt(s -> Arrays.stream(s
			.labelArray()).max().orElse(0)).sum();
		if (areas <= samples.size() && values[0] == 0) return new LabelCheck(kept,
			Optional.empty());
		// NB: Where background is what is labelled, it is one area with holes, and
		// its areas are no objects.
		return new LabelCheck(parted, Optional.of(Diagnosis.of(Cause.MASK_LABELS,
			String.format(Locale.ROOT,
				"All objects have the same number, %d, in %d separate areas: these are masks, and the model was trained on one number per object. Objects that touch count as one.",
				positive[0], areas),
			"Give each object a number of its own, e.g. with Process > Binary > Watershed and Analyze > Analyze Particles... (Count Masks); otherwise borders between objects cannot be learned or scored.")));
	}

	private static Sample areas(final Sample sample) {
		final int[] labels = sample.labelArray();
		final int[] mask = Arrays.stream(labels).map(l -> l > 0 ? 1 : 0).toArray();
		int i = 0;
		for (final IntType area : ConnectedAreas.of(ArrayImgs.ints(mask, sample
			.width(), sample.height()), Connectivity.FOUR))
		{
			if (labels[i] != Sample.IGNORE) labels[i] = area.get();
			i++;
		}
		return sample.withLabels(ArrayImgs.ints(labels, sample.width(), sample
			.height()));
	}

	private static LabelCheck classes(final List<Sample> samples,
		final int[] found, final TargetRule targets, final boolean known)
	{
		final List<Integer> wanted = Arrays.stream(targets.values()).boxed()
			.toList();
		final List<Integer> strange = new ArrayList<>(new TreeSet<>(Arrays.stream(
			found).boxed().toList()));
		strange.removeAll(wanted);
		if (strange.isEmpty()) return new LabelCheck(samples, Optional.empty());
		final boolean mapped = found.length == wanted.size();
		final List<Sample> changed = samples.stream().map(s -> LabelRemedies
			.relabelled(s, l -> mapped ? wanted.get(Arrays.binarySearch(found, l))
				: wanted.contains(l) ? l : wanted.size() == 2 && !known ? wanted.get(1)
					: Sample.IGNORE)).toList();
		return new LabelCheck(changed, known ? Optional.of(Diagnosis.of(
			Cause.LABEL_VALUES, "The labels hold the values " + list(Arrays.stream(
				found).boxed().toList()) +
				", but the model was trained with the classes " + list(wanted) + ".",
			mapped
				? "Taken in this order they mean the same: replace the values (Process > Math > Macro...), or train with them."
				: "Replace " + list(strange) +
					" by the values of the classes; those pixels are left out here."))
			: Optional.empty());
	}

	private static String list(final List<Integer> values) {
		return values.stream().limit(8).map(String::valueOf).collect(Collectors
			.joining(", ")) + (values.size() > 8 ? " ..." : "");
	}
}
