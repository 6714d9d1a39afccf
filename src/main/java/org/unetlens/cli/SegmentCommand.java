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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.unetlens.engine.Engine;
import org.unetlens.file.FileException;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;
import org.unetlens.label.MeasurementTable;
import org.unetlens.model.Models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segment}: one's own images. */
@Command(name = "segment", description = {
	"Segments an image, or all images of a folder.",
	"For NAME.ext it writes NAME_labels.tif, NAME_probability.tif, NAME_overlay.png, and one measurements.csv." })
final class SegmentCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--model", defaultValue = "nuclei",
		paramLabel = "NAME_OR_FILE",
		description = "Bundled model (nuclei, membranes) or model file; default: ${DEFAULT-VALUE}.")
	private String model;

	@Option(names = "--input", required = true, paramLabel = "FILE_OR_FOLDER",
		description = "Image, or folder of images.")
	private Path input;

	@Option(names = "--output", required = true, paramLabel = "FOLDER",
		description = "Where results go; made if missing.")
	private Path output;

	@Option(names = "--overwrite",
		description = "Replace results that are there already.")
	private boolean overwrite;

	@Option(names = "--augmentation", defaultValue = "none",
		description = "Average over mirrored (4) or mirrored and rotated (8) views: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
	private TestTimeAugmentation augmentation;

	@Option(names = "--threads", paramLabel = "N",
		description = "Tiles computed at the same time; default: all processors.")
	private Integer threads;

	@Option(names = "--memory", defaultValue = "1024", paramLabel = "MB",
		description = "Memory for the network, 64 or more; default: ${DEFAULT-VALUE}.")
	private int memory;

	@Override
	public Integer call() throws IOException {
		final List<Path> images = SegmentationFiles.images(input);
		final SegmentationFiles files = new SegmentationFiles(output, overwrite
			? OnExisting.REPLACE : OnExisting.REFUSE);
		files.requireFree(images);
		final TerminalProgress progress = TerminalProgress.standard();
		Engine.start(progress);
		final List<String> failures = new ArrayList<>();
		final List<MeasurementTable> tables = new ArrayList<>();
		try (ImageSegmenter segmenter = ImageSegmenter.of(Models.open(model),
			options()))
		{
			for (final Path image : images)
				segment(image, segmenter, files, tables, failures, progress);
		}
		if (!tables.isEmpty()) files.write(MeasurementTable.concat(tables));
		failures.forEach(f -> spec.commandLine().getErr().println(f));
		return failures.isEmpty() ? 0 : 1;
	}

	private void segment(final Path file, final ImageSegmenter segmenter,
		final SegmentationFiles files, final List<MeasurementTable> tables,
		final List<String> failures, final TerminalProgress progress)
	{
		try {
			final long start = System.nanoTime();
			final MeasurementTable table = files.segment(file, segmenter, progress);
			tables.add(table);
			progress.clear();
			spec.commandLine().getOut().printf("%s: %d objects, %.1f s -> %s%n", file
				.getFileName(), table.rows().size(), (System.nanoTime() - start) / 1e9,
				files.labels(SegmentationFiles.name(file)));
		}
		catch (final IllegalArgumentException | FileException e) {
			progress.clear();
			failures.add("Error: " + file + ": " + e.getMessage());
		}
	}

	private SegmenterOptions options() {
		if (memory < 64) throw new IllegalArgumentException("--memory " + memory +
			" MB is too little; give 64 or more");
		if (threads != null && threads < 1) throw new IllegalArgumentException(
			"--threads " + threads + "; give 1 or more");
		final SegmenterOptions options = SegmenterOptions.defaults()
			.withAugmentation(augmentation).withMemoryBudget((long) memory << 20);
		return threads == null ? options : options.withThreads(threads);
	}
}
