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

package org.unetlens.ij.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageFileException;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.UNetSpec;
import org.unetlens.train.DataSplit;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingConfig;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.preflight.TrainingView;

class ReportedViewTest {

	private static TrainingSession session;
	private static ModelBundle model;

	@TempDir
	private Path folder;

	/** What the view behind is told, in order. */
	private final List<String> told = new ArrayList<>();

	private final TrainingView behind = new TrainingView() {

		@Override
		public void stored(final TrainingSession s, final ModelBundle m,
			final Path file)
		{
			told.add("stored " + file.getFileName());
		}

		@Override
		public void reported(final Path report) {
			told.add("reported " + report.getFileName());
		}

		@Override
		public void unreported() {
			told.add("unreported");
		}
	};

	@BeforeAll
	static void train() {
		final TrainingSettings settings = TrainingSettings.of(Recipe.objects(1)
			.withSpec(UNetSpec.default2d(1, 3).withDepth(1).withBaseWidth(3))
			.withConfig(TrainingConfig.defaults().withPatch(16).withSteps(3)
				.withBatch(2).withValidateEvery(2))).withData(new DataSplit(0.4, 1, 0));
		session = new TrainingSession(new ModelTraining(settings, settings.data()
			.of(List.of(IntStream.range(0, 3).mapToObj(i -> NucleiField.default2d()
				.withSize(35 + i, 33).withSeed(i).generate().sample("f" + i))
				.toList())), new ModelCard("test", "A test.", "", List.of("nobody"),
					List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map.of())));
		model = session.run(session.training().start(), state -> {}, Progress.NONE);
	}

	private Path stored(final String name, final Progress progress) {
		final Path file = folder.resolve(name);
		new ReportedView(behind, progress).stored(session, model, file);
		return file;
	}

	@Test
	void reportLiesBesideTheModel() throws IOException {
		stored("m.zip", Progress.NONE);
		assertEquals(List.of("stored m.zip", "reported m_report.html"), told);
		assertTrue(Files.readString(folder.resolve("m_report.html")).contains(
			"Boundary F"));
	}

	/** Whoever stops a training by ESC has a model, and no failure. */
	@Test
	void stoppedTrainingsHaveNoReport() {
		stored("m.zip", canceledAfter(0));
		assertEquals(List.of("stored m.zip", "unreported"), told);
		assertFalse(Files.exists(folder.resolve("m_report.html")));
	}

	@Test
	void reportThatIsStoppedIsNoFailure() {
		stored("m.zip", canceledAfter(2));
		assertEquals(List.of("stored m.zip", "unreported"), told);
		assertFalse(Files.exists(folder.resolve("m_report.html")));
	}

	@Test
	void reportThatCannotBeWrittenSaysWhereTheModelIs() throws IOException {
		// NB: A folder lies where the report should.
		Files.createDirectories(folder.resolve("m_report.html/inside"));
		final String message = assertThrows(ImageFileException.class, () -> stored(
			"m.zip", Progress.NONE)).getMessage();
		assertEquals(List.of("stored m.zip"), told);
		assertTrue(message.contains("The model is in " + folder.resolve("m.zip")) &&
			message.contains("Training Report..."), message);
	}

	/** Canceled when it was asked so often. */
	private static Progress canceledAfter(final int questions) {
		return new Progress() {

			private int asked;

			@Override
			public void update(final long done, final long total,
				final String message)
			{}

			@Override
			public boolean isCanceled() {
				return asked++ >= questions;
			}
		};
	}
}
