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

package org.unetlens.ij.compare;

import java.nio.file.Path;
import java.util.Optional;

import org.unetlens.compare.Table;
import org.unetlens.ij.ResultsTables;
import org.unetlens.ui.compare.ComparisonExports;
import org.unetlens.ui.compare.ExportedImage;
import org.unetlens.ui.plot.Plot;

import ij.io.SaveDialog;

/**
 * What leaves the window of a comparison goes to ImageJ's own windows. On the
 * event thread.
 */
public final class ImageJExports implements ComparisonExports {

	@Override
	public void show(final ExportedImage image) {
		ExportedImages.of(image).show();
	}

	@Override
	public void show(final String title, final Table table) {
		ResultsTables.of(table).show(title);
	}

	@Override
	public void show(final String title, final Plot plot) {
		ExportedPlots.of(title, plot).show();
	}

	@Override
	public Optional<Path> askFile(final String title, final String name) {
		final int dot = name.lastIndexOf('.');
		final SaveDialog dialog = new SaveDialog(title, name.substring(0, dot), name
			.substring(dot));
		return dialog.getFileName() == null ? Optional.empty() : Optional.of(Path
			.of(dialog.getDirectory(), dialog.getFileName()));
	}
}
