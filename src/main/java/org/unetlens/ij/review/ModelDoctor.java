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

package org.unetlens.ij.review;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.FilePairs;
import org.unetlens.data.annotation.FilePairs.Pair;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFileException;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.InputImage;
import org.unetlens.ij.PixelSizes;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.ij.UnsuitableImageException;
import org.unetlens.label.Csv;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.train.doctor.Checkup;
import org.unetlens.train.doctor.Diagnosis;
import org.unetlens.train.doctor.Doctor;
import org.unetlens.train.doctor.DoctorImage;
import org.unetlens.ui.report.DoctorReport;

import ij.ImagePlus;

/**
 * Examines a model on annotated images in folders: what the command, the macro
 * and the command line do. Writes {@code doctor.html} and {@code doctor.csv}.
 * Immutable.
 *
 * @param images folder of images
 * @param labels folder of label images of the same names
 * @param most so many images at most are looked at, spread evenly; of a stack
 *          the middle plane
 * @param folder for the results, made if missing
 */
public record ModelDoctor(Path images, Path labels, int most, Path folder) {

	/** Checks the number. */
	public ModelDoctor {
		if (most < 1) throw new IllegalArgumentException(most +
			" images were to be looked at; give 1 or more");
	}

	/** Throws when a file would be replaced that must not be. */
	public void requireFree(final OnExisting onExisting) {
		if (onExisting == OnExisting.REPLACE) return;
		for (final Path file : List.of(page(), table()))
			if (Files.exists(file)) throw new IllegalArgumentException("The file " +
				file +
				" is there already. Choose another output folder, or allow overwriting (--overwrite, in a macro overwrite=true)");
	}

	/**
	 * Examines and writes; starts the engine.
	 *
	 * @param model name of a bundled model, or path of a model file
	 */
	public Checkup examine(final String model, final OnExisting onExisting,
		final Progress progress)
	{
		requireFree(onExisting);
		final List<Pair> pairs = pairs();
		Engine.start(progress);
		final ModelBundle opened = Models.open(model);
		final Checkup checkup = new Doctor(opened).examine(pairs.stream().map(
			pair -> image(pair, opened)).toList(), progress);
		DoctorReport.of(checkup).write(page(), onExisting);
		AtomicFile.write(table(), onExisting, out -> out.write(csv(checkup)
			.getBytes(StandardCharsets.UTF_8)));
		return checkup;
	}

	/** The page with pictures. */
	public Path page() {
		return folder.resolve("doctor.html");
	}

	private Path table() {
		return folder.resolve("doctor.csv");
	}

	private List<Pair> pairs() {
		final List<Pair> all = FilePairs.of(files(images), files(labels)).pairs();
		final List<Pair> some = new ArrayList<>();
		final int n = Math.min(most, all.size());
		for (int i = 0; i < n; i++)
			some.add(all.get(i * all.size() / n));
		return some;
	}

	private static List<Path> files(final Path folder) {
		try {
			return SegmentationFiles.images(folder);
		}
		catch (final java.io.IOException e) {
			throw new ImageFileException("The folder " + folder +
				" cannot be listed: " + e.getMessage(), e);
		}
	}

	private static DoctorImage image(final Pair pair, final ModelBundle model) {
		final ImagePlus image = ImageFiles.open(pair.image());
		final Sample sample = Sample.of(pair.name(), middle(SampleFiles.read(pair
			.image())), Views.hyperSlice(middle(SampleFiles.read(pair.annotation())),
				2, 0)).withPixelSize(PixelSizes.of(image));
		final RandomAccessibleInterval<? extends RealType<?>> segmented = segmented(
			image, sample, model.spec().channels());
		// NB: Grey saved in colour is read as one channel in both.
		return sample.channels() == segmented.dimension(2) ? new DoctorImage(sample,
			segmented) : new DoctorImage(Sample.of(sample.name(), segmented, sample
				.labels()).withPixelSize(sample.pixelSize()), segmented);
	}

	/** What Segment sees; the doctor says what is wrong with the channels. */
	private static RandomAccessibleInterval<? extends RealType<?>> segmented(
		final ImagePlus image, final Sample sample, final int channels)
	{
		try {
			final InputImage<?> input = InputImage.of(image, channels);
			return input.plane((input.slices() + 1) / 2, (input.frames() + 1) / 2);
		}
		catch (final UnsuitableImageException e) {
			if (sample.channels() == channels) throw e;
			return sample.image();
		}
	}

	private static RandomAccessibleInterval<? extends RealType<?>> middle(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return image.numDimensions() < 4 ? image : Views.hyperSlice(image, 3, (image
			.dimension(3) - 1) / 2);
	}

	private static String csv(final Checkup checkup) {
		final StringBuilder text = new StringBuilder(Csv.line(List.of("cause",
			"finding", "remedy")));
		for (final Diagnosis d : checkup.diagnoses())
			text.append(Csv.line(List.of(d.cause().name().toLowerCase(
				java.util.Locale.ROOT), d.finding(), d.remedy())));
		return text.toString();
	}
}
