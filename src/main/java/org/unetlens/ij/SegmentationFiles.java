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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.unetlens.engine.Progress;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.label.MeasurementTable;

import ij.ImagePlus;

/**
 * Where the results of an image go: for NAME.ext {@code NAME_labels.tif},
 * {@code NAME_probability.tif} and {@code NAME_overlay.png} in one folder, and
 * one {@code measurements.csv} for all images.
 */
public final class SegmentationFiles {

	private final Path folder;
	private final OnExisting onExisting;

	public SegmentationFiles(final Path folder, final OnExisting onExisting) {
		this.folder = folder;
		this.onExisting = onExisting;
	}

	/**
	 * Throws when a result of one of these inputs is there already, or two inputs
	 * would have the same.
	 */
	public void requireFree(final List<Path> inputs) {
		final List<Path> results = new ArrayList<>(List.of(table()));
		for (final Path input : inputs) {
			final List<Path> own = List.of(labels(name(input)), probability(name(
				input)), overlay(name(input)));
			if (results.contains(own.get(0))) throw new IllegalArgumentException(
				"Two images are named " + name(input) +
					" and would have the same results; rename one of them");
			results.addAll(own);
		}
		if (onExisting == OnExisting.REPLACE) return;
		results.stream().filter(Files::exists).findFirst().ifPresent(file -> {
			throw new IllegalArgumentException("The file " + file +
				" is there already. Choose another --output folder, or add --overwrite");
		});
	}

	/**
	 * Opens a file, segments it and writes everything but the table. A TIFF file
	 * too large for memory is segmented in bands: the same objects, of which the
	 * label image is written, but neither probabilities nor a picture.
	 *
	 * @return what was measured, with the file's name in each row
	 */
	public MeasurementTable segment(final Path file,
		final ImageSegmenter segmenter, final Progress progress)
	{
		if (LargeFile.isLarge(file)) return LargeFile.segment(file, segmenter,
			ChannelChoice.AUTO, labels(name(file)), onExisting, progress).withImage(
				file.getFileName().toString());
		final ImagePlus image = ImageFiles.open(file);
		final SegmentedImage result = segmenter.segment(image, progress);
		write(name(file), image, result);
		return result.measurements().withImage(file.getFileName().toString());
	}

	private void write(final String name, final ImagePlus image,
		final SegmentedImage result)
	{
		ImageFiles.saveTiff(result.labels(), labels(name), onExisting);
		ImageFiles.saveTiff(result.probabilities(), probability(name), onExisting);
		ImageFiles.savePng(OverlayPicture.draw(image.getStack().getProcessor(1),
			result.planeLabels().get(0)), overlay(name), onExisting);
	}

	public void write(final MeasurementTable table) {
		AtomicFile.write(table(), onExisting, out -> out.write(table.toCsv()
			.getBytes(StandardCharsets.UTF_8)));
	}

	public Path labels(final String name) {
		return folder.resolve(name + "_labels.tif");
	}

	private Path probability(final String name) {
		return folder.resolve(name + "_probability.tif");
	}

	private Path overlay(final String name) {
		return folder.resolve(name + "_overlay.png");
	}

	private Path table() {
		return folder.resolve("measurements.csv");
	}

	/** The file itself, or the images in the folder in alphabetical order. */
	public static List<Path> images(final Path fileOrFolder)
		throws java.io.IOException
	{
		if (!Files.exists(fileOrFolder)) throw new IllegalArgumentException(
			"The input " + fileOrFolder +
				" does not exist; give an image file, or a folder with images");
		if (!Files.isDirectory(fileOrFolder)) return List.of(fileOrFolder);
		try (Stream<Path> files = Files.list(fileOrFolder)) {
			final List<Path> images = files.filter(Files::isRegularFile).filter(
				ImageFiles::isImageName).sorted().toList();
			if (images.isEmpty()) throw new IllegalArgumentException("The folder " +
				fileOrFolder + " holds no images (TIFF, PNG, JPEG, BMP, GIF)");
			return images;
		}
	}

	/** The file's name without its ending. */
	public static String name(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}
}
