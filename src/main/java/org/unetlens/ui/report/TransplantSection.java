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
import java.util.Optional;

import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.Output;
import org.unetlens.ui.picture.Zoom;

/**
 * "Where" of one image with "what" of another.
 *
 * @param where image whose skips are used
 * @param what image whose bottleneck is used
 * @param mixed what came out
 */
record TransplantSection(ReportImage where, ReportImage what, Output mixed)
		implements
			Section {

	private static final int LARGE = 690;

	/** Of the first two images that have one size. */
	static Optional<TransplantSection> of(final List<ImageComparison> images) {
		for (int i = 1; i < images.size(); i++)
			if (sameSize(images.get(0), images.get(i))) return Optional.of(
				new TransplantSection(ReportImage.brief(images.get(0)), ReportImage
					.brief(images.get(i)), images.get(0).transplant(images.get(i))));
		return Optional.empty();
	}

	private static boolean sameSize(final ImageComparison a,
		final ImageComparison b)
	{
		return a.reference().dimension(0) == b.reference().dimension(0) && a
			.reference().dimension(1) == b.reference().dimension(1);
	}

	@Override
	public void write(final Page page) {
		final Panes at = new Panes(where), from = new Panes(what);
		final Zoom zoom = Zoom.whole(at.width(), at.height(), LARGE);
		page.section("transplant", "Where against what", () -> page.figure("three",
			"Transplant: the skips of " + where.image().name() +
				" with the bottleneck of " + what.image().name() +
				". Orange: objects of the output; blue: reference of the image shown. If the objects lie where the skips' image has them, position comes from the skips.",
			() -> {
				page.pane("Where from: " + where.image().name(), at.outlines(where
					.full(), zoom), "Outlines over the input: " + where.image().name());
				page.pane("What from: " + what.image().name(), from.outlines(what
					.full(), zoom), "Outlines over the input: " + what.image().name());
				page.pane(mixed.variant().name(), at.outlines(mixed, zoom),
					"Outlines over the input: " + mixed.variant().name());
			}));
	}
}
