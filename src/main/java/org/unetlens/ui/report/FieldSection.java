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

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.Interval;

import org.unetlens.compare.Table.Cell;
import org.unetlens.infer.PathGradient;
import org.unetlens.tensor.PixelSize;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.report.ReportImage.Place;

/** What one output pixel sees of the image, by each path. */
final class FieldSection implements Section {

	private final ReportImage image;
	private final FieldPictures pictures;
	private final int depth;
	private Page page;

	FieldSection(final ReportImage image, final BufferedImage input) {
		this.image = image;
		pictures = new FieldPictures(image, input);
		depth = image.comparison().model().depth();
	}

	@Override
	public void write(final Page to) {
		page = to;
		final Place at = image.place();
		page.section("fields", "What one output pixel sees", () -> {
			page.paragraph("The output at pixel (" + at.x() + ", " + at.y() +
				"), in the object nearest to the middle of the image, is decided by several paths at once: through the uppermost skip it sees a few pixels sharply, through the bottleneck a large surrounding coarsely. What it could see at most is a matter of arithmetic (theoretical); what really decides is measured by the gradient of the network (effective), and is usually much less.");
			page.figure("fields",
				"Left: how far each path can reach at most, around the same output pixel (white cross). Right: what really decides. Bright: a change of this input pixel changes the output most (square root of the gradient's size, each picture to its own maximum). White circles hold 50 % (full line) and 95 % (dashed) of the energy. Each picture shows what its path can reach; light grey lies beyond the image.",
				this::pictures);
			table();
		});
	}

	private void pictures() {
		page.pane("Boxes of all paths", pictures.boxes(),
			"The input with the receptive field of each path as a box");
		page.html().open("div", "class", "three");
		for (final PathGradient path : image.paths())
			page.pane(name(path) + ", " + width(path.box()) + " px", pictures
				.gradient(path), "Effective receptive field: " + name(path));
		page.html().close();
	}

	private static int width(final Interval box) {
		return (int) box.dimension(0);
	}

	private String name(final PathGradient path) {
		if (path.level() < 0) return "All paths";
		return path.level() == depth ? "Through the bottleneck" : "Through skip " +
			path.level();
	}

	private void table() {
		final PixelSize size = image.image().pixelSize();
		final List<String> columns = new ArrayList<>(List.of("Path",
			"Theoretical, along one side (px)", "50 % within a radius of (px)",
			"95 % within a radius of (px)"));
		if (size.isCalibrated()) columns.add("95 % within a radius of (" + size
			.unit() + ")");
		page.table("Receptive field of this output pixel by path.", columns, () -> {
			for (final PathGradient path : image.paths())
				row(path, size);
		});
	}

	private void row(final PathGradient path, final PixelSize size) {
		page.html().open("tr").open("th", "scope", "row");
		if (path.level() >= 0) page.html().element("span", "", "class", "swatch",
			"style", "background:" + LensColors.css(LensColors.level(path.level())));
		page.html().text(name(path)).close();
		final List<Cell> cells = new ArrayList<>(List.of(Cell.of(width(path.box())),
			Cell.of(path.radius50()), Cell.of(path.radius95())));
		if (size.isCalibrated()) cells.add(Cell.of(path.radius95() * Math.sqrt(size
			.x() * size.y())));
		for (final Cell cell : cells) {
			page.html().open("td");
			page.cell(cell);
			page.html().close();
		}
		page.html().closeLine();
	}
}
