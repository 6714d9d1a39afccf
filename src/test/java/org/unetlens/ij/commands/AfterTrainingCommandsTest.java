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

package org.unetlens.ij.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;
import org.unetlens.ij.train.TrainedModel;

/** The commands for what comes after a training, by SciJava's service. */
class AfterTrainingCommandsTest {

	@TempDir
	private static Path folder;
	private static File model;
	private final Context context = new Context(CommandService.class,
		org.scijava.app.StatusService.class);

	@BeforeAll
	static void train() throws Exception {
		model = TrainedModel.in(folder).file().toFile();
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	private Cancelable run(final Class<? extends Command> command,
		final Object... inputs) throws InterruptedException, ExecutionException
	{
		return (Cancelable) context.service(ModuleService.class).run(context
			.service(CommandService.class).getCommand(command), true, inputs).get()
			.getDelegateObject();
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private Cancelable report(final Object images, final boolean overwrite)
		throws Exception
	{
		return report(images, file("labels"), overwrite);
	}

	private Cancelable report(final Object images, final Object labels,
		final boolean overwrite) throws Exception
	{
		return run(TrainingReportCommand.class, "modelfile", model, "images",
			images, "labels", labels, "fresh", false, "unlabelled", null, "side", 32,
			"curve", null, "output", null, "overwrite", overwrite);
	}

	@Test
	void reportIsWrittenBesideTheModel() throws Exception {
		final Cancelable done = report(file("images"), true);
		assertFalse(done.isCanceled(), done.getCancelReason());
		assertTrue(Files.readString(folder.resolve("model_report.html")).contains(
			"squares of 32 x 32 px"));
		assertTrue(report(file("images"), false).getCancelReason().contains(
			"overwrite=true"));
		assertTrue(report(null, true).getCancelReason().contains(
			"No folder of images was given"));
	}

	@Test
	void labelsMayLieBesideTheImages() throws Exception {
		final Path both = Files.createDirectories(folder.resolve("both"));
		for (final String kind : new String[] { "images", "labels" })
			for (final File f : file(kind).listFiles())
				Files.copy(f.toPath(), both.resolve(kind.equals("images") ? f.getName()
					: f.getName().replace(".", "_labels.")));
		assertFalse(report(file("images"), true).isCanceled());
		final String expected = scores();
		final Cancelable done = report(both.toFile(), null, true);
		assertFalse(done.isCanceled(), done.getCancelReason());
		assertEquals(expected, scores());
	}

	/** The table of validation images in the report. */
	private static String scores() throws Exception {
		final String page = Files.readString(folder.resolve("model_report.html"));
		return page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
	}

	@Test
	void doctorWritesItsPage() throws Exception {
		final Cancelable done = run(TrainingDoctorCommand.class, "model", "nuclei",
			"modelfile", model, "images", file("images"), "labels", file("labels"),
			"most", 1, "output", file("doctor"), "overwrite", false);
		assertFalse(done.isCanceled(), done.getCancelReason());
		assertTrue(Files.exists(folder.resolve("doctor/doctor.html")));
		assertTrue(run(TrainingDoctorCommand.class, "model", "nuclei", "modelfile",
			model, "images", file("images"), "labels", file("labels"), "most", 0,
			"output", file("doctor2"), "overwrite", false).getCancelReason().contains(
				"give 1 or more"));
	}

	@Test
	void learningCurveWritesItsFiles() throws Exception {
		Files.writeString(folder.resolve("small.json"),
			"{\"network\": {\"depth\": 1, \"base_width\": 2}, \"training\": {\"patch\": 16, \"batch\": 1}}");
		final Cancelable done = run(LearningCurveCommand.class, "images", file(
			"images"), "labels", file("labels"), "config", file("small.json"),
			"steps", 1, "counts", "1", "draws", 2, "output", file("curve"));
		assertFalse(done.isCanceled(), done.getCancelReason());
		assertEquals(3, Files.readAllLines(folder.resolve(
			"curve/learning_curve.csv")).size());
		assertTrue(Files.exists(folder.resolve("curve/learning_curve.html")));
		assertTrue(run(LearningCurveCommand.class, "images", file("images"),
			"labels", file("labels"), "config", null, "steps", 1, "counts", "one",
			"draws", 1, "output", file("curve")).getCancelReason().contains(
				"give auto"));
	}
}
