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

import java.awt.Button;
import java.awt.Component;
import java.awt.TextField;
import java.awt.event.ActionListener;
import java.io.File;

import ij.gui.GenericDialog;
import ij.io.SaveDialog;

/** A field for a file to write; ImageJ's own browses for files to open. */
final class SaveField {

	private SaveField() {}

	static void add(final GenericDialog dialog, final String label,
		final String path, final int columns)
	{
		dialog.addFileField(label, path, columns);
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		for (final Component c : field.getParent().getComponents())
			if (c instanceof Button button) {
				for (final ActionListener l : button.getActionListeners())
					button.removeActionListener(l);
				button.addActionListener(e -> browse(label, field));
			}
	}

	private static void browse(final String label, final TextField field) {
		final File now = new File(field.getText().strip());
		final int dot = now.getName().lastIndexOf('.');
		final SaveDialog dialog = new SaveDialog(label, now.getParent(), dot < 0
			? now.getName() : now.getName().substring(0, dot), dot < 0 ? "" : now
				.getName().substring(dot));
		if (dialog.getFileName() != null) field.setText(new File(dialog
			.getDirectory(), dialog.getFileName()).getPath());
	}
}
