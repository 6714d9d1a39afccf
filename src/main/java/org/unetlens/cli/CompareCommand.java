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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.Verdict;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.compare.ComparisonFolder;
import org.unetlens.ij.compare.ComparisonRequest;
import org.unetlens.ij.compare.ImageFilePlanes;
import org.unetlens.ij.compare.Region;
import org.unetlens.ij.compare.SessionSource;
import org.unetlens.network.SkipFill;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compare}: what each skip connection gives on one's own images. */
@Command(name = "compare", description = {
	"Shows what each skip connection of a model gives on an image, and what is lost without it.",
	"Writes report.html, skips.csv, effects.csv, layers.csv, curves.csv and pictures. All planes of a stack, or all images of a folder, are compared and summed up." })
final class CompareCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--model", defaultValue = "nuclei",
		paramLabel = "NAME_OR_FILE",
		description = "Bundled model (nuclei, membranes) or model file; default: ${DEFAULT-VALUE}.")
	private String model;

	@Option(names = "--input", required = true, paramLabel = "FILE_OR_FOLDER",
		description = "Image, or folder of images.")
	private Path input;

	@Option(names = "--truth", paramLabel = "FILE_OR_FOLDER",
		description = "Label image of the true objects (0 = background, i = object i; or a mask), or folder of those, found by name. Without it outputs are compared with the full model's own.")
	private Path truth;

	@Option(names = "--output", required = true, paramLabel = "FOLDER",
		description = "Where results go; made if missing.")
	private Path output;

	@Option(names = "--twin", paramLabel = "NAME_OR_FILE",
		description = "A twin of the model, see train-twin; may be given several times. Those that come with a bundled model are added by themselves.")
	private List<String> twins = List.of();

	@Option(names = "--no-twins",
		description = "Leave out the twins that come with a bundled model.")
	private boolean noTwins;

	@Option(names = "--fill", defaultValue = "mean",
		description = "What stands in for a silenced skip: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE} of each channel over the image.")
	private SkipFill fill;

	@Option(names = "--class", paramLabel = "NAME_OR_NUMBER",
		description = "Compare the objects of this class, for models with several classes of objects; default: all objects.")
	private String className = "";

	@Option(names = "--region", paramLabel = "X,Y,WIDTH,HEIGHT",
		description = "Compare on this part of each plane only, in pixels.")
	private String region;

	@Option(names = "--overwrite",
		description = "Replace results that are there already.")
	private boolean overwrite;

	@Option(names = "--memory", defaultValue = "1024", paramLabel = "MB",
		description = "Memory for the network, 64 or more; default: ${DEFAULT-VALUE}.")
	private int memory;

	@Override
	public Integer call() throws IOException {
		if (memory < 64) throw new IllegalArgumentException("--memory " + memory +
			" MB is too little; give 64 or more");
		final ImageFilePlanes files = new ImageFilePlanes(input, Optional
			.ofNullable(truth), Optional.ofNullable(region).map(Region::parse));
		final ComparisonFolder folder = new ComparisonFolder(output, overwrite
			? OnExisting.REPLACE : OnExisting.REFUSE);
		folder.requireFree();
		// NB: Before models are opened, for that takes a moment.
		files.pairs();
		final TerminalProgress progress = TerminalProgress.standard();
		final ComparisonRequest request = new ComparisonRequest(model, twins,
			!noTwins, className, ComparisonSettings.defaults().withFill(fill)
				.withMemoryBudget((long) memory << 20));
		try (SessionSource source = request.open(files::read, progress)) {
			final Comparison comparison = folder.write(source, fill, progress);
			progress.clear();
			report(comparison, folder);
		}
		return 0;
	}

	private void report(final Comparison comparison,
		final ComparisonFolder folder)
	{
		final PrintWriter out = spec.commandLine().getOut();
		out.println(Verdict.reference(comparison));
		Verdict.knockOuts(comparison, Verdict.HEADLINE).forEach(out::println);
		Verdict.twins(comparison, Verdict.HEADLINE).forEach(out::println);
		comparison.notes().forEach(note -> out.println("Note: " + note));
		out.println("Report: " + folder.report());
	}
}
