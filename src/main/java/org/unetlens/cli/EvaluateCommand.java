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

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.unetlens.file.OnExisting;
import org.unetlens.ij.evaluation.EvaluationReport;
import org.unetlens.ij.evaluation.Evaluator;
import org.unetlens.ij.evaluation.ObjectsAre;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good segmentations are. */
@Command(name = "evaluate", description = {
	"Compares label images with their truth, one image or all of a folder:",
	"Dice, boundary F, AP, splits, merges, missed and invented objects, bias of count and area.",
	"It prints the scores of all images together and writes evaluation.csv and evaluation.json." })
final class EvaluateCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--prediction", required = true,
		paramLabel = "FILE_OR_FOLDER",
		description = "Label image, or folder of label images.")
	private Path prediction;

	@Option(names = "--truth", required = true, paramLabel = "FILE_OR_FOLDER",
		description = "Label image, or folder of label images of the same names.")
	private Path truth;

	@Option(names = "--output", paramLabel = "FOLDER",
		description = "Where the files go; made if missing. Without it nothing is written.")
	private Path output;

	@Option(names = "--objects", defaultValue = "auto",
		description = "What is an object: all pixels of one number, or each connected area, in masks (${COMPLETION-CANDIDATES}); default: ${DEFAULT-VALUE} = numbers, but masks are refused.")
	private ObjectsAre objects;

	@Option(names = "--overwrite",
		description = "Replace results that are there already.")
	private boolean overwrite;

	@Override
	public Integer call() {
		final OnExisting onExisting = overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE;
		if (output != null) EvaluationReport.requireFree(output, onExisting);
		final EvaluationReport report = new Evaluator(objects).files(prediction,
			truth, TerminalProgress.standard());
		spec.commandLine().getOut().println(report.text());
		if (output != null) report.write(output, onExisting);
		return 0;
	}
}
