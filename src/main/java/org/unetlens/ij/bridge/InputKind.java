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

package org.unetlens.ij.bridge;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;
import org.scijava.widget.NumberWidget;

import ij.ImagePlus;
import ij.WindowManager;

/** The kinds of inputs, each with a field of its own in a dialog. */
enum InputKind {

		/** Text that is only shown. */
		MESSAGE, CHOICE, FLAG, NUMBER,
		/** A number with a slider beside it. */
		SLIDER,
		/** A file to read, a file to write, a folder. */
		FILE, SAVE, FOLDER,
		/** An open image; where it may be left out, also none. */
		IMAGE, TEXT;

	static InputKind of(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (item.getVisibility() == ItemVisibility.MESSAGE) return MESSAGE;
		if (!choices(item).isEmpty()) return CHOICE;
		if (type == Boolean.class) return FLAG;
		if (Number.class.isAssignableFrom(type)) return hasStyle(item,
			NumberWidget.SLIDER_STYLE) && hasRange(item) ? SLIDER : NUMBER;
		if (type == ImagePlus.class) return WindowManager.getImageCount() > 0
			? IMAGE : MESSAGE;
		return type == File.class ? ofFile(item) : TEXT;
	}

	private static InputKind ofFile(final ModuleItem<?> item) {
		if (hasStyle(item, FileWidget.DIRECTORY_STYLE)) return FOLDER;
		return hasStyle(item, FileWidget.SAVE_STYLE) ? SAVE : FILE;
	}

	/** NB: A style may stand among others, as in {@code "slider,format:0.0"}. */
	private static boolean hasStyle(final ModuleItem<?> item,
		final String style)
	{
		return item.getWidgetStyle() != null && List.of(item.getWidgetStyle().split(
			"\\s*,\\s*")).contains(style);
	}

	static boolean hasRange(final ModuleItem<?> item) {
		return item.getMinimumValue() != null && item.getMaximumValue() != null;
	}

	/** What can be chosen, as it is shown; empty when anything can be given. */
	static List<String> choices(final ModuleItem<?> item) {
		if (item.getType().isEnum()) return Stream.of(item.getType()
			.getEnumConstants()).map(Object::toString).toList();
		return item.getChoices() == null ? List.of() : item.getChoices().stream()
			.map(Object::toString).toList();
	}

	/** The chosen value of the input's type. */
	static Object chosen(final ModuleItem<?> item, final String text) {
		if (item.getType() == String.class) return text;
		final Stream<?> values = item.getType().isEnum() ? Stream.of(item.getType()
			.getEnumConstants()) : item.getChoices().stream();
		return values.filter(v -> v.toString().equals(text)).findFirst().orElse(
			null);
	}

	/** What a person reads beside the field. */
	static String label(final ModuleItem<?> item) {
		return item.getLabel() == null || item.getLabel().isEmpty() ? item.getName()
			: item.getLabel();
	}
}
