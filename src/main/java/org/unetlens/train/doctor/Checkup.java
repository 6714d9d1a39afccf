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

import java.util.List;

import org.unetlens.model.ModelBundle;

/**
 * What the doctor found. Immutable.
 *
 * @param model that was examined
 * @param diagnoses the differences found, the weightiest first; none when
 *          nothing is wrong
 * @param facts training beside these images, whether they differ or not
 * @param patches of the loss beside the same pixels of a segmentation
 * @param score agreement of foreground and labels as they are, see
 *          {@link Agreement}: 1 at most, 0 = as by chance; NaN when the model
 *          cannot be run on the images
 * @param best the same with the differences undone
 */
public record Checkup(ModelBundle model, List<Diagnosis> diagnoses,
		List<Fact> facts, List<SeenPatch> patches, double score, double best) {

	/**
	 * A line to compare.
	 *
	 * @param what is compared
	 * @param training as it was in training, or as the model says
	 * @param here as it is with these images
	 */
	public record Fact(String what, String training, String here) {
	}

	/** Copies the lists. */
	public Checkup {
		diagnoses = List.copyOf(diagnoses);
		facts = List.copyOf(facts);
		patches = List.copyOf(patches);
	}

	/** All in one sentence. */
	public String verdict() {
		if (diagnoses.isEmpty()) return String.format(java.util.Locale.ROOT,
			"Nothing wrong was found: loss and Segment see the same pixels, and foreground and labels agree by %.2f (1 = the same pixels, 0 = as by chance).",
			score);
		return diagnoses.size() == 1 ? "One difference was found." : diagnoses
			.size() + " differences were found.";
	}
}
