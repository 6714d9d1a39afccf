
package org.unetlens.ij;

import java.util.List;

import org.unetlens.label.MeasurementTable;

import ij.measure.ResultsTable;

/** Measurements as ImageJ's tables. */
public final class ObjectTables {

	private static final int DECIMALS = 3;

	private ObjectTables() {}

	/** A new table, not shown; numbers that are whole are shown so. */
	public static ResultsTable of(final MeasurementTable measurements) {
		final ResultsTable table = new ResultsTable(measurements.rows().size());
		table.showRowNumbers(false);
		table.setPrecision(DECIMALS);
		final List<String> columns = measurements.columns();
		for (int r = 0; r < measurements.rows().size(); r++) {
			if (!measurements.images().isEmpty()) table.setValue("image", r,
				measurements.images().get(r));
			for (int c = 0; c < columns.size(); c++)
				table.setValue(columns.get(c), r, measurements.rows().get(r)[c]);
		}
		return table;
	}
}
