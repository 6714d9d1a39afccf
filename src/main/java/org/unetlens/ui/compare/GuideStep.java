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

package org.unetlens.ui.compare;

import java.util.List;
import java.util.function.UnaryOperator;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Experiment;
import org.unetlens.compare.Score;
import org.unetlens.compare.Verdict;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerNames;
import org.unetlens.network.ReceptiveField;

/**
 * One step of the guide: words with the numbers of the image at hand, and what
 * the window shall show beside them.
 *
 * @param title a question
 * @param text an answer
 * @param pick whether the pixel under the cursor is picked
 * @param change of the state
 */
record GuideStep(String title, String text, boolean pick,
		UnaryOperator<LensState> change) {

	/** The five steps for an image. */
	static List<GuideStep> of(final LensModel model) {
		return List.of(goal(model), where(model), what(model), knockOut(model),
			each(model));
	}

	private static GuideStep goal(final LensModel model) {
		return new GuideStep("What is the goal of a U-Net?",
			"It draws the shapes of the image again, exactly, painted with their " +
				"meaning: white is what the model takes for an object. Compare the " +
				"panes Input and Full model: orange outlines are the model's objects, " +
				"blue ones the reference's. All skips are on, so the variant equals " +
				"the full model and the difference is white.", false, s -> s.withAll(
					model.image(), true).withLevel(0).withView(PaneOptions.defaults()));
	}

	private static GuideStep where(final LensModel model) {
		final LayerGeometry first = layer(model, LayerNames.encoder(0, 1));
		final LayerGeometry second = layer(model, LayerNames.encoder(0, 2));
		return new GuideStep("What are low-level features?",
			"A value right behind " + "the first 3\u00d73 filter is decided by " +
				square(first.receptiveField()) + ", behind the second by " + square(
					second.receptiveField()) +
				". It says exactly where something is, and " +
				"hardly what: an edge, a bright spot. Move the mouse over the input: the " +
				"smallest box is all that reaches the output through skip 0, " + square(
					ReceptiveField.throughSkip(0, 0).size()) +
				". The tab Features shows these maps.", true, s -> s.withAll(model
					.image(), true).withLevel(0).withView(PaneOptions.defaults().withPath(
						0)));
	}

	private static GuideStep what(final LensModel model) {
		final int depth = model.image().depth();
		final LayerGeometry last = layer(model, LayerNames.encoder(depth, 2));
		final long jump = last.jump();
		return new GuideStep("What is context?", "Each pooling halves the map: " +
			halvings(depth) + ". Here " + layer(model, LayerNames.encoder(0, 2))
				.height() + " \u00d7 " + layer(model, LayerNames.encoder(0, 2))
					.width() + " pixels become " + last.height() + " \u00d7 " + last
						.width() + " cells (the white grid). One cell covers a " + jump +
			" \u00d7 " + jump + " square and is decided by " + square(last
				.receptiveField()) +
			" around it: it can say what is there, and of the " +
			"where only \u201csomewhere in this square\u201d.", true, s -> s.withAll(
				model.image(), true).withLevel(depth).withView(PaneOptions.defaults()
					.withCells(true).withPath(depth)));
	}

	/** NB: The walk-through of every lecture: 64 x 64 down to the bottleneck. */
	private static String halvings(final int depth) {
		final StringBuilder text = new StringBuilder(
			"a 64 \u00d7 64 part becomes ");
		for (int k = 1; k <= depth; k++)
			text.append(k == 1 ? "" : k == depth ? " and " : ", ").append(64 >> k)
				.append(" \u00d7 ").append(64 >> k);
		return text.toString();
	}

	private static GuideStep knockOut(final LensModel model) {
		final Comparison c = model.figures();
		final double yes = c.none().scores().get(Score.LARGEST_PROBABILITY);
		return new GuideStep("What is lost without skip connections?",
			"Now all skips are silenced, with the same weights: a knock-out. Only " +
				"the coarse grid of the bottleneck is left to draw from. Blue in the " +
				"difference is lost, orange is gained. " + Verdict.output(c, c.none(),
					model.state().score()) + " The largest probability anywhere is " +
				Texts.score(yes) +
				": the yes or no that is left when all position is gone." + twins(c),
			false, s -> s.withAll(model.image(), false).withLevel(model.image()
				.depth()).withView(PaneOptions.defaults()));
	}

	private static String twins(final Comparison c) {
		return c.twins().stream().anyMatch(v -> v.experiment() == Experiment.TWIN)
			? " A knock-out shows what the trained net relies on. What is necessary " +
				"only a twin can say, a net trained without skips: choose it as the variant."
			: "";
	}

	private static GuideStep each(final LensModel model) {
		final Comparison c = model.figures();
		final int k = strongest(c, model.state().score());
		return new GuideStep("What does each skip connection give?", Verdict.skip(c,
			k, model.state().score()) +
			" Its arrow is the thickest. Switch the others off and on and watch the " +
			"difference, move a slider for part of a skip. Skips do not always help: " +
			"this depends on the image, so look at the intervals in the tab Plots.",
			false, s -> s.withAll(model.image(), true).withSwitch(k, SkipSwitch.OFF)
				.withLevel(k).withView(PaneOptions.defaults()));
	}

	private static int strongest(final Comparison c, final Score score) {
		int best = c.model().spec().skips().levels()[0];
		for (final int k : c.model().spec().skips().levels())
			if (c.effect(k, score).off().value() > c.effect(best, score).off()
				.value()) best = k;
		return best;
	}

	private static LayerGeometry layer(final LensModel model, final String name) {
		return model.figures().layers().stream().filter(g -> g.layer().equals(name))
			.findFirst().orElseThrow();
	}

	private static String square(final long side) {
		return side + " \u00d7 " + side + " pixels";
	}
}
