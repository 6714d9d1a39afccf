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

package org.unetlens.data.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in plain words how label pictures are read. */
final class ConventionText {

	private static final int SHOWN = 6;

	private final LabelValues labels;
	private final LabelKind kind;
	private final List<Integer> values;

	/** @param values as the convention lists them */
	ConventionText(final LabelValues labels, final LabelKind kind,
		final List<Integer> values)
	{
		this.labels = labels;
		this.kind = kind;
		this.values = values;
	}

	List<String> sentences(final boolean certain) {
		final List<String> sentences = new ArrayList<>();
		sentences.add(first());
		if (kind == LabelKind.MASK) sentences.add(
			"Objects that touch cannot be told apart in masks: each connected area counts as one object.");
		if (labels.nearest) sentences.add(stray());
		if (labels.unknown.isPresent()) sentences.add("Pixels of the value " +
			labels.unknown.getAsInt() +
			" are read as not annotated; they are left out.");
		else if (!labels.color && labels.census.entry(LabelPicture.UNKNOWN) != null)
			sentences.add("Pixels of the value " + LabelPicture.UNKNOWN +
				" are read as not annotated; they are left out.");
		if (!certain) sentences.add(doubt());
		return sentences;
	}

	private String first() {
		final String hold = (labels.pictures.size() == 1 ? "The label image holds "
			: "The label images hold ");
		return switch (kind) {
			case MASK -> (labels.pictures.size() == 1 ? "This mask holds "
				: "These masks hold ") + held() + ": " + mask();
			case MEMBRANES -> hold + held() + ": read as membrane (" + labels.text(
				values.get(0)) + ") and the areas that it encloses.";
			case CLASSES -> hold + list(labels.values) + ": read as " + values
				.size() + " classes" + (labels.background.isPresent() ? ", " + labels
					.text(labels.background.getAsInt()) + " being background." : ".");
			case OBJECTS -> hold + objects() + ".";
			case REGIONS -> hold + regions();
		};
	}

	private String held() {
		return labels.isMixedMask() ? "0 and 1, or 0 and 255" : list(labels.values);
	}

	private String mask() {
		if (labels.background.getAsInt() == 0 && !labels.color)
			return "read as background and object.";
		return "read as " + labels.text(labels.background.getAsInt()) +
			" = background, " + list(labels.values.stream().filter(v -> !labels
				.isBackground(v)).toList()) + " = object.";
	}

	private String objects() {
		final String back = labels.background.isEmpty() ? " without background"
			: ", " + labels.text(labels.background.getAsInt()) + " being background";
		if (labels.color) return labels.values.size() +
			" colours: each connected area of a colour is read as one object" + back;
		return list(labels.values) + ": each number is read as one object" + back;
	}

	private String regions() {
		final String each = labels.color ? labels.values.size() +
			" colours: each connected area of a colour is read as one area" : list(
				labels.values) + ": each number is read as one area";
		return each + (labels.background.isEmpty()
			? "; there is no background (0), so the lines where areas meet are learned."
			: ", " + labels.text(labels.background.getAsInt()) +
				" as the line between them; these lines are learned.");
	}

	private String stray() {
		final double percent = 100.0 * others() / labels.census.pixels();
		return (percent < 0.01 ? "Less than 0.01" : String.format(Locale.ROOT,
			"%.2g", percent)) +
			" % of the pixels have other values (smoothed edges or compression?); each is read as the nearest of these.";
	}

	private long others() {
		return labels.census.entries().entrySet().stream().filter(
			e -> !labels.values.contains(e.getKey()) && e
				.getKey() != LabelPicture.UNKNOWN).mapToLong(e -> e.getValue().pixels)
			.sum();
	}

	private String doubt() {
		if (labels.background.isPresent() && !labels.isUsual(labels.background
			.getAsInt())) return "No pixel is " + (labels.color ? "black or white"
				: "0") + ", so " + labels.text(labels.background.getAsInt()) +
				", the most frequent at the border, is taken for background. Check the preview.";
		return kind == LabelKind.CLASSES
			? "If each value is one object instead of a class, choose Objects."
			: "If the values are classes instead of objects, choose Classes.";
	}

	/** E.g. {@code 0, 127 and 255}, or {@code 0, 1, 2 ... 124}. */
	private String list(final List<Integer> all) {
		final List<String> texts = all.stream().map(labels::text).toList();
		if (texts.size() == 1) return texts.get(0);
		if (texts.size() > SHOWN && labels.color) return texts.size() + " colours";
		if (texts.size() > SHOWN) return String.join(", ", texts.subList(0, 3)) +
			" ... " + texts.get(texts.size() - 1);
		return String.join(", ", texts.subList(0, texts.size() - 1)) + " and " +
			texts.get(texts.size() - 1);
	}
}
