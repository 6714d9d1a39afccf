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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unetlens.graph.OutputKind;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelFingerprint;
import org.unetlens.model.ModelPackage;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TileShape;
import org.unetlens.tensor.Normalization;

/**
 * Networks of other programs, compared with what ONNX Runtime makes of them.
 */
class ForeignModelTest {

	private static final double TOLERANCE = 1e-4;

	@TempDir
	Path folder;

	static Stream<Arguments> networks() {
		return Stream.of(Arguments.of("torch, sigmoid", Sketches.torch(1, 1,
			"Sigmoid"), "0+1"), Arguments.of("torch, RGB, softmax", Sketches.torch(3,
				4, "Softmax"), "0+1"), Arguments.of("keras", Sketches.keras(), "0+1"),
			Arguments.of("up-sampled", Sketches.upSampled(), "0"), Arguments.of(
				"leaky", Sketches.leaky(), "0"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("networks")
	void translatedNetworksGiveTheSame(final String name, final byte[] onnx,
		final String skips) throws IOException
	{
		final ForeignModel foreign = open(onnx);
		final ModelBundle model = foreign.translate(ImportOptions.defaults()
			.withName("mine")).model();
		final String summary = String.join("\n", foreign.summary(ImportOptions
			.defaults()));
		assertTrue(summary.contains("with the skip connections " + skips + ",") &&
			summary.contains("not stated; percentiles 1 and 99.8"), summary);
		assertEquals("mine", model.card().name());
		assertEquals(ImportOptions.NORMALIZATION, model.normalization());
		assertEquals(SkipSet.parse(skips, model.spec().depth()), model.spec()
			.skips());
		final boolean last = name.equals("keras");
		final int step = model.spec().tileStep();
		assertSame(onnx, last, model, 0, 3 * step, 5 * step);
		assertSame(onnx, last, model, 0, step, 2 * step);
	}

	@Test
	void eachChannelOfASigmoidCanBeTheForeground() throws IOException {
		final byte[] onnx = Sketches.upSampled();
		final ModelBundle model = open(onnx).translate(ImportOptions.defaults()
			.withChannel(1)).model();
		assertEquals(List.of("background", "foreground"), model.classes());
		assertSame(onnx, false, model, 1, 6, 4);
		assertTrue(assertThrows(ModelException.class, () -> open(onnx).translate(
			ImportOptions.defaults().withChannel(2))).getMessage().contains(
				"gives 2 channels, and there is no channel 3"));
	}

	@Test
	void logitsNeedTheWordOfTheUser() throws IOException {
		final byte[] onnx = Sketches.torch(1, 2, "");
		assertTrue(open(onnx).obstacle(ImportOptions.defaults()).orElseThrow()
			.contains("nothing says how they become probabilities"));
		final ModelBundle model = open(onnx).translate(ImportOptions.defaults()
			.withOutput(OutputKind.SOFTMAX).withClasses(List.of("out", "in"))
			.withNormalization(Normalization.fixed(-3, 9))).model();
		assertEquals(List.of("out", "in"), model.classes());
		assertEquals(Normalization.fixed(-3, 9), model.normalization());
		assertSame(Sketches.torch(1, 2, "Softmax"), false, model, 0, 8, 12);
	}

	/** Why it is no U-Net of ours, and the network. */
	static Stream<Arguments> odd() {
		final Sketches.Part plain = (s, x) -> x;
		return Stream.of(odd("'sum of maps'", (s, x) -> s.node("Add", List.of(x, s
			.relu(s.conv(x, 4, 4, 3)))), plain), odd("dilation 2", plain, (s, x) -> s
				.relu(s.conv(x, 4, 4, 3, OnnxSketch.ints("dilations", 2, 2), OnnxSketch
					.ints("pads", 2, 2, 2, 2)))), odd("4 convolutions", plain, (s, x) -> s
						.relu(s.conv(s.relu(s.conv(x, 4, 4, 3)), 4, 4, 3))), odd("5 x 5",
							plain, (s, x) -> s.relu(s.conv(x, 4, 4, 5))), odd(
								"without activation", plain, (s, x) -> s.conv(x, 4, 4, 3)), odd(
									"all must be the same", plain, (s, x) -> s.node("Elu", List
										.of(s.conv(x, 4, 4, 3)))), odd(
											"does not follow a convolution", (s, x) -> s.norm(x, 4),
											plain), odd("maximum pooling", plain, (s, x) -> s.node(
												"AveragePool", List.of(x), OnnxSketch.ints(
													"kernel_shape", 1, 1))));
	}

	private static Arguments odd(final String reason, final Sketches.Part above,
		final Sketches.Part below)
	{
		return Arguments.of(reason, Sketches.odd(above, below));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("odd")
	void whatIsNoUNetIsComputedAsItIs(final String reason, final byte[] onnx)
		throws IOException
	{
		final ForeignModel foreign = open(onnx);
		assertEquals(Optional.empty(), foreign.obstacle(ImportOptions.defaults()));
		final String summary = String.join("\n", foreign.summary(ImportOptions
			.defaults()));
		assertTrue(summary.contains("computed as it is") && summary.contains(
			reason), summary);
		final ModelPackage imported = foreign.translate(ImportOptions.defaults());
		final Path file = folder.resolve("own.zip");
		ModelFiles.write(imported, file, false);
		final ModelPackage again = ModelFiles.readPackage(file);
		ModelFiles.verify(again, "own");
		for (final ModelBundle model : List.of(imported.model(), again.model())) {
			assertEquals(SkipSet.of(0), model.signature().skips());
			assertSame(onnx, false, model, 0, 6, 10);
			assertTrue(assertThrows(ModelException.class, model::spec).getMessage()
				.contains("it can segment images, but not be trained"));
		}
		assertEquals(ModelFingerprint.of(imported.model()), ModelFingerprint.of(
			again.model()));
		assertEquals(imported.model().signature(), again.model().signature());
	}

	@Test
	void whatCannotBeComputedIsRefusedWithItsReason() throws IOException {
		final Sketches.Part plain = (s, x) -> x;
		refused("a result that is not as large as the image", Sketches.odd((s,
			x) -> s.relu(s.conv(x, 4, 4, 3, OnnxSketch.ints("strides", 2, 2),
				OnnxSketch.ints("pads", 1, 1, 1, 1))), plain));
		refused("maps of unequal sizes", Sketches.odd(plain, (s, x) -> s.relu(s
			.conv(x, 4, 4, 3, OnnxSketch.ints("pads", 0, 0, 0, 0)))));
		refused("GlobalAveragePool over the whole image", Sketches.odd(plain, (s,
			x) -> s.node("Mul", List.of(x, s.node("GlobalAveragePool", List.of(
				x))))));
	}

	private void refused(final String reason, final byte[] onnx)
		throws IOException
	{
		final ForeignModel foreign = open(onnx);
		assertTrue(foreign.obstacle(ImportOptions.defaults()).orElse("").contains(
			reason), () -> foreign.obstacle(ImportOptions.defaults()) + " lacks " +
				reason);
		assertTrue(String.join("\n", foreign.summary(ImportOptions.defaults()))
			.contains("cannot be used: it "));
		final String message = assertThrows(ModelException.class, () -> foreign
			.translate(ImportOptions.defaults())).getMessage();
		assertTrue(message.contains("net.onnx") && message.contains(reason),
			message);
	}

	private ForeignModel open(final byte[] onnx) throws IOException {
		return ForeignModels.open(Files.write(folder.resolve("net.onnx"), onnx));
	}

	private static void assertSame(final byte[] onnx, final boolean channelsLast,
		final ModelBundle model, final int channel, final int h, final int w)
	{
		final int channels = model.signature().channels();
		final int classes = model.signature().classes();
		final float[] input = new float[h * w * channels];
		final Random random = new Random(7);
		for (int i = 0; i < input.length; i++)
			input[i] = (float) random.nextGaussian();
		final float[] theirs = channelsLast ? OnnxSketch.run(onnx, input, 1, h, w,
			channels) : swapped(OnnxSketch.run(onnx, swapped(input, h * w, channels),
				1, channels, h, w), -1, h * w);
		final int outputs = theirs.length / (h * w);
		final float[] ours = model.network().probabilities(input, new TileShape(1,
			h, w));
		for (int p = 0; p < h * w; p++)
			for (int c = 0; c < classes; c++)
				if (outputs == classes && channel == 0 && !model.classes().equals(List
					.of("background", "foreground"))) assertEquals(theirs[p * outputs +
						c], ours[p * classes + c], TOLERANCE, "pixel " + p + ", class " +
							c);
				else if (c == 1) assertEquals(theirs[p * outputs + (outputs == 2 &&
					isSoftmax(theirs) ? 1 : channel)], ours[p * classes + 1], TOLERANCE,
					"pixel " + p);
	}

	private static boolean isSoftmax(final float[] two) {
		return Math.abs(two[0] + two[1] - 1) < 1e-5 && Math.abs(two[2] + two[3] -
			1) < 1e-5;
	}

	/** Pixels x channels to channels x pixels, or with -1 back. */
	private static float[] swapped(final float[] v, final int rows,
		final int columns)
	{
		final int n = rows < 0 ? v.length / columns : rows;
		final float[] result = new float[v.length];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < columns; j++)
				result[j * n + i] = v[i * columns + j];
		return result;
	}
}
