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
import java.util.List;
import java.util.Optional;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.cli.Main;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.Output;
import org.unetlens.compare.SkipComparison;
import org.unetlens.data.Sample;
import org.unetlens.data.SampleFolder;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.ij.SampleFiles;
import org.unetlens.metrics.RandScores;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.PixelSize;

/**
 * Trains U-Nets with all skips, without any, and without the uppermost one, on
 * three image sets and with three seeds; then counts on the test images, twins
 * beside knock-outs. Resumable: models and counts that are there are not made
 * again. Arguments: folder of the image sets, folder for models, file of
 * counts, e.g. {@code docs/skip-study.csv}.
 */
public final class SkipStudy {

	private static final List<String> SETS = List.of("dsb2018_fluo",
		"isbi2012_em", "usiigaci_phase");
	private static final List<String> SKIPS = List.of("all", "none", "1+2+3");
	private static final int SEEDS = 3;
	private static final String STEPS = "600";

	private final Path data;
	private final Path models;
	private final Path table;
	private final List<ImageCounts> rows = new ArrayList<>();

	private SkipStudy(final Path data, final Path models, final Path table)
		throws IOException
	{
		this.data = data;
		this.models = models;
		this.table = table;
		if (!Files.exists(table)) Files.writeString(table, ImageCounts.HEADER +
			"\n");
		Files.readAllLines(table).stream().skip(1).map(ImageCounts::of).forEach(
			rows::add);
	}

	public static void main(final String[] args) throws IOException {
		final SkipStudy study = new SkipStudy(Path.of(args[0]), Path.of(args[1]),
			Path.of(args[2]));
		Engine.start();
		final int seeds = args.length > 3 ? Integer.parseInt(args[3]) : SEEDS;
		for (int seed = 1; seed <= seeds; seed++)
			for (final String set : SETS)
				study.run(set, seed);
		System.out.println(new StudySummary(study.rows).markdown());
	}

	private void run(final String set, final int seed) throws IOException {
		if (rows.stream().anyMatch(r -> r.set().equals(set) && r.seed() == seed))
			return;
		for (final String skips : SKIPS)
			if (!Files.exists(model(set, seed, skips))) train(set, seed, skips);
		count(set, seed);
	}

	private Path model(final String set, final int seed, final String skips) {
		return models.resolve(set + "_seed" + seed + "_" + skips + ".zip");
	}

	private static boolean membranes(final String set) {
		return set.equals("isbi2012_em");
	}

	private void train(final String set, final int seed, final String skips) {
		final Path folder = data.resolve(set).resolve("train");
		final List<String> args = new ArrayList<>(List.of("train", "--images",
			folder.resolve("images").toString(), "--labels", folder.resolve("labels")
				.toString(), "--output", model(set, seed, skips).toString(), "--seed",
			Integer.toString(seed), "--skips", skips, "--steps", STEPS, "--batch",
			"2"));
		args.addAll(membranes(set) ? List.of("--target", "membranes", "--values",
			"0") : List.of("--class-weights", "1,1,1.5"));
		if (Files.exists(models.resolve(set + "_seed" + seed + "_" + skips +
			".checkpoint.zip"))) args.add("--resume");
		if (Main.run(args.toArray(String[]::new)) != 0)
			throw new IllegalStateException("Training failed: " + args);
	}

	private void count(final String set, final int seed) throws IOException {
		final ModelBundle full = Models.open(model(set, seed, "all").toString());
		final List<ModelBundle> twins = List.of(Models.open(model(set, seed, "none")
			.toString()), Models.open(model(set, seed, "1+2+3").toString()));
		final List<ImageCounts> counted = new ArrayList<>();
		try (SkipComparison comparison = SkipComparison.of(full, twins,
			ComparisonSettings.defaults()))
		{
			final Path folder = data.resolve(set).resolve("test");
			for (final Sample sample : SampleFolder.open(folder.resolve("images"),
				folder.resolve("labels")).read(SampleFiles::read))
				count(set, seed, sample, comparison, counted);
		}
		Files.write(table, counted.stream().map(ImageCounts::line).toList(),
			StandardOpenOption.APPEND);
		rows.addAll(counted);
	}

	private static void count(final String set, final int seed,
		final Sample sample, final SkipComparison comparison,
		final List<ImageCounts> counted)
	{
		final Img<IntType> truth = membranes(set) ? RandScores.enclosedRegions(
			sample.labels()) : sample.labels();
		final ImageComparison result = comparison.compare(new ComparisonImage(sample
			.name(), sample.image(), Optional.of(truth), PixelSize.UNCALIBRATED),
			Progress.NONE);
		final int depth = result.comparison().model().spec().depth();
		final SkipSet upper = SkipSet.all(depth).without(0);
		add(set, seed, "full", sample, truth, result.output(SkipGains.all(depth)),
			counted);
		add(set, seed, "knock-out none", sample, truth, result.output(SkipGains.of(
			SkipSet.none(), depth)), counted);
		add(set, seed, "twin none", sample, truth, result.twin(0), counted);
		add(set, seed, "knock-out 1+2+3", sample, truth, result.output(SkipGains.of(
			upper, depth)), counted);
		add(set, seed, "twin 1+2+3", sample, truth, result.twin(1), counted);
	}

	private static void add(final String set, final int seed,
		final String variant, final Sample sample, final Img<IntType> truth,
		final Output output, final List<ImageCounts> counted)
	{
		counted.add(new ImageCounts(set, seed, variant, sample.name(), membranes(
			set) ? ImageCounts.ofMembranes(truth, output) : ImageCounts.ofObjects(
				truth, output)));
	}
}
