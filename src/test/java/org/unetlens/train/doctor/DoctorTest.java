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

package org.unetlens.train.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.TrainingSettings;

/** Each defect is built on a generated image, and exactly it is named. */
class DoctorTest {

	private static final int W = 127;
	private static final int H = 121;
	private static ModelBundle nuclei;

	@BeforeAll
	static void open() {
		Engine.start();
		final ModelBundle bundled = Models.open("nuclei");
		// NB: Small patches, for the sake of time.
		final TrainingSettings settings = TrainingSettings.of(bundled)
			.orElseThrow();
		final Map<String, String> training = new HashMap<>(bundled.card()
			.training());
		training.put(TrainingSettings.KEY, settings.withRecipe(settings.recipe()
			.withConfig(settings.recipe().config().withPatch(64))).toJson());
		nuclei = bundled.withCard(bundled.card().withTraining(training));
	}

	private static Sample field() {
		return NucleiField.default2d().withSize(W, H).withTouching(0.6).withSeed(7)
			.generate().sample("field");
	}

	private static List<Cause> causes(final ModelBundle model,
		final Sample sample)
	{
		return checkup(model, sample).diagnoses().stream().map(Diagnosis::cause)
			.toList();
	}

	private static Checkup checkup(final ModelBundle model, final Sample sample) {
		return new Doctor(model).examine(List.of(DoctorImage.of(sample)),
			Progress.NONE);
	}

	private static Sample labelled(final Sample sample,
		final IntUnaryOperator label)
	{
		final int[] labels = Arrays.stream(sample.labelArray()).map(label)
			.toArray();
		return sample.withLabels(ArrayImgs.ints(labels, sample.width(), sample
			.height()));
	}

	private interface Value {

		double of(double value, int x, int y, int c);
	}

	private static Sample image(final Sample sample, final int channels,
		final Value value)
	{
		final Img<FloatType> pixels = ArrayImgs.floats(sample.width(), sample
			.height(), channels);
		final Cursor<FloatType> cursor = Views.flatIterable(pixels)
			.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			final int x = cursor.getIntPosition(0), y = cursor.getIntPosition(1);
			cursor.get().setReal(value.of(sample.image().getAt(x, y, 0).get(), x, y,
				cursor.getIntPosition(2)));
		}
		return Sample.of(sample.name(), pixels, sample.labels()).withPixelSize(
			sample.pixelSize());
	}

	@Test
	void soundCaseHasNoFinding() {
		final Checkup checkup = checkup(nuclei, field());
		assertEquals(List.of(), checkup.diagnoses());
		assertTrue(checkup.score() > 0.85, "agreement " + checkup.score());
		assertTrue(checkup.verdict().startsWith("Nothing wrong was found"), checkup
			.verdict());
		final SeenPatch patch = checkup.patches().get(0);
		assertTrue(patch.inputDifference() < 1e-5, "input " + patch
			.inputDifference());
		assertTrue(patch.foregroundDifference() < 0.05);
	}

	@Test
	void invertedImage() {
		assertEquals(List.of(Cause.INVERTED_INTENSITIES), causes(nuclei, image(
			field(), 1, (v, x, y, c) -> 5000 - v)));
	}

	@Test
	void otherPixelSize() {
		final Sample large = NucleiField.default2d().withSize(121, 117).withSeed(7)
			.generate().sample("field").withPixelSize(new PixelSize(0.5, 0.5, "um"))
			.scaled(5, 5);
		final Checkup checkup = checkup(withPixelSize(nuclei, new PixelSize(0.5,
			0.5, "um")), large);
		assertEquals(List.of(Cause.OBJECT_SIZE), checkup.diagnoses().stream().map(
			Diagnosis::cause).toList());
		final String sentence = checkup.diagnoses().get(0).sentence();
		assertTrue(sentence.contains("0.1 um here and 0.5 um in the model") &&
			sentence.contains("to 20 %"), sentence);
	}

	@Test
	void wrongNormalization() {
		final ModelBundle wrong = new ModelBundle(nuclei.card(), nuclei.spec(),
			nuclei.weights(), Normalization.of(Normalization.Kind.NONE), nuclei
				.pixelSize(), nuclei.classes(), nuclei.rule());
		final Checkup checkup = checkup(wrong, field());
		assertEquals(List.of(Cause.NORMALIZATION), checkup.diagnoses().stream().map(
			Diagnosis::cause).toList());
		assertTrue(checkup.diagnoses().get(0).finding().contains(
			"percentiles 1 to 99.8"), checkup.diagnoses().get(0).finding());
	}

	/** A few pixels so bright that all else looks black. */
	@Test
	void specksThatSetTheScale() {
		final Sample specks = image(field(), 1, (v, x, y, c) -> x < 12 && y < 12
			? 600 * v : v);
		assertEquals(List.of(Cause.NORMALIZATION), causes(nuclei, specks));
	}

	@Test
	void invertedLabels() {
		assertEquals(List.of(Cause.INVERTED_LABELS), causes(nuclei, labelled(
			field(), l -> l == 0 ? 255 : 0)));
	}

	@Test
	void masksInsteadOfObjects() {
		final Checkup checkup = checkup(nuclei, labelled(field(), l -> l == 0 ? 0
			: 255));
		assertEquals(List.of(Cause.MASK_LABELS), checkup.diagnoses().stream().map(
			Diagnosis::cause).toList());
		assertTrue(checkup.diagnoses().get(0).finding().contains("255"));
	}

	@Test
	void shiftedLabels() {
		final Sample field = field();
		final int[] labels = field.labelArray();
		final int[] moved = new int[labels.length];
		for (int y = 0; y + 5 < field.height(); y++)
			for (int x = 9; x < field.width(); x++)
				moved[y * field.width() + x - 9] = labels[(y + 5) * field.width() + x];
		final Checkup checkup = checkup(nuclei, field.withLabels(ArrayImgs.ints(
			moved, field.width(), field.height())));
		assertEquals(List.of(Cause.SHIFTED_LABELS), checkup.diagnoses().stream()
			.map(Diagnosis::cause).toList());
		assertTrue(checkup.diagnoses().get(0).finding().contains(
			"9 px to the left of and 5 px above"), checkup.diagnoses().get(0)
				.finding());
	}

	@Test
	void mirroredLabels() {
		final Sample field = field();
		final int w = field.width();
		final int[] labels = field.labelArray();
		final int[] turned = new int[labels.length];
		for (int i = 0; i < turned.length; i++)
			turned[i] = labels[i / w * w + w - 1 - i % w];
		assertEquals(List.of(Cause.TURNED_LABELS), causes(nuclei, field.withLabels(
			ArrayImgs.ints(turned, w, field.height()))));
	}

	@Test
	void badRule() {
		assertEquals(List.of(Cause.OBJECT_RULE), causes(nuclei.withRule(nuclei
			.rule().withThreshold(0.999)), field()));
	}

	@Test
	void channelsInAnotherOrder() {
		final ModelBundle red = ThresholdModel.of(3);
		final Sample mask = labelled(field(), l -> l == 0 ? 0 : 1);
		final Value right = (v, x, y, c) -> c == 0 ? mask.labels().getAt(x, y)
			.get() * 200 + 20 : (x * 7 + y * 13) % 200;
		assertEquals(List.of(), causes(red, image(mask, 3, right)));
		final Checkup checkup = checkup(red, image(mask, 3, (v, x, y, c) -> right
			.of(v, x, y, (c + 2) % 3)));
		assertEquals(List.of(Cause.CHANNEL_ORDER), checkup.diagnoses().stream().map(
			Diagnosis::cause).toList());
		assertTrue(checkup.diagnoses().get(0).finding().contains("channels 2, "),
			checkup.diagnoses().get(0).finding());
	}

	@Test
	void anotherNumberOfChannels() {
		final Checkup checkup = checkup(nuclei, image(field(), 3, (v, x, y,
			c) -> v));
		assertEquals(List.of(Cause.CHANNEL_COUNT), checkup.diagnoses().stream().map(
			Diagnosis::cause).toList());
		assertTrue(checkup.diagnoses().get(0).sentence().contains(
			"field has 3 channels, the model takes 1"));
	}

	@Test
	void labelsOfAnotherImage() {
		final Sample other = NucleiField.default2d().withSize(W, H).withSeed(8)
			.generate().sample("other");
		final Checkup checkup = checkup(nuclei, field().withLabels(other.labels()));
		assertEquals(List.of(Cause.NOT_LEARNED), checkup.diagnoses().stream().map(
			Diagnosis::cause).toList());
		assertTrue(checkup.diagnoses().get(0).remedy().contains(
			"Check that the labels belong to these images"));
	}

	private static ModelBundle withPixelSize(final ModelBundle m,
		final PixelSize size)
	{
		return new ModelBundle(m.card(), m.spec(), m.weights(), m.normalization(),
			size, m.classes(), m.rule());
	}
}
