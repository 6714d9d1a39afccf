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

package org.unetlens.ij.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.unetlens.data.NucleiField;
import org.unetlens.data.SampleFolder;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.UNetSpec;
import org.unetlens.train.DataSplit;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingConfig;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;

/**
 * A small model trained for four steps on three images, with its folder.
 *
 * @param folder with {@code images}, {@code labels} and {@code model.zip}
 * @param model as it is in the file
 */
public record TrainedModel(Path folder, ModelBundle model) {

	/** Makes the images and trains, on images of at least 84 x 71 px. */
	public static TrainedModel in(final Path folder) throws IOException {
		images(folder);
		final TrainingSettings settings = TrainingSettings.of(Recipe.objects(1)
			.withSpec(UNetSpec.default2d(1, 3).withDepth(2).withBaseWidth(3))
			.withConfig(TrainingConfig.defaults().withPatch(16).withSteps(4)
				.withBatch(2).withValidateEvery(2))).withData(new DataSplit(0.4, 1, 0));
		final ModelTraining training = new ModelTraining(settings, settings.data()
			.of(List.of(SampleFolder.open(folder).read(SampleFiles::read))),
			new ModelCard("cells", "A test.", "", List.of("nobody"), List.of(),
				"CC0-1.0", List.of(), List.of(), Map.of(), Map.of()));
		final TrainingFiles files = new TrainingFiles(folder.resolve("model.zip"),
			false, false);
		final ModelBundle model = files.train(new TrainingSession(training), Map
			.of(), Progress.NONE);
		files.write(model, true);
		return new TrainedModel(folder, model);
	}

	/** Three annotated images of 84 to 86 x 71 px, in images and labels. */
	public static void images(final Path folder) throws IOException {
		Files.createDirectories(folder);
		for (int i = 1; i <= 3; i++)
			SampleFiles.write(NucleiField.default2d().withSize(83 + i, 71).withSeed(i)
				.generate(), folder.resolve("images/f" + i + ".tif"), folder.resolve(
					"labels/f" + i + ".tif"), OnExisting.REFUSE);
	}

	public Path file() {
		return folder.resolve("model.zip");
	}
}
