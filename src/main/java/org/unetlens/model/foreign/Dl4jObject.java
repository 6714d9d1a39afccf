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

package org.unetlens.model.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.unetlens.graph.InvalidContentException;

/**
 * A JSON object of a DL4J configuration, whose values are of the kind expected
 * and within limits, or it is said what is wrong. Immutable.
 */
record Dl4jObject(JsonObject json) {

	static Dl4jObject parse(final String text) {
		return new Dl4jObject(JsonParser.parseString(text).getAsJsonObject());
	}

	Set<String> keys() {
		return json.keySet();
	}

	/** Whether there is a value, and not null. */
	boolean has(final String key) {
		return json.has(key) && !json.get(key).isJsonNull();
	}

	/** Whether a number is missing or 0. */
	boolean isNothing(final String key) {
		return number(key, 0) == 0;
	}

	Dl4jObject object(final String key) throws InvalidContentException {
		final JsonElement e = json.get(key);
		if (e == null || !e.isJsonObject()) throw missing(key);
		return new Dl4jObject(e.getAsJsonObject());
	}

	List<String> texts(final String key) throws InvalidContentException {
		final List<String> texts = new ArrayList<>();
		array(key).forEach(e -> texts.add(e.getAsString()));
		return texts;
	}

	String text(final String key) throws InvalidContentException {
		return primitive(key).getAsString();
	}

	/** 0 to 65,536. */
	int integer(final String key) throws InvalidContentException {
		final int n = primitive(key).getAsInt();
		if (n < 0 || n > 1 << 16) throw new InvalidContentException(
			"its configuration says " + key + " = " + n);
		return n;
	}

	/** Height and width, 0 to 1024. */
	int[] pair(final String key) throws InvalidContentException {
		final JsonArray list = array(key);
		if (list.size() != 2) throw new InvalidContentException(
			"its configuration has " + list.size() + " numbers as " + key +
				"; only 2D layers are read");
		final int[] pair = { list.get(0).getAsInt(), list.get(1).getAsInt() };
		if (Math.min(pair[0], pair[1]) < 0 || Math.max(pair[0], pair[1]) > 1 << 10)
			throw new InvalidContentException("its configuration says " + key +
				" = " + list);
		return pair;
	}

	/** The same of a pair that must be equal. */
	int square(final String key) throws InvalidContentException {
		final int[] pair = pair(key);
		if (pair[0] != pair[1]) throw new InvalidContentException(
			"its configuration has a layer with the unequal " + key + " " + pair[0] +
				" and " + pair[1]);
		return pair[0];
	}

	boolean flag(final String key, final boolean otherwise) {
		return has(key) ? json.get(key).getAsBoolean() : otherwise;
	}

	double number(final String key, final double otherwise) {
		return has(key) ? json.get(key).getAsDouble() : otherwise;
	}

	/** The last part of its class's name, which must begin as given. */
	String kind(final String start) throws InvalidContentException {
		final String full = text("@class");
		if (!full.startsWith(start) || !full.substring(start.length()).matches(
			"[A-Za-z0-9]{1,60}")) throw new InvalidContentException(
				"its configuration names the class '" + full.substring(0, Math.min(80,
					full.length())) + "', which is not one of those that are known here");
		return full.substring(start.length());
	}

	private JsonArray array(final String key) throws InvalidContentException {
		final JsonElement e = json.get(key);
		if (e == null || !e.isJsonArray()) throw missing(key);
		return e.getAsJsonArray();
	}

	private JsonElement primitive(final String key)
		throws InvalidContentException
	{
		final JsonElement e = json.get(key);
		if (e == null || !e.isJsonPrimitive()) throw missing(key);
		return e;
	}

	private static InvalidContentException missing(final String key) {
		return new InvalidContentException("its configuration lacks '" + key
			.substring(0, Math.min(80, key.length())) + "'");
	}
}
