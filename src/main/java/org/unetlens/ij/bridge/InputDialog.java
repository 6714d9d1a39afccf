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

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/** Asks for the inputs of a command in ImageJ's own kind of dialog. */
final class InputDialog {

	private static final int TEXT_COLUMNS = 24;

	private final Module module;
	private final List<ModuleItem<?>> items;
	private final GenericDialog dialog;

	/**
	 * @param items the inputs to ask for, with their values in the module
	 */
	InputDialog(final Module module, final List<ModuleItem<?>> items) {
		this.module = module;
		this.items = items;
		dialog = new GenericDialog(module.getInfo().getTitle());
	}

	/**
	 * Shows the dialog and sets the inputs.
	 *
	 * @return false when the user canceled
	 * @throws IllegalArgumentException when what was typed is not a number
	 */
	boolean show() {
		// NB: The dialog would record its labels; the names of the inputs are
		// wanted.
		final boolean recording = Recorder.record;
		Recorder.record = false;
		try {
			items.forEach(this::add);
			dialog.addHelp(InputHelp.html(module.getInfo(), items));
			dialog.showDialog();
			if (dialog.wasCanceled()) return false;
			items.forEach(this::read);
		}
		finally {
			Recorder.record = recording;
		}
		if (dialog.invalidNumber()) throw new IllegalArgumentException(
			"What was typed is not a number: " + dialog.getErrorMessage());
		return true;
	}

	static List<String> choices(final ModuleItem<?> item) {
		return item.getChoices() == null ? List.of() : item.getChoices().stream()
			.map(Object::toString).toList();
	}

	static String label(final ModuleItem<?> item) {
		return item.getLabel() == null || item.getLabel().isEmpty() ? item.getName()
			: item.getLabel();
	}

	private void add(final ModuleItem<?> item) {
		final Object value = item.getValue(module);
		final String label = label(item);
		switch (kind(item)) {
			case MESSAGE -> dialog.addMessage(item.getType() == ImagePlus.class
				? label + ": no image is open" : String.valueOf(value));
			case CHOICE -> dialog.addChoice(label, choices(item).toArray(
				String[]::new), String.valueOf(value));
			case FLAG -> dialog.addCheckbox(label, Boolean.TRUE.equals(value));
			case NUMBER -> addNumber(item, ((Number) value).doubleValue());
			case FILE -> dialog.addFileField(label, text(value), TEXT_COLUMNS);
			case FOLDER -> dialog.addDirectoryField(label, text(value), TEXT_COLUMNS);
			case IMAGE -> dialog.addImageChoice(label, value instanceof ImagePlus i
				? i.getTitle() : null);
			case TEXT -> dialog.addStringField(label, text(value), TEXT_COLUMNS);
		}
	}

	private void addNumber(final ModuleItem<?> item, final double value) {
		final boolean whole = Types.isInteger(Types.box(item.getType())) || Types
			.isLong(Types.box(item.getType()));
		dialog.addNumericField(label(item), value, whole ? 0 : 3, 8, range(item));
	}

	private static String range(final ModuleItem<?> item) {
		return item.getMinimumValue() == null || item.getMaximumValue() == null ? ""
			: "(" + item.getMinimumValue() + " to " + item.getMaximumValue() + ")";
	}

	private void read(final ModuleItem<?> item) {
		final String name = item.getName();
		switch (kind(item)) {
			case MESSAGE -> IJ.showStatus("");
			case CHOICE -> module.setInput(name, dialog.getNextChoice());
			case FLAG -> module.setInput(name, dialog.getNextBoolean());
			case NUMBER -> module.setInput(name, number(dialog.getNextNumber(),
				item));
			case FILE, FOLDER -> module.setInput(name, file(dialog.getNextString()));
			case IMAGE -> module.setInput(name, dialog.getNextImage());
			case TEXT -> module.setInput(name, dialog.getNextString());
		}
	}

	private static Number number(final double value, final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (type == Integer.class) return (int) Math.round(value);
		if (type == Long.class) return Math.round(value);
		if (type == Float.class) return (float) value;
		return value;
	}

	private static File file(final String path) {
		return path.isBlank() ? null : new File(path.strip());
	}

	private static String text(final Object value) {
		return value == null ? "" : value.toString();
	}

	/** The kinds of fields. */
	private enum Kind {
			MESSAGE, CHOICE, FLAG, NUMBER, FILE, FOLDER, IMAGE, TEXT
	}

	private static Kind kind(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (item.getVisibility() == ItemVisibility.MESSAGE) return Kind.MESSAGE;
		if (!choices(item).isEmpty()) return Kind.CHOICE;
		if (type == Boolean.class) return Kind.FLAG;
		if (Number.class.isAssignableFrom(type)) return Kind.NUMBER;
		if (type == ImagePlus.class) return WindowManager.getImageCount() > 0
			? Kind.IMAGE : Kind.MESSAGE;
		if (type != File.class) return Kind.TEXT;
		return FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle())
			? Kind.FOLDER : Kind.FILE;
	}
}
