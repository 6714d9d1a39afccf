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
import java.util.concurrent.Callable;

import org.unetlens.engine.RemainingTime;
import org.unetlens.ij.ChannelChoice;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.folder.EarlierResults;
import org.unetlens.ij.folder.FolderListener;
import org.unetlens.ij.folder.FolderReport;
import org.unetlens.ij.folder.FolderSegmentation;
import org.unetlens.ij.folder.FolderSettings;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segment}: one's own images. */
@Command(name = "segment", description = {
	"Segments an image, or all images of a folder.",
	"For NAME.ext it writes NAME_labels.tif, NAME_probability.tif, NAME_overlay.png (see --outputs); one measurements.csv for all, and images.csv, which says what became of each image.",
	"An image that fails does not stop the others; the exit code is then 1." })
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

	@Option(names = "--pattern", defaultValue = "*", paramLabel = "GLOB",
		description = "Which images of the folder, e.g. \"*_dapi.tif\" or \"*.{tif,png}\"; default: all.")
	private String pattern;

	@Option(names = "--recursive",
		description = "Also images in the folder's own folders; results keep their structure.")
	private boolean recursive;

	@Option(names = "--output", required = true, paramLabel = "FOLDER",
		description = "Where results go; made if missing.")
	private Path output;

	@Option(names = "--outputs",
		defaultValue = "labels,probabilities,overlay,table", paramLabel = "NAMES",
		description = "What is wanted, joined by commas: labels, probabilities, masks, outlines (a zip for the ROI Manager), overlay, table; default: ${DEFAULT-VALUE}.")
	private String outputs;

	@Option(names = "--resume",
		description = "Leave out images that an earlier run with the same settings finished.")
	private boolean resume;

	@Option(names = "--overwrite",
		description = "Replace results that are there already.")
	private boolean overwrite;

	@Option(names = "--channel", defaultValue = "auto", paramLabel = "CHANNELS",
		description = "In which channels objects are found: auto (all), grey (mean of the colours), or numbers from 1, e.g. 2 or 1,3; default: ${DEFAULT-VALUE}.")
	private String channel;

	@Option(names = "--augmentation", defaultValue = "none",
		description = "Average over mirrored (4) or mirrored and rotated (8) views: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
	private TestTimeAugmentation augmentation;

	@Option(names = "--threads", paramLabel = "N",
		description = "Threads that compute, shared by the images that are segmented at the same time; default: all processors.")
	private Integer threads;

	@Option(names = "--memory", defaultValue = "1024", paramLabel = "MB",
		description = "Memory for the network, 64 or more: more for wider images, not for higher ones; default: ${DEFAULT-VALUE}.")
	private int memory;

	@Override
	public Integer call() {
		final TerminalProgress progress = TerminalProgress.standard();
		final FolderReport report = new FolderSegmentation(settings()).run(
			RemainingTime.of(progress), printing(progress));
		progress.clear();
		final PrintWriter out = spec.commandLine().getOut();
		out.println(report.summary() + " -> " + output);
		report.failures().forEach((image, reason) -> spec.commandLine().getErr()
			.println("Error: " + image + ": " + reason));
		if (!report.failures().isEmpty()) spec.commandLine().getErr().println(
			"What became of each image: " + report.log());
		return report.failures().isEmpty() ? 0 : 1;
	}

	/** A line for each image. */
	private FolderListener printing(final TerminalProgress progress) {
		return (image, objects, seconds) -> {
			progress.clear();
			spec.commandLine().getOut().printf("%s: %d objects, %.1f s%n", image,
				objects, seconds);
			spec.commandLine().getOut().flush();
		};
	}

	private FolderSettings settings() {
		final SegmentationSettings segmentation = new SegmentationSettings(model,
			options(), ChannelChoice.parse(channel), SegmentationOutput.parse(
				outputs));
		return new FolderSettings(input, output, pattern, recursive, EarlierResults
			.of(resume, overwrite), segmentation);
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
