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

package org.unetlens.ij.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.compare.ComparisonImage;
import org.unetlens.data.annotation.FilePairs;
import org.unetlens.data.annotation.FilePairs.Pair;
import org.unetlens.data.annotation.Finding;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.model.ModelBundle;

/**
 * Image files to compare on, all planes of each. Immutable.
 *
 * @param input an image, or a folder of images
 * @param truth labels of the image, or a folder of label images, which belong
 *          to images by name
 * @param region of each plane; empty for all of it
 */
public record ImageFilePlanes(Path input, Optional<Path> truth,
		Optional<Region> region) {

	/**
	 * Opens the files, in alphabetical order.
	 *
	 * @param model whose input they are to be
	 * @throws IllegalArgumentException that names the file and says what does not
	 *           fit
	 * @throws org.unetlens.file.FileException when a file cannot be read
	 */
	public List<ComparisonImage> read(final ModelBundle model)
		throws IOException
	{
		final List<ComparisonImage> planes = new ArrayList<>();
		for (final Pair pair : pairs())
			planes.addAll(new ImagePlanes(ImageFiles.open(pair.image()), Optional
				.ofNullable(pair.annotation()).map(ImageFiles::open), region).all(
					model));
		return planes;
	}

	/**
	 * The files that will be opened, images with their truth.
	 *
	 * @throws IllegalArgumentException when there are none, or some images have
	 *           no truth
	 */
	public List<Pair> pairs() throws IOException {
		final List<Path> images = SegmentationFiles.images(input);
		if (truth.isEmpty()) return images.stream().map(image -> new Pair(FilePairs
			.baseName(image), image, null)).toList();
		final List<Path> labels = SegmentationFiles.images(truth.get());
		final FilePairs pairs = FilePairs.of(images, labels);
		if (pairs.pairs().size() < images.size())
			throw new IllegalArgumentException(
				"Give a truth for all images or for none. " + pairs.findings().stream()
					.map(Finding::sentence).findFirst().orElse(""));
		return pairs.pairs();
	}
}
