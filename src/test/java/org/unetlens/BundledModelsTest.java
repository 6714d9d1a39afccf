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

package org.unetlens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.data.SampleFolder;
import org.unetlens.data.TargetRule;
import org.unetlens.ij.SampleFiles;
import org.unetlens.model.BundledModels;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.SkipSet;
import org.unetlens.train.TrainingSettings;
import org.unetlens.train.TwinTraining;
import org.unetlens.train.Validation;

/** The models that come with the project do what their cards say. */
class BundledModelsTest {

	private static final Path DATA = Path.of("..", "shared", "data");

	@Test
	void nucleiAndMembranesAreThere() {
		assertEquals(List.of("nuclei", "membranes"), BundledModels.names());
	}

	@Test
	void twinsStandBesideTheirModelOnly() {
		assertEquals(List.of("nuclei-no-skips", "nuclei-no-skip-0"), BundledModels
			.twins("nuclei"));
		assertEquals(List.of(), BundledModels.twins("membranes"));
	}

	/** Trained as the model, but for the skips; not offered for segmentation. */
	@ParameterizedTest
	@CsvSource({ "nuclei-no-skips, none", "nuclei-no-skip-0, 1+2+3" })
	void twinsAreTheirModelsButForTheSkips(final String name, final String kept) {
		final ModelBundle nuclei = Models.open("nuclei");
		final ModelBundle twin = Models.open(name);
		final SkipSet skips = SkipSet.parse(kept, nuclei.spec().depth());
		assertEquals(Optional.of("nuclei"), twin.card().twinOf());
		assertEquals(skips, twin.spec().skips());
		final TwinTraining expected = new TwinTraining(nuclei, skips);
		assertEquals(expected.settings(), TrainingSettings.of(twin).orElseThrow());
		assertEquals(expected.card().name(), twin.card().name());
		assertEquals(expected.card().description(), twin.card().description());
		assertEquals(expected.card().data(), twin.card().data());
		for (final String images : List.of("training images", "validation images",
			"steps done"))
			assertEquals(nuclei.card().training().get(images), twin.card().training()
				.get(images));
	}

	/** The settings that src/models/build.sh gives. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"nuclei | {'targets': {'class_weights': [1, 1, 1.5]}, 'data': {'generated': 40}, 'training': {'batch': 4, 'steps': 2200, 'learning_rate': 0.0012, 'validate_every': 200, 'patience': 0}}",
		"membranes | {'targets': {'kind': 'membrane', 'values': [1]}, 'training': {'batch': 4, 'steps': 900, 'validate_every': 100, 'patience': 0}}" },
		quoteCharacter = '`')
	void eachSaysHowItWasTrained(final String name, final String json) {
		final TrainingSettings stored = TrainingSettings.of(BundledModels.open(name)
			.model()).orElseThrow();
		final TrainingSettings expected = TrainingSettings.fromJson("here", json, 1,
			TargetRule.interiorBorder());
		assertEquals(expected.recipe(), stored.recipe());
		assertEquals(expected.data(), stored.data());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nuclei", "membranes", "nuclei-no-skips",
		"nuclei-no-skip-0" })
	void eachIsSmallAndSaysWhatItIs(final String name) throws IOException {
		final ModelBundle model = Models.open(name);
		assertEquals(name, model.card().name());
		assertFalse(model.card().license().isBlank());
		assertFalse(model.card().data().isEmpty());
		assertFalse(model.card().citations().isEmpty());
		try (InputStream file = Models.class.getResourceAsStream(
			"/org/unetlens/models/" + name + ".zip"))
		{
			final int size = file.readAllBytes().length;
			assertTrue(size <= 10_000_000, name + " takes " + size + " bytes");
		}
	}

	/**
	 * The scores on the card are measured again on public test images, where
	 * those are at hand.
	 */
	@ParameterizedTest
	@CsvSource({ "nuclei, dsb2018_fluo", "nuclei, bbbc039_u2os",
		"membranes, vnc_sstem_3d", "nuclei-no-skips, dsb2018_fluo",
		"nuclei-no-skip-0, dsb2018_fluo" })
	void scoresAreThoseOfTheCard(final String name, final String set)
		throws IOException
	{
		final Path test = DATA.resolve(set).resolve("test");
		assumeTrue(Files.isDirectory(test),
			"The images are not at hand: no folder " + test);
		final ModelBundle model = Models.open(name);
		final TargetRule targets = name.startsWith("nuclei") ? TargetRule
			.interiorBorder() : TargetRule.membrane(1);
		final Map<String, Double> found = new Validation(SampleFolder.open(test)
			.read(SampleFiles::read), targets).measure(model);
		found.forEach((score, value) -> assertEquals(model.card().metrics().get(
			"test " + set + " " + score), value, 0.005, score));
	}
}
