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

import java.awt.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * Asks for the inputs of a command in ImageJ's own kind of dialog. What is
 * wrong with a field is said below while it is typed, and OK waits for it.
 */
final class InputDialog {

	private final Module module;
	private final GenericDialog dialog;
	private final List<InputField> fields = new ArrayList<>();
	private Label problem;

	/**
	 * @param items the inputs to ask for, with their values in the module
	 */
	InputDialog(final Module module, final List<ModuleItem<?>> items) {
		this.module = module;
		dialog = new GenericDialog(module.getInfo().getTitle());
		for (final ModuleItem<?> item : items)
			InputField.add(item, module, dialog).ifPresent(fields::add);
		dialog.addHelp(InputHelp.html(module.getInfo(), items));
	}

	/**
	 * Shows the dialog and sets the inputs.
	 *
	 * @return false when the user canceled
	 * @throws IllegalArgumentException when a field holds what may not be given
	 */
	boolean show() {
		dialog.addMessage(" ");
		problem = (Label) dialog.getMessage();
		dialog.addDialogListener((d, e) -> e == null || isSound());
		// NB: The dialog would record its labels; the names of the inputs are
		// wanted.
		final boolean recording = Recorder.record;
		Recorder.record = false;
		try {
			dialog.showDialog();
		}
		finally {
			Recorder.record = recording;
		}
		if (dialog.wasCanceled()) return false;
		wrong().ifPresent(w -> {
			throw new IllegalArgumentException(w);
		});
		fields.forEach(this::take);
		return true;
	}

	/** Called at each change; when it is false, OK cannot be pressed. */
	private boolean isSound() {
		final Optional<String> wrong = wrong();
		say(wrong.orElse(" "));
		if (wrong.isPresent()) return false;
		for (final InputField field : fields)
			if (take(field)) callback(field);
		return true;
	}

	private Optional<String> wrong() {
		return fields.stream().map(f -> f.problem().get()).flatMap(Optional::stream)
			.findFirst();
	}

	private void say(final String text) {
		if (problem.getText().equals(text)) return;
		problem.setText(text);
		// NB: Its width was made for another text.
		dialog.pack();
	}

	/** Sets the input; whether it changed. */
	private boolean take(final InputField field) {
		final Object value = field.value().get();
		final boolean changed = !Objects.equals(value, field.item().getValue(
			module));
		if (changed) module.setInput(field.item().getName(), value);
		return changed;
	}

	/** Lets the command answer to a change of one input in the others. */
	private void callback(final InputField changed) {
		if (changed.item().getCallback() == null || changed.item().getCallback()
			.isEmpty()) return;
		try {
			changed.item().callback(module);
		}
		catch (final MethodCallException e) {
			say(String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause()
				.getMessage()));
			return;
		}
		for (final InputField field : fields) {
			final Object value = field.item().getValue(module);
			if (!Objects.equals(value, field.value().get())) field.show().accept(
				value);
		}
	}
}
