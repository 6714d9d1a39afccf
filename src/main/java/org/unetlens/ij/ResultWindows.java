
package org.unetlens.ij;

import java.awt.GraphicsEnvironment;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.RoiManager;

/** Shows results where ImageJ's users look for them. */
public final class ResultWindows {

	private ResultWindows() {}

	/**
	 * Puts the outlines into the ROI Manager, in place of what an earlier run
	 * left there. Without a display there is no ROI Manager: they become the
	 * overlay of the label image instead.
	 *
	 * @param labels the label image of the result
	 */
	public static void showOutlines(final SegmentedImage result,
		final ImagePlus image, final ImagePlus labels)
	{
		if (GraphicsEnvironment.isHeadless()) {
			labels.setOverlay(result.overlay(labels));
			return;
		}
		// NB: In batch mode macros have a hidden ROI Manager of their own.
		final RoiManager hidden = RoiManager.getInstance2();
		final RoiManager manager = hidden != null ? hidden : RoiManager
			.getRoiManager();
		manager.reset();
		for (final Roi roi : result.outlines(image))
			manager.addRoi(roi);
	}

	/**
	 * Shows the measurements as the table {@code <title>-objects}. Without a
	 * display they become ImageJ's results table, which macros read.
	 */
	public static void showTable(final SegmentedImage result,
		final ImagePlus image)
	{
		final ResultsTable table = ObjectTables.of(result.measurements());
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
		else table.show(image.getTitle() + "-objects");
	}
}
