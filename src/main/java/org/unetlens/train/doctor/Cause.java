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

package org.unetlens.train.doctor;

/** What may be different between training and use. */
public enum Cause {

		/** Another number of channels than the model takes. */
		CHANNEL_COUNT("Number of channels"),
		/** The channels are in another order. */
		CHANNEL_ORDER("Order of channels"),
		/** Dark is bright and bright is dark. */
		INVERTED_INTENSITIES("Inverted intensities"),
		/** Objects are larger or smaller in pixels. */
		OBJECT_SIZE("Size of objects"),
		/** Intensities are brought to another scale. */
		NORMALIZATION("Normalisation"),
		/** Background is labelled and objects are not. */
		INVERTED_LABELS("Inverted labels"),
		/** Labels lie beside their objects. */
		SHIFTED_LABELS("Shifted labels"),
		/** Labels are mirrored or turned. */
		TURNED_LABELS("Turned labels"),
		/** All objects have one number. */
		MASK_LABELS("Mask instead of objects"),
		/** Label values are not those of the classes. */
		LABEL_VALUES("Label values"),
		/** The probabilities are good, the rule for objects is not. */
		OBJECT_RULE("Rule for objects"),
		/** Columns of an image do not give what the whole image gives. */
		TILES("Cutting into columns"),
		/** A patch does not give what the whole image gives. */
		PATCH_CONTEXT("Context of a patch"),
		/** None of these, and the model is bad on these images all the same. */
		NOT_LEARNED("Not learned");

	private final String title;

	Cause(final String title) {
		this.title = title;
	}

	/** A few words, for headings. */
	public String title() {
		return title;
	}
}
