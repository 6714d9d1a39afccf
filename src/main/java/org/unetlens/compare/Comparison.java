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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.model.ModelBundle;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.PixelSize;

/**
 * The figures of a whole comparison, for one image or summed over several. All
 * that a table, a plot, a report or a window shows comes from here. Immutable.
 *
 * @param title name of the image, or how many there are
 * @param model under comparison
 * @param settings of the comparison
 * @param pixelSize of the (first) image
 * @param reference what outputs are compared with, said aloud everywhere
 * @param units what is resampled for intervals
 * @param n how many units there are
 * @param knockOuts every subset of the model's skips, the full one first and
 *          none last
 * @param twins nets trained without skips, by name; may be empty
 * @param effects per level and score
 * @param layers the resolution table for the (first) image
 * @param notes what a reader must be told: receptive field against object size,
 *          an image smaller than the receptive field, no truth given ...
 */
public record Comparison(String title, ModelBundle model,
		ComparisonSettings settings, PixelSize pixelSize, Reference reference,
		Units units, int n, Map<SkipSet, Variant> knockOuts, List<Variant> twins,
		List<SkipEffect> effects, List<LayerGeometry> layers, List<String> notes) {

	public Comparison {
		knockOuts = Collections.unmodifiableMap(new LinkedHashMap<>(knockOuts));
		twins = List.copyOf(twins);
		effects = List.copyOf(effects);
		layers = List.copyOf(layers);
		notes = List.copyOf(notes);
	}

	/** What outputs are compared with. */
	public enum Reference {
			/** Labels that the user gave. */
			TRUTH,
			/** The full model's own output, when no truth is given. */
			FULL_MODEL
	}

	/** What is drawn again and again for the intervals. */
	public enum Units {
			OBJECTS, IMAGES
	}

	/** The model as trained. */
	public Variant full() {
		return knockOuts.get(model.signature().skips());
	}

	/** All skips silenced. */
	public Variant none() {
		return knockOuts.get(SkipSet.none());
	}

	/** The effect of a skip on a score. */
	public SkipEffect effect(final int level, final Score score) {
		return effects.stream().filter(e -> e.level() == level && e
			.score() == score).findFirst().orElseThrow(
				() -> new IllegalArgumentException("There is no effect of skip " +
					level + " on " + score.label()));
	}
}
