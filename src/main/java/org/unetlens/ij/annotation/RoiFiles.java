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

package org.unetlens.ij.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.unetlens.ij.ImageFileException;

import ij.gui.Roi;
import ij.io.RoiDecoder;

/**
 * Files of outlines: one in a {@code .roi}, several in the {@code .zip} that
 * the ROI Manager writes. Works without a display. Stateless.
 */
public final class RoiFiles {

	private static final int MOST = 100_000;
	private static final int LARGEST = 1 << 26;

	private RoiFiles() {}

	/** Whether a file holds outlines: by its name, or the entries of a zip. */
	public static boolean isRoiFile(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".roi")) return true;
		if (!name.endsWith(".zip")) return false;
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			ZipEntry entry = zip.getNextEntry();
			while (entry != null && entry.isDirectory())
				entry = zip.getNextEntry();
			return entry != null && isRoi(entry.getName());
		}
		catch (final IOException e) {
			// NB: What cannot be read is reported by whoever opens it.
			return false;
		}
	}

	/**
	 * Reads all outlines.
	 *
	 * @throws ImageFileException when the file cannot be read or holds none
	 */
	public static List<Roi> read(final Path file) {
		final List<Roi> rois;
		try (InputStream in = Files.newInputStream(file)) {
			rois = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(
				".zip") ? unzip(file, in) : List.of(decode(file, file.getFileName()
					.toString(), in));
		}
		catch (final IOException e) {
			throw new ImageFileException("The outlines in " + file +
				" cannot be read: " + e.getMessage() +
				". Save them again in the ROI Manager with More > Save...", e);
		}
		if (rois.isEmpty()) throw new ImageFileException("The file " + file +
			" holds no outlines (.roi). Save them in the ROI Manager with More > Save...");
		return rois;
	}

	private static boolean isRoi(final String name) {
		return name.toLowerCase(Locale.ROOT).endsWith(".roi");
	}

	private static List<Roi> unzip(final Path file, final InputStream in)
		throws IOException
	{
		final List<Roi> rois = new ArrayList<>();
		final ZipInputStream zip = new ZipInputStream(in);
		for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
			if (e.isDirectory() || !isRoi(e.getName())) continue;
			rois.add(decode(file, baseName(e.getName()), zip));
			if (rois.size() > MOST) throw new IOException("it holds more than " +
				MOST + " outlines");
		}
		return rois;
	}

	private static String baseName(final String entry) {
		return entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf(
			'\\')) + 1);
	}

	private static Roi decode(final Path file, final String name,
		final InputStream in) throws IOException
	{
		final byte[] bytes = in.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) throw new IOException(name +
			" is larger than 64 MB");
		try {
			final Roi roi = new RoiDecoder(bytes, name).getRoi();
			if (roi == null) throw new IOException(name + " is no outline");
			return roi;
		}
		catch (final RuntimeException e) {
			// NB: A damaged outline makes ImageJ's decoder fail in many ways.
			throw new ImageFileException("The outline " + name + " in " + file +
				" is damaged. Save the outlines again in the ROI Manager with More > Save...",
				e);
		}
	}
}
