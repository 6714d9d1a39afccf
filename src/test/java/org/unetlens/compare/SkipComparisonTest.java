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

package org.unetlens.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison.Reference;
import org.unetlens.compare.Comparison.Units;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.infer.PathGradient;
import org.unetlens.infer.Segmentation;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SkipSession;
import org.unetlens.label.LabelPlane;
import org.unetlens.metrics.BoundaryMatches;
import org.unetlens.metrics.PixelCounts;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.LayerNames;
import org.unetlens.network.LayerTable;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.PixelSize;

/** The bundled nuclei model and its twin on drawn nuclei. */
class SkipComparisonTest {

	private static final SkipSet ALL = SkipSet.all(4);
	private static ModelBundle model;
	private static ModelBundle twin;
	private static SkipComparison session;
	private static ImageComparison compared;

	@BeforeAll
	static void compare() {
		model = Models.open("nuclei");
		twin = Models.open("nuclei-no-skips");
		session = SkipComparison.of(model, List.of(twin), ComparisonSettings
			.defaults());
		compared = session.compare(image(1, 101, 83, true), Progress.NONE);
	}

	@AfterAll
	static void close() {
		session.close();
	}

	private static ComparisonImage image(final int seed, final int width,
		final int height, final boolean truth)
	{
		final Field field = NucleiField.default2d().withSize(width, height)
			.withRadius(8).withCount(14).withSeed(seed).generate();
		return new ComparisonImage("field " + seed, Views.addDimension(field
			.image(), 0, 0), truth ? Optional.of(field.labels()) : Optional.empty(),
			new PixelSize(0.5, 0.5, "micron"));
	}

	@Test
	void allSkipsOnIsThePlainModel() {
		final Segmentation plain = segment(model);
		final Output full = compared.output(SkipGains.all(4));
		assertSame(plain.labels(), full.labels());
		for (int y = 0; y < 83; y += 3)
			for (int x = 0; x < 101; x += 3)
				assertEquals(1 - plain.probabilities().getAt(x, y, 0).get(), full
					.foreground().getAt(x, y).get(), x + ", " + y);
		assertEquals(compared.comparison().full(), full.variant());
		assertEquals("Full model", full.variant().name());
	}

	@Test
	void switchesAreGainsOfZeroAndOne() {
		final List<SkipSet> subsets = List.copyOf(compared.comparison().knockOuts()
			.keySet());
		assertEquals(16, subsets.size());
		assertEquals(ALL, subsets.get(0));
		assertEquals(SkipSet.none(), subsets.get(15));
		for (final SkipSet on : List.of(SkipSet.none(), SkipSet.of(1, 3), ALL
			.without(0)))
		{
			final Output output = compared.output(SkipGains.of(on, 4));
			final Variant variant = compared.comparison().knockOuts().get(on);
			assertEquals(variant, output.variant());
			assertEquals(on, variant.skips());
			// NB: The figures are those of the very pictures.
			assertEquals(PixelCounts.of(compared.reference(), output.labels()).dice(),
				variant.scores().get(Score.DICE), 1e-12);
			assertEquals(BoundaryMatches.of(compared.reference(), output.labels(), 2)
				.get(0).f(), variant.scores().get(Score.BOUNDARY_F2), 1e-12);
		}
	}

	@Test
	void gainsBetweenAreMeasuredAlike() {
		final SkipGains half = SkipGains.all(4).with(0, 0.5);
		final Output output = compared.output(half);
		assertEquals("Knock-out at gains 0:0.5 1:1 2:1 3:1", output.variant()
			.name());
		final double dice = PixelCounts.of(compared.reference(), output.labels())
			.dice();
		assertEquals(dice, output.variant().scores().get(Score.DICE), 1e-12);
		assertEquals(dice - compared.comparison().full().scores().get(Score.DICE),
			output.variant().changes().get(Score.DICE).value(), 1e-12);
		assertNotEquals(output.foreground().getAt(50, 40).get(), compared.output(
			SkipGains.all(4)).foreground().getAt(50, 40).get());
	}

	@Test
	void shapleyValuesSumToFullMinusNone() {
		final Comparison c = compared.comparison();
		for (final Score score : Tally.SCORES) {
			double sum = 0;
			for (int k = 0; k < 4; k++)
				sum += c.effect(k, score).shapley().value();
			assertEquals(c.full().scores().get(score) - c.none().scores().get(score),
				sum, 1e-12, score.name());
			assertEquals(-c.none().changes().get(score).value(), sum, 1e-12);
			for (int k = 0; k < 4; k++) {
				assertEquals(-c.knockOuts().get(ALL.without(k)).changes().get(score)
					.value(), c.effect(k, score).off().value(), 1e-12);
				assertEquals(c.knockOuts().get(SkipSet.of(k)).scores().get(score) - c
					.none().scores().get(score), c.effect(k, score).only().value(),
					1e-12);
			}
		}
		assertTrue(c.effect(0, Score.DICE).off().isClear());
	}

	@Test
	void theTwinIsAnotherModelOnTheSameImage() {
		final Output output = compared.twin(0);
		assertSame(segment(twin).labels(), output.labels());
		final Variant variant = compared.comparison().twins().get(0);
		assertEquals(variant, output.variant());
		assertEquals("Twin without skips", variant.name());
		assertEquals(Experiment.TWIN, variant.experiment());
		assertEquals(SkipSet.none(), variant.skips());
		assertEquals(PixelCounts.of(compared.reference(), output.labels()).dice() -
			compared.comparison().full().scores().get(Score.DICE), variant.changes()
				.get(Score.DICE).value(), 1e-12);
	}

	@Test
	void everyTwinFollowsItsOwnRule() {
		final ModelBundle strict = twin.withRule(twin.rule().withThreshold(0.99));
		try (SkipComparison two = SkipComparison.of(model, List.of(twin, strict),
			ComparisonSettings.defaults()))
		{
			final ImageComparison both = two.compare(compared.image(), Progress.NONE);
			assertEquals(List.of("Twin without skips", "Twin without skips (2)"), both
				.comparison().twins().stream().map(Variant::name).toList());
			assertSame(segment(strict).labels(), both.twin(1).labels());
			assertEquals(compared.comparison().twins().get(0), both.comparison()
				.twins().get(0));
			assertNotEquals(both.comparison().twins().get(0).scores(), both
				.comparison().twins().get(1).scores());
		}
	}

	@Test
	void theTruthIsTheReferenceAndCounted() {
		final Comparison c = compared.comparison();
		assertEquals(Reference.TRUTH, c.reference());
		assertEquals(Units.OBJECTS, c.units());
		assertEquals(objects(compared.image().truth().orElseThrow()), c.n());
		assertSame(compared.image().truth().orElseThrow(), compared.reference());
		assertTrue(c.notes().stream().anyMatch(n -> n.startsWith(
			"The image (101 x 83 px) is smaller")), c.notes().toString());
		assertFalse(c.notes().stream().anyMatch(n -> n.startsWith("No truth")));
	}

	@Test
	void layersAreThoseOfTheImage() {
		final Comparison c = compared.comparison();
		assertEquals(LayerTable.of(model.spec(), 83, 101), c.layers());
		final String line = Tables.layers(c).toCsv().lines().filter(l -> l
			.startsWith("encoder0.conv1")).findFirst().orElseThrow();
		assertEquals("encoder0.conv1,0,83,101,16,1 x 1,3,0.5,0.5,1.5,1.5", line);
		assertEquals(31, c.layers().size());
	}

	@Test
	void withoutTruthTheFullModelIsTheReference() {
		final ImageComparison own = session.compare(image(1, 101, 83, false),
			Progress.NONE);
		final Comparison c = own.comparison();
		assertEquals(Reference.FULL_MODEL, c.reference());
		assertEquals(1, c.full().scores().get(Score.DICE));
		assertEquals(1, c.full().scores().get(Score.AP90));
		assertSame(compared.output(SkipGains.all(4)).labels(), own.reference());
		assertTrue(c.notes().get(0).startsWith("No truth was given"));
	}

	@Test
	void anotherFillChangesKnockOutsOnly() {
		final ImageComparison zero = compared.withFill(SkipFill.ZERO,
			Progress.NONE);
		assertEquals(SkipFill.ZERO, zero.comparison().settings().fill());
		assertEquals(compared.comparison().full(), zero.comparison().full());
		assertEquals(compared.comparison().twins(), zero.comparison().twins());
		assertNotEquals(compared.comparison().none().scores(), zero.comparison()
			.none().scores());
		assertEquals(session.compare(image(1, 101, 83, true), Progress.NONE)
			.withFill(SkipFill.ZERO, Progress.NONE).comparison().effects(), zero
				.comparison().effects());
	}

	@Test
	void aSummaryPoolsImages() {
		final ImageComparison second = session.compare(image(2, 75, 90, true),
			Progress.NONE);
		final Comparison sum = session.summary(List.of(compared, second));
		assertEquals("2 images", sum.title());
		assertEquals(Units.IMAGES, sum.units());
		assertEquals(2, sum.n());
		for (final SkipSet on : List.of(ALL, SkipSet.none())) {
			final PixelCounts counts = pixels(compared, on).plus(pixels(second, on));
			assertEquals(counts.dice(), sum.knockOuts().get(on).scores().get(
				Score.DICE), 1e-12);
			assertEquals(compared.comparison().knockOuts().get(on).scores().get(
				Score.OBJECTS) + second.comparison().knockOuts().get(on).scores().get(
					Score.OBJECTS), sum.knockOuts().get(on).scores().get(Score.OBJECTS));
		}
		// NB: Of two images, resamples hold one of them twice, or both.
		final double[] off = { off(compared.comparison()), off(second
			.comparison()) };
		final Estimate both = sum.effect(0, Score.DICE).off();
		assertEquals(Math.min(off[0], off[1]), both.low(), 1e-12);
		assertEquals(Math.max(off[0], off[1]), both.high(), 1e-12);
		assertTrue(sum.notes().contains("Only 2 images: the intervals are wide."));
	}

	@Test
	void imagesThatDoNotBelongTogetherAreNotSummed() {
		assertTrue(message(() -> session.summary(List.of(compared))).contains(
			"at least 2"));
		final ImageComparison own = session.compare(image(3, 64, 64, false),
			Progress.NONE);
		assertTrue(message(() -> session.summary(List.of(compared, own))).contains(
			"only one has a truth"));
		final ImageComparison zero = compared.withFill(SkipFill.ZERO,
			Progress.NONE);
		assertTrue(message(() -> session.summary(List.of(compared, zero))).contains(
			"with another fill"));
	}

	@Test
	void droppedImagesAreComputedAgain() {
		final SkipGains gains = SkipGains.of(SkipSet.of(2), 4);
		final Output before = compared.output(gains);
		for (int seed = 4; seed < 7; seed++)
			session.compare(image(seed, 48, 40, true), Progress.NONE);
		assertSame(before.labels(), compared.output(gains).labels());
	}

	@Test
	void aTransplantOfItselfIsTheFullModel() {
		final Output own = compared.transplant(compared);
		assertSame(compared.output(SkipGains.all(4)).labels(), own.labels());
		assertEquals(Experiment.TRANSPLANT, own.variant().experiment());
		final ImageComparison other = session.compare(image(9, 101, 83, true),
			Progress.NONE);
		final Output mixed = compared.transplant(other);
		assertEquals("Transplant: skips of field 1, bottleneck of field 9", mixed
			.variant().name());
		assertNotEquals(own.foreground().getAt(50, 40).get(), mixed.foreground()
			.getAt(50, 40).get());
		final ImageComparison small = session.compare(image(10, 48, 40, true),
			Progress.NONE);
		assertTrue(message(() -> compared.transplant(small)).contains("48 x 40"));
	}

	@Test
	void featuresFollowTheGains() {
		final String merge = LayerNames.merge(0);
		final var map = compared.features(LayerNames.encoder(0, 2), SkipGains.all(
			4)).image();
		final var on = compared.features(merge, SkipGains.all(4)).image();
		final var off = compared.features(merge, SkipGains.all(4).with(0, 0))
			.image();
		double mean = 0;
		for (int y = 0; y < 83; y++)
			for (int x = 0; x < 101; x++)
				mean += map.getAt(x, y, 5).get() / (101 * 83);
		for (int y = 0; y < 83; y += 9)
			for (int x = 0; x < 101; x += 9) {
				assertEquals(map.getAt(x, y, 5).get(), on.getAt(x, y, 5).get());
				assertEquals(mean, off.getAt(x, y, 5).get(), 1e-4);
			}
	}

	@Test
	void receptiveFieldsAreThoseOfEachPath() {
		final List<PathGradient> paths = compared.receptiveFields(50, 41);
		assertEquals(List.of(-1, 0, 1, 2, 3, 4), paths.stream().map(
			PathGradient::level).toList());
		assertEquals(46, paths.get(1).box().min(0));
		assertEquals(45, paths.get(1).box().max(1));
		// NB: The interior's logit, whose single paths sum to all of them.
		try (SkipSession own = SkipSession.of(model, SegmenterOptions.defaults())) {
			final var expected = own.gradients(compared.image().anyType(), 50, 41, 1)
				.get(0);
			assertEquals(expected.radius50(), paths.get(0).radius50(), 1e-9);
			assertEquals(expected.gradient().getAt(51, 40).get(), paths.get(0)
				.gradient().getAt(51, 40).get());
		}
	}

	@Test
	void shiftedSkipsMoveTheOutput() {
		assertSame(compared.output(SkipGains.all(4)).labels(), compared
			.shiftedSkips(0, 0).labels());
		final Variant shifted = compared.shiftedSkips(6, -3).variant();
		assertEquals("Skips shifted by 6, -3 px", shifted.name());
		assertTrue(shifted.changes().get(Score.BOUNDARY_F1).value() < 0);
	}

	@Test
	void theShiftTestMovesTheInput() {
		final List<Curve> curves = compared.shiftTest();
		assertEquals(List.of("Full model", "Knock-out of all skips"), curves
			.stream().map(Curve::name).toList());
		for (final Curve curve : curves) {
			assertEquals(16, curve.x().size());
			assertEquals(0, curve.y().get(0));
		}
		assertEquals(changeByHand(5), curves.get(0).y().get(5), 1e-9);
		assertTrue(curves.get(1).y().get(8) > 2 * curves.get(0).y().get(8), curves
			.toString());
	}

	/** Mean change of the full model's foreground with the input moved. */
	private static double changeByHand(final int shift) {
		final RandomAccessibleInterval<FloatType> before = compared.output(SkipGains
			.all(4)).foreground();
		final RandomAccessibleInterval<FloatType> after;
		final var pixels = compared.image().anyType();
		final var moved = Views.interval(Views.translate(Views.extendPeriodic(
			pixels), shift, 0, 0), pixels);
		try (Segmenter segmenter = Segmenter.of(model, SegmenterOptions
			.defaults()))
		{
			final var planes = segmenter.segment(moved, Progress.NONE)
				.probabilities();
			after = Views.hyperSlice(planes, 2, 0);
		}
		double sum = 0;
		int n = 0;
		// NB: A quarter of 101 at the left, one period more at the right.
		for (int y = 0; y < 83; y++)
			for (int x = 25; x < 101 - 25 - 16; x++, n++)
				sum += Math.abs(1 - after.getAt(x + shift, y).get() - before.getAt(x, y)
					.get());
		return sum / n;
	}

	@Test
	void cancelingLeavesTheSessionUsable() {
		final List<String> messages = new ArrayList<>();
		final Progress stopping = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				assertTrue(done <= total, done + " of " + total);
				messages.add(message);
			}

			@Override
			public boolean isCanceled() {
				return messages.contains("Knocking out skips");
			}
		};
		assertThrows(CancellationException.class, () -> session.compare(image(11,
			60, 50, true), stopping));
		assertTrue(messages.contains("Running twins"));
		assertEquals(compared.comparison().effects(), session.compare(image(1, 101,
			83, true), Progress.NONE).comparison().effects());
	}

	@Test
	void whatDoesNotFitIsToldInASentence() {
		assertEquals(
			"The twin membranes has the classes 2, but the model nuclei 3; give a twin that was trained like the model, without skips",
			message(() -> SkipComparison.of(model, List.of(Models.read("membranes")
				.model()), ComparisonSettings.defaults())));
		assertTrue(message(() -> SkipComparison.of(model, List.of(),
			ComparisonSettings.defaults().withClassIndex(2))).contains(
				"0 background, 1 interior, 2 border"));
		assertTrue(message(() -> SkipComparison.of(twin, List.of(),
			ComparisonSettings.defaults())).contains("no skip connections"));
		assertTrue(message(() -> SkipComparison.of(model.withCard(model.card()
			.withImageScale(0.5)), List.of(), ComparisonSettings.defaults()))
			.contains("takes images scaled to 50 %"));
		assertTrue(message(() -> compared.output(SkipGains.all(3))).contains(
			"Gains for 3 levels"));
	}

	private static double off(final Comparison c) {
		return c.effect(0, Score.DICE).off().value();
	}

	private static PixelCounts pixels(final ImageComparison image,
		final SkipSet on)
	{
		return PixelCounts.of(image.reference(), image.output(SkipGains.of(on, 4))
			.labels());
	}

	private static Segmentation segment(final ModelBundle net) {
		try (Segmenter segmenter = Segmenter.of(net, SegmenterOptions.defaults())) {
			return segmenter.segment(compared.image().anyType(), Progress.NONE);
		}
	}

	private static int objects(final RandomAccessibleInterval<IntType> labels) {
		return (int) Views.flatIterable(labels).stream().mapToInt(IntType::get)
			.filter(v -> v > 0).distinct().count();
	}

	private static String message(
		final org.junit.jupiter.api.function.Executable e)
	{
		return assertThrows(IllegalArgumentException.class, e).getMessage();
	}

	private static void assertSame(
		final RandomAccessibleInterval<IntType> expected,
		final RandomAccessibleInterval<IntType> found)
	{
		assertArrayEquals(LabelPlane.of(expected).pixels(), LabelPlane.of(found)
			.pixels());
	}
}
