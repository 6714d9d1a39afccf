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
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;
import org.unetlens.model.foreign.ForeignModel;
import org.unetlens.model.foreign.ForeignModels;
import org.unetlens.model.foreign.ImportOptions;
import org.unetlens.network.Activation;
import org.unetlens.network.LayerNames;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetForm;
import org.unetlens.network.UNetPlan;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights.Weight;

/**
 * What we write is opened by DL4J, by ONNX Runtime (see {@link OnnxWriterTest})
 * and by our reader of files from elsewhere, which knows nothing of our writer;
 * all give the same.
 */
class ModelExportsTest {

	private static final double TOLERANCE = 1e-4;

	@TempDir
	Path folder;

	static Stream<UNetSpec> specs() {
		final UNetForm far = new UNetForm(1, true, true, true, 5, Activation
			.leakyRelu(0.1));
		return Stream.of(ModelSamples.spec(1, 2, 1), ModelSamples.spec(3, 4, 3)
			.withSkips(SkipSet.of(0, 2)), ModelSamples.spec(2, 3, 2).withBatchNorm(
				true), ModelSamples.spec(1, 3, 2).withForm(far), ModelSamples.spec(1, 2,
					2).withForm(UNetForm.PLAIN.withActivation(Activation.ELU)));
	}

	@ParameterizedTest
	@MethodSource("specs")
	void dl4jOpensWhatIsWrittenForIt(final UNetSpec spec) throws IOException {
		final ModelBundle model = ModelSamples.model(spec, 3);
		final Path file = folder.resolve("net.zip");
		ModelExports.write(ModelPackage.of(model, null), ExportFormat.DL4J, file,
			false);
		assertFalse(ModelFiles.isOwn(file));
		final int h = 3 * spec.tileStep();
		final int w = 2 * spec.tileStep();
		final float[] input = ModelSamples.image(h * w * spec.channels(), 5);
		final float[] expected = run(model, input, h, w);
		Engine.start();
		final ComputationGraph graph = ComputationGraph.load(file.toFile(), true);
		try (INDArray x = Nd4j.create(input, new long[] { 1, h, w, spec
			.channels() }, 'c').permute(0, 3, 1, 2).dup('c'))
		{
			final float[] found = graph.outputSingle(x).permute(0, 2, 3, 1).dup('c')
				.data().asFloat();
			assertArrayEquals(expected, found, (float) TOLERANCE, spec.toString());
		}
		assertSame(model, ForeignModels.open(file), input, h, w);
	}

	@ParameterizedTest
	@MethodSource("specs")
	void ourReaderOfForeignPackagesReadsOurs(final UNetSpec spec) {
		final ModelBundle model = ModelSamples.model(spec, 4);
		final Path file = folder.resolve("model.zip");
		ModelFiles.write(ModelPackage.of(model, TestPair.of(model)), file, false);
		final ForeignModel foreign = ForeignModels.open(file);
		assertEquals("bioimage.io package, format 0.5.4", foreign.format());
		assertTrue(ModelFiles.isOwn(file));
		assertEquals(spec, ForeignModels.load(file, ImportOptions.defaults())
			.model().spec());
		final int h = spec.tileStep();
		final float[] input = ModelSamples.image(h * h * spec.channels(), 6);
		final ModelBundle back = assertSame(model, foreign, input, h, h);
		assertEquals(model.normalization(), back.normalization());
		assertEquals(model.pixelSize(), back.pixelSize());
		assertEquals(model.card().license(), back.card().license());
		assertEquals(model.card().documentation(), back.card().documentation());
		assertEquals(model.spec().skips(), back.spec().skips());
		assertTrue(back.card().training().get("test arrays").startsWith(
			"reproduced"), back.card().training().toString());
	}

	@Test
	void numpyArrays() throws IOException {
		final ModelBundle model = ModelSamples.model(ModelSamples.spec(1, 2, 1), 2);
		final Path file = folder.resolve("weights.npz");
		ModelExports.npz(model, file, false);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			assertEquals(model.weights().all().size(), zip.size());
			for (final Weight w : model.weights().all()) {
				final byte[] npy = zip.getInputStream(zip.getEntry(w.name() + ".npy"))
					.readAllBytes();
				assertArrayEquals(w.values(), NpyCodec.decode(w.name(), npy, w
					.shape()));
			}
		}
		assertTrue(assertThrows(ModelException.class, () -> ModelExports.npz(model,
			file, false)).getMessage().contains("exists already"));
	}

	@Test
	void whatHasNoPaddingIsNotWrittenForDl4j() {
		final ModelBundle model = ModelSamples.model(ModelSamples.spec(1, 2, 1)
			.withPadding(Padding.VALID), 2);
		assertTrue(assertThrows(ModelException.class, () -> ModelExports.dl4j(model,
			folder.resolve("a.zip"), false)).getMessage().contains(
				"without padding"));
	}

	private static ModelBundle assertSame(final ModelBundle model,
		final ForeignModel foreign, final float[] input, final int h, final int w)
	{
		final ModelBundle back = foreign.translate(ImportOptions.defaults())
			.model();
		assertArrayEquals(run(model, input, h, w), run(back, input, h, w),
			(float) TOLERANCE, LayerNames.PROBABILITIES);
		return back;
	}

	private static float[] run(final ModelBundle model, final float[] input,
		final int h, final int w)
	{
		final float[] output = new float[h * w * model.spec().classes()];
		try (UNetPlan plan = UNetPlan.of(model.spec(), model.weights(), 1, h, w)) {
			plan.run(input, output);
		}
		return output;
	}
}
