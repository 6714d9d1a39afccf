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

package org.unetlens.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person should know about a model. Immutable.
 *
 * @param name short name, e.g. {@code nuclei}
 * @param description one sentence
 * @param documentation Markdown page
 * @param authors names
 * @param citations what to cite
 * @param license SPDX identifier, e.g. {@code CC0-1.0}
 * @param tags search words
 * @param data training data, one entry per set: name, licence, citation
 * @param metrics measured on held-out images, e.g. {@code AP@0.5 -> 0.75};
 *          insertion order kept
 * @param training settings of the training, e.g. {@code steps -> 3000};
 *          insertion order kept
 */
public record ModelCard(String name, String description, String documentation,
		List<String> authors, List<Citation> citations, String license,
		List<String> tags, List<DataSource> data, Map<String, Double> metrics,
		Map<String, String> training) {

	/**
	 * Under which {@link #training()} keeps how the training went, in JSON; for
	 * programs only.
	 */
	public static final String COURSE = "course";

	private static final String TWIN_OF = "twin of";
	private static final String IMAGE_SCALE = "image scale";

	/** A publication: its text and its DOI (may be empty). */
	public record Citation(String text, String doi) {
	}

	/** Data that a model was trained on. */
	public record DataSource(String name, String license, String citation) {
	}

	public ModelCard withMetrics(final Map<String, Double> m) {
		return new ModelCard(name, description, documentation, authors, citations,
			license, tags, data, m, training);
	}

	public ModelCard withTraining(final Map<String, String> t) {
		return new ModelCard(name, description, documentation, authors, citations,
			license, tags, data, metrics, t);
	}

	/**
	 * The same for a model that images are scaled for before it sees them.
	 *
	 * @param scale new size over old size, above 0
	 */
	public ModelCard withImageScale(final double scale) {
		final Map<String, String> t = new LinkedHashMap<>(training);
		t.remove(IMAGE_SCALE);
		if (scale != 1) t.put(IMAGE_SCALE, Double.toString(scale));
		return withTraining(t);
	}

	/**
	 * How images are scaled before the network sees them, new size over old size;
	 * its answers are scaled back. 1 = not at all.
	 */
	public double imageScale() {
		return Double.parseDouble(training.getOrDefault(IMAGE_SCALE, "1"));
	}

	/** The same as the card of a twin, see {@link #twinOf()}. */
	public ModelCard asTwinOf(final String model) {
		final Map<String, String> t = new LinkedHashMap<>();
		t.put(TWIN_OF, model);
		t.putAll(training);
		return withTraining(t);
	}

	/**
	 * The name of the model that this one is a twin of: trained in the same way,
	 * but without some of its skip connections. Empty for any other model.
	 */
	public Optional<String> twinOf() {
		return Optional.ofNullable(training.get(TWIN_OF));
	}
}
