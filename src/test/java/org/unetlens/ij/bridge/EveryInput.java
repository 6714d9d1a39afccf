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

import org.scijava.ItemVisibility;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import org.scijava.widget.NumberWidget;

import ij.ImagePlus;

/** Has an input of every kind that a dialog knows. */
public class EveryInput extends ContextCommand {

	/** For a choice that is not text. */
	enum Side {
			LEFT, RIGHT
	}

	@Parameter(visibility = ItemVisibility.MESSAGE)
	private final String message = "<html>Words for<br>a &lt;person&gt;.</html>";

	@Parameter(label = "Source")
	private ImagePlus source;

	@Parameter(label = "Reference", required = false)
	private ImagePlus reference;

	@Parameter(label = "Mode", choices = { "few", "many" },
		callback = "modeChanged")
	private String mode = "few";

	@Parameter(label = "Side")
	private Side side = Side.LEFT;

	@Parameter(label = "Count", min = "1", max = "9")
	private int count = 2;

	@Parameter(label = "Rate", min = "0")
	private double rate = 0.00025;

	@Parameter(label = "Overlap", style = NumberWidget.SLIDER_STYLE, min = "0",
		max = "1", stepSize = "0.05")
	private double overlap = 0.25;

	@Parameter(label = "Keep")
	private boolean keep = true;

	@Parameter(label = "Input", required = false)
	private File input;

	@Parameter(label = "Output", required = false, style = FileWidget.SAVE_STYLE)
	private File output;

	@Parameter(label = "Folder", required = false,
		style = FileWidget.DIRECTORY_STYLE)
	private File folder;

	@Parameter(label = "Name")
	private String name = "cells";

	/** Called when the mode changes. */
	protected void modeChanged() {
		count = mode.equals("many") ? 7 : 2;
	}

	@Override
	public void run() {
		throw new UnsupportedOperationException("Only its inputs are of interest");
	}
}
