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

package org.unetlens.model;

import java.util.Locale;
import java.util.Map;

import org.unetlens.label.ObjectRule;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/** The documentation page of a model that brings none of its own. */
final class ModelPage {

	static final String UNET =
		"Ronneberger O., Fischer P., Brox T. (2015). U-Net: Convolutional Networks for Biomedical Image Segmentation. MICCAI.";
	static final String UNET_DOI = "10.1007/978-3-319-24574-4_28";

	private final ModelBundle model;
	private final StringBuilder page = new StringBuilder();

	private ModelPage(final ModelBundle model) {
		this.model = model;
	}

	/** Markdown made from what the model says about itself. */
	static String of(final ModelBundle model) {
		final ModelPage p = new ModelPage(model);
		p.describe();
		p.use();
		p.data();
		p.validation();
		p.cite();
		return p.page.toString();
	}

	private void describe() {
		line("# " + model.card().name());
		line(model.card().description());
		line(network());
	}

	private String network() {
		final long values = model.network().weightCount();
		final NetworkSignature signature = model.signature();
		if (!model.isUNet())
			return "A network from elsewhere, computed as it is, skip connections " +
				signature.skips() + ", " + signature.channels() +
				" input channel(s), " + values + " trained values.";
		final UNetSpec spec = model.spec();
		return "A U-Net of depth " + spec.depth() + " and base width " + spec
			.baseWidth() + ", skip connections " + spec.skips() + ", " + spec
				.channels() + " input channel(s), " + values + " trained values.";
	}

	private void use() {
		line("## Use");
		line("- Input: " + normalization() + "; training images had " +
			pixelSize() + ".");
		line("- Output: probabilities of the classes " + String.join(", ", model
			.classes()) + ".");
		final ObjectRule rule = model.rule();
		line("- Objects: " + YamlNode.word(rule.kind()).replace('_', ' ') +
			", threshold " + rule.threshold() + ", seed threshold " + rule
				.seedThreshold() + ", prominence " + rule.prominence() + ", at least " +
			rule.minSize() + " pixels.");
		line(
			"Open it in ImageJ with Plugins > U-Net Lens > Segment..., or in any program that reads bioimage.io packages or ONNX.");
	}

	private String normalization() {
		final Normalization n = model.normalization();
		final String per = n.scope() == Normalization.Scope.PLANE ? "plane"
			: "image";
		return switch (n.kind()) {
			case PERCENTILE -> "scaled per " + per +
				" and channel so that percentile " + n.low() +
				" becomes 0 and percentile " + n.high() + " becomes 1";
			case MEAN_SD -> "scaled per " + per +
				" and channel to mean 0 and standard deviation 1";
			case MIN_MAX -> "scaled per " + per + " and channel to the range 0 to 1";
			case NONE -> "intensities as they are";
			case FIXED -> "scaled so that the intensity " + n.low() +
				" becomes 0 and " + n.high() + " becomes 1";
		};
	}

	private String pixelSize() {
		final PixelSize size = model.pixelSize();
		return size.isCalibrated() ? "pixels of " + size.x() + " x " + size.y() +
			" " + size.unit() : "pixels of unknown size";
	}

	private void data() {
		line("## Training");
		for (final ModelCard.DataSource d : model.card().data())
			line("- Data: " + d.name() + " (" + d.license() + "). " + d.citation());
		for (final Map.Entry<String, String> e : model.card().training().entrySet())
			if (!e.getKey().equals(ModelCard.COURSE)) line("- " + e.getKey() + ": " +
				e.getValue());
	}

	private void validation() {
		line("## Validation");
		if (model.card().metrics().isEmpty()) line(
			"No figures were measured. Compare the result with objects that you drew by hand before you trust it.");
		for (final Map.Entry<String, Double> e : model.card().metrics().entrySet())
			line("- " + e.getKey() + ": " + String.format(Locale.ROOT, "%.4f", e
				.getValue()));
	}

	private void cite() {
		line("## Cite");
		for (final ModelCard.Citation c : model.card().citations())
			line("- " + c.text() + (c.doi().isBlank() ? "" : " doi:" + c.doi()));
		line("- " + UNET + " doi:" + UNET_DOI);
	}

	private void line(final String text) {
		page.append(text).append('\n');
		if (!text.startsWith("- ")) page.append('\n');
	}
}
