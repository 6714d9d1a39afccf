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

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be had of a segmentation. The names are those of the parameters in
 * dialogs and macros, of the command line, and (nearly) of the files.
 */
public enum SegmentationOutput {

		/** Label image: 0 = background, i = object i; in distinct colours. */
		LABELS("_labels.tif"),
		/** One 32-bit channel per class, 0 to 1. */
		PROBABILITIES("_probability.tif"),
		/** One 8-bit channel per class: 255 where it is the most probable. */
		MASKS("_masks.tif"),
		/** One ROI per object, for the ROI Manager. */
		OUTLINES("_rois.zip"),
		/** The image with the outlines of the objects over it. */
		OVERLAY("_overlay.png"),
		/** Measurements of all objects; one file for all images. */
		TABLE("");

	private final String ending;

	SegmentationOutput(final String ending) {
		this.ending = ending;
	}

	/** As it is typed. */
	public String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * What follows the name of the image in the name of the file; empty for
	 * {@link #TABLE}.
	 */
	public String ending() {
		return ending;
	}

	/** Whether each image has a file of its own. */
	public boolean isPerImage() {
		return !ending.isEmpty();
	}

	/**
	 * Reads names joined by commas.
	 *
	 * @throws IllegalArgumentException that says which there are
	 */
	public static Set<SegmentationOutput> parse(final String names) {
		return Stream.of(names.split(",")).map(String::strip).filter(s -> !s
			.isEmpty()).map(SegmentationOutput::of).collect(Collectors.toCollection(
				() -> EnumSet.noneOf(SegmentationOutput.class)));
	}

	private static SegmentationOutput of(final String name) {
		return Stream.of(values()).filter(o -> o.parameter().equalsIgnoreCase(name))
			.findFirst().orElseThrow(() -> new IllegalArgumentException(
				"There is no output '" + name + "'. Choose from " + join(EnumSet.allOf(
					SegmentationOutput.class))));
	}

	/** Their names, joined by commas. */
	public static String join(final Collection<SegmentationOutput> outputs) {
		return outputs.stream().map(SegmentationOutput::parameter).collect(
			Collectors.joining(","));
	}
}
