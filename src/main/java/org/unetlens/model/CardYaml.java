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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.model.ModelCard.Citation;
import org.unetlens.model.ModelCard.DataSource;

/**
 * A {@link ModelCard} under {@code config: unetlens: card}, all but its page,
 * which is an entry of its own.
 */
final class CardYaml {

	private CardYaml() {}

	static Map<String, Object> write(final ModelCard card) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", card.name());
		map.put("description", card.description());
		map.put("authors", card.authors());
		map.put("license", card.license());
		map.put("tags", card.tags());
		map.put("citations", card.citations().stream().map(c -> texts("text", c
			.text(), "doi", c.doi())).toList());
		map.put("data", card.data().stream().map(d -> texts("name", d.name(),
			"license", d.license(), "citation", d.citation())).toList());
		map.put("metrics", card.metrics());
		map.put("training", card.training());
		return map;
	}

	static ModelCard read(final YamlNode node, final String page)
		throws InvalidContentException
	{
		return new ModelCard(node.get("name").text(), node.get("description")
			.text(), page, node.get("authors").texts(), citations(node.get(
				"citations")), node.get("license").text(), node.get("tags").texts(),
			data(node.get("data")), metrics(node.get("metrics")), training(node.get(
				"training")));
	}

	private static List<Citation> citations(final YamlNode node)
		throws InvalidContentException
	{
		final List<Citation> list = new ArrayList<>();
		for (final YamlNode c : node.list())
			list.add(new Citation(c.get("text").text(), c.get("doi").text()));
		return list;
	}

	private static List<DataSource> data(final YamlNode node)
		throws InvalidContentException
	{
		final List<DataSource> list = new ArrayList<>();
		for (final YamlNode d : node.list())
			list.add(new DataSource(d.get("name").text(), d.get("license").text(), d
				.get("citation").text()));
		return list;
	}

	private static Map<String, Double> metrics(final YamlNode node)
		throws InvalidContentException
	{
		final Map<String, Double> map = new LinkedHashMap<>();
		for (final Map.Entry<String, YamlNode> e : node.entries().entrySet())
			map.put(e.getKey(), e.getValue().number());
		return map;
	}

	private static Map<String, String> training(final YamlNode node)
		throws InvalidContentException
	{
		final Map<String, String> map = new LinkedHashMap<>();
		for (final Map.Entry<String, YamlNode> e : node.entries().entrySet())
			map.put(e.getKey(), e.getValue().text());
		return map;
	}

	private static Map<String, String> texts(final String... keysAndValues) {
		final Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2)
			map.put(keysAndValues[i], keysAndValues[i + 1]);
		return map;
	}
}
