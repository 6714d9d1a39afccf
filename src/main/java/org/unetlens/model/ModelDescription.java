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
import java.util.List;
import java.util.Locale;

import org.unetlens.label.ObjectRule;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * What a person should know of a model before using it, in paragraphs with a
 * heading.
 *
 * @param sections in the order in which they are read
 */
public record ModelDescription(List<Section> sections) {

	/** A heading and its lines. */
	public record Section(String heading, List<String> lines) {
	}

	public static ModelDescription of(final ModelBundle model) {
		final ModelCard card = model.card();
		final List<Section> all = new ArrayList<>();
		add(all, card.name(), List.of(card.description()));
		add(all, "Images", images(model));
		add(all, "Objects", objects(model));
		add(all, "Network", network(model));
		add(all, "Measured", card.metrics().entrySet().stream().map(e -> e
			.getKey() + ": " + number(e.getValue())).toList());
		add(all, "Training data", card.data().stream().map(d -> join(d.name(), d
			.license(), d.citation())).toList());
		add(all, "Training", card.training().entrySet().stream().filter(e -> e
			.getValue().length() <= 80).map(e -> e.getKey() + ": " + e.getValue())
			.toList());
		add(all, "Licence", List.of(card.license()));
		add(all, "Authors", List.of(String.join(", ", card.authors())));
		add(all, "Please cite", card.citations().stream().map(c -> c.text() + (c
			.doi().isBlank() ? "" : " https://doi.org/" + c.doi())).toList());
		return new ModelDescription(List.copyOf(all));
	}

	private static void add(final List<Section> all, final String heading,
		final List<String> lines)
	{
		final List<String> said = lines.stream().filter(l -> !l.isBlank()).toList();
		if (!said.isEmpty()) all.add(new Section(heading, said));
	}

	private static List<String> images(final ModelBundle model) {
		final int channels = model.signature().channels();
		final PixelSize size = model.pixelSize();
		return List.of(channels == 1 ? "one channel" : channels + " channels", size
			.isCalibrated() ? "trained on pixels of " + number(size.x()) + " x " +
				number(size.y()) + " " + size.unit()
				: "the size of the pixels that it was trained on is not known",
			"brightness " + normalization(model.normalization()));
	}

	private static String normalization(final Normalization n) {
		return switch (n.kind()) {
			case PERCENTILE -> "scaled from percentiles " + number(n.low()) +
				" and " + number(n.high()) + " of each image";
			case MEAN_SD -> "scaled to mean 0 and standard deviation 1 of each image";
			case MIN_MAX -> "scaled from minimum and maximum of each image";
			case NONE -> "taken as it is";
			case FIXED -> "the intensity " + n.low() + " becomes 0 and " + n.high() +
				" becomes 1";
		};
	}

	private static List<String> objects(final ModelBundle model) {
		final ObjectRule rule = model.rule();
		return List.of("classes: " + String.join(", ", model.classes()), rule.kind()
			.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", threshold " +
			number(rule.threshold()) + ", at least " + rule.minSize() + " pixels");
	}

	private static List<String> network(final ModelBundle model) {
		if (!model.isUNet()) return List.of(
			"from elsewhere, computed as it is, which takes longer; " + model
				.network().weightCount() + " trained values", "skip connections: " +
					model.signature().skips(), "a pixel depends on pixels up to " + model
						.signature().tiles().halo() + " px away");
		final UNetSpec spec = model.spec();
		// NB: What a pixel sees differs with its place in the pooling's grid.
		final long sees = ReceptiveField.throughBottleneck(spec, 1L << spec.depth())
			.size();
		return List.of("U-Net of depth " + spec.depth() + " and base width " + spec
			.baseWidth() + ", " + model.weights().count() + " trained values",
			"skip connections: " + spec.skips(), "receptive field: " + sees + " x " +
				sees + " pixels");
	}

	private static String join(final String... parts) {
		return String.join(". ", List.of(parts).stream().filter(p -> !p.isBlank())
			.toList());
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$",
			"");
	}

	/** Paragraphs of plain text. */
	public String text() {
		final StringBuilder text = new StringBuilder();
		for (final Section section : sections) {
			text.append(section.heading()).append('\n');
			section.lines().forEach(l -> text.append("  ").append(l).append('\n'));
		}
		return text.toString();
	}
}
