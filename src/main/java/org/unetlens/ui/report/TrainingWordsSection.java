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

package org.unetlens.ui.report;

/** What the words of the report mean. */
final class TrainingWordsSection implements Section {

	@Override
	public void write(final Page page) {
		page.section("words", "How to read this", () -> {
			page.html().open("dl", "class", "words");
			word(page, "Validation images",
				"Annotated images that weights were never changed for. The best weights and the rule for objects were chosen on them.");
			word(page, "AP at IoU t",
				"An object counts as found when its IoU (shared area by joint area) with an output object exceeds t. AP = found / (found + missed + invented).");
			word(page, "F1",
				"2 found / (2 found + missed + invented), of objects at IoU 0.5.");
			word(page, "Dice, IoU of a class",
				"Overlap of pixels: Dice = 2 |A \u2229 B| / (|A| + |B|), IoU = |A \u2229 B| / |A \u222A B|.");
			word(page, "V_rand, V_info",
				"How well pairs of pixels are put into the same or different regions (Arganda-Carreras et al. 2015); 1 is perfect. Wrong joins of large regions cost most.");
			word(page, "Split, merged",
				"True objects that hold most of two or more output objects; output objects that hold most of two or more true ones.");
			word(page, "Disagreement",
				"The standard deviation of the class probabilities over eight mirrored and turned views of the image, sqrt(sum over classes of the variance / 2): 0 = all views agree, 0.5 = half of them say yes, half no.");
			word(page, "95 % interval",
				"Images are drawn again with replacement, all scores computed from the same draws, and the middle 95 % of the results given. It says how much other images of this kind could change the number, not how much another training could.");
			page.html().closeLine();
		});
	}

	private static void word(final Page page, final String word,
		final String meaning)
	{
		page.html().element("dt", word).element("dd", meaning);
	}
}
