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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.annotation.FilePairs;
import org.unetlens.data.annotation.FilePairs.Pair;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.UnsuitableImageException;
import org.unetlens.metrics.EvaluatedImages;
import org.unetlens.metrics.EvaluatedImages.Item;
import org.unetlens.metrics.Evaluation;

import ij.ImagePlus;

/**
 * Evaluates images and files of images against their truth. Stacks are
 * evaluated plane by plane. Stateless.
 */
public final class Evaluator {

	private final LabelReader reader;

	public Evaluator(final ObjectsAre objects) {
		reader = new LabelReader(objects);
	}

	/**
	 * Evaluates a file, or all files of a folder.
	 *
	 * @param prediction file, or folder of files of the same names as the truth
	 * @param truth file or folder likewise
	 * @throws IllegalArgumentException when files do not belong together
	 * @throws RuntimeException when one cannot be read or is no label image; the
	 *           message says which and what to do
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public EvaluationReport files(final Path prediction, final Path truth,
		final Progress progress)
	{
		final EvaluationPairs files = EvaluationPairs.of(prediction, truth);
		final List<Item> items = new ArrayList<>();
		for (int i = 0; i < files.pairs().size(); i++) {
			progress.checkCanceled();
			final Pair pair = files.pairs().get(i);
			items.addAll(items(FilePairs.baseName(pair.annotation()), ImageFiles.open(
				pair.image()), ImageFiles.open(pair.annotation())));
			progress.update(i + 1, files.pairs().size(), "Evaluating");
		}
		return EvaluationReport.of(new EvaluatedImages(items), files.leftOut());
	}

	/**
	 * Evaluates an image; neither is changed.
	 *
	 * @throws UnsuitableImageException when one is null or empty, or both are the
	 *           same
	 */
	public EvaluationReport images(final ImagePlus prediction,
		final ImagePlus truth)
	{
		requirePixels(prediction, "prediction");
		requirePixels(truth, "truth");
		if (prediction == truth) throw new UnsuitableImageException(
			"Prediction and truth are both \"" + truth.getTitle() +
				"\". Choose two images (in a macro prediction=[title] truth=[title])");
		return EvaluationReport.of(new EvaluatedImages(items(prediction.getTitle(),
			prediction, truth)), List.of());
	}

	private List<Item> items(final String name, final ImagePlus prediction,
		final ImagePlus truth)
	{
		checkSameSize(name, prediction, truth);
		final List<Img<IntType>> p = reader.read(prediction);
		final List<Img<IntType>> t = reader.read(truth);
		return IntStream.range(0, p.size()).mapToObj(i -> new Item(p.size() == 1
			? name : name + ":" + (i + 1), Evaluation.of(t.get(i), p.get(i))))
			.toList();
	}

	private static void requirePixels(final ImagePlus image, final String what) {
		if (image == null || image.getWidth() < 1)
			throw new UnsuitableImageException("There is no image with the " + what +
				". Open prediction and truth first, or give folders (in a macro prediction=[title] truth=[title], or predictionfolder=[path] truthfolder=[path])");
	}

	private static void checkSameSize(final String name, final ImagePlus p,
		final ImagePlus t)
	{
		if (p.getWidth() != t.getWidth() || p.getHeight() != t.getHeight() || p
			.getStackSize() != t.getStackSize()) throw new UnsuitableImageException(
				name + ": the prediction has " + size(p) + ", but its truth has " +
					size(t) +
					". Check that they belong together and that none was cropped or scaled");
	}

	private static String size(final ImagePlus image) {
		return image.getWidth() + " x " + image.getHeight() + " pixels" + (image
			.getStackSize() == 1 ? "" : " in " + image.getStackSize() + " planes");
	}
}
