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

package org.unetlens.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.data.Augmentation;
import org.unetlens.data.BorderWeight;
import org.unetlens.data.Chance;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.AnnotationSettings.Unoutlined;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.LabelKind;
import org.unetlens.data.annotation.Orientation;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.TrainingConfig.Loss;
import org.unetlens.train.TrainingConfig.Schedule;

class TrainingSettingsTest {

	/** No value is its default. */
	private static final TrainingSettings STRANGE = new TrainingSettings(
		new Recipe(new UNetSpec(2, 5, 3, 3, 7, Padding.VALID, SkipSet.of(0, 2),
			true, 11), new TrainingConfig(123, 3, 88, 0.0021, 0.125, Schedule.PLATEAU,
				2.5, Loss.DICE, 0.75, 0.9, 17, 4, 1L << 55), TargetRule.interiorBorder()
					.withBorderWidth(3.5).withGapWidth(2).withBorderWeight(
						BorderWeight.PLUGIN_2019).withClassWeights(0.1f, 1, 2.3f),
			Augmentation.default2d().withNoise(Chance.NEVER).withElastic(Chance.of(
				0.15, 0.5, 2), 40).withBlur(Chance.of(0.1, 0, 3)), Normalization
					.percentile(0.5, 99).withScope(Normalization.Scope.PLANE)),
		new DataSplit(0.3, 13, 6, 2, 4), new AnnotationSettings(Optional.of(
			LabelKind.REGIONS), true, Unoutlined.UNKNOWN), List.of(new Fix.Rescale(
				0.5), new Fix.CommonPixelSize(new PixelSize(0.3, 0.4, "micron")),
				new Fix.Cut(3, 1), new Fix.LeaveOut(List.of("a: b", "c, d")),
				new Fix.RemoveSpecks(3), new Fix.SplitPieces(), new Fix.Reorient(List
					.of("e"), Orientation.TRANSPOSED)), Optional.of(
						"my models/a, b: c.zip"), Optional.empty());

	private static TrainingSettings read(final String json) {
		return TrainingSettings.fromJson("The file a.json", json, 2, TargetRule
			.interiorBorder());
	}

	private static String refused(final String json) {
		return assertThrows(IllegalArgumentException.class, () -> read(json))
			.getMessage();
	}

	@Test
	void everyValueSurvivesTheRoundTrip() {
		assertEquals(STRANGE, read(STRANGE.toJson()));
		assertEquals(STRANGE, read(STRANGE.toJsonLines()));
		assertFalse(STRANGE.toJson().contains("\n"));
		for (final TargetRule targets : new TargetRule[] { TargetRule.membrane(3),
			TargetRule.semantic(0, 127, -1) })
		{
			final TrainingSettings settings = TrainingSettings.of(Recipe.of(3,
				targets).withAugmentation(Augmentation.none()));
			assertEquals(settings, read(settings.toJson()));
		}
		for (final TrainingBudget budget : List.of(TrainingBudget.minutes(2.5),
			TrainingBudget.epochs(30)))
			assertEquals(STRANGE.withBudget(budget).budget(), read(STRANGE.withBudget(
				budget).toJson()).budget());
		final AnnotationSettings found = AnnotationSettings.defaults();
		assertEquals(found, read(TrainingSettings.of(Recipe.objects(1)).toJson())
			.annotation());
	}

	/** What the labels were found to be stands in for what is not said. */
	@Test
	void whatTheLabelsAreMayBeFound() {
		final TargetRule found = TargetRule.semantic(0, 127, 255);
		final TrainingSettings s = TrainingSettings.fromJson("here",
			"{\"targets\": {\"class_weights\": [1, 2, 3]}}", 1, found);
		assertEquals(found.withClassWeights(1, 2, 3), s.recipe().targets());
		assertEquals(Optional.empty(), s.annotation().kind());
		assertEquals(TargetRule.membrane(4), TrainingSettings.fromJson("here",
			"{\"targets\": {\"kind\": \"membrane\", \"values\": [4]}}", 1, found)
			.recipe().targets());
	}

	/** A base model is changed slowly, unless a rate is said. */
	@Test
	void fineTuningIsSlower() {
		final double standard = read("{}").recipe().config().learningRate();
		assertEquals(standard / 3, read("{\"base_model\": \"nuclei\"}").recipe()
			.config().learningRate(), 1e-12);
		assertEquals(0.5, read(
			"{\"base_model\": \"nuclei\", \"training\": {\"learning_rate\": 0.5}}")
			.recipe().config().learningRate());
	}

	@Test
	void augmentationMayBeAWord() {
		assertEquals(Recipe.objects(2).augmentation(), read(
			"{\"augmentation\": \"normal\"}").recipe().augmentation());
		final Augmentation a = read(
			"{\"augmentation\": {\"strength\": \"light\", \"blur\": 0.5}}").recipe()
			.augmentation();
		assertEquals(0.5, a.blur().probability());
		assertEquals(AugmentationStrength.LIGHT.of(TargetRule.interiorBorder())
			.contrast(), a.contrast());
		assertEquals(Chance.NEVER, a.noise());
	}

	@Test
	void whatIsMissingIsTheDefaultForSuchTargets() {
		assertEquals(TrainingSettings.of(Recipe.objects(2)).withBudget(
			TrainingBudget.minutes(10)), read("{}"));
		assertEquals(Recipe.of(2, TargetRule.membrane(0)), read(
			"{\"targets\": {\"kind\": \"membrane\"}}").recipe());
	}

	@Test
	void readsWhatAPersonWrites() {
		final TrainingSettings s = read("""
				{
				  // as for the bundled model
				  "seed": 5,
				  "network": {"depth": 3, "skips": "1+2"},
				  "targets": {"class_weights": [1, 1, 1.5]},
				  "augmentation": {"noise": 0, "blur": 0.5, "scale": {"to": 2}},
				  "training": {"steps": 2200, "schedule": "constant"},
				  "data": {"generated": 40}
				}
				""");
		assertEquals(5, s.recipe().config().seed());
		assertEquals(5, s.recipe().spec().seed());
		assertEquals(new DataSplit(0.15, 5, 40), s.data());
		assertEquals(SkipSet.of(1, 2), s.recipe().spec().skips());
		assertEquals(2, s.recipe().spec().channels());
		assertEquals(16, s.recipe().spec().baseWidth());
		assertEquals(1.5f, s.recipe().targets().classWeights()[2]);
		assertEquals(2200, s.recipe().config().steps());
		assertEquals(Schedule.CONSTANT, s.recipe().config().schedule());
		final Augmentation a = s.recipe().augmentation();
		assertEquals(Chance.NEVER, a.noise());
		assertEquals(Chance.of(0.5, 0.5, 1.2), a.blur());
		assertEquals(Chance.of(0.4, 0.5, 2), a.scale());
		assertEquals(Chance.of(0.3, 0.7, 1.5), a.gamma());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"nonsense | is not a JSON object", //
		"{\"seed\": | is not readable JSON", //
		"{\"sed\": 1} | The file a.json: sed is not known; known there are annotation, augmentation, base_model, changes, data, network, normalization, seed, targets, training", //
		"{\"training\": {\"step\": 1}} | The file a.json: training: step is not known; known there are averaging, batch,", //
		"{\"training\": {\"steps\": \"many\"}} | The file a.json: training: steps is \"many\"; needed is a whole number", //
		"{\"training\": {\"steps\": 1.5}} | steps is 1.5; needed is a whole number", //
		"{\"training\": {\"steps\": 0}} | steps is 0; allowed: at least 1", //
		"{\"training\": {\"warmup\": NaN}} | warmup is \"NaN\"; needed is a number", //
		"{\"training\": {\"schedule\": \"falling\"}} | needed is one of cosine, plateau, constant", //
		"{\"training\": 7} | training is 7; needed is an object in { }", //
		"{\"network\": {\"batch_norm\": \"yes\"}} | needed is true or false", //
		"{\"network\": {\"skips\": \"0+4\"}} | levels from 0 to 3", //
		"{\"network\": {\"depth\": 9}} | depth is 9; allowed: 1 to 6", //
		"{\"targets\": {\"class_weights\": [1, \"a\", 1]}} | needed is a list of numbers in [ ]", //
		"{\"targets\": {\"class_weights\": [1, 1]}} | 2 class weights for 3 classes", //
		"{\"targets\": {\"kind\": \"membrane\", \"values\": [1, 2]}} | give one value", //
		"{\"targets\": {\"kind\": \"membrane\", \"border_width\": 2}} | border_width is not known", //
		"{\"augmentation\": \"some\"} | augmentation is \"some\"; needed is one of none, light, normal, strong", //
		"{\"augmentation\": {\"blur\": {\"sd\": 1}}} | augmentation: blur: sd is not known; known there are from, share, to", //
		"{\"augmentation\": {\"scale\": {\"from\": 0}}} | The range of scale is 0.0 to 1.5; allowed is 0.1 to 10", //
		"{\"training\": {\"steps\": 3, \"minutes\": 3}} | is given by steps and by minutes; give one of them", //
		"{\"training\": {\"epochs\": -1}} | Training for -1.0 epochs; it must be above 0", //
		"{\"training\": {\"loss\": \"mse\"}} | needed is one of cross_entropy, dice, sum", //
		"{\"annotation\": {\"kind\": \"cells\"}} | needed is one of found, objects, mask, membranes, regions, classes", //
		"{\"changes\": [{\"change\": \"turn\"}]} | The file a.json: changes 1: change is \"turn\"; needed is one of rescale,", //
		"{\"changes\": [{\"change\": \"cut\", \"factor\": 1}]} | changes 1: factor is not known", //
		"{\"data\": {\"validation\": 1}} | allowed: above 0 and below 1" })
	void whatIsWrongIsTold(final String json, final String message) {
		assertTrue(refused(json).contains(message), refused(json));
	}

	@Test
	void linesReadWell() {
		assertTrue(STRANGE.toJsonLines().contains("""
				  "network": {
				    "channels": 5,
				    "depth": 3,
				    "base_width": 7,
				    "padding": "valid",
				    "skips": "0+2",
				    "batch_norm": true,
				    "seed": 11
				  },
				"""), STRANGE.toJsonLines());
		assertTrue(STRANGE.toJsonLines().contains(
			"    \"rotation\": {\"share\": 0.25, \"from\": -45.0, \"to\": 45.0},\n"),
			STRANGE.toJsonLines());
	}

	/** The example in the documentation: the defaults, but for the noise. */
	@Test
	void theDocumentedExampleReads() throws IOException {
		final String page = Files.readString(Path.of("docs", "formats.md"));
		final int start = page.indexOf("{\n  \"seed\"");
		final Recipe standard = Recipe.objects(2);
		assertEquals(TrainingSettings.of(standard.withAugmentation(standard
			.augmentation().withNoise(Chance.NEVER))).withBudget(TrainingBudget
				.minutes(10)), read(page.substring(start, page.indexOf("```", start))));
	}
}
