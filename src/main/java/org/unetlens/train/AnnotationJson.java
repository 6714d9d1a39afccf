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

import java.util.Optional;

import com.google.gson.JsonObject;

import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.LabelKind;

/** {@link AnnotationSettings} as JSON. */
final class AnnotationJson {

	/** {@link LabelKind}, or found from the labels. */
	private enum Kind {
			FOUND, OBJECTS, MASK, MEMBRANES, REGIONS, CLASSES
	}

	private AnnotationJson() {}

	static JsonObject write(final AnnotationSettings settings) {
		final JsonObject o = new JsonObject();
		o.addProperty("kind", JsonPlace.word(settings.kind().<Enum<?>> map(k -> k)
			.orElse(Kind.FOUND)));
		o.addProperty("empty_planes", settings.emptyPlanes());
		o.addProperty("unoutlined", JsonPlace.word(settings.unoutlined()));
		return o;
	}

	/**
	 * @param targets what the labels are to become, where that is said: then they
	 *          are read accordingly
	 */
	static AnnotationSettings read(final JsonPlace o,
		final Optional<TargetRule.Kind> targets)
	{
		final AnnotationSettings standard = AnnotationSettings.defaults();
		final Kind kind = o.choice("kind", targets.map(AnnotationJson::of).orElse(
			Kind.FOUND));
		final AnnotationSettings settings = new AnnotationSettings(
			kind == Kind.FOUND ? Optional.empty() : Optional.of(LabelKind.valueOf(kind
				.name())), o.flag("empty_planes", standard.emptyPlanes()), o.choice(
					"unoutlined", standard.unoutlined()));
		o.requireNoOthers();
		return settings;
	}

	/** NB: A value of membranes that is given is one of several classes. */
	private static Kind of(final TargetRule.Kind targets) {
		return switch (targets) {
			case INTERIOR_BORDER -> Kind.OBJECTS;
			case MEMBRANE, SEMANTIC -> Kind.CLASSES;
		};
	}
}
