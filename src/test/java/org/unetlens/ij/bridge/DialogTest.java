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

package org.unetlens.ij.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.NucleiField;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.ij.train.TrainedModel;
import org.unetlens.model.Models;

/**
 * A session at the dialog of a real plain ImageJ; its screenshots lie in
 * {@code target/plain-imagej}.
 */
public class DialogTest {

	@TempDir
	private Path folder;

	@Test
	public void recordsTheLineThatFijiWould() throws Exception {
		try (PlainImageJ imageJ = PlainImageJ.install()) {
			final Path model = ThresholdModel.write(1, folder.resolve(
				"threshold.zip"));
			final String printed = imageJ.run(DialogSession.class.getName(), model
				.toString(), imageJ.folder().toString());
			assertTrue(printed.contains(
				"run(\"Segment...\", \"model=nuclei modelfile=" + model.toString()
					.replace('\\', '/') +
					" labels=true probabilities=true masks=true outlines=true overlay=true table=true channel=auto augmentation=none memory=1024\");"),
				printed);
			assertTrue(printed.contains("open boxes-labels"), printed);
			assertTrue(printed.contains("open boxes-probabilities"), printed);
			assertTrue(printed.contains("open boxes-masks"), printed);
			assertTrue(printed.contains("open boxes-overlay"), printed);
			assertEquals(1, printed.split("run\\(", -1).length - 1, printed);
			assertTrue(Files.size(imageJ.folder().resolve("segment-dialog.png")) > 0);
		}
	}

	@Test
	public void escapeEndsAFolderBetweenFiles() throws Exception {
		try (PlainImageJ imageJ = PlainImageJ.install()) {
			final String model = ThresholdModel.write(1, folder.resolve(
				"threshold.zip")).toString();
			final Path in = folder.resolve("cells"), out = folder.resolve("results");
			for (int i = 10; i < 50; i++)
				SampleFiles.write(NucleiField.default2d().withSize(300, 270).generate(),
					in.resolve("cells" + i + ".tif"), folder.resolve("t" + i + ".tif"),
					OnExisting.REFUSE);
			final String printed = imageJ.run(FolderSession.class.getName(), imageJ
				.folder().toString(), in.toString(), out.toString(), model);
			assertTrue(printed.contains("run(\"Segment Folder...\", \"input=" + in +
				" output=" + out +
				" pattern=* recursive=false model=nuclei modelfile=" + model +
				" labels=true probabilities=false masks=false outlines=true overlay=false table=true channel=auto augmentation=none memory=1024 resume=false overwrite=false\");"),
				printed);
			assertTrue(printed.contains("dialogs left 0"), printed);
			final String log = Files.readString(out.resolve("images.csv"));
			assertTrue(log.contains(",not done,"), log);
			try (Stream<Path> files = Files.list(out)) {
				for (final Path file : files.filter(f -> f.toString().endsWith(".tif"))
					.toList())
					assertEquals(300, ImageFiles.open(file).getWidth(), file.toString());
			}
		}
	}

	@Test
	public void theComparisonOpensItsWindow() throws Exception {
		try (PlainImageJ imageJ = PlainImageJ.install()) {
			final String model = ThresholdModel.write(1, folder.resolve(
				"threshold.zip")).toString();
			final Path image = folder.resolve("nuclei.tif");
			final Path truth = folder.resolve("true nuclei.tif");
			SampleFiles.write(NucleiField.default2d().withSize(360, 320).generate(),
				image, truth, OnExisting.REFUSE);
			final String printed = imageJ.run(CompareSession.class.getName(), imageJ
				.folder().toString(), image.toString(), truth.toString(), model);
			assertTrue(printed.contains(
				"window Skip connections of threshold on nuclei.tif"), printed);
			assertTrue(printed.contains(
				"run(\"Compare Skip Connections...\", \"model=nuclei modelfile=" + model
					.replace('\\', '/') +
					" truth=[true nuclei.tif] slices=current fill=mean classname=all overwrite=false memory=1024\");"),
				printed);
			assertTrue(Files.size(imageJ.folder().resolve("compare-window.png")) > 0);
		}
	}

	@Test
	public void trainingOpensItsWindows() throws Exception {
		try (PlainImageJ imageJ = PlainImageJ.install()) {
			TrainedModel.images(folder);
			final Path settings = Files.writeString(folder.resolve("settings.json"),
				"{\"network\": {\"depth\": 2, \"base_width\": 3}, \"training\": {\"steps\": 6, \"patch\": 16, \"batch\": 2, \"validate_every\": 3}}");
			final Path model = folder.resolve("mine.zip");
			final String printed = imageJ.run(TrainSession.class.getName(), imageJ
				.folder().toString(), folder.resolve("images").toString(), folder
					.resolve("labels").toString(), model.toString(), settings.toString());
			assertTrue(printed.contains("window What will be learned"), printed);
			assertTrue(printed.contains("window Training mine.zip"), printed);
			assertTrue(printed.contains("headline The model is in " + model +
				". Its score on the validation images is "), printed);
			assertTrue(printed.contains(
				"run(\"Train...\", \"annotation=None allopen=false images="), printed);
			assertEquals(6, Integer.parseInt(Models.open(model.toString()).card()
				.training().get("steps done")));
		}
	}
}
