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

package org.unetlens.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.unetlens.data.TargetRule;

/** A {@link TargetRule} as JSON. */
final class TargetsJson {

	private TargetsJson() {}

	static JsonObject write(final TargetRule rule) {
		final JsonObject o = new JsonObject();
		o.addProperty("kind", JsonPlace.word(rule.kind()));
		if (rule.kind() == TargetRule.Kind.INTERIOR_BORDER) {
			o.addProperty("border_width", rule.borderWidth());
			o.addProperty("gap_width", rule.gapWidth());
			o.addProperty("border_weight", JsonPlace.word(rule.borderWeight()));
		}
		else o.add("values", values(rule));
		final JsonArray weights = new JsonArray();
		for (final float w : rule.classWeights())
			weights.add(w);
		o.add("class_weights", weights);
		return o;
	}

	private static JsonArray values(final TargetRule rule) {
		final JsonArray values = new JsonArray();
		for (final int v : rule.values())
			values.add(v);
		return values;
	}

	/** What is said of the kind of targets. */
	static Optional<TargetRule.Kind> kind(final JsonPlace o) {
		return o.has("kind") ? Optional.of(o.choice("kind",
			TargetRule.Kind.INTERIOR_BORDER)) : Optional.empty();
	}

	/** @param standard what is missing is as in it, if it is of the same kind */
	static TargetRule read(final JsonPlace o, final TargetRule standard) {
		final TargetRule.Kind kind = o.choice("kind", standard.kind());
		final boolean same = kind == standard.kind();
		final TargetRule rule = switch (kind) {
			case INTERIOR_BORDER -> objects(o, same ? standard : TargetRule
				.interiorBorder());
			case MEMBRANE -> TargetRule.membrane(membrane(values(o, same ? standard
				.values() : new int[1])));
			case SEMANTIC -> TargetRule.semantic(values(o, same ? standard.values()
				: new int[0]));
		};
		final List<String> weights = o.numbers("class_weights", List.of());
		o.requireNoOthers();
		return weights.isEmpty() ? rule : rule.withClassWeights(floats(weights));
	}

	private static TargetRule objects(final JsonPlace o,
		final TargetRule standard)
	{
		return standard.withBorderWidth(o.number("border_width", standard
			.borderWidth())).withGapWidth(o.integer("gap_width", standard.gapWidth()))
			.withBorderWeight(o.choice("border_weight", standard.borderWeight()));
	}

	private static int[] values(final JsonPlace o, final int[] standard) {
		return o.has("values") ? o.numbers("values", List.of()).stream().mapToInt(
			TargetsJson::whole).toArray() : standard;
	}

	private static int whole(final String number) {
		final double v = Double.parseDouble(number);
		if (v != (int) v) throw new IllegalArgumentException("The label value " +
			number + " is not a whole number");
		return (int) v;
	}

	private static int membrane(final int[] values) {
		if (values.length != 1) throw new IllegalArgumentException(
			"The label values of membranes are " + Arrays.toString(values) +
				"; give one value");
		return values[0];
	}

	private static float[] floats(final List<String> numbers) {
		final float[] floats = new float[numbers.size()];
		for (int i = 0; i < floats.length; i++)
			floats[i] = Float.parseFloat(numbers.get(i));
		return floats;
	}
}
