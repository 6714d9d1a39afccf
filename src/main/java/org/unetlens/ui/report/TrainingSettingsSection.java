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
import java.util.Map;

import org.unetlens.label.Csv;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.TrainingConfig;
import org.unetlens.train.TrainingCourse;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.review.TrainingReview;

/** Model, data, settings and versions. */
final class TrainingSettingsSection implements Section {

	private final TrainingReview review;
	private final Provenance provenance;
	private Html html;

	TrainingSettingsSection(final TrainingReview review,
		final Provenance provenance)
	{
		this.review = review;
		this.provenance = provenance;
	}

	@Override
	public void write(final Page page) {
		html = page.html();
		page.section("settings", "Model, data and settings", () -> {
			html.open("dl");
			model(review.model());
			data(review.model().card());
			review.settings().ifPresent(s -> training(s.recipe().config()));
			line("Report made", provenance.date());
			line("With", String.join(", ", List.of("U-Net Lens " + provenance
				.plugin(), "Java " + provenance.java(), "ND4J " + provenance.nd4j(),
				provenance.system())));
			html.closeLine();
			review.settings().ifPresent(this::json);
		});
	}

	private void model(final ModelBundle model) {
		final ModelCard card = model.card();
		final UNetSpec spec = model.spec();
		line("Model", card.description().isBlank() ? card.name() : card.name() +
			" \u2013 " + card.description());
		line("Network", "U-Net, depth " + spec.depth() + ", base width " + spec
			.baseWidth() + ", skips " + spec.skips() + ", " + (spec.batchNorm()
				? "with" : "without") + " batch normalisation, " +
			TrainingSummarySection.count(spec.channels(), "channel") + " in, " + model
				.weights().count() + " trained values, seed " + spec.seed());
		line("Classes", String.join(", ", model.classes()));
		line("Intensities", words(model.normalization()));
		line("Objects", ThresholdSection.words(model.rule()));
		line("Pixel size", size(model.pixelSize()));
	}

	/** A normalisation in words. */
	static String words(final Normalization n) {
		return switch (n.kind()) {
			case PERCENTILE -> "percentile " + Csv.number(n.low()) +
				" of each image becomes 0 and percentile " + Csv.number(n.high()) +
				" becomes 1";
			case MEAN_SD ->
				"mean 0 and standard deviation 1 in each image and channel";
			case MIN_MAX -> "smallest value 0 and largest value 1 in each image";
			case NONE -> "taken as they are";
			case FIXED -> "the value " + Csv.number(n.low()) +
				" becomes 0 and the value " + Csv.number(n.high()) + " becomes 1";
		};
	}

	static String size(final PixelSize size) {
		return size.isCalibrated() ? Csv.number(size.x()) + " x " + Csv.number(size
			.y()) + " " + size.unit() : "not known";
	}

	private void data(final ModelCard card) {
		for (final ModelCard.DataSource d : card.data())
			line("Data", d.name() + " (" + d.license() + "). " + d.citation());
		for (final Map.Entry<String, String> e : card.training().entrySet())
			if (!e.getKey().equals(TrainingSettings.KEY) && !e.getKey().equals(
				TrainingCourse.KEY)) line(capitalized(e.getKey()), e.getValue());
		line("Images looked at", String.join(", ", review.images().stream().map(
			o -> o.sample().name()).toList()));
	}

	private static String capitalized(final String key) {
		return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key
			.substring(1);
	}

	private void training(final TrainingConfig c) {
		line("Training", c.steps() + " steps of " + c.batch() + (c.batch() == 1
			? " patch of " : " patches of ") + c.patch() + " px, learning rate " + Csv
				.number(c.learningRate()) + ", seed " + c.seed());
	}

	private void json(final TrainingSettings settings) {
		html.open("details").element("summary",
			"All settings as JSON, for train --config").element("pre", settings
				.toJsonLines()).closeLine();
	}

	private void line(final String name, final String text) {
		html.element("dt", name).element("dd", text);
	}
}
