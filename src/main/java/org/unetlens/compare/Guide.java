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

package org.unetlens.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerNames;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;

/**
 * The guided mode: five steps from "where" and "what" to what each skip
 * connection gives, told with the numbers of one comparison. Stateless.
 */
public final class Guide {

	/**
	 * One step.
	 *
	 * @param title one line
	 * @param text paragraphs, parted by empty lines
	 * @param gains to be shown beside the full model
	 * @param layer whose features are to be shown, as in {@link LayerNames}
	 */
	public record Step(String title, String text, SkipGains gains, String layer) {
	}

	private final Comparison comparison;
	private final UNetSpec spec;

	private Guide(final Comparison comparison) {
		this.comparison = comparison;
		spec = comparison.model().spec();
	}

	/**
	 * The steps.
	 *
	 * @param x column of the pixel that serves as example, e.g. in an object
	 * @param y its row
	 */
	public static List<Step> of(final Comparison comparison, final long x,
		final long y)
	{
		final Guide guide = new Guide(comparison);
		return List.of(guide.where(), guide.what(x, y), guide.yesOrNo(), guide
			.lost(), guide.given());
	}

	/** The same with the pixel in the middle of the image. */
	public static List<Step> of(final Comparison comparison) {
		final LayerGeometry first = comparison.layers().get(0);
		return of(comparison, first.width() / 2, first.height() / 2);
	}

	private Step where() {
		final LayerGeometry first = layer(LayerNames.encoder(0, 1));
		return new Step("Where: one filter sees 3 x 3 pixels",
			"A value right behind the first 3 x 3 filter is decided by 3 x 3 pixels" +
				inUnit(3) + ". It says exactly where something is, but hardly what: " +
				"a bit of an edge, brighter or darker. Its map is as fine as the image, " +
				size(first) + ", in " + first.channels() +
				" channels. A second filter sees " + layer(LayerNames.encoder(0, 2))
					.receptiveField() +
				" pixels across.\n\nA filter can also make the map smaller: without padding (\"valid\") each takes 2 px off. " +
				padding(), all(), first.layer());
	}

	private String padding() {
		return spec.padding() == Padding.SAME
			? "This net pads the rim, so that only pooling shrinks its maps; without padding the output of this net would be " +
				(12 * spec.tileStep() - 8) + " px smaller than its input."
			: "This net does not pad.";
	}

	private Step what(final long x, final long y) {
		final LayerGeometry deepest = layer(LayerNames.encoder(spec.depth(), 2));
		final long jump = deepest.jump();
		final long left = x / jump * jump;
		final long top = y / jump * jump;
		return new Step("What: one value at the bottleneck stands for " + jump +
			" x " + jump + " pixels", "Each pooling halves the map: " + halvings() +
				". A value at the bottleneck sees " + deepest.receptiveField() +
				" pixels across" + inUnit(deepest.receptiveField()) +
				", far more than an edge: it can say what is there. Of the where it knows no more than \"somewhere in these " +
				jump + " x " + jump + " pixels\"; the example pixel (" + x + ", " + y +
				") lies in columns " + left + " to " + (left + jump - 1) +
				" and rows " + top + " to " + (top + jump - 1) +
				".\n\nTake 64 x 64 pixels and halve five times: 32, 16, 8, 4, 2. Of 2 x 2 values each covers a whole 32 x 32 quadrant.",
			all(), deepest.layer());
	}

	private String halvings() {
		return IntStream.rangeClosed(0, spec.depth()).mapToObj(k -> size(layer(
			LayerNames.encoder(k, 2)))).collect(Collectors.joining(", "));
	}

	private Step yesOrNo() {
		final double full = largest(comparison.full());
		final double none = largest(comparison.none());
		return new Step("Yes or no: when no position is left",
			"Go on halving and one value is left. Such a net can say \"yes, there is one\", and nothing about where.\n\n" +
				"The same reading of this net is its largest probability anywhere: " +
				Table.rounded(full) + " for the full model, " + Table.rounded(none) +
				" in the knock-out of all skips. " + (none >= full - 0.1
					? "The yes survives without skips; the place is another matter."
					: "Here even the yes gets weaker without skips."), none(), LayerNames
						.encoder(spec.depth(), 2));
	}

	private static double largest(final Variant variant) {
		return variant.scores().get(Score.LARGEST_PROBABILITY);
	}

	private Step lost() {
		final List<String> facts = new ArrayList<>();
		final double edge = comparison.full().scores().get(Score.EDGE_WIDTH);
		final double wider = comparison.none().scores().get(Score.EDGE_WIDTH);
		if (!Double.isNaN(edge + wider)) facts.add("an edge is " + Table.rounded(
			wider) + " px wide instead of " + Table.rounded(edge));
		final double full = nearBorder(comparison.full());
		final double none = nearBorder(comparison.none());
		if (!Double.isNaN(full + none)) facts.add("1 px from the border " + percent(
			none) + " of the pixels are wrong instead of " + percent(full));
		return new Step("Back to full size: what is lost without skips",
			"The expanding path doubles the map " + spec.depth() +
				" times, but doubling brings no detail back. " + (facts.isEmpty() ? ""
					: "In the knock-out of all skips " + String.join(", and ", facts) +
						".") + "\n\n" + Verdict.output(comparison, comparison.none(),
							Verdict.HEADLINE), none(), LayerNames.up(0));
	}

	private static double nearBorder(final Variant variant) {
		final int at = variant.errorByDistance().x().indexOf(1.0);
		return at < 0 ? Double.NaN : variant.errorByDistance().y().get(at);
	}

	private static String percent(final double share) {
		return String.format(Locale.ROOT, "%.1f %%", 100 * share);
	}

	private Step given() {
		final List<String> paragraphs = new ArrayList<>();
		paragraphs.add(
			"A skip connection hands the fine map over to the expanding path. " +
				Verdict.reference(comparison));
		paragraphs.add(String.join("\n", Verdict.knockOuts(comparison,
			Verdict.HEADLINE)));
		final List<String> twins = Verdict.twins(comparison, Verdict.HEADLINE);
		paragraphs.add(twins.isEmpty()
			? "A knock-out shows what this trained net relies on. What is necessary only a twin can show, a net trained without skips."
			: String.join("\n", twins));
		final int uppermost = spec.skips().levels()[0];
		return new Step("What each skip gives back", String.join("\n\n",
			paragraphs), SkipGains.of(spec.skips().without(uppermost), spec.depth()),
			LayerNames.merge(uppermost));
	}

	private LayerGeometry layer(final String name) {
		return comparison.layers().stream().filter(l -> l.layer().equals(name))
			.findFirst().orElseThrow();
	}

	private static String size(final LayerGeometry layer) {
		return layer.width() + " x " + layer.height();
	}

	private String inUnit(final long pixels) {
		return comparison.pixelSize().isCalibrated() ? String.format(Locale.ROOT,
			" (%.3g %s)", pixels * comparison.pixelSize().x(), comparison.pixelSize()
				.unit()) : "";
	}

	private SkipGains all() {
		return SkipGains.of(spec.skips(), spec.depth());
	}

	private SkipGains none() {
		return SkipGains.of(SkipSet.none(), spec.depth());
	}
}
