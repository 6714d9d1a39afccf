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

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.Interval;

import org.unetlens.compare.WalkStep;
import org.unetlens.infer.PathGradient;
import org.unetlens.network.UNetSpec;
import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.pane.PaneLayer;
import org.unetlens.ui.pane.PaneLegend;
import org.unetlens.ui.pane.PanePainting;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.part.Texts;
import org.unetlens.ui.picture.LensColors;

/**
 * Receptive fields on the input: the boxes of every path for the pixel under
 * the cursor, the cells of the selected level, and the gradient of the pixel
 * that was picked.
 */
final class PathLayer implements PaneLayer {

	private static final float THIN = 1.2f;
	/** Cells smaller than this on screen are no grid but a grey veil. */
	private static final double SMALLEST_CELL = 4;
	private static final Color GRID = new Color(255, 255, 255, 110);

	private final LensModel model;
	private final LinkedView view;

	PathLayer(final LensModel model, final LinkedView view) {
		this.model = model;
		this.view = view;
	}

	@Override
	public void paint(final PanePainting painting) {
		final PaneOptions options = model.state().view();
		final List<PaneLegend.Row> rows = new ArrayList<>();
		if (options.cells()) grid(painting);
		if (options.paths()) {
			model.fields().ifPresent(f -> gradient(painting, f, rows));
			view.cursor().ifPresent(at -> boxes(painting, at, rows));
		}
		if (options.walk() >= 0) view.cursor().ifPresent(at -> walk(painting, at,
			rows));
		if (options.cells()) view.cursor().ifPresent(at -> cell(painting, at,
			rows));
		view.cursor().ifPresent(at -> painting.legend(rows, at));
	}

	private void boxes(final PanePainting painting, final Pixel at,
		final List<PaneLegend.Row> rows)
	{
		final UNetSpec spec = model.figures().model().spec();
		for (final PathBox path : PathBox.of(spec, at)) {
			painting.line(path.box(), LensColors.level(path.level()), THIN);
			rows.add(new PaneLegend.Row(LensColors.level(path.level()), PathBox.name(
				path.level(), spec.depth()) + " sees " + path.box().width + " \u00d7 " +
				path.box().height + " px"));
		}
	}

	private void cell(final PanePainting painting, final Pixel at,
		final List<PaneLegend.Row> rows)
	{
		final int jump = 1 << model.state().level();
		painting.line(new Rectangle((int) (at.x() / jump * jump), (int) (at.y() /
			jump * jump), jump, jump), Color.WHITE, 2);
		rows.add(new PaneLegend.Row(Color.WHITE, "one cell of level " + model
			.state().level() + ": " + jump + " \u00d7 " + jump + " px"));
	}

	/** 64 x 64 pixels, halved; the value that the pixel falls into. */
	private void walk(final PanePainting painting, final Pixel at,
		final List<PaneLegend.Row> rows)
	{
		final WalkStep step = WalkStep.of(at.x(), at.y()).get(model.state().view()
			.walk());
		final Rectangle frame = box(WalkStep.start(at.x(), at.y()));
		final int side = (int) step.covers().dimension(0);
		if (side * painting.scale() >= SMALLEST_CELL) painting.plainLine(lines(
			frame, side), GRID, 1);
		painting.line(frame, Color.WHITE, 2);
		painting.fill(box(step.covers()), PickedFields.COLOR);
		painting.line(box(step.covers()), PickedFields.COLOR, 2);
		rows.add(new PaneLegend.Row(PickedFields.COLOR, step.text()));
	}

	private static Rectangle box(final Interval interval) {
		return new Rectangle((int) interval.min(0), (int) interval.min(1),
			(int) interval.dimension(0), (int) interval.dimension(1));
	}

	/** The cells of the selected level. */
	private void grid(final PanePainting painting) {
		final int jump = 1 << model.state().level();
		if (jump * painting.scale() < SMALLEST_CELL) return;
		final var pixels = model.image().image().pixels();
		painting.plainLine(lines(new Rectangle((int) pixels.dimension(0),
			(int) pixels.dimension(1)), jump), GRID, 1);
	}

	private static Path2D lines(final Rectangle area, final int side) {
		final Path2D.Double lines = new Path2D.Double();
		for (int x = area.x; x <= area.x + area.width; x += side) {
			lines.moveTo(x, area.y);
			lines.lineTo(x, area.getMaxY());
		}
		for (int y = area.y; y <= area.y + area.height; y += side) {
			lines.moveTo(area.x, y);
			lines.lineTo(area.getMaxX(), y);
		}
		return lines;
	}

	private void gradient(final PanePainting painting, final PickedFields fields,
		final List<PaneLegend.Row> rows)
	{
		final int path = model.state().view().path();
		final PathGradient g = fields.of(path);
		final double x = fields.at().x() + 0.5, y = fields.at().y() + 0.5;
		painting.picture(fields.heat(path), g.gradient().min(0), g.gradient().min(
			1));
		painting.line(circle(x, y, g.radius50()), PickedFields.COLOR, THIN);
		painting.dashed(circle(x, y, g.radius95()), PickedFields.COLOR);
		rows.add(new PaneLegend.Row(PickedFields.COLOR, PathBox.name(g.level(),
			model.image().depth()) + ": 50 % in " + Texts.length(g.radius50()) +
			" px, 95 % in " + Texts.length(g.radius95()) + " px"));
	}

	private static Ellipse2D circle(final double x, final double y,
		final double radius)
	{
		return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
	}
}
