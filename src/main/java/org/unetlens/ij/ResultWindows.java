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

package org.unetlens.ij;

import java.awt.Font;
import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;

/** Shows results where ImageJ's users look for them. */
public final class ResultWindows {

	private ResultWindows() {}

	/**
	 * Puts the outlines into the ROI Manager, in place of what an earlier run
	 * left there. Without a display there is no ROI Manager: they become the
	 * overlay of the label image instead.
	 *
	 * @param labels the label image of the result
	 */
	public static void showOutlines(final SegmentedImage result,
		final ImagePlus image, final ImagePlus labels)
	{
		if (GraphicsEnvironment.isHeadless()) {
			labels.setOverlay(result.overlay(labels));
			return;
		}
		// NB: In batch mode macros have a hidden ROI Manager of their own.
		final RoiManager hidden = RoiManager.getInstance2();
		final RoiManager manager = hidden != null ? hidden : RoiManager
			.getRoiManager();
		manager.reset();
		for (final Roi roi : result.outlines(image))
			manager.addRoi(roi);
	}

	/**
	 * Shows the measurements as the table {@code <title>-objects}. Without a
	 * display they become ImageJ's results table, which macros read.
	 */
	public static void showTable(final SegmentedImage result,
		final ImagePlus image)
	{
		final ResultsTable table = ObjectTables.of(result.measurements());
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
		else table.show(image.getTitle() + "-objects");
	}

	/**
	 * Shows text to be read; without ImageJ's window, and in macros, it goes to
	 * the log.
	 */
	public static void showText(final String title, final String text) {
		if (IJ.getInstance() == null || IJ.isMacro()) text.lines().forEach(IJ::log);
		// NB: So that columns stand below each other.
		else new TextWindow(title, text, 900, 500).getTextPanel().setFont(new Font(
			Font.MONOSPACED, Font.PLAIN, 13), true);
	}
}
