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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.model.OptimizerState.NamedArray;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;

/**
 * Whatever a file holds: a sentence that names it, and nothing written
 * anywhere.
 */
class HostileFilesTest {

	private static final UNetSpec SPEC = ModelSamples.spec(1, 2, 1);

	// NB: Offsets in a record of a zip file's directory.
	private static final int CHECK_SUM = 16;
	private static final int SIZE = 24;

	@TempDir
	Path folder;
	private Path file;
	private Forgery forgery;
	private List<String> before;

	@BeforeEach
	void writeAGoodOne() throws IOException {
		final Path inner = Files.createDirectories(folder.resolve("inner"));
		file = inner.resolve("model.zip");
		ModelFiles.write(ModelSamples.source(SPEC, 1).withOptimizer(
			new OptimizerState(3, List.of(new NamedArray("a", new float[7])))), file,
			false);
		forgery = Forgery.of(file);
		before = files();
	}

	@AfterEach
	void nothingWasWritten() throws IOException {
		assertEquals(before, files());
	}

	@ParameterizedTest
	@ValueSource(strings = { "../evil.txt", "a/../../evil.txt", "/evil.txt",
		"..\\evil.txt", "a\\b", "C:evil.txt", "..", "a/..", "new\nline" })
	void namesThatLeadElsewhere(final String name) {
		refused(forgery.with(name, new byte[1]), "an entry with the name");
	}

	@Test
	void theSameNameTwice() {
		final byte[] zip = forgery.with("rdf.yamX", new byte[3]).zip();
		refused(new String(zip, StandardCharsets.ISO_8859_1).replace("rdf.yamX",
			"rdf.yaml").getBytes(StandardCharsets.ISO_8859_1), "there twice");
	}

	@Test
	void moreEntriesThanAnyModelHas() {
		for (int i = 0; i < 5000; i++)
			forgery.with("e" + i, new byte[0]);
		refused(forgery, "5006 entries");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rdf.yaml", "documentation.md", "weights.onnx",
		"test-input.npy", "optimizer/0000.npy" })
	void entriesThatInflateToFarMoreThanTheyMay(final String entry) {
		final byte[] much = new byte[36_000_000];
		// NB: As a protocol buffer these are unknown fields, which are skipped.
		Arrays.fill(much, (byte) 'x');
		forgery.withoutSums().with(entry, much);
		refused(forgery, "larger than the");
		final byte[] zip = forgery.zip();
		setStated(SIZE, zip, entry, 10);
		refused(zip, "larger than the");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rdf.yaml", "weights.onnx", "test-output.npy" })
	void entriesThatStateAHugeSize(final String entry) {
		final byte[] zip = forgery.zip();
		setStated(SIZE, zip, entry, 0xfffffff0);
		refused(zip, "larger than the");
	}

	@ParameterizedTest
	@CsvSource({ "rdf.yaml", "weights.onnx", "test-input.npy", "test-output.npy",
		"documentation.md", "optimizer/0000.npy" })
	void entriesThatAreMissing(final String entry) {
		refused(forgery.without(entry), "its entry " + entry + " is missing");
	}

	@Test
	void filesCutOff() {
		final byte[] zip = forgery.zip();
		for (final int n : new int[] { 0, 1, 21, 22, 100, zip.length / 4,
			zip.length / 2, zip.length - 22, zip.length - 1 })
			refused(Arrays.copyOf(zip, n), "not a zip file, or its end is missing");
		refused(Arrays.copyOfRange(zip, 1000, zip.length), "");
	}

	@Test
	void filesThatAreSomethingElse() {
		refused("plain text".getBytes(StandardCharsets.UTF_8), "not a zip file");
		refused(new byte[200_000], "not a zip file");
		final ModelException folderExc = assertThrows(ModelException.class,
			() -> ModelFiles.read(folder));
		assertTrue(folderExc.getMessage().contains("no readable model file"));
		assertThrows(ModelException.class, () -> ModelFiles.read(folder.resolve(
			"absent.zip")));
	}

	@Test
	void modelsOfOthers() {
		refused(forgery.rdf(s -> s.replace("  unetlens:", "  other:")),
			"was not made by U-Net Lens");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"format_version | 0.4.10 | format 0.4.10",
		"type | dataset | bioimage.io dataset", "format | 4 | version 4",
		"dims | 3 | dims: found '3'", "depth | 7 | depth: found '7'",
		"depth | 1.5 | a whole number", "channels | 1000000000 | channels",
		"channels | 99999999999999999999 | channels", "channels | 2 | ",
		"base_width | 4096 | base_width", "padding | odd | one of [same, valid]",
		"batch_norm | 7 | true or false", "batch_norm | true | lack",
		"low | 99.9 | percentile", "low | .nan | percentile", "x | -1 | pixel size",
		"threshold | 1.5 | 0 to 1", "threshold | .nan | 0 to 1",
		"min_size | -3 | min_size", "kind | enclose | one of",
		"sha256 | 00 | check sum", "source | ../../secret | is missing",
		"dims | [2] | found a list" })
	void settingsThatCannotBe(final String key, final String value,
		final String part)
	{
		refused(forgery.set(key, value), part == null ? "" : part);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"skips:\\s+- 0 | skips: [3] | skips: 0: found '3'",
		"skips:\\s+- 0 | skips: {a: 1} | where a list is needed",
		"skips:\\s+- 0 | other: 1 | 'skips' is missing",
		"kind: foreground | kind: interior_border | its objects need the classes",
		"step: 3 | step: -1 | step is -1",
		"metrics:\\s+AP@0.5: 0.751\\s+AP@0.7: 0.5 | metrics: [1] | where a map is needed" })
	void listsAndMapsThatCannotBe(final String before, final String after,
		final String part)
	{
		refused(forgery.rdf(s -> s.replaceFirst(before, after)), part);
	}

	@Test
	void networksThatNeedMoreThanThereIs() {
		refused(forgery.set("depth", "6").set("base_width", "512"), "values");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "- 1\n- 2", "a: b: c", "{", "\"",
		"a: 1\na: 2", "\u0000",
		"!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost/\"]]]]",
		"type: !!java.io.File [evil]", "type: !!binary x y",
		"type: model\nformat_version: &a [*a]", "&a [&b [*a, *b]]",
		"type: model\nformat_version: &a [[*a]]", "? &a [*a]\n: 1" })
	void descriptionsThatAreNone(final String yaml) {
		refused(forgery.rdf(yaml), "rdf.yaml");
	}

	@Test
	void descriptionsThatGrowOrNest() {
		final StringBuilder aliases = new StringBuilder("a0: &a0 [x, x]\n");
		for (int i = 1; i < 40; i++)
			aliases.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i -
				1) + "]\n");
		refused(forgery.rdf(aliases.toString()), "aliases");
		refused(forgery.rdf("[".repeat(50_000)), "epth");
		refused(forgery.rdf("{a: ".repeat(50_000)), "epth");
		refused(forgery.rdf("a: " + "9".repeat(200_000)), "'type' is missing");
	}

	@Test
	void weightsOfAnotherNetwork() {
		final UNetSpec wide = SPEC.withBaseWidth(4);
		refused(forgery.withoutSums().with(Entries.WEIGHTS, OnnxWriter.write(wide,
			ModelSamples.weights(wide, 1))), "has the ONNX shape [4, 1, 3, 3]");
		final String renamed = new String(OnnxWriter.write(SPEC, ModelSamples
			.weights(SPEC, 1)), StandardCharsets.ISO_8859_1).replace("head.bias",
				"head.bia5");
		refused(forgery.with(Entries.WEIGHTS, renamed.getBytes(
			StandardCharsets.ISO_8859_1)), "lack head.bias");
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY })
	void weightsThatAreNoNumbers(final float value) {
		final Weights weights = ModelSamples.weights(SPEC, 1);
		weights.get("decoder0.up.weight").values()[5] = value;
		refused(forgery.withoutSums().with(Entries.WEIGHTS, OnnxWriter.write(SPEC,
			weights)), "decoder0.up.weight holds the value " + value);
	}

	@Test
	void weightsThatAreNoOnnxModel() {
		forgery.withoutSums();
		refused(forgery.with(Entries.WEIGHTS, new byte[0]), "lack");
		final byte[] nested = new byte[500_000];
		Arrays.fill(nested, (byte) 0x0b);
		refused(forgery.with(Entries.WEIGHTS, nested), "not an ONNX model");
		final byte[] negative = { 0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff,
			(byte) 0xff, 0x0f };
		refused(forgery.with(Entries.WEIGHTS, negative), "damaged");
		final byte[] onnx = OnnxWriter.write(SPEC, ModelSamples.weights(SPEC, 1));
		refused(forgery.with(Entries.WEIGHTS, Arrays.copyOf(onnx, onnx.length / 2)),
			"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "()", "(1,)", "(1, 1, 26, -28)", "(1, 1, 26, 30)",
		"(1, 2, 26, 28)", "(1, 1, 9999999999, 9999999999)",
		"(1, 1, 99999999999999999999, 1)", "(1,1,1,1,1,1,1,1,1)", "(1, , 2, 3)",
		"(1 1, 1, 26, 28)" })
	void testImagesOfAbsurdShape(final String shape) {
		final byte[] npy = forgery.withoutSums().get(Entries.TEST_INPUT);
		final String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " +
			shape + ", }";
		final byte[] text = (header + " ".repeat(118 - header.length())).getBytes(
			StandardCharsets.US_ASCII);
		System.arraycopy(text, 0, npy, 10, text.length);
		refused(forgery.with(Entries.TEST_INPUT, npy), "its entry test-input.npy");
	}

	@Test
	void arraysOfAnotherKind() {
		forgery.withoutSums();
		final byte[] npy = forgery.get(Entries.TEST_OUTPUT);
		for (final String other : List.of("'<f8'", "'|O8'"))
			refused(forgery.with(Entries.TEST_OUTPUT, new String(npy,
				StandardCharsets.ISO_8859_1).replace("'<f4'", other).replace("'|O8'",
					"'|O'").getBytes(StandardCharsets.ISO_8859_1)),
				"not an array of little-endian float32");
		refused(forgery.with(Entries.TEST_OUTPUT, Arrays.copyOf(npy, 9)), ".npy");
		refused(forgery.with(Entries.TEST_OUTPUT, Arrays.copyOf(npy, npy.length -
			4)), "bytes of values");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rdf.yaml", "documentation.md", "weights.onnx" })
	void entriesWithAnotherCheckSum(final String entry) {
		final byte[] zip = forgery.zip();
		setStated(CHECK_SUM, zip, entry, 7);
		refused(zip, "its entry " + entry + " is damaged");
	}

	/** A flipped bit is found, or it changed nothing that is used. */
	@Test
	void flippedBits() {
		final byte[] zip = forgery.zip();
		final ModelBundle model = ModelFiles.read(file);
		final Random random = new Random(42);
		for (int i = 0; i < 150; i++) {
			final byte[] bad = zip.clone();
			bad[random.nextInt(bad.length)] ^= 1 << random.nextInt(8);
			refusedOrEqual(bad, model);
		}
	}

	/** The same inside of entries whose sums are not checked. */
	@Test
	void flippedBitsInEntries() {
		forgery.withoutSums();
		final Random random = new Random(43);
		for (final String entry : List.of(Entries.RDF, Entries.WEIGHTS,
			Entries.TEST_INPUT, "optimizer/0000.npy"))
		{
			final byte[] good = forgery.get(entry);
			for (int i = 0; i < 100; i++) {
				final byte[] bad = good.clone();
				// NB: Most faults are in the first bytes, where sizes and names stand.
				bad[random.nextInt(i % 2 == 0 ? bad.length : Math.min(200,
					bad.length))] ^= 1 << random.nextInt(8);
				readOrRefuse(forgery.with(entry, bad).zip());
			}
			forgery.with(entry, good);
		}
	}

	private void refusedOrEqual(final byte[] zip, final ModelBundle model) {
		final ModelBundle found = readOrRefuse(zip);
		if (found != null) ModelFilesTest.assertSame(model, found);
	}

	private ModelBundle readOrRefuse(final byte[] zip) {
		Forgery.write(zip, file);
		try {
			return ModelFiles.read(file);
		}
		catch (final ModelException exc) {
			requireSentence(exc, "");
			return null;
		}
	}

	private void refused(final Forgery bad, final String part) {
		refused(bad.zip(), part);
	}

	private void refused(final byte[] zip, final String part) {
		Forgery.write(zip, file);
		requireSentence(assertThrows(ModelException.class, () -> ModelFiles
			.readPackage(file)), part);
	}

	private static void requireSentence(final ModelException exc,
		final String part)
	{
		final String message = exc.getMessage();
		assertTrue(message.contains(part), part + " in: " + message);
		assertTrue(message.startsWith("The model file ") && message.contains(
			"model.zip cannot be opened: ") && message.endsWith(
				"Get the file again or choose another model"), message);
		assertTrue(message.length() < 700 && !message.contains("null"), message);
	}

	/** Changes a field of an entry in the directory at the end of the file. */
	private static void setStated(final int field, final byte[] zip,
		final String entry, final int value)
	{
		final ByteBuffer b = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		final byte[] name = entry.getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i + 46 + name.length < zip.length; i++)
			if (b.getInt(i) == 0x02014b50 && Arrays.equals(name, Arrays.copyOfRange(
				zip, i + 46, i + 46 + name.length)))
			{
				b.putInt(i + field, value);
				return;
			}
		throw new IllegalStateException("No " + entry + " in the directory");
	}

	private List<String> files() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return List.copyOf(all.map(p -> folder.relativize(p).toString()).collect(
				Collectors.toCollection(TreeSet::new)));
		}
	}
}
