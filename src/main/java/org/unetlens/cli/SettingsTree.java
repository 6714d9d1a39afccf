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

package org.unetlens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import org.unetlens.train.TrainingSettings;

/**
 * Settings of a training as they are put together: those of a file, if there is
 * one, and options that go before them. Not thread-safe.
 */
final class SettingsTree {

	private final Path file;
	private final JsonObject root;
	private final List<String> overriding = new ArrayList<>();

	/**
	 * @param file of settings in JSON; null for none
	 * @throws IllegalArgumentException when the file is no such file
	 */
	SettingsTree(final Path file) throws IOException {
		this.file = file;
		root = file == null ? new JsonObject() : read(file);
	}

	private static JsonObject read(final Path file) throws IOException {
		if (!Files.isReadable(file)) throw new IllegalArgumentException(
			"There is no readable file " + file +
				"; give a file of settings in JSON after --config");
		final String text = Files.readString(file);
		// NB: Before options hide what is wrong with it.
		TrainingSettings.fromJson("The file " + file, text, 1);
		return JsonParser.parseString(text).getAsJsonObject();
	}

	/** Options that go before what the file says. */
	List<String> overriding() {
		return overriding;
	}

	/** Whether anything is said about the network. */
	boolean hasNetwork() {
		return root.has("network");
	}

	/** Whether the number of steps is said. */
	boolean hasSteps() {
		return root.has("training") && root.getAsJsonObject("training").has(
			"steps");
	}

	/** The settings for images with so many channels. */
	TrainingSettings settings(final int channels) {
		return TrainingSettings.fromJson(file == null ? "The training"
			: "The training of " + file, root.toString(), channels);
	}

	void remove(final String section) {
		root.remove(section);
	}

	/** @param path {@code key}, or {@code section/key} */
	void set(final String path, final String option, final Number value) {
		if (value != null) set(path, option, new JsonPrimitive(value));
	}

	void set(final String path, final String option, final String value) {
		if (value != null) set(path, option, new JsonPrimitive(value));
	}

	void set(final String path, final String option,
		final List<? extends Number> values)
	{
		if (values == null) return;
		final JsonArray array = new JsonArray();
		values.forEach(array::add);
		set(path, option, array);
	}

	private void set(final String path, final String option,
		final JsonElement value)
	{
		final int slash = path.indexOf('/');
		section(path.substring(0, Math.max(0, slash))).add(path.substring(slash +
			1), value);
		if (file != null) overriding.add(option);
	}

	private JsonObject section(final String name) {
		if (name.isEmpty()) return root;
		if (!root.has(name)) root.add(name, new JsonObject());
		return root.getAsJsonObject(name);
	}
}
