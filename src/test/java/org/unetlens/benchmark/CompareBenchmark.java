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

package org.unetlens.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import net.imglib2.view.Views;

import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.SkipComparison;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.model.BundledModels;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.LayerNames;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.PixelSize;

/**
 * Times of a skip comparison with the bundled nuclei model (depth 4, base width
 * 16): the first complete one in a new JVM, then medians of {@code rounds}, and
 * the largest memory of the process, where the system tells it. Arguments: side
 * of the image (512), rounds (7), number of twins, 0 to 2 (0).
 */
public final class CompareBenchmark {

	private static final System.Logger LOG = System.getLogger(
		CompareBenchmark.class.getName());

	private final int rounds;
	private final List<ModelBundle> twins;
	private final ComparisonImage image;

	private CompareBenchmark(final int side, final int rounds,
		final List<ModelBundle> twins)
	{
		this.rounds = rounds;
		this.twins = twins;
		image = image(side, 1);
	}

	public static void main(final String... args) throws IOException {
		final int side = args.length > 0 ? Integer.parseInt(args[0]) : 512;
		final int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
		final int twins = args.length > 2 ? Integer.parseInt(args[2]) : 0;
		new CompareBenchmark(side, rounds, BundledModels.twins("nuclei").stream()
			.limit(twins).map(Models::open).toList()).run(Models.open("nuclei"));
	}

	private static ComparisonImage image(final int side, final int seed) {
		final Field field = NucleiField.default2d().withSize(side, side).withSeed(
			seed).generate();
		return new ComparisonImage("field " + seed, Views.addDimension(field
			.image(), 0, 0), Optional.of(field.labels()), PixelSize.UNCALIBRATED);
	}

	private void run(final ModelBundle model) throws IOException {
		final long start = System.nanoTime();
		try (SkipComparison session = SkipComparison.of(model, twins,
			ComparisonSettings.defaults()))
		{
			final ImageComparison first = session.compare(image, Progress.NONE);
			report("first complete comparison: %.2f s (%d objects, %d twins)", (System
				.nanoTime() - start) / 1e9, first.comparison().n(), twins.size());
			report("largest memory so far: %s", memory());
			final int side = (int) image.pixels().dimension(0);
			final int[] seed = { 2 };
			time("another image", () -> session.compare(image(side, seed[0]++),
				Progress.NONE));
			final int[] turn = { 0 };
			time("a changed switch", () -> first.output(SkipGains.of(new SkipSet(
				turn[0]++ * 7 % 16), 4)));
			time("a changed gain", () -> first.output(SkipGains.all(4).with(turn[0] %
				4, 1.0 / turn[0]++)));
			time("another fill", () -> first.withFill(SkipFill.ZERO, Progress.NONE));
			report("largest memory so far: %s", memory());
			time("features of level 0", () -> first.features(LayerNames.decoder(0, 1),
				SkipGains.all(4)));
			time("receptive fields", () -> first.receptiveFields(side / 2, side / 3));
			report("largest memory so far: %s", memory());
			time("shift test", first::shiftTest);
			report("largest memory: %s", memory());
		}
	}

	private void time(final String what, final Supplier<?> work) {
		final double[] seconds = new double[rounds];
		for (int i = -1; i < rounds; i++) {
			final long start = System.nanoTime();
			work.get();
			if (i >= 0) seconds[i] = (System.nanoTime() - start) / 1e9;
		}
		Arrays.sort(seconds);
		report("%s: %.3f s (%.3f to %.3f)", what, seconds[rounds / 2], seconds[0],
			seconds[rounds - 1]);
	}

	private static String memory() throws IOException {
		final Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) return "not told by this system";
		return Files.readAllLines(status).stream().filter(line -> line.startsWith(
			"VmHWM")).map(line -> line.replaceAll("\\s+", " ")).findFirst().orElse(
				"not told by this system");
	}

	private static void report(final String format, final Object... values) {
		LOG.log(System.Logger.Level.INFO, String.format(Locale.ROOT, format,
			values));
	}
}
