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

package org.unetlens.ij.commands;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

import org.unetlens.engine.Progress;
import org.unetlens.ij.review.ReportedView;
import org.unetlens.ij.train.TrainingWindows;
import org.unetlens.train.preflight.TrainingLog;
import org.unetlens.train.preflight.TrainingView;

import ij.IJ;

/** How a person takes part in a training that a command begins. */
final class TrainingViews {

	private TrainingViews() {}

	/** The same, and a report is written beside the model. */
	static TrainingView reported(final Path model, final Progress progress) {
		return new ReportedView(now(model), progress);
	}

	/**
	 * For the command that runs now: windows for a person at the menu; the log
	 * for macros and where there is no display.
	 *
	 * @param model file to write
	 */
	static TrainingView now(final Path model) {
		final boolean person = !IJ.isMacro() && !GraphicsEnvironment.isHeadless() &&
			IJ.getInstance() != null;
		return person ? new TrainingWindows(model) : new TrainingLog(IJ::log);
	}
}
