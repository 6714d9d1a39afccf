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

package org.unetlens.model.foreign;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.model.ModelException;

/**
 * Damaged and malicious files from elsewhere are refused with one sentence,
 * take no memory beyond what their size accounts for, and write nothing.
 */
class HostileForeignTest {

	/** Bytes that reading a file of this test may allocate in all. */
	private static final long MEMORY = 64L << 20;
	private static final int SIDE = 16;

	@TempDir
	Path folder;
	private Path file;
	private long before;

	@BeforeEach
	void makeFolder() throws IOException {
		file = Files.createDirectories(folder.resolve("in")).resolve("model.onnx");
	}

	@AfterEach
	void nothingElseWasWritten() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			assertTrue(all.filter(Files::isRegularFile).allMatch(p -> p.equals(
				file)));
		}
	}

	/** 240 files: 40 each of six kinds. */
	@ParameterizedTest
	@ValueSource(strings = { "onnx", "package", "package inside", "dl4j inside",
		"keras", "graph" })
	void mutatedFiles(final String kind) throws IOException {
		final byte[] good = good(kind);
		final Random random = new Random(kind.hashCode());
		int refused = 0;
		for (int i = 0; i < 40; i++)
			if (!reads(kind, mutated(good, random, i))) refused++;
		assertTrue(refused > 3, refused + " of 40 were refused");
	}

	/** A flipped bit, several, a stretch of noise, or the end cut off. */
	private static byte[] mutated(final byte[] good, final Random random,
		final int i)
	{
		final byte[] bad = i % 4 == 3 ? Arrays.copyOf(good, random.nextInt(
			good.length)) : good.clone();
		if (bad.length == 0) return bad;
		// NB: Where sizes and names stand a change does most.
		final int end = i % 2 == 0 ? bad.length : Math.min(2000, bad.length);
		if (i % 4 == 2) {
			final int at = random.nextInt(end);
			for (int j = at; j < Math.min(bad.length, at + 8); j++)
				bad[j] = (byte) random.nextInt();
		}
		else for (int n = 0; n <= i % 3; n++)
			bad[random.nextInt(end)] ^= 1 << random.nextInt(8);
		return bad;
	}

	private byte[] good(final String kind) throws IOException {
		final byte[] onnx = Sketches.torch(1, 1, "Sigmoid");
		return switch (kind) {
			case "package" -> sketch().zip();
			case "package inside" -> sketch().entries.get("rdf.yaml");
			case "dl4j inside" -> Dl4jSketch.coefficients();
			case "keras" -> keras();
			case "graph" -> Sketches.odd((s, x) -> s.node("Add", List.of(x, s.conv(x,
				4, 4, 5))), (s, x) -> s.node("Tanh", List.of(x)));
			default -> onnx;
		};
	}

	/** Puts the mutated part where it belongs. */
	private boolean reads(final String kind, final byte[] bytes)
		throws IOException
	{
		final byte[] whole = switch (kind) {
			case "package inside" -> {
				final BioimageSketch sketch = sketch();
				sketch.entries.put("rdf.yaml", bytes);
				yield sketch.zip();
			}
			case "dl4j inside" -> zip("configuration.json", Dl4jSketch
				.configuration(), "coefficients.bin", bytes);
			default -> bytes;
		};
		Files.write(file, whole);
		return reads();
	}

	private static BioimageSketch sketch() {
		final int[] sizes = { 1, 1, SIDE, SIDE };
		return BioimageSketch.old(Sketches.torch(1, 1, "Sigmoid"), "bcyx", "[]",
			"[]", new float[SIDE * SIDE], sizes, new float[SIDE * SIDE], sizes);
	}

	private byte[] keras() throws IOException {
		final KerasSketch s = new KerasSketch(4, 4, 1, new float[16]);
		final String e0 = s.conv(s.conv(s.input(), 3, 3, "relu"), 3, 3, "relu");
		String x = s.conv(s.conv(s.pool(e0), 6, 3, "relu"), 6, 3, "relu");
		x = s.concat(e0, s.transposed(x, 3, 2, "linear"));
		x = s.conv(s.conv(s.conv(x, 3, 3, "relu"), 3, 3, "relu"), 1, 1, "sigmoid");
		s.save(file, x);
		return Files.readAllBytes(file);
	}

	/** Whether the file can be read; when not, one sentence must say why. */
	private boolean reads() {
		before = allocated();
		try {
			final ForeignModel model = ForeignModels.open(file);
			model.layers();
			model.obstacle(ImportOptions.defaults());
			return true;
		}
		catch (final ModelException exc) {
			requireSentence(exc.getMessage());
			return false;
		}
		finally {
			final long used = allocated() - before;
			assertTrue(used < MEMORY, used + " bytes were allocated");
		}
	}

	private static void requireSentence(final String message) {
		assertTrue(message.contains("model.onnx") && message.length() < 900 &&
			!message.contains("\n\t"), message);
	}

	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
			.getCurrentThreadAllocatedBytes();
	}

	private void refused(final byte[] bytes, final String reason)
		throws IOException
	{
		Files.write(file, bytes);
		before = allocated();
		final String message = assertThrows(ModelException.class,
			() -> ForeignModels.open(file)).getMessage();
		assertTrue(message.contains(reason), message);
		requireSentence(message);
		assertTrue(allocated() - before < MEMORY, "much was allocated");
	}

	@Test
	void circles() throws IOException {
		final OnnxSketch s = new OnnxSketch(1);
		final String x = s.input("image", 0, 1, 0, 0);
		// NB: Nodes are named by their place: the second one reads the third.
		s.node("Concat", java.util.List.of(x, "relu1"), OnnxSketch.integer("axis",
			1));
		s.node("Relu", java.util.List.of("concat0"));
		refused(s.output("relu1", 0, 2, 0, 0).bytes(), "in a circle");
		final String dl4j = Dl4jSketch.configuration().replace("\"b\" : [ \"a\" ]",
			"\"b\" : [ \"c\" ]").replace("\"c\" : [ \"b\" ]", "\"c\" : [ \"c\" ]");
		refused(zip("configuration.json", dl4j, "coefficients.bin", Dl4jSketch
			.coefficients()), "");
		final KerasSketch k = new KerasSketch(4, 4, 1, new float[16]);
		final String y = k.conv(k.conv(k.input(), 1, 3, "relu"), 1, 1, "sigmoid");
		k.save(file, k.configuration(y).replace("[[[\"input_1\",0,0,{}]]]",
			"[[[\"conv2d_2\",0,0,{}]]]"), true);
		refused(Files.readAllBytes(file), "in a circle");
	}

	@Test
	void absurdShapes() throws IOException {
		final OnnxSketch s = new OnnxSketch(1);
		final String x = s.input("image", 0, 1, 0, 0);
		final String w = s.tensor(new long[] { 1 << 30, 1 << 30, 3, 3 },
			new float[9]);
		final String y = s.node("Conv", java.util.List.of(x, w));
		refused(s.output(y, 0, 1, 0, 0).bytes(), "not what its shape");
		refused(zip("configuration.json", Dl4jSketch.configuration().replace(
			"\"nout\" : 2", "\"nout\" : 60000"), "coefficients.bin", Dl4jSketch
				.coefficients()), "fewer than its configuration needs");
		refused(zip("configuration.json", Dl4jSketch.configuration().replace(
			"\"nout\" : 2", "\"nout\" : 2000000000"), "coefficients.bin", Dl4jSketch
				.coefficients()), "nout = 2000000000");
	}

	@Test
	void classesThatAreNotKnown() throws IOException {
		for (final String type : new String[] { "javax.script.ScriptEngineManager",
			"org.deeplearning4j.nn.conf.layers.LSTM",
			"org.deeplearning4j.nn.conf.layers.../../Evil" })
			refused(zip("configuration.json", Dl4jSketch.configuration().replace(
				"org.deeplearning4j.nn.conf.layers.ConvolutionLayer", type),
				"coefficients.bin", Dl4jSketch.coefficients()), "LSTM".equals(type
					.substring(type.length() - 4)) ? "the DL4J kind LSTM"
						: "names the class");
	}

	@Test
	void serialisedObjectsAreNotLookedAt() throws IOException {
		final byte[] zip = zip("configuration.json", Dl4jSketch.configuration(),
			"coefficients.bin", Dl4jSketch.coefficients(), "preprocessor.bin",
			new byte[] { (byte) 0xac, (byte) 0xed, 0, 5, 's', 'r' });
		Files.write(file, zip);
		assertTrue(reads());
	}

	@Test
	void entriesThatLeadElsewhereOrInflate() throws IOException {
		refused(zip("../evil", new byte[1], "rdf.yaml", "a: 1"),
			"an entry with the name");
		refused(zip("rdf.yaml", new byte[10_000_000]), "larger than the");
		final BioimageSketch sketch = sketch();
		sketch.entries.put("in.npy", new byte[(1 << 26) + 1]);
		Files.write(file, sketch.zip());
		sketch.entries.put("in.npy", new byte[0]);
		final String message = assertThrows(ModelException.class,
			() -> ForeignModels.open(file)).getMessage();
		assertTrue(message.contains("larger than the"), message);
	}

	@Test
	void filesThatAreSomethingElse() throws IOException {
		refused(new byte[0], "no ONNX model");
		refused("plain text".getBytes(StandardCharsets.UTF_8), "ONNX");
		refused(zip("a.txt", "b"), "neither an rdf.yaml");
		final byte[] nested = new byte[500_000];
		Arrays.fill(nested, (byte) 0x0b);
		refused(nested, "ONNX");
	}

	private static byte[] zip(final Object... namesAndContents) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (int i = 0; i < namesAndContents.length; i += 2) {
				zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
				zip.write(namesAndContents[i + 1] instanceof byte[] b ? b
					: ((String) namesAndContents[i + 1]).getBytes(
						StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
		return out.toByteArray();
	}
}
