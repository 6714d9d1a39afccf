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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ShortProcessor;

/** Tests {@link EvaluateCommand} through SciJava's command service. */
class EvaluateCommandTest {

	@TempDir
	private Path folder;

	private Context context;

	@BeforeEach
	void open() {
		context = new Context(CommandService.class,
			org.scijava.app.StatusService.class);
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	/** Two boxes, the second one of this width. */
	private static ImagePlus boxes(final String title, final int width) {
		final ShortProcessor plane = new ShortProcessor(41, 23);
		plane.setColor(3);
		plane.fill(new Roi(2, 3, 10, 8));
		plane.setColor(7);
		plane.fill(new Roi(20, 3, width, 10));
		return new ImagePlus(title, plane);
	}

	private String run(final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		final List<Object> all = new ArrayList<>(List.of(inputs));
		// NB: Inputs that are left out would be asked for.
		for (final Object[] standard : new Object[][] { { "objects", "auto" }, {
			"overwrite", false } })
			if (!all.contains(standard[0])) all.addAll(List.of(standard));
		final Cancelable command = (Cancelable) context.service(
			CommandService.class).run(EvaluateCommand.class, true, all.toArray())
			.get().getCommand();
		return command.isCanceled() ? command.getCancelReason() : "";
	}

	@Test
	void evaluatesImages() throws Exception {
		assertEquals("", run("prediction", boxes("p", 8), "truth", boxes("t", 10),
			"output", folder.toFile()));
		final List<String> csv = Files.readAllLines(folder.resolve(
			"evaluation.csv"));
		assertEquals(2, csv.size());
		// NB: Dice 2 (80 + 80) / (160 + 180), IoU 160 / 180.
		assertTrue(csv.get(1).startsWith("p,2,2,0,0.9411765,0.8888889,"), csv.get(
			1));
	}

	@Test
	void evaluatesFolders() throws Exception {
		final Path p = folder.resolve("p"), t = folder.resolve("t");
		for (int i = 1; i <= 2; i++) {
			ImageFiles.saveTiff(boxes("p", 7 + i), p.resolve("cell" + i + ".tif"),
				OnExisting.REFUSE);
			ImageFiles.saveTiff(boxes("t", 10), t.resolve("cell" + i + ".tif"),
				OnExisting.REFUSE);
		}
		final Path out = folder.resolve("out");
		final Object[] inputs = { "predictionfolder", p.toFile(), "truthfolder", t
			.toFile(), "output", out.toFile() };
		assertEquals("", run(inputs));
		assertTrue(Files.readAllLines(out.resolve("evaluation.csv")).get(2)
			.startsWith("cell2,2,2,0,0.9714286"));
		assertTrue(run(inputs).contains("is there already"));
		final List<Object> again = new ArrayList<>(List.of(inputs));
		again.addAll(List.of("overwrite", true));
		assertEquals("", run(again.toArray()));
	}

	@Test
	void badInputGetsASentence() throws Exception {
		assertTrue(run().contains("no image with the prediction"));
		assertTrue(run("prediction", boxes("p", 5)).contains(
			"no image with the truth"));
		assertTrue(run("predictionfolder", folder.toFile()).contains(
			"Only the folder of the predictions"));
		assertTrue(run("prediction", boxes("p", 5), "truth", boxes("t", 5),
			"objects", "blobs").contains("auto, numbers, areas"));
		assertTrue(run("prediction", boxes("p", 5), "truth", new ImagePlus("t",
			new ShortProcessor(40, 23))).contains("41 x 23"));
		assertFalse(Files.exists(folder.resolve("evaluation.csv")));
	}
}
