
package org.unetlens.ij;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.unetlens.label.Outline;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;

/** Outlines of objects as ImageJ's ROIs; works without a display. */
public final class ObjectRois {

	private ObjectRois() {}

	/** One object as a traced ROI, named by its label, in the label's colour. */
	public static Roi of(final Outline outline) {
		final Roi roi = new PolygonRoi(outline.x(), outline.y(), outline.x().length,
			Roi.TRACED_ROI);
		roi.setName(String.format("%04d", outline.label()));
		roi.setStrokeColor(GlasbeyLut.color(outline.label()));
		return roi;
	}

	/**
	 * Writes ROIs as the zip file that ImageJ's ROI Manager opens.
	 *
	 * @param rois with different names
	 */
	public static void saveZip(final List<Roi> rois, final Path file,
		final OnExisting onExisting)
	{
		AtomicFile.write(file, onExisting, out -> {
			final ZipOutputStream zip = new ZipOutputStream(out);
			for (final Roi roi : rois)
				add(roi, zip);
			zip.finish();
		});
	}

	private static void add(final Roi roi, final ZipOutputStream zip)
		throws IOException
	{
		zip.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
		final DataOutputStream data = new DataOutputStream(zip);
		// NB: Encoded apart, for the encoder closes the stream that it writes to.
		data.write(RoiEncoder.saveAsByteArray(roi));
		data.flush();
		zip.closeEntry();
	}
}
