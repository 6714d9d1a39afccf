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

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.unetlens.compare.Comparison;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.compare.ComparedImage;
import org.unetlens.ui.compare.ComparisonWindow;

/**
 * The comparison of an ImageJ image, in a window or as a folder: what the
 * command, the macro and the menu do. Immutable.
 *
 * @param request models and settings
 * @param planes image, truth, region
 * @param all whether all planes are compared, or only the one in view
 * @param progress is asked for cancel
 */
public record SkipComparisons(ComparisonRequest request, ImagePlanes planes,
		boolean all, Progress progress) {

	/**
	 * Writes the report, tables and pictures; opens no window.
	 *
	 * @param overwrite whether files that are there are replaced
	 * @return the figures
	 */
	public Comparison write(final Path folder, final boolean overwrite) {
		final ComparisonFolder files = new ComparisonFolder(folder, overwrite
			? OnExisting.REPLACE : OnExisting.REFUSE);
		files.requireFree();
		try (SessionSource source = open(model -> {})) {
			return files.write(source, fill(), progress);
		}
	}

	/** Compares the plane in view, then opens the window. */
	public void show() {
		final SessionSource source = open(SkipComparisons::requireParts);
		try {
			final int index = all ? planes.inView() : 0;
			final ComparedImage first = source.compare(index, fill(), progress);
			EventQueue.invokeLater(() -> ComparisonWindow.open(source, index, first,
				new ImageJExports()));
		}
		catch (final RuntimeException | Error e) {
			source.close();
			throw e;
		}
	}

	private static void requireParts(final ModelBundle model) {
		if (!model.isUNet()) throw new IllegalArgumentException(
			"The network of the model " + model.card().name() +
				" came from elsewhere and is computed as it is, so that there is nothing to look into. Give a folder for the report: it compares the results without each skip");
	}

	private SkipFill fill() {
		return request.settings().fill();
	}

	/** @param requirement of the model */
	private SessionSource open(final Consumer<ModelBundle> requirement) {
		// NB: Before models are opened, for that takes a moment.
		planes.requireFit();
		return request.open(model -> {
			requirement.accept(model);
			return all ? planes.all(model) : List.of(planes.current(model));
		}, progress);
	}
}
