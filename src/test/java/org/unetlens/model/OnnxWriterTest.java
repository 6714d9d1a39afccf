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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.network.Activation;
import org.unetlens.network.LayerNames;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetForm;
import org.unetlens.network.UNetPlan;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * ONNX Runtime runs what we export and gives what the plain reference gives, at
 * any size.
 */
class OnnxWriterTest {

	private static final float TOLERANCE = 1e-4f;

	static Stream<UNetSpec> specs() {
		final Stream<UNetSpec> subsets = IntStream.range(0, 4).mapToObj(
			bits -> ModelSamples.spec(1, 2, 2).withSkips(new SkipSet(bits)));
		final Stream<UNetSpec> others = Stream.of(ModelSamples.spec(1, 3, 1),
			ModelSamples.spec(3, 3, 2), ModelSamples.spec(2, 5, 3), ModelSamples.spec(
				1, 2, 3).withBaseWidth(2).withSkips(SkipSet.of(1)), ModelSamples.spec(1,
					3, 2).withBatchNorm(true), ModelSamples.spec(3, 2, 1).withBatchNorm(
						true).withSkips(SkipSet.none()), ModelSamples.spec(1, 2, 2)
							.withPadding(Padding.VALID), ModelSamples.spec(2, 3, 3)
								.withPadding(Padding.VALID).withSkips(SkipSet.of(0, 2)));
		return Stream.concat(subsets, others);
	}

	@ParameterizedTest
	@MethodSource("specs")
	void onnxRuntimeGivesTheReferenceAtEverySize(final UNetSpec spec)
		throws OrtException
	{
		final Weights weights = ModelSamples.weights(spec, 7);
		final NaiveUNet reference = new NaiveUNet(spec, weights);
		final int step = 1 << spec.depth();
		final int base = spec.padding() == Padding.SAME ? step : SizeRule.of(spec)
			.min();
		try (OrtSession session = session(OnnxWriter.write(spec, weights))) {
			for (final int[] size : new int[][] { { 0, 0 }, { 2, 4 }, { 5, 1 } }) {
				final int h = base + size[0] * step;
				final int w = base + size[1] * step;
				final float[] input = ModelSamples.image(h * w * spec.channels(), 3);
				assertClose(reference.run(input, h, w), run(session, input, 1, h, w),
					spec + " at " + w + " x " + h);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("specs")
	void onnxRuntimeGivesWhatOurPlanGives(final UNetSpec spec)
		throws OrtException
	{
		Assumptions.assumeTrue(spec.padding() == Padding.SAME,
			"the plan pads its convolutions");
		requireSameAsPlan(spec, 2, 5 << spec.depth(), 3 << spec.depth());
	}

	/** Every depth with every subset of its skips, as grey, RGB and otherwise. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
	void everySubsetOfSkips(final int depth) throws OrtException {
		for (final SkipSet skips : SkipSet.all(depth).subsets()) {
			final int n = skips.bits();
			final UNetSpec spec = ModelSamples.spec(1 + 2 * (n % 2), 2 + n % 3, depth)
				.withBaseWidth(1).withSkips(skips).withBatchNorm(n / 2 % 2 == 1);
			requireSameAsPlan(spec, calm(ModelSamples.weights(spec, 9)), 1,
				2 << depth, 1 << depth);
		}
	}

	static Stream<UNetForm> forms() {
		final Activation leaky = Activation.leakyRelu(0.1);
		return Stream.of(new UNetForm(0, true, false, false, 0, Activation.RELU),
			new UNetForm(0, false, true, false, 0, Activation.ELU), new UNetForm(1,
				true, true, false, 2, Activation.RELU), new UNetForm(1, false, false,
					true, 0, leaky), new UNetForm(0, true, true, true, 5, leaky));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void everyForm(final UNetForm form) throws OrtException {
		final UNetSpec spec = ModelSamples.spec(2, 3, 2).withForm(form);
		requireSameAsPlan(spec, 2, 20, 12);
		requireSameAsPlan(spec.withSkips(SkipSet.of(1)), 1, 4, 8);
	}

	/**
	 * NB: Through 6 levels of random weights the roundings of two programs grow
	 * beyond the tolerance (1.3e-4) before the last layer, which is damped here.
	 */
	private static Weights calm(final Weights weights) {
		return new Weights(weights.all().stream().map(w -> {
			final float[] values = w.values().clone();
			if (w.name().equals("head.weight")) for (int i =
				0; i < values.length; i++)
				values[i] *= 0.2f;
			return new Weight(w.name(), w.shape(), values);
		}).toList());
	}

	private static void requireSameAsPlan(final UNetSpec spec, final int n,
		final int h, final int w) throws OrtException
	{
		requireSameAsPlan(spec, ModelSamples.weights(spec, 9), n, h, w);
	}

	private static void requireSameAsPlan(final UNetSpec spec,
		final Weights weights, final int n, final int h, final int w)
		throws OrtException
	{
		final float[] input = ModelSamples.image(n * h * w * spec.channels(), 4);
		final float[] output = new float[n * h * w * spec.classes()];
		try (UNetPlan plan = UNetPlan.of(spec, weights, n, h, w);
				OrtSession session = session(OnnxWriter.write(spec, weights)))
		{
			plan.run(input, output);
			assertClose(output, run(session, input, n, h, w), spec.toString());
		}
	}

	@Test
	void batchOfSeveralImages() throws OrtException {
		final UNetSpec spec = ModelSamples.spec(2, 3, 2);
		final Weights weights = ModelSamples.weights(spec, 11);
		final float[] a = ModelSamples.image(8 * 12 * 2, 1);
		final float[] b = ModelSamples.image(8 * 12 * 2, 2);
		final float[] both = concat(a, b);
		final NaiveUNet reference = new NaiveUNet(spec, weights);
		try (OrtSession session = session(OnnxWriter.write(spec, weights))) {
			assertClose(concat(reference.run(a, 8, 12), reference.run(b, 8, 12)), run(
				session, both, 2, 8, 12), "batch of 2");
		}
	}

	@ParameterizedTest
	@MethodSource("specs")
	void weightsComeBackAsTheyWere(final UNetSpec spec) throws IOException {
		final Weights weights = ModelSamples.weights(spec, 5);
		final Weights back = OnnxReader.read(new ByteArrayInputStream(OnnxWriter
			.write(spec, weights)), spec);
		assertEquals(weights.all().size(), back.all().size());
		for (final Weight w : weights.all()) {
			assertArrayEquals(w.shape(), back.get(w.name()).shape(), w.name());
			assertArrayEquals(w.values(), back.get(w.name()).values(), w.name());
		}
	}

	@Test
	void lossOfValidConvolutionsIsThatOfThePaper() {
		final UNetSpec paper = UNetSpec.default2d(1, 2).withPadding(Padding.VALID);
		// NB: Ronneberger et al. 2015, figure 1: 572 px become 388.
		assertEquals(572 - 388, SizeRule.of(paper).loss());
		assertEquals(true, SizeRule.of(paper).allows(572));
		assertEquals(false, SizeRule.of(paper).allows(576));
	}

	private static OrtSession session(final byte[] onnx) throws OrtException {
		final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		options.setIntraOpNumThreads(1);
		return OrtEnvironment.getEnvironment().createSession(onnx, options);
	}

	/** NHWC in, NHWC out. */
	private static float[] run(final OrtSession session, final float[] input,
		final int n, final int h, final int w) throws OrtException
	{
		final int channels = input.length / (n * h * w);
		final float[] nchw = permute(input, n, h * w, channels);
		try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment
			.getEnvironment(), FloatBuffer.wrap(nchw), new long[] { n, channels, h,
				w });
				OrtSession.Result result = session.run(Map.of(LayerNames.INPUT,
					tensor)))
		{
			final OnnxTensor out = (OnnxTensor) result.get(LayerNames.PROBABILITIES)
				.orElseThrow();
			final long[] shape = out.getInfo().getShape();
			final float[] values = new float[out.getFloatBuffer().remaining()];
			out.getFloatBuffer().get(values);
			return permute(values, n, (int) shape[1], (int) (shape[2] * shape[3]));
		}
	}

	/** Swaps the last two of three axes. */
	private static float[] permute(final float[] v, final int n, final int a,
		final int b)
	{
		final float[] result = new float[v.length];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < a; j++)
				for (int k = 0; k < b; k++)
					result[(i * b + k) * a + j] = v[(i * a + j) * b + k];
		return result;
	}

	private static float[] concat(final float[] a, final float[] b) {
		final float[] both = new float[a.length + b.length];
		System.arraycopy(a, 0, both, 0, a.length);
		System.arraycopy(b, 0, both, a.length, b.length);
		return both;
	}

	private static void assertClose(final float[] expected, final float[] found,
		final String what)
	{
		assertEquals(expected.length, found.length, what);
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], found[i], TOLERANCE, what + ", value " + i);
	}
}
