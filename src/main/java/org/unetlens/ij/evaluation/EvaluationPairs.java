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

package org.unetlens.ij.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.unetlens.data.annotation.FilePairs;
import org.unetlens.data.annotation.FilePairs.Pair;
import org.unetlens.ij.ImageFileException;
import org.unetlens.ij.SegmentationFiles;

/**
 * Files with predictions, and those with their truth: two files, or the files
 * of two folders that have the same name, but for endings and words such as
 * {@code _labels}. Immutable.
 *
 * @param pairs image = prediction, annotation = truth
 * @param leftOut predictions without truth
 */
record EvaluationPairs(List<Pair> pairs, List<Path> leftOut) {

	private static final String LABELS = "_labels";
	private static final int SHOWN = 5;

	EvaluationPairs {
		pairs = List.copyOf(pairs);
		leftOut = List.copyOf(leftOut);
	}

	/**
	 * Pairs files; opens none. In a folder with {@code NAME_labels.*} files, as
	 * the segment command writes them, other files do not count.
	 *
	 * @throws IllegalArgumentException when one is a file and the other a folder,
	 *           or a truth has no prediction
	 */
	static EvaluationPairs of(final Path prediction, final Path truth) {
		final List<Path> predictions = files(prediction), truths = files(truth);
		if (Files.isDirectory(prediction) != Files.isDirectory(truth))
			throw new IllegalArgumentException("Of the prediction " + prediction +
				" and the truth " + truth +
				" one is a file and the other a folder; give two files or two folders");
		if (!Files.isDirectory(truth)) return new EvaluationPairs(List.of(new Pair(
			FilePairs.baseName(prediction), prediction, truth)), List.of());
		final List<Pair> pairs = FilePairs.of(predictions, truths).pairs();
		requireAll(truths, pairs.stream().map(Pair::annotation).toList(),
			prediction);
		final List<Path> leftOut = new ArrayList<>(predictions);
		leftOut.removeAll(pairs.stream().map(Pair::image).toList());
		return new EvaluationPairs(pairs, leftOut);
	}

	private static List<Path> files(final Path fileOrFolder) {
		try {
			final List<Path> all = SegmentationFiles.images(fileOrFolder);
			final List<Path> labels = all.stream().filter(file -> FilePairs.baseName(
				file).endsWith(LABELS)).toList();
			return labels.isEmpty() ? all : labels;
		}
		catch (final IOException e) {
			throw new ImageFileException("The folder " + fileOrFolder +
				" cannot be listed: " + e.getMessage(), e);
		}
	}

	// NB: Left out, they would count as if nothing had been missed in them.
	private static void requireAll(final List<Path> truths,
		final List<Path> paired, final Path prediction)
	{
		final List<Path> alone = new ArrayList<>(truths);
		alone.removeAll(paired);
		if (!alone.isEmpty()) throw new IllegalArgumentException(alone.size() +
			" of " + truths.size() + " truth files have no prediction in " +
			prediction + ": " + names(alone) +
			". Segment these images too, or take their truth out of the folder");
	}

	/** The first few names. */
	static String names(final List<Path> files) {
		return files.stream().limit(SHOWN).map(f -> f.getFileName().toString())
			.collect(Collectors.joining(", ")) + (files.size() > SHOWN ? " ..." : "");
	}
}
