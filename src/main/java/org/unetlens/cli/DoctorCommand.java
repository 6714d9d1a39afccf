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

import org.unetlens.file.OnExisting;
import org.unetlens.ij.review.ModelDoctor;
import org.unetlens.train.doctor.Checkup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: why a picture is bad although the loss was good. */
@Command(name = "doctor", description = {
	"Finds out why a model works badly on annotated images although its training went well: what the loss saw beside what is segmented, and which difference explains it (intensities, size of objects, channels, labels, rule for objects).",
	"Writes doctor.html and doctor.csv, and prints what was found." })
final class DoctorCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--model", required = true, paramLabel = "NAME_OR_FILE",
		description = "The model.")
	private String model;

	@Option(names = "--images", required = true, paramLabel = "FOLDER",
		description = "Images on which it works badly.")
	private Path images;

	@Option(names = "--labels", required = true, paramLabel = "FOLDER",
		description = "Label images of the same names.")
	private Path labels;

	@Option(names = "--most", defaultValue = "3", paramLabel = "N",
		description = "Look at so many images at most; default: ${DEFAULT-VALUE}.")
	private int most;

	@Option(names = "--output", required = true, paramLabel = "FOLDER",
		description = "Where results go; made if missing.")
	private Path output;

	@Option(names = "--overwrite",
		description = "Replace results that are there already.")
	private boolean overwrite;

	@Override
	public Integer call() {
		final ModelDoctor doctor = new ModelDoctor(images, labels, most, output);
		final TerminalProgress progress = TerminalProgress.standard();
		final Checkup checkup = doctor.examine(model, overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE, progress);
		progress.clear();
		final PrintWriter out = spec.commandLine().getOut();
		out.println(checkup.verdict());
		checkup.diagnoses().forEach(d -> out.println(d.cause().title() + ": " + d
			.sentence()));
		out.println("Report: " + doctor.page());
		return 0;
	}
}
