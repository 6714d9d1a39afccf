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

package org.unetlens.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.Verdict;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.compare.ComparisonFolder;
import org.unetlens.ij.compare.ComparisonRequest;
import org.unetlens.ij.compare.ImageFilePlanes;
import org.unetlens.ij.compare.SessionSource;
import org.unetlens.ij.folder.EarlierResults;
import org.unetlens.ij.folder.FolderListener;
import org.unetlens.ij.folder.FolderSegmentation;
import org.unetlens.ij.folder.FolderSettings;
import org.unetlens.metrics.ObjectMatches;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.metrics.PixelCounts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: a generated field of nuclei, segmented by the bundled model,
 * and what its skip connections give.
 */
@Command(name = "demo",
	description = "Generates a field of nuclei, segments it with the bundled model, scores it, and shows what each skip connection gives.")
final class DemoCommand implements Callable<Integer> {

	private static final Set<SegmentationOutput> OUTPUTS = EnumSet.of(
		SegmentationOutput.LABELS, SegmentationOutput.PROBABILITIES,
		SegmentationOutput.OVERLAY, SegmentationOutput.TABLE);

	@Spec
	private CommandSpec spec;

	@Option(names = "--output", defaultValue = "target/demo",
		paramLabel = "FOLDER",
		description = "Where files go, older ones of the demo are replaced; default: ${DEFAULT-VALUE}.")
	private Path output;

	@Option(names = "--size", defaultValue = "512", paramLabel = "PX",
		description = "Side of the field; default: ${DEFAULT-VALUE}.")
	private int size;

	@Option(names = "--seed", defaultValue = "1",
		description = "Another number gives another field; default: ${DEFAULT-VALUE}.")
	private long seed;

	@Override
	public Integer call() {
		final TerminalProgress progress = TerminalProgress.standard();
		final Field field = NucleiField.default2d().withSize(size, size).withSeed(
			seed).generate();
		final Path image = output.resolve("nuclei.tif");
		SampleFiles.write(field, image, output.resolve("nuclei_truth.tif"),
			OnExisting.REPLACE);
		final long start = System.nanoTime();
		new FolderSegmentation(FolderSettings.of(image, output, SegmentationSettings
			.of("nuclei").withOutputs(OUTPUTS)).withEarlier(EarlierResults.REPLACE))
			.run(progress, FolderListener.NONE).requireAllDone();
		final double seconds = (System.nanoTime() - start) / 1e9;
		final Comparison comparison = compare(image, progress);
		progress.clear();
		report(OverlapTable.of(field.labels(), SampleFiles.readLabels(output
			.resolve("nuclei_labels.tif"))), seconds);
		report(comparison);
		return 0;
	}

	/** What each skip connection gives, on the same image. */
	private Comparison compare(final Path image,
		final TerminalProgress progress)
	{
		final ComparisonRequest request = new ComparisonRequest("nuclei", List.of(),
			true, "", ComparisonSettings.defaults());
		final ImageFilePlanes planes = new ImageFilePlanes(image, Optional.of(output
			.resolve("nuclei_truth.tif")), Optional.empty());
		try (SessionSource source = request.open(planes::read, progress)) {
			return folder().write(source, request.settings().fill(), progress);
		}
	}

	private ComparisonFolder folder() {
		return new ComparisonFolder(output.resolve("comparison"),
			OnExisting.REPLACE);
	}

	private void report(final Comparison comparison) {
		final PrintWriter out = spec.commandLine().getOut();
		out.println("What the skip connections give on this field:");
		out.println("  " + Verdict.knockOuts(comparison, Verdict.HEADLINE).get(0));
		Verdict.twins(comparison, Verdict.HEADLINE).forEach(s -> out.println("  " +
			s));
		out.println("  Report: " + folder().report().toAbsolutePath().normalize());
	}

	private void report(final OverlapTable table, final double seconds) {
		final PrintWriter out = spec.commandLine().getOut();
		final ObjectMatches matches = ObjectMatches.of(table, 0.5);
		out.printf(
			"Segmented a generated field of %d x %d px with the bundled model 'nuclei'.%n",
			size, size);
		out.printf("  nuclei  %d found, %d in truth%n", table.predictedObjects(),
			table.truthObjects());
		out.printf("  Dice    %.3f%n", PixelCounts.of(table).dice());
		out.printf("  AP@0.5  %.3f%n", matches.ap());
		out.printf("  time    %.1f s, start of the engine included%n", seconds);
		out.printf("Files in %s:%n", output.toAbsolutePath().normalize());
		out.println("  nuclei.tif               the image");
		out.println("  nuclei_truth.tif         what is really there");
		out.println("  nuclei_labels.tif        the nuclei found, one number each");
		out.println(
			"  nuclei_probability.tif   what the network says, one slice per class");
		out.println("  nuclei_overlay.png       outlines on the image");
		out.println(
			"  measurements.csv         area, position, brightness of each nucleus");
	}
}
