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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.unetlens.data.Augmentation;
import org.unetlens.data.Chance;
import org.unetlens.data.TargetRule;

/**
 * An {@link Augmentation} as JSON. A step is its share of the patches and its
 * range, {@code {"share": 0.3, "from": 0.7, "to": 1.4}}; 0 leaves it out. A
 * word in place of all is an {@link AugmentationStrength}; with steps beside it
 * as {@code strength}, it says what the others are.
 */
final class AugmentationJson {

	private static final String KEY = "augmentation";

	private AugmentationJson() {}

	static JsonElement write(final Augmentation a) {
		if (a.equals(Augmentation.none())) return new JsonPrimitive(JsonPlace.word(
			AugmentationStrength.NONE));
		final JsonObject o = new JsonObject();
		o.addProperty("mirror", a.mirror().probability());
		o.addProperty("quarter_turns", a.quarterTurns().probability());
		o.add("rotation", write(a.rotation()));
		o.add("scale", write(a.scale()));
		o.add("elastic", write(a.elastic()));
		o.addProperty("elastic_spacing", a.elasticSpacing());
		o.add("brightness", write(a.brightness()));
		o.add("contrast", write(a.contrast()));
		o.add("gamma", write(a.gamma()));
		o.add("noise", write(a.noise()));
		o.add("blur", write(a.blur()));
		return o;
	}

	private static JsonElement write(final Chance chance) {
		if (chance.equals(Chance.NEVER)) return new JsonPrimitive(0);
		final JsonObject o = new JsonObject();
		o.addProperty("share", chance.probability());
		o.addProperty("from", chance.low());
		o.addProperty("to", chance.high());
		return o;
	}

	/** @param parent of the place */
	static Augmentation read(final JsonPlace parent, final TargetRule targets) {
		if (parent.isPlain(KEY)) return parent.choice(KEY,
			AugmentationStrength.NORMAL).of(targets);
		final JsonPlace o = parent.at(KEY);
		final Augmentation standard = o.choice("strength",
			AugmentationStrength.NORMAL).of(targets);
		final Augmentation a = Augmentation.none().withMirror(o.number("mirror",
			standard.mirror().probability())).withQuarterTurns(o.number(
				"quarter_turns", standard.quarterTurns().probability())).withRotation(
					read(o, "rotation", standard.rotation())).withScale(read(o, "scale",
						standard.scale())).withElastic(read(o, "elastic", standard
							.elastic()), o.integer("elastic_spacing", standard
								.elasticSpacing())).withBrightness(read(o, "brightness",
									standard.brightness())).withContrast(read(o, "contrast",
										standard.contrast())).withGamma(read(o, "gamma", standard
											.gamma())).withNoise(read(o, "noise", standard.noise()))
			.withBlur(read(o, "blur", standard.blur()));
		o.requireNoOthers();
		return a;
	}

	private static Chance read(final JsonPlace o, final String step,
		final Chance standard)
	{
		if (o.isPlain(step)) return o.number(step, 0) == 0 ? Chance.NEVER : Chance
			.of(o.number(step, 0), standard.low(), standard.high());
		final JsonPlace range = o.at(step);
		final Chance chance = Chance.of(range.number("share", standard
			.probability()), range.number("from", standard.low()), range.number("to",
				standard.high()));
		range.requireNoOthers();
		return chance;
	}
}
