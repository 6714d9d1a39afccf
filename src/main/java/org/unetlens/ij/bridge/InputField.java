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

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.gui.GenericDialog;

/**
 * One input in a dialog.
 *
 * @param item the input
 * @param value what stands in the field now; null also for what is no value
 * @param show puts a value into the field
 * @param problem what is wrong with what stands in the field
 */
record InputField(ModuleItem<?> item, Supplier<Object> value,
		Consumer<Object> show, Supplier<Optional<String>> problem) {

	private static final int COLUMNS = 24;
	private static final int NUMBER_COLUMNS = 8;

	/** Adds a field to the dialog; empty for what is only shown. */
	static Optional<InputField> add(final ModuleItem<?> item, final Module module,
		final GenericDialog dialog)
	{
		final Object value = item.getValue(module);
		final String label = InputKind.label(item);
		switch (InputKind.of(item)) {
			case MESSAGE:
				dialog.addMessage(item.getType() == ImagePlus.class ? label +
					": no image is open" : MessageText.plain(String.valueOf(value)));
				return Optional.empty();
			case CHOICE:
				dialog.addChoice(label, InputKind.choices(item).toArray(String[]::new),
					String.valueOf(value));
				return Optional.of(choice(item, last(dialog.getChoices())));
			case FLAG:
				dialog.addCheckbox(label, Boolean.TRUE.equals(value));
				return Optional.of(flag(item, last(dialog.getCheckboxes())));
			case NUMBER, SLIDER:
				addNumber(item, value, dialog);
				return Optional.of(number(item, last(dialog.getNumericFields())));
			case IMAGE:
				return Optional.of(image(item, value, dialog));
			case FILE, SAVE, FOLDER:
				addFile(item, text(value), dialog);
				return Optional.of(file(item, last(dialog.getStringFields())));
			default:
				dialog.addStringField(label, text(value), COLUMNS);
				return Optional.of(text(item, last(dialog.getStringFields())));
		}
	}

	@SuppressWarnings("unchecked")
	private static <C> C last(final List<?> components) {
		return (C) components.get(components.size() - 1);
	}

	private static InputField choice(final ModuleItem<?> item,
		final Choice choice)
	{
		return new InputField(item, () -> InputKind.chosen(item, choice
			.getSelectedItem()), v -> {
				choice.removeAll();
				InputKind.choices(item).forEach(choice::add);
				choice.select(String.valueOf(v));
			}, Optional::empty);
	}

	private static InputField flag(final ModuleItem<?> item, final Checkbox box) {
		return new InputField(item, box::getState, v -> box.setState(Boolean.TRUE
			.equals(v)), Optional::empty);
	}

	private static void addNumber(final ModuleItem<?> item, final Object value,
		final GenericDialog dialog)
	{
		final double number = value instanceof Number n ? n.doubleValue() : 0;
		final NumberText text = new NumberText(item);
		if (InputKind.of(item) == InputKind.SLIDER) dialog.addSlider(InputKind
			.label(item), ((Number) item.getMinimumValue()).doubleValue(),
			((Number) item.getMaximumValue()).doubleValue(), number, item
				.getStepSize() == null ? 1 : item.getStepSize().doubleValue());
		else dialog.addNumericField(InputKind.label(item), number, text.digits(
			number), NUMBER_COLUMNS, text.range());
	}

	private static InputField number(final ModuleItem<?> item,
		final TextField field)
	{
		final NumberText text = new NumberText(item);
		return new InputField(item, () -> text.parse(field.getText()).orElse(null),
			v -> field.setText(ij.IJ.d2s(((Number) v).doubleValue(), text.digits(
				((Number) v).doubleValue()))), () -> text.problem(field.getText()));
	}

	private static InputField image(final ModuleItem<?> item, final Object value,
		final GenericDialog dialog)
	{
		final OpenImages images = new OpenImages(!item.isRequired());
		final String[] titles = images.titles();
		final int index = images.index((ImagePlus) value);
		dialog.addChoice(InputKind.label(item), titles, titles[index]);
		final Choice choice = last(dialog.getChoices());
		// NB: Two images may have the same title.
		choice.select(index);
		return new InputField(item, () -> images.get(choice.getSelectedIndex()),
			v -> choice.select(images.index((ImagePlus) v)), Optional::empty);
	}

	private static void addFile(final ModuleItem<?> item, final String path,
		final GenericDialog dialog)
	{
		final String label = InputKind.label(item);
		switch (InputKind.of(item)) {
			case FOLDER -> dialog.addDirectoryField(label, path, COLUMNS);
			case SAVE -> SaveField.add(dialog, label, path, COLUMNS);
			default -> dialog.addFileField(label, path, COLUMNS);
		}
	}

	private static InputField file(final ModuleItem<?> item,
		final TextField field)
	{
		return new InputField(item, () -> field.getText().isBlank() ? null
			: new File(field.getText().strip()), v -> field.setText(text(v)),
			Optional::empty);
	}

	private static InputField text(final ModuleItem<?> item,
		final TextField field)
	{
		return new InputField(item, field::getText, v -> field.setText(text(v)),
			Optional::empty);
	}

	private static String text(final Object value) {
		return value == null ? "" : value.toString();
	}
}
