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

package org.unetlens.train.preflight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.ObjectSurvey;
import org.unetlens.model.ModelCard;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.TrainingSettings;

class TrainingPlanTest {

	private static final ModelCard CARD = new ModelCard("test", "A test.", "",
		List.of("nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
			.of());

	private static Sample field(final int i) {
		return NucleiField.default2d().withSize(150 + i, 131).withSeed(i).generate()
			.sample("f" + i).withPixelSize(new PixelSize(0.5, 0.5, "micron"));
	}

	private static Annotations objects(final int count) {
		return objects(IntStream.range(0, count).mapToObj(TrainingPlanTest::field)
			.toList());
	}

	private static Annotations objects(final List<Sample> samples) {
		return new Annotations(samples, TargetRule.interiorBorder(), List.of(
			"background", "interior", "border"), List.of());
	}

	private static TrainingPlan plan(final Annotations... folders) {
		return TrainingPlan.of(List.of(folders), new SettingsTree(null));
	}

	private static String refused(final Runnable what) {
		return assertThrows(IllegalArgumentException.class, what::run).getMessage();
	}

	@Test
	void oneImageIsCutAndPatchesFit() {
		final TrainingPlan plan = plan(objects(1));
		assertEquals(4, plan.annotations().samples().size());
		assertTrue(plan.settings().changes().contains(new Fix.Cut(2, 2)));
		assertTrue(plan.settings().recipe().config().patch() < 256);
		assertTrue(plan.findings().stream().anyMatch(f -> f.sentence().contains(
			"Done: cut each image into 4 parts.")), plan.findings()::toString);
		final ModelTraining training = plan.training(CARD);
		assertEquals(3, training.split().train().size());
		assertEquals(1, training.split().validation().size());
	}

	/** What the user says is not changed. */
	@Test
	void aPatchThatIsSaidStays() {
		final SettingsTree tree = new SettingsTree(null);
		tree.set("training/patch", "patch", 256);
		assertEquals(256, TrainingPlan.of(List.of(objects(3)), tree).settings()
			.recipe().config().patch());
	}

	/** A resumed training makes the same changes of the same images. */
	@Test
	void changesAreStoredAndDoneAgain() {
		final TrainingPlan plan = plan(objects(2), objects(List.of(field(5), field(
			6)))).with(new Fix.Rescale(0.5)).with(new Fix.LeaveOut(List.of("f1")))
			.with(new Fix.Batch(3));
		final TrainingSettings stored = TrainingSettings.fromJson("here", plan
			.settings().toJson(), 1, TargetRule.interiorBorder());
		final List<Sample> again = TrainingPlan.of(List.of(objects(2), objects(List
			.of(field(5), field(6)))), stored).annotations().samples();
		assertEquals(3, stored.recipe().config().batch());
		assertEquals(3, again.size());
		for (int i = 0; i < 3; i++)
			assertArrayEquals(plan.annotations().samples().get(i).channelArray(0),
				again.get(i).channelArray(0));
		assertEquals(75, again.get(0).width());
	}

	/** The network sees them scaled; validation is on images as they are. */
	@Test
	void imagesMayBeScaledForTheNetwork() {
		final TrainingPlan large = plan(objects(IntStream.range(0, 3).mapToObj(
			i -> field(i).scaled(5, 5)).toList()));
		final Fix fix = large.findings().stream().flatMap(f -> f.fix().stream())
			.filter(f -> f instanceof Fix.Rescale).findFirst().orElseThrow();
		final TrainingPlan plan = large.with(fix);
		final double scale = plan.settings().imageScale();
		assertTrue(scale < 1, "scaled by " + scale);
		assertEquals(Math.round(750 * scale), plan.annotations().samples().get(0)
			.width());
		final ModelTraining training = plan.training(CARD);
		assertEquals(655, training.split().validation().get(0).height());
		assertEquals(scale, training.bundle(training.start().weights()).card()
			.imageScale());
		final double diameter = Double.parseDouble(training.card().training().get(
			ObjectSurvey.DIAMETER));
		assertTrue(diameter > 80, diameter + " px");
	}

	/** An empty list of changes leaves images as they are. */
	@Test
	void noChangesAreMadeWhereTheyAreSaid(@TempDir final Path folder)
		throws IOException
	{
		final Path file = Files.writeString(folder.resolve("s.json"),
			"{\"changes\": []}");
		assertEquals(1, TrainingPlan.of(List.of(objects(1)), new SettingsTree(file))
			.annotations().samples().size());
	}

	/** What Segment and later trainings need to know. */
	@Test
	void theModelKnowsTheSizeOfItsObjects() {
		final ModelTraining training = plan(objects(3)).training(CARD);
		final double diameter = Double.parseDouble(training.card().training().get(
			ObjectSurvey.DIAMETER));
		assertTrue(diameter > 10 && diameter < 60, diameter + " px");
		assertEquals(List.of("background", "interior", "border"), training
			.classes());
		assertEquals(new PixelSize(0.5, 0.5, "micron"), training.bundle(training
			.start().weights()).pixelSize());
	}

	@Test
	void whatWouldFailIsToldBefore() {
		final float[] pixels = new float[40 * 30];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % 7;
		final int[] labels = new int[40 * 30];
		labels[333] = labels[334] = 1;
		pixels[5] = Float.NaN;
		final Sample nan = Sample.of("nan", ArrayImgs.floats(pixels, 40, 30, 1),
			ArrayImgs.ints(labels, 40, 30));
		assertTrue(refused(() -> plan(objects(List.of(field(1), nan))).training(
			CARD)).contains("nan holds NaN or infinite values"));
		final Sample bare = field(1).withLabels(ArrayImgs.ints(151, 131));
		assertTrue(refused(() -> plan(objects(List.of(bare, bare))).training(CARD))
			.contains("No image holds an object"));
		final Sample full = classes("full", 1, 1);
		assertTrue(refused(() -> plan(semantic(full, full)).training(CARD))
			.contains("No pixel is background"));
		final Sample three = Sample.of("three", ArrayImgs.floats(new float[] { 1, 2,
			3 }, 1, 1, 3), ArrayImgs.ints(1, 1));
		assertTrue(refused(() -> plan(objects(List.of(field(1), three)))).contains(
			"the image three has 3"));
		final SettingsTree membranes = new SettingsTree(null);
		membranes.set("targets/kind", "kind", "semantic");
		membranes.set("targets/values", "values", List.of(0, 1));
		assertTrue(refused(() -> TrainingPlan.of(List.of(objects(2)), membranes))
			.contains("are read as interior_border"));
		final SettingsTree base = new SettingsTree(null);
		base.set("base_model", "base", "no such");
		assertTrue(assertThrows(RuntimeException.class, () -> TrainingPlan.of(List
			.of(objects(2)), base)).getMessage().contains(
				"There is no model 'no such'"));
	}

	private static Annotations semantic(final Sample... samples) {
		return new Annotations(List.of(samples), TargetRule.semantic(0, 1), List.of(
			"background", "class 1"), List.of());
	}

	private static Sample classes(final String name, final int... values) {
		final float[] pixels = new float[40 * 30];
		final int[] labels = new int[pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = i % 11;
			labels[i] = values[i % values.length];
		}
		return Sample.of(name, ArrayImgs.floats(pixels, 40, 30, 1), ArrayImgs.ints(
			labels, 40, 30));
	}
}
