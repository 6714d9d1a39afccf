
package org.unetlens.model;

import java.util.List;
import java.util.Map;

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
}
