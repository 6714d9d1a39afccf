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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;

import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.TiffEncoder;

/**
 * Reads and writes image files through ImageJ, with and without a display.
 * Failures are {@link ImageFileException}s, never dialogs. Stateless; safe from
 * several threads as long as they write different files.
 */
public final class ImageFiles {

	private static final Set<String> SUFFIXES = Set.of("tif", "tiff", "png",
		"jpg", "jpeg", "gif", "bmp", "pgm", "fits", "dcm", "zip", "avi");

	/** What ImageJ's opener would read although it holds no picture. */
	private static final Set<Integer> NO_IMAGE = Set.of(Opener.TEXT,
		Opener.JAVA_OR_TEXT, Opener.TABLE, Opener.ROI, Opener.LUT, Opener.OJJ);

	private ImageFiles() {}

	/**
	 * Whether a file in a folder looks like an image, by its name alone. Hidden
	 * files do not.
	 */
	public static boolean isImageName(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot > 0 && SUFFIXES.contains(name.substring(dot + 1).toLowerCase(
			Locale.ROOT));
	}

	/**
	 * Opens any file that ImageJ opens: TIFF (plain, deflate, LZW, PackBits; 8,
	 * 16, 32 bit, RGB, stacks, hyperstacks), PNG, JPEG, GIF, BMP, PGM, DICOM,
	 * FITS, AVI, zipped TIFF.
	 *
	 * @return the image; not shown
	 * @throws ImageFileException when the file is missing, empty, cut short or
	 *           not an image
	 */
	public static ImagePlus open(final Path file) {
		requireReadable(file);
		final int type = new Opener().getFileType(file.toString());
		if (NO_IMAGE.contains(type)) throw notAnImage(file, "it holds " +
			Opener.types[type].toLowerCase(Locale.ROOT), null);
		final ImagePlus image = type == Opener.TIFF ? readTiff(file) : read(file);
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1)
			throw notAnImage(file, "ImageJ cannot read it", null);
		return image;
	}

	private static void requireReadable(final Path file) {
		if (!Files.exists(file)) throw new ImageFileException("The image file " +
			file + " does not exist. Check the name and the folder");
		if (Files.isDirectory(file)) throw new ImageFileException(file +
			" is a folder, not an image file. Name a file in it");
		try {
			if (Files.size(file) == 0) throw new ImageFileException(
				"The image file " + file +
					" is empty (0 bytes). Copy or export it again");
		}
		catch (final IOException e) {
			throw new ImageFileException("The image file " + file +
				" cannot be read: " + e.getMessage(), e);
		}
		if (!Files.isReadable(file)) throw new ImageFileException(
			"The image file " + file + " may not be read. Change its permissions");
	}

	private static ImagePlus readTiff(final Path file) {
		final TiffHeader header = TiffHeader.read(file);
		header.requireComplete();
		return header.hidesCompression() ? readByImageIO(file) : read(file);
	}

	/** NB: One at a time, for where errors go is one setting of all ImageJ. */
	private static synchronized ImagePlus read(final Path file) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		// NB: ImageJ reports errors in dialogs; redirected, they go to its log.
		IJ.redirectErrorMessages(true);
		try {
			final ImagePlus image = opener.openImage(file.toAbsolutePath()
				.toString());
			return image != null ? image : readByImageIO(file);
		}
		catch (final RuntimeException e) {
			// NB: A damaged header makes ImageJ's decoders fail in many ways.
			throw notAnImage(file, "its header is damaged", e);
		}
		finally {
			IJ.redirectErrorMessages(false);
		}
	}

	private static ImagePlus readByImageIO(final Path file) {
		try {
			final BufferedImage image = ImageIO.read(file.toFile());
			return image == null ? null : new ImagePlus(file.getFileName().toString(),
				image);
		}
		catch (final IOException e) {
			throw notAnImage(file, "it cannot be decoded: " + e.getMessage(), e);
		}
	}

	static ImageFileException notAnImage(final Path file, final String why,
		final Throwable cause)
	{
		return new ImageFileException("The file " + file +
			" is not a usable image (" + why +
			"). Open it in the program that made it and export it as TIFF or PNG",
			cause);
	}

	/**
	 * Writes an ImageJ TIFF, uncompressed, with calibration, slice labels,
	 * display range, LUT and overlay.
	 *
	 * @param image held in memory, not virtual; not changed
	 */
	public static void saveTiff(final ImagePlus image, final Path file,
		final OnExisting onExisting)
	{
		final FileInfo info = tiffInfo(image);
		AtomicFile.write(file, onExisting, out -> new TiffEncoder(info).write(out));
	}

	private static FileInfo tiffInfo(final ImagePlus image) {
		final FileSaver saver = new FileSaver(image);
		final FileInfo info = image.getFileInfo();
		info.nImages = image.getStackSize();
		info.description = saver.getDescriptionString();
		if (image.getStackSize() > 1 || image.getStack().getSliceLabel(1) != null)
			info.sliceLabels = image.getStack().getSliceLabels();
		info.overlay = null;
		final byte[][] overlay = FileSaver.getOverlay(image);
		if (overlay != null) info.overlay = overlay;
		if (image.isComposite()) saver.saveDisplayRangesAndLuts(image, info);
		return info;
	}

	/** Writes an 8-bit or RGB image as PNG. */
	public static void savePng(final BufferedImage image, final Path file,
		final OnExisting onExisting)
	{
		AtomicFile.write(file, onExisting, out -> ImageIO.write(image, "png", out));
	}
}
