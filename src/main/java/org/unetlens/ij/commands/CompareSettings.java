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

import java.io.File;
import java.util.List;
import java.util.Optional;

import org.unetlens.compare.ComparisonSettings;
import org.unetlens.ij.compare.ComparisonRequest;
import org.unetlens.network.SkipFill;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * The parameters of the Compare command, checked: ImageJ checks neither choices
 * nor ranges that a macro gives.
 */
record CompareSettings(String fill, String slices, int memory) {

	/** In the order of {@link SkipFill}. */
	static final List<String> FILLS = List.of("zero", "mean");
	static final List<String> SLICES = List.of("current", "all");
	/** Instead of the title of a label image. */
	static final String NONE = "None";

	CompareSettings {
		requireChoice("fill", fill, FILLS);
		requireChoice("choice of slices", slices, SLICES);
		SegmentSettings.requireMemory(memory);
	}

	private static void requireChoice(final String what, final String found,
		final List<String> choices)
	{
		if (!choices.contains(found)) throw new IllegalArgumentException("The " +
			what + " '" + found + "' is not known. Choose one of " + String.join(", ",
				choices));
	}

	boolean allSlices() {
		return slices.equals(SLICES.get(1));
	}

	ComparisonSettings comparison() {
		return ComparisonSettings.defaults().withFill(SkipFill.values()[FILLS
			.indexOf(fill)]).withMemoryBudget((long) memory << 20);
	}

	ComparisonRequest request(final String model, final File twin,
		final String className)
	{
		final boolean own = twin != null && !twin.getPath().isBlank();
		return new ComparisonRequest(model, own ? List.of(twin.getPath()) : List
			.of(), true, className, comparison());
	}

	/** The open image of that title. */
	static Optional<ImagePlus> truth(final String title) {
		if (title == null || title.isBlank() || title.equals(NONE)) return Optional
			.empty();
		final ImagePlus image = WindowManager.getImage(title);
		if (image == null) throw new IllegalArgumentException(
			"No open image has the title \"" + title +
				"\". Open the label image first, or give " + NONE);
		return Optional.of(image);
	}
}
