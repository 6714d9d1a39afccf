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
import org.unetlens.model.ModelCard;

/** How to read the report, and what to cite. */
final class DefinitionSection implements Section {

	private static final String UNET_DOI = "10.1007/978-3-319-24574-4_28";

	private final Comparison comparison;
	private final Provenance provenance;
	private Html html;

	DefinitionSection(final Comparison comparison, final Provenance provenance) {
		this.comparison = comparison;
		this.provenance = provenance;
	}

	@Override
	public void write(final Page page) {
		html = page.html();
		page.section("reading-guide", "How to read this", () -> {
			html.open("dl", "class", "words");
			experiments();
			scores();
			objects();
			statistics();
			html.closeLine();
		});
		page.section("cite", "How to cite", () -> {
			html.open("ul");
			citations();
			html.closeLine();
		});
	}

	private void experiments() {
		word("Knock-out",
			"The same trained weights; a skip is silenced when the net is used. Shows what the trained net relies on. Silencing puts the net into a state that it was not trained for, so the loss may be larger than what is necessary.");
		word("Twin",
			"A second net, trained from the start without these skips: same design, data, batches and budget. Shows what is necessary. One training is one draw: another seed gives a somewhat different twin.");
		word("Skip k, level k",
			"Level 0 has full resolution; each level down has half. Skip k joins level k of the way down to level k of the way up. The lowest level is the bottleneck.");
		word("Reference",
			"What outputs are compared with: the ground truth if it was given, else the full model's own output. In the second case scores say how much an output differs from the full model's, not how right it is.");
	}

	private void scores() {
		word("Dice, IoU",
			"Overlap of foreground pixels of reference A and output B: Dice = 2 |A \u2229 B| / (|A| + |B|), IoU = |A \u2229 B| / |A \u222A B|. 1 is perfect, 0 no overlap. Large objects hide lost borders.");
		word("Boundary F at t px",
			"P = share of the output's boundary pixels within t px of a reference boundary, R = share of the reference's boundary pixels within t px of an output boundary; F = 2 P R / (P + R).");
		word("Hausdorff-95",
			"The distance that 95 % of the boundary pixels do not exceed, from each boundary to the other; the larger of the two. Infinite when only one of the two has objects.");
		word("Error by distance",
			"Share of wrong pixels (foreground in one of reference and output only) among all pixels at that distance from the reference boundary, on both sides.");
		word("Edge width",
			"On lines across the reference's borders: the distance over which the foreground probability rises from 10 to 90 % of its own rise; the median over borders. A hard edge between two pixels measures 0.8 px.");
		word("Power spectrum",
			"Squared Fourier transform of the foreground probability in windowed tiles, averaged over tiles and directions, per frequency. The Nyquist frequency of a grid with a cell every s pixels is 1 / (2 s) cycles per pixel.");
	}

	private void objects() {
		word("AP at IoU t",
			"An object counts as found when its IoU with an output object exceeds t. AP = found / (found + missed + invented).");
		word("Merged, split, missed, invented",
			"Output objects that hold most of two or more reference objects; reference objects that hold most of two or more output objects; reference objects covered by less than half; output objects covered by less than half.");
		word("Receptive field",
			"Theoretical: the pixels that can reach a value at all, by arithmetic from the layers. Effective: the pixels that do, by the gradient |d output / d input|; the radius within which 50 % and 95 % of its energy (squared) lie.");
		word("Largest probability",
			"The largest foreground probability anywhere: the answer to \u201cis there one?\u201d.");
	}

	private void statistics() {
		word("Off, only, Shapley value",
			"v(S) is the score with the skips S on. Off: v(all) \u2212 v(all but k). Only: v(k) \u2212 v(none). Shapley value: the mean of v(S with k) \u2212 v(S) over all orders in which skips can be switched on; over all skips it sums to v(all) \u2212 v(none).");
		word("95 % interval",
			"Objects (or images, when there are several) are drawn again with replacement, all scores are computed from the same draws, and the middle 95 % of the results are given. It says how much another sample of such objects could change the number, not how much another training could.");
	}

	private void word(final String word, final String meaning) {
		html.element("dt", word).element("dd", meaning);
	}

	private void citations() {
		item("This report: U-Net Lens developers (2026). U-Net Lens, version " +
			provenance.plugin() + ". https://github.com/unetlens/unet-lens");
		for (final ModelCard.Citation c : comparison.model().card().citations())
			item("The model " + comparison.model().card().name() + ": " + c.text() +
				(c.doi().isBlank() ? "" : " doi:" + c.doi()));
		for (final ModelCard.DataSource d : comparison.model().card().data())
			item("Its training data: " + d.name() + " (" + d.license() + "). " + d
				.citation());
		if (comparison.model().card().citations().stream().noneMatch(c -> c.doi()
			.equals(UNET_DOI))) item(
				"U-Net: Ronneberger O., Fischer P., Brox T. (2015). U-Net: Convolutional Networks for Biomedical Image Segmentation. MICCAI. doi:" +
					UNET_DOI);
		item(
			"Shapley values: Shapley L. S. (1953). A value for n-person games. doi:10.1515/9781400881970-018");
		item(
			"Bootstrap intervals: Efron B. (1979). Bootstrap methods: another look at the jackknife. doi:10.1214/aos/1176344552");
		item(
			"Effective receptive fields: Luo W., Li Y., Urtasun R., Zemel R. (2016). Understanding the effective receptive field in deep convolutional neural networks. arXiv:1701.04128");
	}

	private void item(final String text) {
		html.open("li").text(text).closeLine();
	}
}
