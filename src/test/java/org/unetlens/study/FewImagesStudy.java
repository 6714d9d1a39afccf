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

package org.unetlens.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.unetlens.cli.Main;
import org.unetlens.data.Sample;
import org.unetlens.data.SampleFolder;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ObjectRois;
import org.unetlens.ij.SampleFiles;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.Outlines;
import org.unetlens.metrics.Bootstrap.Interval;
import org.unetlens.metrics.EvaluatedImages;
import org.unetlens.metrics.EvaluatedImages.Item;
import org.unetlens.metrics.Evaluation;
import org.unetlens.metrics.EvaluationScore;
import org.unetlens.model.Models;

/**
 * How many annotated images it takes, with and without a model to start from:
 * trains on 1, 2, 5, 10, 25 and 100 images of nuclei whose only annotations are
 * outlines (ROI files), once from random weights and once from a model that
 * never saw images of that set, each time for the same number of steps, and
 * measures on the test images. Resumable: what the table holds is not trained
 * again. Arguments: folder of the image sets, folder for models and ROI files,
 * table, e.g. {@code docs/few-images.csv}, choices of images (default 1).
 */
public final class FewImagesStudy {

	private static final List<Integer> COUNTS = List.of(1, 2, 5, 10, 25, 100);
	private static final List<String> STARTS = List.of("random weights",
		"model of other images");
	private static final List<EvaluationScore> SCORES = List.of(
		EvaluationScore.DICE, EvaluationScore.BOUNDARY_F2, EvaluationScore.AP50,
		EvaluationScore.AP70);
	private static final String STEPS = "250";
	private static final String BASE_STEPS = "500";
	private static final int RESAMPLES = 1000;

	private final Path nuclei;
	private final Path other;
	private final Path work;
	private final Path table;
	private final List<Sample> test;

	private FewImagesStudy(final Path data, final Path work, final Path table)
		throws IOException
	{
		nuclei = data.resolve("dsb2018_fluo");
		other = data.resolve("bbbc039_u2os");
		this.work = work;
		this.table = table;
		test = SampleFolder.open(nuclei.resolve("test")).read(SampleFiles::read);
	}

	public static void main(final String[] args) throws IOException {
		final FewImagesStudy study = new FewImagesStudy(Path.of(args[0]), Path.of(
			args[1]), Path.of(args[2]));
		Engine.start();
		final int choices = args.length > 3 ? Integer.parseInt(args[3]) : 1;
		study.prepare();
		for (int choice = 1; choice <= choices; choice++)
			for (final int images : COUNTS)
				for (final String start : STARTS)
					study.run(images, choice, start);
	}

	/** The model to start from. */
	private Path base() {
		final Path base = work.resolve("base.zip");
		if (!Files.exists(base)) train(List.of("--images", other.resolve(
			"train/images").toString(), "--labels", other.resolve("train/labels")
				.toString(), "--generated", "40", "--steps", BASE_STEPS), base);
		return base;
	}

	/** The outlines, and the head of the table. */
	private void prepare() throws IOException {
		Files.createDirectories(work.resolve("outlines"));
		for (final Sample sample : SampleFolder.open(nuclei.resolve("train")).read(
			SampleFiles::read))
			ObjectRois.saveZip(Outlines.of(sample.labels()).stream().map(
				ObjectRois::of).toList(), outlines(sample.name()), OnExisting.REPLACE);
		if (!Files.exists(table)) Files.writeString(table, "images,choice,start," +
			String.join(",", SCORES.stream().map(s -> s.key() + "," + s.key() +
				"_low," + s.key() + "_high").toList()) + "\n");
	}

	private Path outlines(final String name) {
		return work.resolve("outlines").resolve(name + ".zip");
	}

	private void run(final int images, final int choice, final String start)
		throws IOException
	{
		final String key = images + "," + choice + "," + start + ",";
		if (Files.readAllLines(table).stream().anyMatch(l -> l.startsWith(key)))
			return;
		final Path folder = chosen(images, choice);
		final Path model = work.resolve(images + "_" + choice + "_" + start.charAt(
			0) + ".zip");
		final List<String> args = new ArrayList<>(List.of("--images", folder
			.toString(), "--steps", STEPS, "--seed", Integer.toString(choice)));
		if (start.equals(STARTS.get(1))) args.addAll(List.of("--base-model", base()
			.toString()));
		if (!Files.exists(model)) train(args, model);
		Files.writeString(table, key + scores(model) + "\n",
			StandardOpenOption.APPEND);
	}

	/**
	 * A folder with so many images and their ROI files; those of fewer images are
	 * among those of more.
	 */
	private Path chosen(final int images, final int choice) throws IOException {
		final List<String> names = new ArrayList<>(SampleFolder.open(nuclei.resolve(
			"train")).names());
		Collections.shuffle(names, new Random(choice));
		final Path folder = Files.createDirectories(work.resolve(images + "_" +
			choice));
		for (final String name : names.subList(0, images)) {
			copy(nuclei.resolve("train/images").resolve(name + ".tif"), folder);
			copy(outlines(name), folder);
		}
		return folder;
	}

	private static void copy(final Path file, final Path folder)
		throws IOException
	{
		final Path target = folder.resolve(file.getFileName());
		if (!Files.exists(target)) Files.copy(file, target);
	}

	private static void train(final List<String> options, final Path model) {
		final List<String> args = new ArrayList<>(List.of("train", "--output", model
			.toString(), "--no-report"));
		args.addAll(options);
		if (Files.exists(Path.of(model.toString().replace(".zip",
			".checkpoint.zip")))) args.add("--resume");
		if (Main.run(args.toArray(String[]::new)) != 0)
			throw new IllegalStateException("Training failed: " + args);
	}

	private String scores(final Path model) throws IOException {
		final List<Item> items = new ArrayList<>();
		try (Segmenter segmenter = Segmenter.of(Models.open(model.toString()),
			SegmenterOptions.defaults()))
		{
			for (final Sample sample : test)
				items.add(new Item(sample.name(), Evaluation.of(sample.labels(),
					segmenter.segment(sample.image(), Progress.NONE).labels())));
		}
		final EvaluatedImages images = new EvaluatedImages(items);
		final Evaluation all = images.pooled();
		final Map<EvaluationScore, Interval> intervals = images.intervals(RESAMPLES,
			1);
		return String.join(",", SCORES.stream().map(s -> String.format(Locale.ROOT,
			"%.4f,%.4f,%.4f", s.of(all), intervals.get(s).low(), intervals.get(s)
				.high())).toList());
	}
}
