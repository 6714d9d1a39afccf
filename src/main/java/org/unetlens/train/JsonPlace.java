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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * One object in a JSON document, read with the types that are expected in it.
 * What is missing takes its default; what is wrong is named by its place.
 * Whoever has read all keys asks {@link #requireNoOthers()}.
 */
final class JsonPlace {

	private final String place;
	private final JsonObject object;
	private final Set<String> known = new TreeSet<>();

	private JsonPlace(final String place, final JsonObject object) {
		this.place = place;
		this.object = object;
	}

	/** @param source starts the messages, e.g. {@code The file a.json} */
	static JsonPlace parse(final String source, final String text) {
		try {
			final JsonElement root = JsonParser.parseString(text);
			if (root.isJsonObject()) return new JsonPlace(source, root
				.getAsJsonObject());
		}
		catch (final JsonParseException e) {
			throw new IllegalArgumentException(source + " is not readable JSON: " + e
				.getMessage(), e);
		}
		throw new IllegalArgumentException(source +
			" is not a JSON object; it must begin with { and end with }");
	}

	/** The object under a key; an empty one when it is missing. */
	JsonPlace at(final String key) {
		final JsonElement child = get(key);
		if (child == null) return new JsonPlace(name(key), new JsonObject());
		if (!child.isJsonObject()) throw wrong(key, "an object in { }");
		return new JsonPlace(name(key), child.getAsJsonObject());
	}

	/** The objects in a list; none when it is missing. */
	List<JsonPlace> list(final String key) {
		final List<JsonPlace> places = new ArrayList<>();
		for (final JsonElement e : value(key, new JsonArray(), "a list in [ ]",
			JsonElement::getAsJsonArray))
		{
			if (!e.isJsonObject()) throw wrong(key, "a list of objects in [{ }]");
			places.add(new JsonPlace(name(key) + " " + (places.size() + 1), e
				.getAsJsonObject()));
		}
		return places;
	}

	/** Texts in a list; none when it is missing. */
	List<String> texts(final String key) {
		return value(key, List.of(), "a list of texts in [ ]", e -> {
			final List<String> texts = new ArrayList<>();
			e.getAsJsonArray().forEach(t -> texts.add(t.getAsString()));
			return texts;
		});
	}

	boolean has(final String key) {
		return get(key) != null;
	}

	/** Whether the value is a plain number, text or flag. */
	boolean isPlain(final String key) {
		final JsonElement child = get(key);
		return child != null && child.isJsonPrimitive();
	}

	double number(final String key, final double standard) {
		return value(key, standard, "a number", JsonPlace::number);
	}

	long whole(final String key, final long standard) {
		return value(key, standard, "a whole number", e -> new BigDecimal(e
			.getAsString()).longValueExact());
	}

	int integer(final String key, final int standard) {
		return value(key, standard, "a whole number", e -> new BigDecimal(e
			.getAsString()).intValueExact());
	}

	boolean flag(final String key, final boolean standard) {
		return value(key, standard, "true or false", e -> {
			if (e instanceof JsonPrimitive p && p.isBoolean()) return p
				.getAsBoolean();
			throw new IllegalStateException();
		});
	}

	String text(final String key, final String standard) {
		return value(key, standard, "a text", e -> {
			if (e.isJsonPrimitive()) return e.getAsString();
			throw new IllegalStateException();
		});
	}

	/** A constant of the enum, written in lower case. */
	<E extends Enum<E>> E choice(final String key, final E standard) {
		final List<E> all = List.of(standard.getDeclaringClass()
			.getEnumConstants());
		final String word = text(key, word(standard));
		return all.stream().filter(e -> word(e).equals(word)).findFirst()
			.orElseThrow(() -> wrong(key, "one of " + String.join(", ", all.stream()
				.map(JsonPlace::word).toList())));
	}

	/** Numbers as they stand in the text. */
	List<String> numbers(final String key, final List<String> standard) {
		return value(key, standard, "a list of numbers in [ ]", e -> {
			final List<String> numbers = new ArrayList<>();
			for (final JsonElement n : (JsonArray) e) {
				number(n);
				numbers.add(n.getAsString());
			}
			return numbers;
		});
	}

	/** How a constant is written. */
	static String word(final Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/** Refuses keys that were never asked for. */
	void requireNoOthers() {
		for (final String key : object.keySet())
			if (!known.contains(key)) throw new IllegalArgumentException(name(key) +
				" is not known; known there are " + String.join(", ", known));
	}

	private static double number(final JsonElement e) {
		final double v = e.getAsDouble();
		if (!((JsonPrimitive) e).isNumber() || !Double.isFinite(v))
			throw new NumberFormatException();
		return v;
	}

	private JsonElement get(final String key) {
		known.add(key);
		return object.get(key);
	}

	private <T> T value(final String key, final T standard, final String type,
		final Function<JsonElement, T> read)
	{
		final JsonElement child = get(key);
		if (child == null) return standard;
		// NB: Gson tells wrong types by any of these.
		try {
			return read.apply(child);
		}
		catch (final ArithmeticException | ClassCastException
				| IllegalStateException | NumberFormatException
				| UnsupportedOperationException e)
		{
			throw wrong(key, type);
		}
	}

	private IllegalArgumentException wrong(final String key, final String type) {
		return new IllegalArgumentException(name(key) + " is " + object.get(key) +
			"; needed is " + type);
	}

	private String name(final String key) {
		return place + ": " + key;
	}
}
