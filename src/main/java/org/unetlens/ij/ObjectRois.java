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

package org.unetlens.ij;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
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
