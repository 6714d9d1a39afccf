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

package org.unetlens.study;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.unetlens.compare.Curve;
import org.unetlens.ui.plot.Axis;
import org.unetlens.ui.plot.LinePlot;
import org.unetlens.ui.plot.LinePlot.Line;

/**
 * The table of {@link FewImagesStudy} as Markdown and as a picture. Arguments:
 * the table, the PNG file to write.
 */
public final class FewImagesSummary {

	private static final Color OTHER = new Color(0x0072B2);
	private static final Color RANDOM = new Color(0xD55E00);

	/** A line of the table. */
	private record Row(int images, String start, List<Double> values) {

		static Row of(final String line) {
			final String[] cells = line.split(",");
			final List<Double> values = new ArrayList<>();
			for (int i = 3; i < cells.length; i++)
				values.add(Double.valueOf(cells[i]));
			return new Row(Integer.parseInt(cells[0]), cells[2], values);
		}

		/** A score with its interval. */
		String score(final int k) {
			return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", values.get(3 *
				k), values.get(3 * k + 1), values.get(3 * k + 2));
		}
	}

	private FewImagesSummary() {}

	public static void main(final String[] args) throws IOException {
		final List<Row> rows = Files.readAllLines(Path.of(args[0])).stream().skip(1)
			.map(Row::of).toList();
		System.out.println(
			"| images | start | Dice | Boundary F 2 px | AP@0.5 | AP@0.7 |");
		System.out.println("|---|---|---|---|---|---|");
		for (final Row r : rows)
			System.out.println("| " + r.images + " | " + r.start + " | " + r.score(
				0) + " | " + r.score(1) + " | " + r.score(2) + " | " + r.score(3) +
				" |");
		ImageIO.write(new LinePlot("Few images", new Axis("Annotated images",
			Axis.Scale.LOG, 1, 100), new Axis("AP on the test images",
				Axis.Scale.LINEAR, Double.NaN, Double.NaN), List.of(line(rows,
					"model of other images", 2, OTHER, false), line(rows,
						"random weights", 2, RANDOM, false), line(rows,
							"model of other images", 3, OTHER, true), line(rows,
								"random weights", 3, RANDOM, true)), List.of()).picture(640,
									360, 2), "png", Path.of(args[1]).toFile());
	}

	private static Line line(final List<Row> rows, final String start,
		final int score, final Color color, final boolean dashed)
	{
		final List<Row> own = rows.stream().filter(r -> r.start.equals(start))
			.sorted(java.util.Comparator.comparingInt(Row::images)).toList();
		return new Line(new Curve((score == 2 ? "AP@0.5, " : "AP@0.7, ") + start,
			own.stream().map(r -> (double) r.images).toList(), own.stream().map(
				r -> r.values.get(3 * score)).toList()), color, dashed);
	}
}
