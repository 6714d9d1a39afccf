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

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Score;
import org.unetlens.compare.Verdict;

/** The drawn U. */
final class NetSection implements Section {

	private final Comparison comparison;

	NetSection(final Comparison comparison) {
		this.comparison = comparison;
	}

	@Override
	public void write(final Page page) {
		final Score score = Verdict.HEADLINE;
		page.section("net", "The network", () -> {
			page.paragraph(
				"On the way down the image shrinks and each cell sees more of it: detail is turned into meaning. On the way up the meaning is painted back to full size. A skip connection hands the detail of a level straight across.");
			page.figure("one",
				"The network as a U. Each box is a level: height x width x channels of its map, and how many pixels of the image one cell sees. Each arrow is a skip connection, as thick as what is lost in " +
					score.label() +
					" when only this one is silenced (knock-out): blue if it clearly helps, vermillion if it clearly hurts, grey if the 95 % interval holds 0. Above the arrow the loss, below it the gain when it is the only one left.",
				() -> new NetDrawing(comparison, score).write(page));
		});
	}
}
