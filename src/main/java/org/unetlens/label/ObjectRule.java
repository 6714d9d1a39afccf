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

package org.unetlens.label;

/**
 * How class probabilities become objects. Immutable; part of the model file and
 * tuned on validation images.
 *
 * @param kind which classes mean what
 * @param threshold foreground starts at this probability (for
 *          {@link Kind#ENCLOSED}, membrane does), 0 to 1
 * @param seedThreshold an object needs interior, or absence of membrane, of at
 *          least this probability somewhere, 0 to 1 (not for
 *          {@link Kind#FOREGROUND})
 * @param prominence two touching objects are parted when the interior
 *          probability between them falls by at least this below both of their
 *          peaks, 0 to 1 ({@link Kind#INTERIOR_BORDER} only)
 * @param minSize objects of fewer pixels are dropped
 * @param fillHoles whether holes inside an object become part of it
 * @param excludeBorder whether objects that touch the image border are dropped
 */
public record ObjectRule(Kind kind, double threshold, double seedThreshold,
		double prominence, int minSize, boolean fillHoles, boolean excludeBorder) {

	/** What the classes of the network mean. */
	public enum Kind {

			/**
			 * 0 background, 1 interior, 2 border: foreground is 1 - background,
			 * shared out among the peaks of interior by watershed.
			 */
			INTERIOR_BORDER,
			/**
			 * 0 background, 1 foreground (further classes count as foreground):
			 * connected areas.
			 */
			FOREGROUND,
			/**
			 * 0 inside, 1 membrane: the objects are the regions that membranes
			 * enclose.
			 */
			ENCLOSED
	}

	/** Checks the ranges. */
	public ObjectRule {
		requireShare("threshold", threshold);
		requireShare("seedThreshold", seedThreshold);
		requireShare("prominence", prominence);
		if (minSize < 0) throw new IllegalArgumentException(
			"The object rule's minSize is " + minSize +
				" pixels; allowed: 0 and more");
	}

	/**
	 * Thresholds 0.5, prominence 0.15, at least 10 pixels, holes filled, objects
	 * at the border kept.
	 */
	public static ObjectRule of(final Kind kind) {
		return new ObjectRule(kind, 0.5, 0.5, 0.15, 10, true, false);
	}

	public ObjectRule withThreshold(final double t) {
		return new ObjectRule(kind, t, seedThreshold, prominence, minSize,
			fillHoles, excludeBorder);
	}

	public ObjectRule withSeedThreshold(final double t) {
		return new ObjectRule(kind, threshold, t, prominence, minSize, fillHoles,
			excludeBorder);
	}

	public ObjectRule withProminence(final double p) {
		return new ObjectRule(kind, threshold, seedThreshold, p, minSize, fillHoles,
			excludeBorder);
	}

	public ObjectRule withMinSize(final int pixels) {
		return new ObjectRule(kind, threshold, seedThreshold, prominence, pixels,
			fillHoles, excludeBorder);
	}

	public ObjectRule withFillHoles(final boolean on) {
		return new ObjectRule(kind, threshold, seedThreshold, prominence, minSize,
			on, excludeBorder);
	}

	public ObjectRule withExcludeBorder(final boolean on) {
		return new ObjectRule(kind, threshold, seedThreshold, prominence, minSize,
			fillHoles, on);
	}

	private static void requireShare(final String what, final double value) {
		if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException(
			"The object rule's " + what + " is " + value + "; allowed: 0 to 1");
	}
}
