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

import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.LabelKind;

/**
 * Settings of a training as they are put together: those of a file, if there is
 * one, and options that go before them. What neither says is chosen when the
 * images are known. Not thread-safe.
 */
public final class SettingsTree {

	private final Path file;
	private final JsonObject root;
	private final List<String> overriding = new ArrayList<>();

	/**
	 * @param file of settings in JSON; null for none
	 * @throws IllegalArgumentException when the file is no such file
	 */
	public SettingsTree(final Path file) {
		this.file = file;
		root = file == null ? new JsonObject() : read(file);
	}

	private static JsonObject read(final Path file) {
		final String text;
		try {
			text = Files.readString(file);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("There is no readable file " + file +
				"; give a file of settings in JSON", e);
		}
		// NB: Before options hide what is wrong with it.
		TrainingSettings.fromJson("The file " + file, text, 1, TargetRule
			.interiorBorder());
		return JsonParser.parseString(text).getAsJsonObject();
	}

	/** Options that go before what the file says. */
	public List<String> overriding() {
		return overriding;
	}

	/** Whether anything is said about the network. */
	public boolean hasNetwork() {
		return root.has("network");
	}

	/**
	 * Whether a value is said.
	 *
	 * @param path {@code key}, or {@code section/key}
	 */
	public boolean has(final String path) {
		final int slash = path.indexOf('/');
		if (slash < 0) return root.has(path);
		final JsonElement section = root.get(path.substring(0, slash));
		return section != null && section.isJsonObject() && section
			.getAsJsonObject().has(path.substring(slash + 1));
	}

	/** How images are to be read. */
	public AnnotationSettings annotation() {
		return SettingsJson.annotation(JsonPlace.parse(source(), root.toString()));
	}

	/**
	 * The settings for images that were read so.
	 *
	 * @param channels of the images
	 * @param found what the labels were found to be
	 */
	public TrainingSettings settings(final int channels, final TargetRule found) {
		return TrainingSettings.fromJson(source(), root.toString(), channels,
			found);
	}

	private String source() {
		return file == null ? "The training" : "The training of " + file;
	}

	/**
	 * Forgets what the file says.
	 *
	 * @param path {@code section}, or {@code section/key}
	 */
	public void remove(final String path) {
		final int slash = path.indexOf('/');
		if (slash < 0) root.remove(path);
		else if (has(path)) root.getAsJsonObject(path.substring(0, slash)).remove(
			path.substring(slash + 1));
	}

	/**
	 * Sets how long to train, in place of what the file says of it.
	 *
	 * @param unit minutes, epochs or steps
	 */
	public void setLength(final String unit, final String option,
		final Number amount)
	{
		for (final String length : List.of("minutes", "epochs", "steps"))
			remove("training/" + length);
		set("training/" + unit, option, amount);
	}

	/**
	 * Sets what labels mean, in place of what the file says of labels and
	 * targets: other ones have other values and weights.
	 *
	 * @param target objects, membranes or classes
	 */
	public void setTarget(final String option, final String target) {
		final LabelKind kind = target.equals("objects") ? LabelKind.OBJECTS : target
			.equals("membranes") ? LabelKind.MEMBRANES : LabelKind.CLASSES;
		remove("targets");
		remove("annotation/kind");
		set("annotation/kind", option, JsonPlace.word(kind));
	}

	/**
	 * Sets a value that goes before that of the file.
	 *
	 * @param path {@code key}, or {@code section/key}
	 * @param option where it comes from, for {@link #overriding}
	 * @param value null = not said
	 */
	public void set(final String path, final String option, final Number value) {
		if (value != null) set(path, option, new JsonPrimitive(value));
	}

	/** The same for a text or word. */
	public void set(final String path, final String option, final String value) {
		if (value != null) set(path, option, new JsonPrimitive(value));
	}

	/** The same for a list of numbers. */
	public void set(final String path, final String option,
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
