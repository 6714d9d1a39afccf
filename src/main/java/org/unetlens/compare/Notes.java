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

package org.unetlens.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unetlens.compare.Comparison.Units;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.Padding;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.SkipFill;
import org.unetlens.tensor.PixelSize;

/**
 * What a reader of a comparison must be told besides the figures, one sentence
 * or two each.
 */
final class Notes {

	/** Below this, an interval says little. */
	private static final int FEW = 20;
	/** Objects across that a receptive field needs for their surroundings. */
	private static final double ENOUGH = 4;

	private final ModelBundle model;
	private final NetworkSignature spec;
	private final PixelSize size;
	private final long field;
	private final List<String> notes = new ArrayList<>();

	/** @param field receptive field of the whole network in px */
	Notes(final ModelBundle model, final PixelSize size, final long field) {
		this.model = model;
		this.size = size;
		spec = model.signature();
		this.field = field;
	}

	List<String> list() {
		return List.copyOf(notes);
	}

	/** What silenced skips are replaced by, and which channels are read. */
	Notes settings(final SkipFill fill) {
		notes.add(fill == SkipFill.MEAN
			? "Knock-out: a silenced skip gives each channel's mean over the image, so that only its positions are lost."
			: "Knock-out: a silenced skip gives 0, which also shifts the statistics that the net is used to.");
		if (spec.channels() > 1) notes.add("The model reads " + spec.channels() +
			" channels" + (spec.channels() == 3 ? " (red, green, blue)" : "") +
			"; receptive fields are summed over them.");
		if (!model.isUNet()) notes.add(
			"The network came from elsewhere and is computed as it is: its skips can be switched off, filled with zeros, but it cannot be taken apart.");
		else if (model.spec().padding() == Padding.VALID) notes.add(
			"Each 3 x 3 convolution takes 2 px off (valid padding), so the output is smaller than the input.");
		return this;
	}

	/** Says so when a truth was read as a mask. */
	Notes truth(final boolean isMask) {
		if (isMask) notes.add(
			"The truth is a mask: its connected areas are taken as the objects.");
		return this;
	}

	/** @param diameter median of the reference objects in px; NaN without any */
	Notes objects(final double diameter) {
		if (Double.isNaN(diameter)) notes.add(
			"The reference has no objects: scores of objects and borders say nothing here. Choose an image with objects.");
		else if (diameter > field) notes.add(seen(diameter) +
			"less than one object, so that no pixel knows the whole of its object. For a better model, train on images scaled down by " +
			times(ENOUGH * diameter / field) + deeper());
		else if (model.isUNet() && spec.depth() > 1 && shallower() >= ENOUGH *
			diameter) notes.add(seen(diameter) +
				"far more than an object and its neighbours. A net of depth " + (spec
					.depth() - 1) + " (" + shallower() +
				" px) would see enough as well; or train on images scaled up by " +
				times(field / (2 * ENOUGH * diameter)) + ".");
		else notes.add(seen(diameter) + String.format(Locale.ROOT,
			"%.1f objects across.", field / diameter));
		return this;
	}

	private String seen(final double diameter) {
		return "The objects have a median diameter of " + length(diameter) +
			", the net sees at most " + length(field) + " around a pixel: ";
	}

	private String deeper() {
		return spec.depth() == 6 || !model.isUNet() ? "." : ", or a net of depth " +
			(spec.depth() + 1) + " (" + ReceptiveField.size(model.spec().withDepth(
				spec.depth() + 1)) + " px).";
	}

	private long shallower() {
		return ReceptiveField.size(model.spec().withDepth(spec.depth() - 1));
	}

	private static String times(final double factor) {
		return String.format(Locale.ROOT, "%.1f", Math.max(1.1, factor));
	}

	private String length(final double pixels) {
		final String px = Math.round(pixels) + " px";
		return size.isCalibrated() ? px + String.format(Locale.ROOT, " (%.3g %s)",
			pixels * Math.sqrt(size.x() * size.y()), size.unit()) : px;
	}

	/** Says so when the image is smaller than the receptive field. */
	Notes image(final long width, final long height) {
		if (width < field || height < field) notes.add("The image (" + width +
			" x " + height + " px) is smaller than the net's receptive field (" +
			field +
			" px): every pixel sees past its edge, where there is a narrow mirrored margin and then nothing.");
		return this;
	}

	Notes count(final int n, final Units units) {
		if (n < FEW) notes.add("Only " + n + (units == Units.OBJECTS ? " object"
			: " image") + (n == 1 ? "" : "s") + ": " + (n < 2
				? "no intervals can be given." : "the intervals are wide."));
		return this;
	}

	Notes and(final String sentence) {
		notes.add(sentence);
		return this;
	}
}
