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

package org.unetlens.ui.models;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.unetlens.model.LibraryModel;
import org.unetlens.model.ModelDescription;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelPackage;

/**
 * What is shown of a model. Immutable.
 *
 * @param html the text, for Swing
 * @param cover its picture, if it has one that can be read
 */
record ModelPage(String html, Optional<BufferedImage> cover) {

	private static final String STYLE =
		"body { font-family: sans-serif; margin: 8px } h2 { margin: 0 0 4px 0 } " +
			"h4 { margin: 8px 0 2px 0; color: #1f4e79 }";
	/** Of the picture, in pixels. */
	private static final int HEIGHT = 220;

	/**
	 * Reads it, which takes some tens of milliseconds. A broken one shows what is
	 * wrong.
	 */
	static ModelPage of(final LibraryModel model) {
		try {
			final ModelPackage content = model.read();
			return new ModelPage(html(ModelDescription.of(content.model()), model),
				content.cover().flatMap(ModelPage::picture));
		}
		catch (final ModelException e) {
			return new ModelPage("<html><body><h2>" + escape(model.name()) +
				"</h2><p>" + escape(e.getMessage()) + "</p></body></html>", Optional
					.empty());
		}
	}

	private static Optional<BufferedImage> picture(final byte[] png) {
		try {
			return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png)))
				.map(ModelPage::small);
		}
		catch (final IOException e) {
			// NB: A model without its picture is as good.
			return Optional.empty();
		}
	}

	private static BufferedImage small(final BufferedImage picture) {
		if (picture.getHeight() <= HEIGHT) return picture;
		final int width = Math.max(1, picture.getWidth() * HEIGHT / picture
			.getHeight());
		final BufferedImage small = new BufferedImage(width, HEIGHT,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = small.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.drawImage(picture, 0, 0, width, HEIGHT, null);
		g.dispose();
		return small;
	}

	private static String html(final ModelDescription description,
		final LibraryModel model)
	{
		final StringBuilder html = new StringBuilder("<html><head><style>").append(
			STYLE).append("</style></head><body>");
		String tag = "h2";
		for (final ModelDescription.Section section : description.sections()) {
			html.append('<').append(tag).append('>').append(escape(section.heading()))
				.append("</").append(tag).append('>');
			for (final String line : section.lines())
				html.append("<div>").append(linked(escape(line))).append("</div>");
			tag = "h4";
		}
		return html.append("<h4>Where</h4><div>").append(escape(model.origin()))
			.append("</div></body></html>").toString();
	}

	private static String linked(final String text) {
		return text.replaceAll("https?://[^\\s<&]+[^\\s<&.,)]",
			"<a href=\"$0\">$0</a>");
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
