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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.unetlens.graph.OnnxGraph;

/**
 * Writes {@code rdf.yaml} as the bioimage.io model description of format 0.5
 * wants it. What that format restricts (letters of names, lengths, citations
 * without DOI) is adapted there; the full text stands under
 * {@code config: unetlens: card}.
 */
final class RdfWriter {

	// NB: The first one with all fields used here; older consumers read it too,
	// and newer ones convert it.
	private static final String FORMAT_VERSION = "0.5.4";
	private static final int MAX_DESCRIPTION = 1024;
	private static final int MAX_NAME = 128;

	private final ModelPackage source;
	private final ModelCard card;
	/** Check sum of each entry that the description names. */
	private final Map<String, String> sums = new TreeMap<>();

	RdfWriter(final ModelPackage source) {
		this.source = source;
		this.card = source.model().card();
	}

	/** @return the reference to put beside others that name an entry */
	Map<String, Object> file(final String entry) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("source", entry);
		map.put("sha256", sums.get(entry));
		return map;
	}

	void contains(final String entry, final byte[] bytes) {
		sums.put(entry, Sha256.of(bytes));
	}

	String write() {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("format_version", FORMAT_VERSION);
		map.put("type", "model");
		map.put("name", name());
		map.put("description", card.description().substring(0, Math.min(
			MAX_DESCRIPTION, card.description().length())));
		map.put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS)
			.toString());
		map.put("authors", authors());
		map.put("cite", cite());
		if (!card.license().isBlank()) map.put("license", card.license());
		map.put("tags", tags());
		map.put("documentation", Entries.DOCUMENTATION);
		if (source.cover().isPresent()) map.put("covers", List.of(Entries.COVER));
		final RdfTensors tensors = new RdfTensors(source.model());
		map.put("inputs", List.of(tensors.input(file(Entries.TEST_INPUT))));
		map.put("outputs", List.of(tensors.output(file(Entries.TEST_OUTPUT))));
		map.put("weights", Map.of("onnx", weights()));
		map.put("config", Map.of(SettingsYaml.KEY, settings()));
		return YamlNode.dump(map);
	}

	private Map<String, Object> weights() {
		final Map<String, Object> map = file(Entries.WEIGHTS);
		map.put("opset_version", OnnxGraph.OPSET);
		return map;
	}

	private Map<String, Object> settings() {
		final Map<String, Object> map = SettingsYaml.write(source.model());
		source.optimizer().ifPresent(state -> map.put("optimizer", optimizer(
			state)));
		return map;
	}

	private Map<String, Object> optimizer(final OptimizerState state) {
		final List<Map<String, Object>> arrays = new ArrayList<>();
		for (int i = 0; i < state.arrays().size(); i++) {
			final Map<String, Object> array = file(Entries.optimizer(i));
			array.put("name", state.arrays().get(i).name());
			arrays.add(array);
		}
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("step", state.step());
		map.put("arrays", arrays);
		return map;
	}

	/** 5 to 128 letters, digits and {@code _+- ()}. */
	private String name() {
		final String plain = card.name().replaceAll("[^A-Za-z0-9_+\\- ()]", "_");
		final String name = plain.length() < 5 ? "U-Net Lens " + plain : plain;
		return name.substring(0, Math.min(MAX_NAME, name.length()));
	}

	private List<Map<String, String>> authors() {
		final List<String> names = card.authors().isEmpty() ? List.of("unknown")
			: card.authors();
		return names.stream().map(n -> Map.of("name", n.replaceAll("[/\\\\]", "-")))
			.toList();
	}

	/** Those with a DOI, which the format demands, and the network's own. */
	private List<Map<String, String>> cite() {
		final List<Map<String, String>> list = new ArrayList<>();
		for (final ModelCard.Citation c : card.citations())
			if (!c.doi().isBlank()) list.add(citation(c.text(), c.doi()));
		if (list.stream().noneMatch(c -> c.get("doi").equals(ModelPage.UNET_DOI)))
			list.add(citation(ModelPage.UNET, ModelPage.UNET_DOI));
		return list;
	}

	private static Map<String, String> citation(final String text,
		final String doi)
	{
		final Map<String, String> map = new LinkedHashMap<>();
		map.put("text", text);
		map.put("doi", doi);
		return map;
	}

	private List<String> tags() {
		final List<String> tags = new ArrayList<>(card.tags());
		for (final String tag : List.of("unet", "2d", "segmentation"))
			if (!tags.contains(tag)) tags.add(tag);
		return tags;
	}
}
