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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.FilePairs;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.LabelledImage;
import org.unetlens.ij.ImageFileException;
import org.unetlens.ij.ImageFiles;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Annotated images in folders, as samples for training. Works without a
 * display. Stateless.
 */
public final class AnnotatedFolders {

	private static final List<String> IMAGE_FOLDERS = List.of("images", "image",
		"raw", "img");
	private static final List<String> ANNOTATION_FOLDERS = List.of("labels",
		"label", "masks", "mask", "annotations", "rois", "ground truth", "gt");

	private AnnotatedFolders() {}

	/**
	 * One folder that holds everything: sub-folders {@code images} and
	 * {@code labels} (or {@code masks}, {@code rois} ...); or images and beside
	 * them label images ({@code NAME_mask.*}), ROI files ({@code NAME.zip},
	 * {@code NAME.roi}), or outlines in the overlay that a TIFF holds.
	 *
	 * @throws IllegalArgumentException with the remedy when nothing fits
	 * @throws ImageFileException when a file cannot be read
	 */
	public static Annotations read(final Path folder,
		final AnnotationSettings settings)
	{
		requireFolder(folder);
		final Optional<Path> images = subFolder(folder, IMAGE_FOLDERS);
		final Optional<Path> labels = subFolder(folder, ANNOTATION_FOLDERS);
		if (images.isPresent() && labels.isPresent()) return read(images.get(),
			labels.get(), settings);
		final List<Path> files = files(folder);
		final List<Path> rois = files.stream().filter(RoiFiles::isRoiFile).toList();
		final List<Path> pictures = files.stream().filter(f -> !rois.contains(f))
			.toList();
		if (!rois.isEmpty()) return outlined(FilePairs.of(pictures, rois),
			settings);
		final List<Path> masks = pictures.stream().filter(
			FilePairs::isAnnotationName).toList();
		if (masks.isEmpty()) return overlays(folder, pictures, settings);
		return labelled(FilePairs.of(pictures.stream().filter(f -> !masks.contains(
			f)).toList(), masks), settings);
	}

	/**
	 * A folder of images, and one of label images or ROI files of the same names.
	 *
	 * @throws IllegalArgumentException with the remedy when they do not fit
	 *           together
	 * @throws ImageFileException when a file cannot be read
	 */
	public static Annotations read(final Path images, final Path annotations,
		final AnnotationSettings settings)
	{
		final List<Path> pictures = files(images).stream().filter(f -> !RoiFiles
			.isRoiFile(f)).toList();
		final List<Path> labels = files(annotations);
		final List<Path> rois = labels.stream().filter(RoiFiles::isRoiFile)
			.toList();
		if (!rois.isEmpty() && rois.size() < labels.size())
			throw new IllegalArgumentException("The folder " + annotations +
				" holds both ROI files and label images; keep one kind");
		final FilePairs pairs = FilePairs.of(pictures, labels);
		return rois.isEmpty() ? labelled(pairs, settings) : outlined(pairs,
			settings);
	}

	private static Annotations labelled(final FilePairs pairs,
		final AnnotationSettings settings)
	{
		final List<LabelledImage> images = new ArrayList<>();
		for (final FilePairs.Pair pair : pairs.pairs())
			images.add(AnnotatedImages.labelled(pair.name(), ImageFiles.open(pair
				.image()), ImageFiles.open(pair.annotation())));
		return Annotations.of(images, settings).withFindings(pairs.findings());
	}

	private static Annotations outlined(final FilePairs pairs,
		final AnnotationSettings settings)
	{
		final List<OutlinedImage> images = new ArrayList<>();
		for (final FilePairs.Pair pair : pairs.pairs())
			images.add(new OutlinedImage(pair.name(), ImageFiles.open(pair.image()),
				RoiFiles.read(pair.annotation())));
		return AnnotatedImages.ofOutlines(images, settings, pairs.findings());
	}

	private static Annotations overlays(final Path folder,
		final List<Path> pictures, final AnnotationSettings settings)
	{
		final List<OutlinedImage> images = new ArrayList<>();
		boolean any = false;
		for (final Path file : pictures) {
			final ImagePlus image = ImageFiles.open(file);
			final List<Roi> rois = AnnotatedImages.overlay(image);
			any |= !rois.isEmpty();
			images.add(new OutlinedImage(FilePairs.baseName(file), image, rois));
		}
		if (!any) throw new IllegalArgumentException("The folder " + folder +
			" holds " + pictures.size() + (pictures.size() == 1 ? " image"
				: " images") +
			" but no annotations. Give the folder of their label images, or put ROI files (NAME.zip) or label images (NAME_mask.tif) beside them");
		return AnnotatedImages.ofOutlines(images, settings, List.<Finding> of());
	}

	private static Optional<Path> subFolder(final Path folder,
		final List<String> names)
	{
		return names.stream().map(folder::resolve).filter(Files::isDirectory)
			.findFirst();
	}

	private static void requireFolder(final Path folder) {
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(
			"There is no folder " + folder +
				"; give one of images and one of their label images or ROI files");
	}

	/** Images and ROI files, in alphabetical order. */
	private static List<Path> files(final Path folder) {
		requireFolder(folder);
		try (Stream<Path> list = Files.list(folder)) {
			final List<Path> files = list.filter(Files::isRegularFile).filter(
				f -> ImageFiles.isImageName(f) || RoiFiles.isRoiFile(f)).filter(f -> !f
					.getFileName().toString().startsWith(".")).sorted().toList();
			if (files.isEmpty()) throw new IllegalArgumentException("The folder " +
				folder + " holds no images and no ROI files");
			return files;
		}
		catch (final IOException e) {
			throw new ImageFileException("The folder " + folder +
				" cannot be listed: " + e.getMessage(), e);
		}
	}
}
