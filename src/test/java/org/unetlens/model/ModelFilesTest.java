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

package org.unetlens.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.OptimizerState.NamedArray;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/** What is written is read back, and files are whole or not there. */
class ModelFilesTest {

	@TempDir
	Path folder;

	static Stream<UNetSpec> specs() {
		return Stream.of(ModelSamples.spec(1, 3, 1), ModelSamples.spec(3, 2, 2)
			.withSkips(SkipSet.of(1)).withSeed(Long.MIN_VALUE), ModelSamples.spec(2,
				4, 1).withBatchNorm(true).withSkips(SkipSet.none()), ModelSamples.spec(
					1, 2, 1).withPadding(Padding.VALID));
	}

	@ParameterizedTest
	@MethodSource("specs")
	void allComesBack(final UNetSpec spec) {
		final ModelPackage written = ModelSamples.source(spec, 1).withCover(
			new byte[] { 1, 2, 3 });
		final Path file = folder.resolve("a model.zip");
		ModelFiles.write(written, file, false);
		final ModelPackage back = ModelFiles.readPackage(file);
		assertSame(written.model(), back.model());
		assertArrayEquals(written.test().input(), back.test().input());
		assertArrayEquals(written.test().output(), back.test().output());
		assertEquals(written.test().height(), back.test().height());
		assertEquals(written.test().width(), back.test().width());
		assertArrayEquals(new byte[] { 1, 2, 3 }, back.cover().orElseThrow());
		assertTrue(back.optimizer().isEmpty());
	}

	@ParameterizedTest
	@EnumSource(ObjectRule.Kind.class)
	void everyObjectRuleComesBack(final ObjectRule.Kind kind) {
		final ModelPackage s = ModelSamples.source(ModelSamples.spec(1, 3, 1), 1);
		final ModelBundle m = s.model();
		final ObjectRule rule = new ObjectRule(kind, 0, 1, 0.25, 0, false, true);
		final Normalization norm = Normalization.of(Normalization.Kind.values()[kind
			.ordinal()]).withScope(Normalization.Scope.values()[kind.ordinal() % 2]);
		final ModelBundle changed = new ModelBundle(m.card(), m.spec(), m.weights(),
			norm, PixelSize.UNCALIBRATED, m.classes(), rule);
		final Path file = folder.resolve("m.zip");
		ModelFiles.write(changed, null, s.test(), file, false);
		assertSame(changed, ModelFiles.read(file));
	}

	@Test
	void aCheckpointKeepsTheOptimiser() {
		final List<NamedArray> arrays = new ArrayList<>();
		arrays.add(new NamedArray("head.weight.m", new float[] { 1, -2, 3e-20f }));
		arrays.add(new NamedArray("../odd: name", new float[] { 5 }));
		arrays.add(new NamedArray("empty", new float[0]));
		final ModelPackage written = ModelSamples.source(ModelSamples.spec(1, 2, 1),
			1).withOptimizer(new OptimizerState(12345678901L, arrays));
		final Path file = folder.resolve("last.zip");
		ModelFiles.write(written, file, false);
		final OptimizerState back = ModelFiles.readPackage(file).optimizer()
			.orElseThrow();
		assertEquals(12345678901L, back.step());
		assertEquals(3, back.arrays().size());
		for (final NamedArray a : arrays)
			assertArrayEquals(a.values(), back.get(a.name()), a.name());
	}

	@Test
	void aModelWithoutPageGetsOne() {
		final ModelPackage s = ModelSamples.source(ModelSamples.spec(1, 2, 1), 1);
		final ModelBundle m = s.model();
		final ModelCard c = m.card();
		final ModelCard bare = new ModelCard(c.name(), c.description(), "", List
			.of(), List.of(), "", List.of(), c.data(), c.metrics(), c.training());
		final Path file = folder.resolve("m.zip");
		ModelFiles.write(new ModelBundle(bare, m.spec(), m.weights(), m
			.normalization(), m.pixelSize(), m.classes(), m.rule()), null, s.test(),
			file, false);
		final String page = new String(ModelFiles.readEntry(file,
			"documentation.md").orElseThrow(), StandardCharsets.UTF_8);
		for (final String part : List.of("# nuclei: test", "Finds nuclei.",
			"AP@0.5: 0.7510", "set 1", "percentile 1.0", "0.65 x 0.5 micron",
			"## Validation"))
			assertTrue(page.contains(part), part + " in " + page);
		assertEquals(page, ModelFiles.read(file).card().documentation());
	}

	@Test
	void nothingIsOverwrittenUnlessToldTo() throws IOException {
		final Path file = folder.resolve("m.zip");
		Files.writeString(file, "mine");
		final ModelPackage source = ModelSamples.source(ModelSamples.spec(1, 2, 1),
			1);
		final ModelException exc = assertThrows(ModelException.class,
			() -> ModelFiles.write(source, file, false));
		assertTrue(exc.getMessage().contains("m.zip exists already"), exc
			.getMessage());
		assertEquals("mine", Files.readString(file));
		ModelFiles.write(source, file, true);
		assertSame(source.model(), ModelFiles.read(file));
		assertEquals(List.of(file), files());
	}

	@Test
	void aModelThatIsWrongIsNotWritten() throws IOException {
		final ModelPackage source = ModelSamples.source(ModelSamples.spec(1, 2, 1),
			1);
		final ModelBundle m = source.model();
		m.weights().get("head.bias").values()[1] = Float.NaN;
		assertRefused(source, "head.bias holds the value NaN");
		m.weights().get("head.bias").values()[1] = 0;
		assertRefused(ModelPackage.of(m, new TestPair(7, 26, source.test().input(),
			source.test().output())), "26 + n * 2 px");
		assertRefused(ModelPackage.of(new ModelBundle(m.card(), m.spec(), m
			.weights(), m.normalization(), m.pixelSize(), List.of("a"), m.rule()),
			source.test()), "names the classes [a]");
		assertEquals(List.of(), files());
	}

	@Test
	void aFolderThatIsNotThereIsNamed() {
		final ModelPackage source = ModelSamples.source(ModelSamples.spec(1, 2, 1),
			1);
		final ModelException exc = assertThrows(ModelException.class,
			() -> ModelFiles.write(source, folder.resolve("no/m.zip"), false));
		assertTrue(exc.getMessage().contains("does not exist"), exc.getMessage());
	}

	@Test
	void unknownNamesSayWhichThereAre() {
		final ModelException exc = assertThrows(ModelException.class, () -> Models
			.read("no such model"));
		assertTrue(exc.getMessage().contains("'no such model'") && exc.getMessage()
			.contains(BundledModels.names().toString()), exc.getMessage());
		assertThrows(ModelException.class, () -> Models.read("odd\0name"));
		assertThrows(ModelException.class, () -> BundledModels.open("../x"));
	}

	@Test
	void bundledModelsOpen() {
		for (final String name : BundledModels.names())
			assertFalse(BundledModels.open(name).model().classes().isEmpty(), name);
	}

	@Test
	void aFileIsOpenedByItsPath() {
		final ModelPackage source = ModelSamples.source(ModelSamples.spec(1, 2, 1),
			1);
		final Path file = folder.resolve("m.zip");
		ModelFiles.write(source, file, false);
		assertSame(source.model(), Models.read(file.toString()).model());
	}

	private void assertRefused(final ModelPackage source, final String part) {
		final ModelException exc = assertThrows(ModelException.class,
			() -> ModelFiles.write(source, folder.resolve("x.zip"), false));
		assertTrue(exc.getMessage().contains(part), exc.getMessage());
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.toList();
		}
	}

	static void assertSame(final ModelBundle a, final ModelBundle b) {
		assertEquals(a.card(), b.card());
		assertEquals(List.copyOf(a.card().metrics().keySet()), List.copyOf(b.card()
			.metrics().keySet()));
		assertEquals(a.spec(), b.spec());
		assertEquals(a.normalization(), b.normalization());
		assertEquals(a.pixelSize(), b.pixelSize());
		assertEquals(a.classes(), b.classes());
		assertEquals(a.rule(), b.rule());
		assertSame(a.weights(), b.weights());
	}

	private static void assertSame(final Weights a, final Weights b) {
		assertEquals(a.all().stream().map(Weight::name).toList(), b.all().stream()
			.map(Weight::name).toList());
		for (final Weight w : a.all())
			assertArrayEquals(w.values(), b.get(w.name()).values(), w.name());
	}
}
