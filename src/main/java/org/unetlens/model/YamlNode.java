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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * One place in a YAML document, read with the type that is expected there; what
 * is missing or of another type is named by its path. Only plain values are
 * ever made from a document, never objects of a class it names.
 */
public final class YamlNode {

	private static final int MAX_DEPTH = 20;
	private static final int MAX_ALIASES = 10;

	private final String path;
	private final Object value;

	private YamlNode(final String path, final Object value) {
		this.path = path;
		this.value = value;
	}

	public static YamlNode parse(final String entry, final String text)
		throws InvalidContentException
	{
		final LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setAllowRecursiveKeys(false);
		options.setMaxAliasesForCollections(MAX_ALIASES);
		options.setNestingDepthLimit(MAX_DEPTH);
		options.setCodePointLimit((int) Entries.MAX_RDF);
		try {
			return new YamlNode(entry, new Yaml(new SafeConstructor(options)).load(
				text));
		}
		// NB: SnakeYAML lets some faults of the text through as they are.
		catch (final YAMLException | IllegalArgumentException
				| IndexOutOfBoundsException | ClassCastException exc)
		{
			throw new InvalidContentException("its entry " + entry +
				" is not readable YAML: " + firstLine(exc), exc);
		}
	}

	/** @param tree maps, lists, strings, numbers and booleans */
	public static String dump(final Map<String, Object> tree) {
		final DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setDereferenceAliases(true);
		options.setAllowUnicode(true);
		options.setWidth(100);
		return new Yaml(new Representer(options), options).dump(tree);
	}

	/** What the map at this place has under that key. */
	public YamlNode get(final String key) throws InvalidContentException {
		final Object child = map().get(key);
		if (child == null) throw new InvalidContentException("in its entry " +
			path + ": '" + key + "' is missing");
		return new YamlNode(path + ": " + key, child);
	}

	public Optional<YamlNode> find(final String key)
		throws InvalidContentException
	{
		final Object child = map().get(key);
		return Optional.ofNullable(child).map(v -> new YamlNode(path + ": " + key,
			v));
	}

	public boolean isList() {
		return value instanceof List;
	}

	public List<YamlNode> list() throws InvalidContentException {
		final List<YamlNode> nodes = new ArrayList<>();
		for (final Object v : as(List.class, "a list"))
			nodes.add(new YamlNode(path + ": " + nodes.size(), v));
		return nodes;
	}

	/** In the order of the document. */
	public Map<String, YamlNode> entries() throws InvalidContentException {
		final Map<String, YamlNode> nodes = new LinkedHashMap<>();
		for (final Map.Entry<?, ?> e : map().entrySet())
			nodes.put(String.valueOf(e.getKey()), new YamlNode(path + ": " + e
				.getKey(), e.getValue()));
		return nodes;
	}

	public String text() throws InvalidContentException {
		if (value instanceof Number || value instanceof Boolean) return value
			.toString();
		return as(String.class, "a text");
	}

	public List<String> texts() throws InvalidContentException {
		final List<String> texts = new ArrayList<>();
		for (final YamlNode node : list())
			texts.add(node.text());
		return texts;
	}

	public double number() throws InvalidContentException {
		return as(Number.class, "a number").doubleValue();
	}

	public long integer() throws InvalidContentException {
		if (value instanceof Integer || value instanceof Long)
			return ((Number) value).longValue();
		throw wrong("a whole number");
	}

	/** A whole number in that range, both ends included. */
	public int integer(final int min, final int max)
		throws InvalidContentException
	{
		final long n = integer();
		if (n < min || n > max) throw wrong("a whole number of " + min + " to " +
			max);
		return (int) n;
	}

	public boolean flag() throws InvalidContentException {
		return as(Boolean.class, "true or false");
	}

	/** A constant of the enum, written in lower case. */
	public <E extends Enum<E>> E choice(final Class<E> type)
		throws InvalidContentException
	{
		final String name = text();
		for (final E e : type.getEnumConstants())
			if (word(e).equals(name)) return e;
		throw wrong("one of " + List.of(type.getEnumConstants()).stream().map(
			YamlNode::word).toList());
	}

	/** How a constant is written. */
	static String word(final Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private Map<?, ?> map() throws InvalidContentException {
		return as(Map.class, "a map");
	}

	private <T> T as(final Class<T> type, final String what)
		throws InvalidContentException
	{
		if (!type.isInstance(value)) throw wrong(what);
		return type.cast(value);
	}

	private InvalidContentException wrong(final String what) {
		return new InvalidContentException("in its entry " + path + ": found " +
			found() + " where " + what + " is needed");
	}

	private String found() {
		if (value == null) return "nothing";
		// NB: A collection may hold itself and is not turned into text.
		if (value instanceof Map) return "a map";
		if (value instanceof Collection) return "a list";
		final String text = String.valueOf(value);
		return "'" + text.substring(0, Math.min(60, text.length())) + "'";
	}

	private static String firstLine(final RuntimeException exc) {
		return String.valueOf(exc.getMessage()).lines().findFirst().orElse("");
	}
}
