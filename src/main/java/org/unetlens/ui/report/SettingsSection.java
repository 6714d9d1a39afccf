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

import java.util.List;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Comparison.Reference;
import org.unetlens.compare.Comparison.Units;
import org.unetlens.label.Csv;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipFill;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.PixelSize;

/** What was compared, how, with what. */
final class SettingsSection implements Section {

	private final Comparison comparison;
	private final Provenance provenance;
	private Html html;

	SettingsSection(final Comparison comparison, final Provenance provenance) {
		this.comparison = comparison;
		this.provenance = provenance;
	}

	@Override
	public void write(final Page page) {
		html = page.html();
		page.section("settings", "What was compared", () -> {
			html.open("dl");
			images();
			model();
			settings();
			provenance();
			html.closeLine();
		});
	}

	private void images() {
		line(comparison.units() == Units.IMAGES ? "Images" : "Image", comparison
			.title());
		line("Pixel size", size(comparison.pixelSize()));
		line("Reference", comparison.reference() == Reference.TRUTH
			? "ground truth: labels that were given with the image"
			: "the full model's own output, for no truth was given");
		line("Intervals", "95 %, from " + comparison.settings().resamples() +
			" bootstrap resamples of the " + comparison.n() + " " + (comparison
				.units() == Units.OBJECTS ? "objects" : "images") + ", seed " +
			comparison.settings().seed());
	}

	private void model() {
		final ModelCard card = comparison.model().card();
		line("Model", card.description().isBlank() ? card.name() : card.name() +
			" \u2013 " + card.description());
		line("Network", network());
		line("Classes", String.join(", ", comparison.model().classes()));
	}

	private String network() {
		final ModelBundle model = comparison.model();
		if (!model.isUNet()) return "from elsewhere, computed as it is, skips " +
			model.signature().skips() + ", " + model.network().weightCount() +
			" trained values";
		final UNetSpec spec = model.spec();
		return "U-Net, depth " + spec.depth() + ", base width " + spec.baseWidth() +
			", skips " + spec.skips() + ", " + (spec.padding() == Padding.SAME
				? "same" : "valid") + " padding, " + (spec.batchNorm() ? "with"
					: "without") + " batch normalisation, " + spec.channels() + (spec
						.channels() == 1 ? " channel" : " channels") + " in, " + model
							.weights().count() + " trained values";
	}

	private void settings() {
		final int c = comparison.settings().classIndex();
		line("Class compared", c == 0 ? "the model's own objects" : comparison
			.model().classes().get(c));
		line("Knock-out", comparison.settings().fill() == SkipFill.MEAN
			? "a silenced skip carries each channel's mean over the image"
			: "a silenced skip carries zeros");
		line("Twins", comparison.twins().isEmpty() ? "none" : String.join(", ",
			comparison.twins().stream().map(t -> t.name()).toList()));
	}

	private void provenance() {
		line("Made", provenance.date());
		line("With", String.join(", ", List.of("U-Net Lens " + provenance.plugin(),
			"Java " + provenance.java(), "ND4J " + provenance.nd4j(), provenance
				.system())));
	}

	private static String size(final PixelSize size) {
		return size.isCalibrated() ? Csv.number(size.x()) + " x " + Csv.number(size
			.y()) + " " + size.unit() : "not known (lengths are given in px)";
	}

	private void line(final String name, final String text) {
		html.element("dt", name).element("dd", text);
	}
}
