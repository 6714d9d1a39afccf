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

import java.util.Map;

import org.unetlens.compare.Comparison.Reference;
import org.unetlens.compare.Output;
import org.unetlens.compare.Variant;
import org.unetlens.compare.Verdict;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.picture.DifferencePicture;
import org.unetlens.ui.picture.Zoom;

/** The pictures of knock-outs and of twins, never in one figure. */
final class ExperimentPanes {

	/** Longest side of a picture in picture pixels. */
	private static final int LARGE = 690;
	private static final int SMALL = 384;
	/** Side of the enlarged part in image pixels. */
	private static final int DETAIL = 96;

	private final ReportImage image;
	private final Panes panes;
	private final String lines;

	ExperimentPanes(final ReportImage image, final Panes panes) {
		this.image = image;
		this.panes = panes;
		lines =
			"Orange: outlines of the output's objects, drawn over those of the reference in blue (" +
				(image.comparison().reference() == Reference.TRUTH ? "ground truth"
					: "the full model's own output") +
				"), so that blue is seen where the two differ only. ";
	}

	private Zoom whole() {
		return Zoom.whole(panes.width(), panes.height(), LARGE);
	}

	private Zoom detail() {
		return panes.detail(DETAIL, SMALL);
	}

	private boolean isSmall() {
		return Math.max(panes.width(), panes.height()) <= 1.5 * DETAIL;
	}

	/** Input, full model, without all skips, and each skip off alone. */
	void knockOuts(final Page page) {
		page.figure("three", "Knock-out on the whole image. " + lines + score(),
			() -> {
				page.pane("Input with the reference", panes.reference(whole()),
					"The input image with the outlines of the reference");
				image.knockOuts().values().forEach(o -> outlines(page, o, whole()));
			});
		page.figure("three", "Knock-out minus full model. " + difference(), () -> {
			image.knockOuts().forEach((on, output) -> {
				if (isKnockOut(on)) difference(page, output, whole());
			});
		});
		if (!isSmall()) grid(page, image.knockOuts());
	}

	private boolean isKnockOut(final SkipSet on) {
		return !on.equals(image.comparison().model().signature().skips());
	}

	/** The part that changes most, each output three times. */
	private void grid(final Page page, final Map<SkipSet, Output> outputs) {
		final Zoom zoom = detail();
		page.figure("six", "Knock-out in detail: " + zoom.part().width + " x " +
			zoom.part().height + " pixels from (" + zoom.part().x + ", " + zoom
				.part().y +
			"), where silencing single skips changes most near boundaries. First row: outlines over the input. Second: foreground probability, black 0, white 1. Third: difference to the full model. Colours as above.",
			() -> {
				outputs.values().forEach(o -> outlines(page, o, zoom));
				outputs.values().forEach(o -> page.pane(o.variant().name(), panes
					.probability(o, zoom), "Foreground probability: " + o.variant()
						.name()));
				outputs.values().forEach(o -> difference(page, o, zoom));
			});
	}

	/** A twin, whole and in detail. */
	void twin(final Page page, final Output twin) {
		page.figure("three", twin.variant().name() + ". " + lines + difference() +
			(isSmall() ? ""
				: " Below the part that was enlarged for the knock-outs."), () -> {
					twin(page, twin, whole());
					if (!isSmall()) twin(page, twin, panes.detail(DETAIL, LARGE));
				});
	}

	private void twin(final Page page, final Output twin, final Zoom zoom) {
		outlines(page, twin, zoom);
		page.pane("Foreground probability", panes.probability(twin, zoom),
			"Foreground probability: " + twin.variant().name());
		page.pane("Difference to the full model", panes.difference(twin, zoom),
			"Difference to the full model: " + twin.variant().name());
	}

	private void outlines(final Page page, final Output output, final Zoom zoom) {
		final Variant v = output.variant();
		page.pane(zoom.equals(whole()) ? v.name() + ": " + Numbers.text(v.scores()
			.get(Verdict.HEADLINE)) : v.name(), panes.outlines(output, zoom),
			"Outlines over the input: " + v.name());
	}

	private void difference(final Page page, final Output output,
		final Zoom zoom)
	{
		page.pane(output.variant().name(), panes.difference(output, zoom),
			"Difference to the full model: " + output.variant().name());
	}

	private static String score() {
		return "The number is " + Verdict.HEADLINE.label() + ".";
	}

	private static String difference() {
		return "Foreground probability that was lost is blue, what was gained orange; the grey band lies within " +
			DifferencePicture.BAND + " px of the reference's boundaries.";
	}
}
