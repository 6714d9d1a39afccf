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

import java.awt.Color;
import java.util.Locale;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Estimate;
import org.unetlens.compare.Score;
import org.unetlens.compare.SkipEffect;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerNames;
import org.unetlens.ui.picture.LensColors;

/** Draws the U with the effects of its skips as SVG. */
final class NetDrawing {

	private static final int WIDTH = 960;
	private static final int BOX = 168;
	private static final int HIGH = 46;
	private static final int ROW = 88;
	private static final int TOP = 34;
	/** By how much the U narrows from the first skip to the last. */
	private static final int NARROWING = 130;
	private static final double THINNEST = 1.5;
	private static final double THICKEST = 14;
	/** Effects below this are not blown up to thick arrows. */
	private static final double LEAST_SCALE = 0.05;

	private final Comparison comparison;
	private final Score score;
	private final int depth;
	private Page page;

	NetDrawing(final Comparison comparison, final Score score) {
		this.comparison = comparison;
		this.score = score;
		depth = comparison.model().depth();
	}

	void write(final Page to) {
		page = to;
		final int height = TOP + depth * ROW + HIGH + 6;
		page.html().open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role",
			"img", "class", "net");
		page.html().element("title",
			"The network as a U with the effect of each skip");
		ends();
		for (int k = 0; k < depth; k++)
			level(k);
		box(LayerNames.encoder(depth, 2), (WIDTH - BOX) / 2, depth);
		bottom();
		page.html().closeLine();
	}

	private void ends() {
		text(left(0) + BOX / 2, 12, "image", "dim");
		arrow(left(0) + BOX / 2, 17, left(0) + BOX / 2, TOP - 1);
		text(right(0) + BOX / 2, 12, "probabilities", "dim");
		arrow(right(0) + BOX / 2, TOP, right(0) + BOX / 2, 18);
	}

	private void level(final int k) {
		box(LayerNames.encoder(k, 2), left(k), k);
		box(LayerNames.decoder(k, 2), right(k), k);
		if (k + 1 < depth) {
			arrow(left(k + 1) + 50, top(k) + HIGH, left(k + 1) + 50, top(k + 1) - 1);
			arrow(right(k + 1) + BOX - 50, top(k + 1), right(k + 1) + BOX - 50, top(
				k) + HIGH + 1);
		}
		if (comparison.model().signature().skips().contains(k)) skip(comparison
			.effect(k, score));
		else text(WIDTH / 2, top(k) + HIGH / 2 + 4, "no skip", "dim");
	}

	private void bottom() {
		final int y = top(depth) + HIGH / 2, last = depth - 1;
		final int x0 = left(last) + 50, x1 = right(last) + BOX - 50;
		line(x0, top(last) + HIGH, x0, y);
		arrow(x0, y, (WIDTH - BOX) / 2 - 1, y);
		line((WIDTH + BOX) / 2, y, x1, y);
		arrow(x1, y, x1, top(last) + HIGH + 1);
	}

	private int left(final int k) {
		return 2 + (depth < 2 ? 0 : NARROWING * k / (depth - 1));
	}

	private int right(final int k) {
		return WIDTH - BOX - left(k);
	}

	private static int top(final int k) {
		return TOP + k * ROW;
	}

	private void box(final String layer, final int x, final int k) {
		final LayerGeometry g = comparison.layers().stream().filter(l -> l.layer()
			.equals(layer)).findFirst().orElseThrow();
		rectangle(x, top(k), BOX, "fill:#f6f8fa;stroke:#8a949e");
		rectangle(x, top(k), 5, "fill:" + LensColors.css(LensColors.level(k)));
		text(x + BOX / 2 + 3, top(k) + 19, g.height() + " x " + g.width() + " x " +
			g.channels(), "bold");
		text(x + BOX / 2 + 3, top(k) + 36, (k == depth ? "bottleneck" : "level " +
			k) + ", sees " + g.receptiveField() + " px", "dim");
	}

	private void rectangle(final int x, final int y, final int width,
		final String style)
	{
		page.html().empty("rect", "x", "" + x, "y", "" + y, "width", "" + width,
			"height", "" + HIGH, "style", style);
	}

	private void skip(final SkipEffect effect) {
		final int k = effect.level(), y = top(k) + HIGH / 2;
		final double scale = Math.max(LEAST_SCALE, comparison.effects().stream()
			.filter(e -> e.score() == score).mapToDouble(e -> Math.abs(e.off()
				.value())).filter(v -> !Double.isNaN(v)).max().orElse(0));
		final double value = Math.abs(effect.off().value());
		thick(left(k) + BOX + 5, right(k) - 5, y, THINNEST + (THICKEST - THINNEST) *
			(Double.isNaN(value) ? 0 : value / scale), color(effect.off()));
		numbers(y - 12, "Skip " + k + ": ", "loss without it ", effect.off());
		numbers(y + 22, "", "gain of it alone ", effect.only());
	}

	private static Color color(final Estimate e) {
		if (!e.isClear()) return LensColors.NONE;
		return e.value() > 0 ? LensColors.FULL : LensColors.VARIANT;
	}

	private void numbers(final int y, final String name, final String what,
		final Estimate e)
	{
		page.html().open("text", "x", "" + WIDTH / 2, "y", "" + y, "text-anchor",
			"middle");
		page.html().element("tspan", name, "class", "bold").text(what);
		page.html().text(Numbers.text(e)).close();
	}

	/** A block arrow to the right. */
	private void thick(final int x0, final int x1, final int y,
		final double thickness, final Color color)
	{
		final double half = thickness / 2, wing = half + 4, neck = x1 - 10;
		page.html().empty("path", "d", String.format(Locale.ROOT,
			"M%d %.1f H%.1f V%.1f L%d %d L%.1f %.1f V%.1f H%d Z", x0, y - half, neck,
			y - wing, x1, y, neck, y + wing, y + half, x0), "style", "fill:" +
				LensColors.css(color));
	}

	private void arrow(final int x0, final int y0, final int x1, final int y1) {
		line(x0, y0, x1, y1);
		final int dx = Integer.signum(x1 - x0), dy = Integer.signum(y1 - y0);
		page.html().empty("path", "d", "M" + x1 + " " + y1 + " L" + (x1 - 7 * dx +
			4 * dy) + " " + (y1 - 7 * dy + 4 * dx) + " L" + (x1 - 7 * dx - 4 * dy) +
			" " + (y1 - 7 * dy - 4 * dx) + " Z", "style", "fill:#66707a");
	}

	private void line(final int x0, final int y0, final int x1, final int y1) {
		page.html().empty("path", "d", "M" + x0 + " " + y0 + " L" + x1 + " " + y1,
			"style", "fill:none;stroke:#66707a;stroke-width:1.5");
	}

	private void text(final int x, final int y, final String text,
		final String type)
	{
		page.html().element("text", text, "x", "" + x, "y", "" + y, "text-anchor",
			"middle", "class", type);
	}
}
