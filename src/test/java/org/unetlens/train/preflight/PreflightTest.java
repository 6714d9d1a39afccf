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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.unetlens.data.BorderWeight;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Finding.Severity;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.ObjectSurvey;
import org.unetlens.data.annotation.Orientation;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.Recipe;

class PreflightTest {

	private static final TargetRule OBJECTS = TargetRule.interiorBorder();
	private static final PixelSize HALF = new PixelSize(0.5, 0.5, "micron");

	private static Sample nuclei(final int seed) {
		return NucleiField.default2d().withSize(128, 131).withCount(9).withTouching(
			0).withRadius(10).withSeed(seed).generate().sample("n" + seed)
			.withPixelSize(HALF);
	}

	/** Ten images about which nothing is to be said. */
	private static final List<Sample> GOOD = IntStream.rangeClosed(1, 10)
		.mapToObj(PreflightTest::nuclei).toList();

	private static List<Sample> good() {
		return GOOD;
	}

	private static Annotations annotations(final List<Sample> samples,
		final TargetRule rule, final String... classes)
	{
		return new Annotations(samples, rule, classes.length == 0 ? List.of(
			"background", "interior", "border") : List.of(classes), List.of());
	}

	private static Recipe recipe(final TargetRule rule) {
		final Recipe recipe = Recipe.of(1, rule);
		return recipe.withConfig(recipe.config().withPatch(128));
	}

	private static List<Finding> check(final List<Sample> samples) {
		return Preflight.of(annotations(samples, OBJECTS), recipe(OBJECTS))
			.findings();
	}

	private static List<Finding> check(final List<Sample> samples,
		final Recipe recipe)
	{
		return Preflight.of(annotations(samples, recipe.targets()), recipe)
			.findings();
	}

	/** The good images but for the first ones. */
	private static List<Sample> with(final Sample... first) {
		final List<Sample> samples = new ArrayList<>(good());
		for (int i = 0; i < first.length; i++)
			samples.set(i, first[i]);
		return samples;
	}

	private static Finding find(final List<Finding> findings,
		final String start)
	{
		final Optional<Finding> found = findings.stream().filter(f -> f.sentence()
			.startsWith(start)).findFirst();
		assertTrue(found.isPresent(), () -> findings.toString());
		return found.get();
	}

	private static void assertFinding(final List<Finding> findings,
		final Severity severity, final String sentence, final Fix fix)
	{
		assertEquals(new Finding(severity, sentence, Optional.ofNullable(fix)),
			find(findings, sentence.substring(0, Math.min(12, sentence.length()))));
	}

	private static Sample filled(final String name, final float value) {
		final float[] pixels = new float[128 * 131];
		Arrays.fill(pixels, value);
		return Sample.of(name, ArrayImgs.floats(pixels, 128, 131, 1), nuclei(1)
			.labels()).withPixelSize(HALF);
	}

	@Test
	void ofGoodImagesNothingIsToBeSaidButTheirSize() {
		final List<Finding> findings = check(good());
		assertEquals(1, findings.size(), findings.toString());
		assertTrue(findings.get(0).sentence().startsWith("Objects are about 2"),
			findings.toString());
		assertEquals(Severity.NOTE, findings.get(0).severity());
	}

	@Test
	void numbersThatAreNoneAndConstantImagesAreErrors() {
		final Sample nan = filled("x", Float.NaN);
		assertFinding(check(with(nan)), Severity.ERROR,
			"x holds NaN or infinite values; set them to a number, e.g. with Process > Math > Macro..., or leave the image out.",
			new Fix.LeaveOut(List.of("x")));
		assertFinding(check(with(filled("y", 7))), Severity.ERROR,
			"y has the same value everywhere; check that the right channel was saved, or leave the image out.",
			new Fix.LeaveOut(List.of("y")));
		assertTrue(Preflight.of(annotations(with(nan), OBJECTS), recipe(OBJECTS))
			.hasErrors());
		assertFalse(Preflight.of(annotations(good(), OBJECTS), recipe(OBJECTS))
			.hasErrors());
	}

	@Test
	void overexposedImagesAreNamed() {
		final float[] bright = nuclei(1).channelArray(0);
		for (int i = 0; i < bright.length; i++)
			bright[i] = i % 20 == 0 ? 4095 : Math.min(bright[i], 4000);
		final Sample sample = Sample.of("b", ArrayImgs.floats(bright, 128, 131, 1),
			nuclei(1).labels()).withPixelSize(HALF);
		assertFinding(check(with(sample)), Severity.NOTE,
			"1 of 10 images are overexposed (b): up to 5 % of the pixels have the largest value, so what differs there cannot be learned. Record with less light if that hides objects.",
			null);
	}

	@Test
	void allImagesNeedTheSameChannels() {
		final Sample two = Sample.of("t", ArrayImgs.floats(128, 131, 2), nuclei(1)
			.labels()).withPixelSize(HALF);
		final Finding finding = find(check(with(nuclei(1), two)),
			"n1 has 1 channel");
		assertEquals(Severity.ERROR, finding.severity());
		assertTrue(finding.sentence().contains("but t has another number"), finding
			.sentence());
	}

	@Test
	void labelsThatFitNothingAreNamed() {
		final Sample lost = nuclei(1).withLabels(nuclei(11).labels());
		assertFinding(check(with(lost)), Severity.WARNING,
			"The labels of n1 lie on nothing that is seen in their images: neither brightness nor edges differ between the classes. Check that images and labels belong together, or leave them out.",
			new Fix.LeaveOut(List.of("n1")));
		final Annotations good = annotations(good(), OBJECTS);
		final Fix turn = new Fix.Reorient(List.of("n3"),
			Orientation.FLIPPED_VERTICALLY);
		assertFinding(check(good.with(turn).samples()), Severity.WARNING,
			"The labels of n3 fit their images far better when changed: flip the labels vertically.",
			turn);
	}

	@Test
	void pixelSizesAreCompared() {
		final List<Sample> none = good().stream().map(s -> s.withPixelSize(
			PixelSize.UNCALIBRATED)).toList();
		assertEquals(Severity.NOTE, find(check(none), "No image has a pixel size")
			.severity());
		assertFinding(check(with(nuclei(1).withPixelSize(PixelSize.UNCALIBRATED))),
			Severity.WARNING,
			"1 of 10 images have no pixel size: n1. Set it with Image > Properties..., if their magnification is the same.",
			null);
		assertFinding(check(with(nuclei(1).withPixelSize(new PixelSize(0.25, 0.25,
			"micron")))), Severity.WARNING,
			"Pixel sizes range from 0.25 to 0.5 micron, so the same object has different sizes in pixels. Scale all images to one size.",
			new Fix.CommonPixelSize(HALF));
		assertEquals(Severity.WARNING, find(check(with(nuclei(1).withPixelSize(
			new PixelSize(500, 500, "nm")))),
			"Pixel sizes are given in micron and nm").severity());
		assertEquals(Optional.of(new Fix.CommonPixelSize(HALF)), find(check(good()
			.stream().map(s -> s.withPixelSize(new PixelSize(0.5, 1, "micron")))
			.toList()), "Pixels are not square").fix());
	}

	@Test
	void pixelSizesAreComparedWithTheModel() {
		final ModelBundle nuclei = Models.open("nuclei");
		final PixelSize fine = new PixelSize(0.25, 0.25, "micron");
		final ModelBundle model = new ModelBundle(nuclei.card(), nuclei.spec(),
			nuclei.weights(), nuclei.normalization(), fine, nuclei.classes(), nuclei
				.rule());
		final Preflight preflight = Preflight.of(annotations(good(), OBJECTS),
			recipe(OBJECTS));
		final Finding finding = find(preflight.withBaseModel(model).findings(),
			"The images have 0.5 micron per pixel");
		assertEquals(Optional.of(new Fix.CommonPixelSize(fine)), finding.fix());
		assertTrue(finding.sentence().endsWith(
			"was made for 0.25: it sees objects smaller than it knows. Scale the images to 200 %."),
			finding.sentence());
		assertEquals(1, preflight.withBaseModel(nuclei).findings().size());
	}

	@Test
	void objectSizesAreComparedWithTheModel() {
		final ModelBundle nuclei = Models.open("nuclei");
		final ModelBundle model = nuclei.withCard(nuclei.card().withTraining(Map.of(
			ObjectSurvey.DIAMETER, "61")));
		final Preflight preflight = Preflight.of(annotations(good(), OBJECTS),
			recipe(OBJECTS));
		final Finding finding = find(preflight.withBaseModel(model).findings(),
			"Objects are about 20 px in diameter; the model");
		assertEquals(3, ((Fix.Rescale) finding.fix().get()).factor(), 0.2);
		final ModelBundle close = nuclei.withCard(nuclei.card().withTraining(Map.of(
			ObjectSurvey.DIAMETER, "15")));
		assertEquals(1, preflight.withBaseModel(close).findings().size());
	}

	private static List<Sample> scaled(final double factor) {
		return good().stream().map(s -> s.scaled(factor, factor).withPixelSize(
			HALF)).toList();
	}

	@Test
	void objectsAreComparedWithWhatTheNetworkSees() {
		final Recipe shallow = recipe(OBJECTS);
		final Finding large = find(check(scaled(2), shallow.withSpec(shallow.spec()
			.withDepth(2))), "The largest objects are");
		assertEquals(Severity.WARNING, large.severity());
		assertTrue(large.sentence().contains("the network sees 44 px"), large
			.sentence());
		assertTrue(large.fix().get() instanceof Fix.Rescale r && r.factor() < 0.5,
			large.toString());
		final Recipe tiny = shallow.withSpec(shallow.spec().withDepth(1));
		assertEquals(Optional.of(new Fix.Depth(2)), find(check(good(), tiny),
			"The largest objects are").fix());
	}

	@Test
	void smallObjectsAreToBeEnlarged() {
		final Finding small = find(check(scaled(0.35)), "Half of the objects");
		assertEquals(Optional.of(new Fix.Rescale(3)), small.fix());
	}

	@Test
	void patchesAreComparedWithObjectsAndImages() {
		final Recipe recipe = recipe(OBJECTS);
		final Recipe narrow = recipe.withConfig(recipe.config().withPatch(32));
		final Finding cut = find(check(good(), narrow), "Patches of 32 px cut");
		assertEquals(Optional.of(new Fix.Patch(64)), cut.fix());
		final Recipe wide = recipe.withConfig(recipe.config().withPatch(256));
		assertFinding(check(good(), wide), Severity.NOTE,
			"Patches of 256 px are larger than the images (128 px) and are filled up with mirrored pixels, which costs time. Use smaller patches.",
			new Fix.Patch(128));
	}

	@Test
	void touchingObjectsNeedBorderWeights() {
		final Sample touching = NucleiField.default2d().withSize(128, 131)
			.withCount(25).withTouching(1).withRadius(10).generate().sample("t")
			.withPixelSize(HALF);
		assertEquals(Severity.NOTE, find(check(with(touching)), touchText(with(
			touching))).severity());
		assertEquals(Severity.WARNING, find(check(with(touching), recipe(OBJECTS
			.withBorderWeight(BorderWeight.NONE))), touchText(with(touching)))
			.severity());
	}

	private static String touchText(final List<Sample> samples) {
		final String sentence = check(samples).stream().map(Finding::sentence)
			.filter(s -> s.contains("touch")).findFirst().orElse("no touching found");
		return sentence.substring(0, sentence.indexOf(" another"));
	}

	private static Sample labelled(final String name, final int... extra) {
		final int[] labels = nuclei(1).labelArray();
		for (int i = 0; i + 1 < extra.length; i += 2)
			labels[extra[i]] = extra[i + 1];
		return nuclei(1).withLabels(ArrayImgs.ints(labels, 128, 131));
	}

	@Test
	void specksAndPiecesAreNamed() {
		assertFinding(check(with(labelled("s", 2 * 128 + 2, 99))), Severity.WARNING,
			"1 of " + (1 + objects()) +
				" objects has no more than 4 pixels (n1): slips of the annotation? Leave them out.",
			new Fix.RemoveSpecks(4));
		final int[] same = nuclei(1).labelArray();
		for (int i = 0; i < same.length; i++)
			same[i] = Math.min(same[i], 1);
		final List<Sample> broken = good().stream().map(s -> s.withLabels(ArrayImgs
			.ints(ones(s), 128, 131))).toList();
		final Finding finding = find(check(broken), "10 of 10 objects lie in");
		assertEquals(Optional.of(new Fix.SplitPieces()), finding.fix());
	}

	private static int objects() {
		return good().stream().mapToInt(s -> Arrays.stream(s.labelArray()).max()
			.getAsInt()).sum();
	}

	private static int[] ones(final Sample sample) {
		return Arrays.stream(sample.labelArray()).map(l -> Math.min(l, 1))
			.toArray();
	}

	@Test
	void classesMustOccurOftenEnough() {
		final TargetRule rule = TargetRule.semantic(0, 1, 2);
		final List<Sample> two = good().stream().map(s -> s.withLabels(ArrayImgs
			.ints(ones(s), 128, 131))).toList();
		final String[] names = { "background", "cell", "spot" };
		assertFinding(Preflight.of(annotations(two, rule, names), recipe(rule))
			.findings(), Severity.ERROR,
			"No pixel is spot; annotate some, or take the class out.", null);
		final List<Sample> rare = new ArrayList<>(two);
		final int[] labels = ones(two.get(0));
		for (int i = 0; i < 30; i++)
			labels[i] = 2;
		rare.set(0, two.get(0).withLabels(ArrayImgs.ints(labels, 128, 131)));
		final List<Finding> findings = Preflight.of(annotations(rare, rule, names),
			recipe(rule)).findings();
		final Fix.ClassWeights weights = (Fix.ClassWeights) find(findings,
			"Few pixels are spot (0.018 %)").fix().get();
		assertEquals(List.of(1f, 1f, 5f), weights.weights());
		assertEquals(Severity.WARNING, find(findings,
			"spot occurs in one image only").severity());
	}

	@Test
	void somethingMustBeAnnotated() {
		final List<Sample> empty = good().stream().map(s -> s.withLabels(ArrayImgs
			.ints(128, 131))).toList();
		assertFinding(check(empty), Severity.ERROR,
			"No image holds an object; annotate at least one, or check that these are the right labels.",
			null);
		final int[] unknown = new int[128 * 131];
		Arrays.fill(unknown, Sample.IGNORE);
		final List<Sample> nothing = good().stream().map(s -> s.withLabels(ArrayImgs
			.ints(unknown, 128, 131))).toList();
		assertEquals(Severity.ERROR, find(check(nothing), "No pixel is annotated")
			.severity());
	}

	@Test
	void littleThatIsAnnotatedIsSaid() {
		final List<Sample> sparse = good().stream().map(s -> {
			final int[] labels = s.labelArray();
			for (int i = 128 * 60; i < labels.length; i++)
				labels[i] = Sample.IGNORE;
			for (int i = 128 * 5; i < 128 * 60; i++)
				if (labels[i] == 0 || i > 128 * 30) labels[i] = Sample.IGNORE;
			for (int i = 0; i < 128 * 5; i++)
				if (labels[i] == 0 && i > 100) labels[i] = Sample.IGNORE;
			return s.withLabels(ArrayImgs.ints(labels, 128, 131));
		}).toList();
		assertEquals(Severity.NOTE, check(sparse).stream().filter(f -> f.sentence()
			.endsWith("of the pixels are annotated; the rest is left out."))
			.findFirst().orElseThrow().severity());
	}

	@Test
	void fewImagesAndObjectsAreSaid() {
		assertFinding(check(List.of(nuclei(1))), Severity.ERROR,
			"There is one image only, so none is left to validate on. Annotate another, or cut it into parts.",
			new Fix.Cut(2, 2));
		assertEquals(Severity.WARNING, find(check(List.of(nuclei(1).inGroup("g"),
			nuclei(2).inGroup("g"))), "All planes belong to one stack").severity());
		assertEquals(Optional.of(new Fix.Folds(3)), find(check(good().subList(0,
			3)), "3 images: one or two decide").fix());
		assertEquals(Optional.of(new Fix.Folds(5)), find(check(good().subList(0,
			7)), "7 images: cross-validation").fix());
		final int objects = Arrays.stream(nuclei(1).labelArray()).max().getAsInt();
		assertEquals(Severity.WARNING, find(check(List.of(nuclei(1))), objects +
			" objects in all").severity());
	}

	@Test
	void errorsComeFirst() {
		final List<Finding> findings = check(List.of(nuclei(1), filled("y", 7)));
		for (int i = 1; i < findings.size(); i++)
			assertTrue(findings.get(i - 1).severity().compareTo(findings.get(i)
				.severity()) >= 0);
		assertEquals(Severity.ERROR, findings.get(0).severity());
	}

	@Test
	void theRuleMustFit() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Preflight.of(
			annotations(good(), OBJECTS), recipe(TargetRule.membrane(0))))
			.getMessage().contains("2 classes"));
		final Preflight preflight = Preflight.of(annotations(good(), OBJECTS),
			recipe(OBJECTS));
		assertThrows(IllegalArgumentException.class, () -> preflight.withRecipe(
			recipe(OBJECTS.withBorderWidth(3))));
		final Recipe deep = recipe(OBJECTS);
		assertEquals(1, preflight.withRecipe(deep.withSpec(deep.spec().withDepth(
			5))).findings().size());
	}

	@Test
	void somethingMustBeLeft() {
		assertEquals("No annotated image is left; annotate at least two",
			assertThrows(IllegalArgumentException.class, () -> check(List.of()))
				.getMessage());
	}

	@Test
	void fixesChangeTheRecipe() {
		final Recipe recipe = recipe(OBJECTS);
		final Recipe deep = RecipeChange.apply(recipe.withConfig(recipe.config()
			.withPatch(80)), new Fix.Depth(5));
		assertEquals(5, deep.spec().depth());
		assertEquals(96, deep.config().patch());
		assertEquals(8, RecipeChange.apply(recipe, new Fix.BaseWidth(8)).spec()
			.baseWidth());
		assertEquals(64, RecipeChange.apply(recipe, new Fix.Patch(64)).config()
			.patch());
		assertEquals(1, RecipeChange.apply(recipe, new Fix.Batch(1)).config()
			.batch());
		assertEquals(OBJECTS.withClassWeights(1, 2, 3), RecipeChange.apply(recipe,
			new Fix.ClassWeights(List.of(1f, 2f, 3f))).targets());
		assertEquals(recipe, RecipeChange.apply(recipe, new Fix.Rescale(2)));
	}
}
