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

package org.unetlens.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.unetlens.network.KernelRowsGradientTest.random;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeArrays;
import org.unetlens.onednn.OneDnn;

/** Convolutions by oneDNN and by ND4J against their definition. */
class ConvolutionsTest {

	private static final float TOLERANCE = 1e-4f;

	private final List<INDArray> arrays = new ArrayList<>();

	@BeforeAll
	static void start() {
		Engine.start();
	}

	@AfterEach
	void tearDown() {
		System.clearProperty(OneDnn.PROPERTY);
		arrays.forEach(INDArray::close);
	}

	/** What is computed, and how. */
	private static final class Case {

		final int n, height, width, in, out, kernel, stride, dilation, top, left;
		final int outHeight, outWidth;
		final float[] x, k, b, g;
		final ConvolutionOp op;

		Case(final int n, final int height, final int width, final int in,
			final int out, final int kernel, final int stride, final int dilation,
			final boolean same, final int pad)
		{
			this.n = n;
			this.height = height;
			this.width = width;
			this.in = in;
			this.out = out;
			this.kernel = kernel;
			this.stride = stride;
			this.dilation = dilation;
			final int reach = (kernel - 1) * dilation + 1;
			outHeight = same ? (height + stride - 1) / stride : (height + 2 * pad -
				reach) / stride + 1;
			outWidth = same ? (width + stride - 1) / stride : (width + 2 * pad -
				reach) / stride + 1;
			top = same ? Math.max(0, (outHeight - 1) * stride + reach - height) / 2
				: pad;
			left = same ? Math.max(0, (outWidth - 1) * stride + reach - width) / 2
				: pad;
			x = random(1, n * height * width * in);
			k = random(2, kernel * kernel * in * out);
			b = random(3, out);
			g = random(4, n * outHeight * outWidth * out);
			op = new ConvolutionOp(kernel, kernel, stride, stride, pad, pad, dilation,
				dilation, same ? 1 : 0, 1, 0);
		}

		/** For each product: index of the result, of the input and the kernel. */
		void forEach(final Products products) {
			for (int i = 0; i < n * outHeight * outWidth; i++)
				for (int t = 0; t < kernel * kernel; t++) {
					final int y = i / outWidth % outHeight * stride - top + t / kernel *
						dilation;
					final int c = i % outWidth * stride - left + t % kernel * dilation;
					if (y < 0 || y >= height || c < 0 || c >= width) continue;
					final int at = (i / (outHeight * outWidth) * height + y) * width + c;
					for (int a = 0; a < in; a++)
						for (int o = 0; o < out; o++)
							products.accept(i * out + o, at * in + a, (t * in + a) * out + o);
				}
		}
	}

	private interface Products {

		void accept(int result, int input, int kernel);
	}

	@ParameterizedTest
	@CsvSource({ //
		"true,  1, 9, 7,   1,  8, 3, 1, 1, true, 0", //
		"true,  2, 5, 12, 17,  5, 3, 1, 1, true, 0", //
		"true,  1, 6, 6,  32, 16, 1, 1, 1, true, 0", //
		"true,  1, 8, 11,  3, 70, 3, 2, 1, true, 0", //
		"true,  1, 12, 9, 16, 16, 3, 1, 2, false, 0", //
		"true,  1, 10, 9,  4,  6, 5, 2, 1, false, 1", //
		"true,  1, 1, 1,  64, 64, 3, 1, 1, true, 0", //
		"false, 1, 9, 7,   1,  8, 3, 1, 1, true, 0", //
		"false, 2, 5, 12, 17,  5, 3, 1, 1, true, 0", //
		"false, 1, 10, 9,  4,  6, 5, 2, 1, false, 1" })
	void equalTheirDefinition(final boolean direct, final int n, final int height,
		final int width, final int in, final int out, final int kernel,
		final int stride, final int dilation, final boolean same, final int pad)
	{
		use(direct);
		final Case c = new Case(n, height, width, in, out, kernel, stride, dilation,
			same, pad);
		for (final boolean biased : new boolean[] { true, false })
			for (final boolean relu : new boolean[] { true, false })
				forward(c, biased, relu);
		// NB: ND4J has no gradient of dilated convolutions that we would use.
		if (dilation == 1) gradient(c, true);
		if (dilation == 1) gradient(c, false);
	}

	/** NB: There a convolution of oneDNN has ended the program. */
	@Test
	void nd4jComputesThemWithoutAvx512() throws Exception {
		final ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Xmx500m", "-cp", System
				.getProperty("java.class.path"), WithoutAvx512.class.getName());
		java.environment().put("ONEDNN_MAX_CPU_ISA", "AVX2");
		final Process process = java.redirectErrorStream(true).start();
		final String printed = new String(process.getInputStream().readAllBytes());
		assertEquals(0, process.waitFor(), printed);
	}

	static final class WithoutAvx512 {

		public static void main(final String... args) {
			start();
			assertFalse(OneDnn.isAvailable());
			final ConvolutionsTest test = new ConvolutionsTest();
			test.equalTheirDefinition(false, 2, 5, 12, 17, 5, 3, 1, 1, true, 0);
			test.equalTheirDefinition(false, 1, 9, 7, 32, 64, 3, 1, 1, true, 0);
		}
	}

	private void use(final boolean direct) {
		assumeTrue(!direct || OneDnn.isAvailable(), "oneDNN is not there");
		System.setProperty(OneDnn.PROPERTY, String.valueOf(direct));
	}

	private void forward(final Case c, final boolean biased, final boolean relu) {
		final float[] expected = new float[c.n * c.outHeight * c.outWidth * c.out];
		for (int i = 0; biased && i < expected.length; i++)
			expected[i] = c.b[i % c.out];
		c.forEach((r, x, k) -> expected[r] += c.x[x] * c.k[k]);
		for (int i = 0; relu && i < expected.length; i++)
			expected[i] = Math.max(0, expected[i]);
		final INDArray result = array(random(9, expected.length), c.n, c.outHeight,
			c.outWidth, c.out);
		try (ArrangedKernels kernels = ArrangedKernels.ofFixed();
				Convolutions convolutions = Convolutions.of(kernels))
		{
			final PreparedStep step = convolutions.forward(c.op, inputs(c, biased),
				result, relu);
			// NB: Twice, since nothing may be left of the first time.
			step.run();
			step.run();
			assertArrayEquals(expected, NativeArrays.toFloats(result), TOLERANCE);
			step.close();
		}
	}

	private void gradient(final Case c, final boolean biased) {
		final float[] dx = new float[c.x.length], dk = new float[c.k.length];
		final float[] db = new float[c.out];
		for (int i = 0; i < c.g.length; i++)
			db[i % c.out] += c.g[i];
		c.forEach((r, x, k) -> {
			dx[x] += c.g[r] * c.k[k];
			dk[k] += c.g[r] * c.x[x];
		});
		final List<INDArray> inputs = inputs(c, biased);
		final INDArray gradient = array(c.g, c.n, c.outHeight, c.outWidth, c.out);
		final List<INDArray> outputs = inputs.stream().map(a -> array(random(8,
			(int) a.length()), a.shape())).toList();
		inputs.add(gradient);
		try (Convolutions convolutions = Convolutions.ofChanging(
			BufferSource.MEMORY))
		{
			final long length = convolutions.scratch(c.op, inputs.get(0).shape(),
				inputs.get(1), biased, gradient.shape());
			final PreparedStep step = convolutions.gradient(c.op, inputs, outputs,
				array(random(7, (int) length), length));
			convolutions.arrangements().forEach(PreparedStep::run);
			step.run();
			step.run();
			assertArrayEquals(dx, NativeArrays.toFloats(outputs.get(0)), TOLERANCE);
			assertArrayEquals(dk, NativeArrays.toFloats(outputs.get(1)), TOLERANCE);
			if (biased) assertArrayEquals(db, NativeArrays.toFloats(outputs.get(2)),
				TOLERANCE);
			step.close();
		}
	}

	@Test
	void changedKernelsAreArrangedAnew() {
		use(true);
		final Case c = new Case(1, 6, 5, 16, 32, 3, 1, 1, true, 0);
		final List<INDArray> inputs = inputs(c, true);
		final INDArray result = array(new float[6 * 5 * 32], 1, 6, 5, 32);
		try (Convolutions convolutions = Convolutions.ofChanging(
			BufferSource.MEMORY))
		{
			final PreparedStep step = convolutions.forward(c.op, inputs, result,
				false);
			NativeArrays.clear(inputs.get(1));
			convolutions.arrangements().forEach(PreparedStep::run);
			step.run();
			final float[] values = NativeArrays.toFloats(result);
			for (int i = 0; i < values.length; i++)
				assertEquals(c.b[i % 32], values[i]);
			step.close();
		}
	}

	@Test
	void weightsAloneCanBeAskedFor() {
		use(true);
		final Case c = new Case(1, 6, 5, 3, 16, 3, 1, 1, true, 0);
		final float[] dk = new float[c.k.length];
		c.forEach((r, x, k) -> dk[k] += c.g[r] * c.x[x]);
		final List<INDArray> inputs = inputs(c, false);
		final INDArray gradient = array(c.g, 1, 6, 5, 16);
		inputs.add(gradient);
		final INDArray result = array(new float[dk.length], 3, 3, 3, 16);
		try (Convolutions convolutions = Convolutions.ofChanging(
			BufferSource.MEMORY))
		{
			final long length = convolutions.scratch(c.op, inputs.get(0).shape(),
				inputs.get(1), false, gradient.shape());
			final PreparedStep step = convolutions.gradient(c.op, inputs, Arrays
				.asList(null, result), array(new float[(int) length], length));
			step.run();
			assertArrayEquals(dk, NativeArrays.toFloats(result), TOLERANCE);
			assertEquals(0, convolutions.bytes());
			step.close();
		}
	}

	@Test
	void plansShareTheCopiesOfKernels() {
		use(true);
		final Case c = new Case(1, 6, 5, 16, 32, 3, 1, 1, true, 0);
		final List<INDArray> inputs = inputs(c, true);
		final INDArray result = array(new float[6 * 5 * 32], 1, 6, 5, 32);
		try (ArrangedKernels kernels = ArrangedKernels.ofFixed();
				Convolutions one = Convolutions.of(kernels);
				Convolutions other = Convolutions.of(kernels))
		{
			one.forward(c.op, inputs, result, false).close();
			other.forward(c.op, inputs, result, true).close();
			assertEquals(Float.BYTES * c.k.length, kernels.bytes());
			assertEquals(0, one.bytes());
		}
	}

	/** NB: As in residual networks, not in U-Nets. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatOthersReadKeepsItsNegativeValues(final boolean direct) {
		use(direct);
		final Case c = new Case(1, 6, 5, 3, 16, 3, 1, 1, true, 0);
		final SameDiff graph = SameDiff.create();
		final SDVariable y = graph.cnn().conv2d(graph.placeHolder("x",
			DataType.FLOAT, 1, 6, 5, 3), graph.placeHolder("k", DataType.FLOAT, 3, 3,
				3, 16), Conv2DConfig.builder().kH(3).kW(3).sH(1).sW(1).paddingMode(
					PaddingMode.SAME).dataFormat("NHWC").build());
		graph.nn().relu(y, 0).add("sum", y);
		final List<INDArray> inputs = inputs(c, false);
		try (ArrangedKernels kernels = ArrangedKernels.ofFixed();
				PreparedGraph prepared = PreparedGraph.of(graph, Map.of("x", inputs.get(
					0), "k", inputs.get(1)), kernels, Set.of("sum")))
		{
			prepared.run();
			final float[] expected = new float[6 * 5 * 16];
			c.forEach((r, x, k) -> expected[r] += c.x[x] * c.k[k]);
			for (int i = 0; i < expected.length; i++)
				expected[i] += Math.max(0, expected[i]);
			assertArrayEquals(expected, NativeArrays.toFloats(prepared.array("sum")),
				TOLERANCE);
		}
	}

	private List<INDArray> inputs(final Case c, final boolean biased) {
		final List<INDArray> inputs = new ArrayList<>(List.of(array(c.x, c.n,
			c.height, c.width, c.in), array(c.k, c.kernel, c.kernel, c.in, c.out)));
		if (biased) inputs.add(array(c.b, c.out));
		return inputs;
	}

	private INDArray array(final float[] values, final long... shape) {
		final INDArray array = Nd4j.create(values, shape, 'c');
		arrays.add(array);
		return array;
	}
}
