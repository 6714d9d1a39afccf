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

package org.unetlens.ij.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.ij.annotation.AnnotatedFolders;
import org.unetlens.ij.annotation.AnnotatedImages;

import ij.ImagePlus;

/** Where annotated images come from. */
@FunctionalInterface
public interface AnnotationSource {

	/** What only checkpoints say of where images come from. */
	List<String> FORGOTTEN = List.of("images in", "labels in");

	/**
	 * Reads them, folder by folder: validation images are taken of each.
	 *
	 * @throws IllegalArgumentException with the remedy when there is nothing to
	 *           learn from
	 */
	List<Annotations> read(AnnotationSettings settings);

	/** What a checkpoint keeps to find them again; empty for open images. */
	default Map<String, String> remembered() {
		return Map.of();
	}

	/** An open image: with a label image, else with its outlines. */
	static AnnotationSource of(final ImagePlus image,
		final Optional<ImagePlus> labels)
	{
		// NB: Without an image, reading it says so.
		final List<ImagePlus> images = Collections.singletonList(image);
		return settings -> List.of(labels.isPresent() ? AnnotatedImages.ofLabels(
			images, List.of(labels.get()), settings) : AnnotatedImages.ofOutlines(
				images, settings));
	}

	/** Folders of images and of their labels or ROI files, in the same order. */
	static AnnotationSource of(final List<Path> images, final List<Path> labels) {
		if (images.size() != labels.size()) throw new IllegalArgumentException(
			images.size() + (images.size() == 1 ? " folder" : " folders") +
				" of images, but " + labels.size() + " of labels; give one for each");
		return new Folders(images, labels.stream().map(Optional::of).toList());
	}

	/** A folder that holds images and annotations. */
	static AnnotationSource of(final Path folder) {
		return of(folder, Optional.empty());
	}

	/**
	 * A folder of images, whose annotations lie in another one or beside them.
	 */
	static AnnotationSource of(final Path images, final Optional<Path> labels) {
		return new Folders(List.of(images), List.of(labels));
	}

	/** Open images, each with outlines in its overlay. */
	static AnnotationSource ofOutlined(final List<ImagePlus> images) {
		if (images.isEmpty()) throw new IllegalArgumentException(
			"No open image has outlines in its overlay. Outline objects and press B, or put those of the ROI Manager into the overlay (Image > Overlay > From ROI Manager)");
		return settings -> List.of(AnnotatedImages.ofOutlines(images, settings));
	}

	/**
	 * What a checkpoint remembers.
	 *
	 * @param training what its card says of the training
	 * @throws IllegalArgumentException when it does not, for the images were open
	 */
	static AnnotationSource remembered(final Map<String, String> training) {
		return Folders.of(training);
	}

	/** Folders, with their labels in others or among them. */
	record Folders(List<Path> images, List<Optional<Path>> labels)
			implements
				AnnotationSource {

		private static final String IMAGES = FORGOTTEN.get(0);
		private static final String LABELS = FORGOTTEN.get(1);
		private static final String SEPARATOR = "\n";

		private static AnnotationSource of(final Map<String, String> training) {
			if (!training.containsKey(IMAGES)) throw new IllegalArgumentException(
				"The training was on open images. Save images and annotations in folders and give these (in a macro images=[path] labels=[path])");
			return new Folders(Arrays.stream(training.get(IMAGES).split(SEPARATOR))
				.map(Path::of).toList(), Arrays.stream(training.get(LABELS).split(
					SEPARATOR, -1)).map(l -> l.isEmpty() ? Optional.<Path> empty()
						: Optional.of(Path.of(l))).toList());
		}

		@Override
		public List<Annotations> read(final AnnotationSettings settings) {
			final List<Annotations> all = new ArrayList<>();
			for (int i = 0; i < images.size(); i++) {
				final Path folder = images.get(i);
				all.add(labels.get(i).map(l -> AnnotatedFolders.read(folder, l,
					settings)).orElseGet(() -> AnnotatedFolders.read(folder, settings)));
			}
			return all;
		}

		@Override
		public Map<String, String> remembered() {
			final Map<String, String> map = new LinkedHashMap<>();
			map.put(IMAGES, String.join(SEPARATOR, images.stream().map(
				Folders::absolute).toList()));
			map.put(LABELS, String.join(SEPARATOR, labels.stream().map(l -> l.map(
				Folders::absolute).orElse("")).toList()));
			return map;
		}

		private static String absolute(final Path path) {
			return path.toAbsolutePath().toString();
		}
	}
}
