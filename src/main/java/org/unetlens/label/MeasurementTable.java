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

package org.unetlens.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.unetlens.label.ObjectMeasurement.Intensity;
import org.unetlens.tensor.PixelSize;

/**
 * Measurements as a table of numbers: column names with units, one row per
 * object, and optionally the name of the image that a row comes from.
 * Immutable; the rows are shared and not to be changed.
 */
public final class MeasurementTable {

	private final List<String> columns;
	private final List<double[]> rows;
	private final List<String> images;

	private MeasurementTable(final List<String> columns,
		final List<double[]> rows, final List<String> images)
	{
		this.columns = Collections.unmodifiableList(columns);
		this.rows = Collections.unmodifiableList(rows);
		this.images = Collections.unmodifiableList(images);
	}

	/**
	 * Makes a table.
	 *
	 * @param objects what was measured with that pixel size
	 * @param channels number of channels measured, for the columns of intensities
	 */
	public static MeasurementTable of(final List<ObjectMeasurement> objects,
		final PixelSize size, final int channels)
	{
		final List<double[]> rows = objects.stream().map(MeasurementTable::row)
			.collect(Collectors.toList());
		return new MeasurementTable(names(size.unit(), channels), rows, List.of());
	}

	/** Names of the columns of numbers, units in brackets. */
	public List<String> columns() {
		return columns;
	}

	/** One array per object, one number per column. */
	public List<double[]> rows() {
		return rows;
	}

	/** Image name per row; empty when no image was named. */
	public List<String> images() {
		return images;
	}

	/** The same table with the name of the image in each row. */
	public MeasurementTable withImage(final String name) {
		return new MeasurementTable(columns, rows, Collections.nCopies(rows.size(),
			name));
	}

	/** The same table with one more column in front, e.g. the slice number. */
	public MeasurementTable withColumn(final String name, final double value) {
		final List<String> names = new ArrayList<>(List.of(name));
		names.addAll(columns);
		final List<double[]> longer = rows.stream().map(row -> join(value, row))
			.collect(Collectors.toList());
		return new MeasurementTable(names, longer, images);
	}

	/**
	 * This table followed by another one.
	 *
	 * @throws IllegalArgumentException if the columns differ, as they do for
	 *           different units or numbers of channels
	 */
	public MeasurementTable plus(final MeasurementTable other) {
		return concat(List.of(this, other));
	}

	/**
	 * Tables one after the other.
	 *
	 * @param tables at least one
	 * @throws IllegalArgumentException as {@link #plus} does
	 */
	public static MeasurementTable concat(final List<MeasurementTable> tables) {
		final MeasurementTable first = tables.get(0);
		final List<double[]> rows = new ArrayList<>();
		final List<String> images = new ArrayList<>();
		for (final MeasurementTable table : tables) {
			if (!table.columns.equals(first.columns) || !rows.isEmpty() && !table.rows
				.isEmpty() && table.hasImages() == images.isEmpty())
				throw new IllegalArgumentException("A table with the columns " +
					table.columns + " cannot follow one with " + first.columns +
					"; save images of different units or channels as separate tables");
			rows.addAll(table.rows);
			images.addAll(table.images);
		}
		return new MeasurementTable(first.columns, rows, images);
	}

	/**
	 * The table as comma separated values with a header, in the same form under
	 * every locale: decimal points, up to 7 significant digits, lines end with
	 * {@code \n}.
	 */
	public String toCsv() {
		final StringBuilder csv = new StringBuilder(hasImages() ? "image," : "");
		csv.append(columns.stream().map(Csv::quote).collect(Collectors.joining(
			","))).append('\n');
		for (int i = 0; i < rows.size(); i++) {
			if (hasImages()) csv.append(Csv.quote(images.get(i))).append(',');
			final double[] row = rows.get(i);
			for (int k = 0; k < row.length; k++)
				csv.append(k == 0 ? "" : ",").append(Csv.number(row[k]));
			csv.append('\n');
		}
		return csv.toString();
	}

	private boolean hasImages() {
		return !images.isEmpty();
	}

	private static List<String> names(final String unit, final int channels) {
		final String length = " (" + unit + ")";
		final List<String> names = new ArrayList<>(List.of("label", "area (px)",
			"area (" + unit + "^2)", "x" + length, "y" + length, "left (px)",
			"top (px)", "width (px)", "height (px)", "perimeter" + length,
			"circularity", "major" + length, "minor" + length, "angle (degrees)",
			"touches border"));
		for (int c = 1; c <= channels; c++)
			for (final String name : List.of("mean", "sd", "min", "max"))
				names.add(channels == 1 ? name : name + " (channel " + c + ")");
		return names;
	}

	private static double[] row(final ObjectMeasurement o) {
		final double[] shape = { o.label(), o.pixels(), o.area(), o.x(), o.y(), o
			.bounds().left(), o.bounds().top(), o.bounds().width(), o.bounds()
				.height(), o.perimeter(), o.circularity(), o.ellipse().major(), o
					.ellipse().minor(), o.ellipse().angle(), o.atBorder() ? 1 : 0 };
		final double[] row = Arrays.copyOf(shape, shape.length + 4 * o.channels()
			.size());
		int k = shape.length;
		for (final Intensity channel : o.channels()) {
			row[k++] = channel.mean();
			row[k++] = channel.sd();
			row[k++] = channel.min();
			row[k++] = channel.max();
		}
		return row;
	}

	private static double[] join(final double first, final double[] rest) {
		final double[] all = new double[rest.length + 1];
		all[0] = first;
		System.arraycopy(rest, 0, all, 1, rest.length);
		return all;
	}
}
