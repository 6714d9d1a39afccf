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

package org.unetlens.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unetlens.graph.LayerOp.Active;
import org.unetlens.graph.LayerOp.Affine;
import org.unetlens.graph.LayerOp.Clip;
import org.unetlens.graph.LayerOp.Combination;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Curve;
import org.unetlens.graph.LayerOp.Merge;
import org.unetlens.graph.LayerOp.NegativeSlopes;
import org.unetlens.graph.LayerOp.Other;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.Probability;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.graph.LayerOp.ZeroPadding;
import org.unetlens.network.Activation;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TileShape;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;

/** Layers one by one, and networks of them. */
class TrainedGraphTest {

	private static final int CHANNELS = 3;

	/** A name and a network of three channels around one kind of layer. */
	static Stream<Arguments> networks() throws InvalidContentException {
		final List<Arguments> all = new ArrayList<>();
		for (final Curve.Kind kind : Curve.Kind.values())
			all.add(Arguments.of(kind.toString(), around(new Curve(kind))));
		for (final Activation a : List.of(Activation.RELU, Activation.ELU,
			Activation.leakyRelu(0.2)))
			all.add(Arguments.of(a.toString(), around(new Active(a))));
		for (final Combination.Kind kind : Combination.Kind.values())
			all.add(Arguments.of(kind.toString(), combined(kind)));
		all.add(Arguments.of("limits", around(new Clip(-0.1f, 0.3f))));
		all.add(Arguments.of("a slope per channel", around(new NegativeSlopes(
			new float[] { 0.1f, -0.5f, 2 }))));
		all.add(Arguments.of("one slope", around(new NegativeSlopes(new float[] {
			0.3f }))));
		all.add(Arguments.of("affine", around(new Affine(new float[] { 0.5f, -1,
			3 }, new float[] { 1, 0.2f, -1 }))));
		all.add(Arguments.of("one affine", around(new Affine(new float[] { 0.5f },
			new float[] { 0.1f }))));
		all.add(Arguments.of("sigmoid", around(new Probability(
			OutputKind.SIGMOID))));
		all.add(Arguments.of("means", down(new Pooling(Pooling.Kind.MEAN, 2, 2,
			Pads.NONE), 2)));
		all.add(Arguments.of("means of 4", down(new Pooling(Pooling.Kind.MEAN, 4, 4,
			Pads.NONE), 4)));
		all.add(Arguments.of("maxima of 3, padded", down(new Pooling(
			Pooling.Kind.MAXIMUM, 3, 2, new Pads(0, 0, 1, 1)), 2)));
		all.add(Arguments.of("maxima of 3 at each pixel", around(new Pooling(
			Pooling.Kind.MAXIMUM, 3, 1, new Pads(1, 1, 1, 1)))));
		final GraphSketch g = new GraphSketch(CHANNELS);
		all.add(Arguments.of("strides", down(new Convolution(g.kernel(3, 3, 3), g
			.numbers(3), 2, new Pads(1, 1, 1, 1)), 2)));
		all.add(Arguments.of("strides, padded at the end", down(new Convolution(g
			.kernel(3, 3, 3), g.numbers(3), 2, new Pads(0, 0, 1, 1)), 2)));
		all.add(Arguments.of("strides of 3", down(new Convolution(g.kernel(5, 3, 3),
			g.numbers(3), 3, new Pads(1, 1, 1, 1)), 3)));
		all.add(Arguments.of("7 x 7", around(g.convolution(7, 3, 3))));
		all.add(Arguments.of("even kernel", around(g.convolution(4, 3, 3))));
		all.add(Arguments.of("uneven kernel", around(uneven(g))));
		all.add(Arguments.of("dilated", around(new Convolution(g.kernel(3, 3, 3), g
			.numbers(3), 1, 3, new Pads(3, 3, 3, 3)))));
		all.add(Arguments.of("zeros, then a convolution that takes them", padded(
			g)));
		for (final UpSampling u : List.of(UpSampling.nearest(2), UpSampling.nearest(
			3), new UpSampling(2, true), new UpSampling(4, true)))
			all.add(Arguments.of(u.toString(), up(u, u.factor())));
		for (final int[] k : new int[][] { { 2, 2, 0, 0 }, { 3, 2, 0, 1 }, { 3, 2,
			1, 0 }, { 4, 2, 1, 1 }, { 5, 3, 1, 1 }, { 3, 3, 0, 0 }, { 4, 4, 0, 0 } })
			all.add(Arguments.of("up " + k[0] + " by " + k[1] + " without " + k[2] +
				" and " + k[3], up(new UpConvolution(g.kernel(k[0], 3, 3), g.numbers(3),
					k[1], new Pads(k[2], k[2], k[3], k[3])), k[1])));
		all.add(Arguments.of("up without bias, cropped less than nothing", up(
			new UpConvolution(g.kernel(3, 3, 3), null, 2, new Pads(2, 2, -1, -1)),
			2)));
		all.add(Arguments.of("gated residual", GraphSketch.gatedResidual()));
		return all.stream();
	}

	private static Convolution uneven(final GraphSketch g) {
		return new Convolution(new Kernel(1, 5, 3, 3, g.numbers(45)), g.numbers(3),
			1, new Pads(0, 2, 0, 2));
	}

	/** A network that ends in classes. */
	private static LayerGraph classes(final GraphSketch g, final String map,
		final int channels) throws InvalidContentException
	{
		g.add(new Probability(OutputKind.SOFTMAX), g.add(g.convolution(1, channels,
			3), map));
		return g.build();
	}

	private static LayerGraph around(final LayerOp op)
		throws InvalidContentException
	{
		final GraphSketch g = new GraphSketch(CHANNELS);
		return classes(g, g.add(op, g.add(g.convolution(3, 3, 3), "image")), 3);
	}

	private static LayerGraph down(final LayerOp op, final int factor)
		throws InvalidContentException
	{
		final GraphSketch g = new GraphSketch(CHANNELS);
		final String small = g.add(op, g.add(g.convolution(3, 3, 3), "image"));
		return classes(g, g.add(UpSampling.nearest(factor), small), 3);
	}

	private static LayerGraph up(final LayerOp op, final int factor)
		throws InvalidContentException
	{
		final GraphSketch g = new GraphSketch(CHANNELS);
		final String small = g.add(Pooling.max(factor, factor), g.add(g.convolution(
			3, 3, 3), "image"));
		return classes(g, g.add(new Merge(), "image", g.add(op, small)), 6);
	}

	private static LayerGraph combined(final Combination.Kind kind)
		throws InvalidContentException
	{
		final GraphSketch g = new GraphSketch(CHANNELS);
		final String gate = g.add(g.convolution(1, 3, 1), "image");
		return classes(g, g.add(new Combination(kind), g.add(g.convolution(3, 3, 3),
			"image"), gate, "image"), 3);
	}

	private static LayerGraph padded(final GraphSketch from)
		throws InvalidContentException
	{
		final GraphSketch g = new GraphSketch(CHANNELS);
		final String wide = g.add(new ZeroPadding(new Pads(2, 1, 1, 3)), g.add(g
			.convolution(3, 3, 3), "image"));
		final Kernel k = new Kernel(4, 5, 3, 3, from.numbers(180));
		return classes(g, g.add(new Convolution(k, from.numbers(3), 1, Pads.NONE),
			wide), 3);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("networks")
	void givesWhatTheDefinitionsSay(final String name, final LayerGraph graph)
		throws Exception
	{
		final TrainedGraph trained = TrainedGraph.of(graph);
		final TileShape shape = shape(trained);
		final float[] image = image(trained, shape);
		final double[] expected = NaiveGraph.run(graph, image, shape.height(), shape
			.width());
		assertSame(expected, trained.probabilities(image, shape));
		final byte[] onnx = GraphOnnx.write(graph);
		assertSame(expected, inOnnxRuntime(onnx, image, shape, trained.signature()
			.channels(), trained.signature().classes()));
		final LayerGraph again = OnnxImport.read(onnx).graph();
		assertEquals(trained.signature(), TrainedGraph.of(again).signature());
		assertSame(expected, TrainedGraph.of(again).probabilities(image, shape));
	}

	private static TileShape shape(final TrainedGraph trained) {
		final int step = trained.signature().tiles().step();
		return new TileShape(1, step == 1 ? 11 : 3 * step, step == 1 ? 6 : 5 *
			step);
	}

	private static float[] image(final TrainedGraph trained,
		final TileShape shape)
	{
		return new GraphSketch(1).numbers((int) shape.pixels() * trained.signature()
			.channels());
	}

	private static void assertSame(final double[] expected, final float[] found) {
		final float[] e = new float[expected.length];
		for (int i = 0; i < e.length; i++)
			e[i] = (float) expected[i];
		assertArrayEquals(e, found, 1e-5f);
	}

	private static float[] inOnnxRuntime(final byte[] onnx, final float[] image,
		final TileShape shape, final int channels, final int classes)
		throws Exception
	{
		final int pixels = (int) shape.pixels();
		final float[] planes = new float[image.length];
		for (int i = 0; i < image.length; i++)
			planes[i % channels * pixels + i / channels] = image[i];
		final OrtEnvironment environment = OrtEnvironment.getEnvironment();
		try (OrtSession session = environment.createSession(onnx);
				OnnxTensor in = OnnxTensor.createTensor(environment, FloatBuffer.wrap(
					planes), new long[] { 1, channels, shape.height(), shape.width() });
				OrtSession.Result result = session.run(Map.of("input", in)))
		{
			final FloatBuffer out = ((OnnxTensor) result.get(0)).getFloatBuffer();
			final float[] found = new float[pixels * classes];
			for (int i = 0; i < found.length; i++)
				found[i] = out.get(i % classes * pixels + i / classes);
			return found;
		}
	}

	@Test
	void findsSkipsAndNotTheSumsWithinLevels() throws Exception {
		final TrainedGraph trained = TrainedGraph.of(GraphSketch.gatedResidual());
		assertEquals(SkipSet.of(0, 1), trained.signature().skips());
		assertEquals(4, trained.signature().tiles().step());
		assertEquals(SkipSet.of(1), trained.without(SkipSet.of(0)).signature()
			.skips());
		assertEquals(SkipSet.none(), trained.without(SkipSet.of(0)).without(SkipSet
			.of(1)).signature().skips());
	}

	@Test
	void sumsAreSkipsWhereNothingIsMerged() throws Exception {
		final GraphSketch g = new GraphSketch(CHANNELS);
		final String small = g.add(Pooling.max(2, 2), g.add(g.convolution(3, 3, 3),
			"image"));
		final LayerGraph graph = classes(g, g.add(new Combination(
			Combination.Kind.SUM), "image", g.add(UpSampling.nearest(2), small)), 3);
		assertEquals(SkipSet.of(0), TrainedGraph.of(graph).signature().skips());
	}

	/** 1 for the 3x3 convolution, 2 cells of 2 px below, rounded up. */
	@Test
	void statesHowFarItSees() throws Exception {
		final GraphSketch g = new GraphSketch(1);
		final String a = g.add(g.convolution(3, 1, 2), "image");
		final String b = g.add(g.convolution(5, 2, 2), g.add(Pooling.max(2, 2), a));
		final LayerGraph graph = classes(g, g.add(UpSampling.nearest(2), b), 2);
		assertEquals(6, TrainedGraph.of(graph).signature().tiles().halo());
	}

	@Test
	void whatCannotBeComputedIsNamed() throws Exception {
		refused("has instance normalisation (l1)", new Other(
			"instance normalisation"));
		refused("not as large as the image", new Convolution(new GraphSketch(1)
			.kernel(3, 3, 3), new float[3], 1, Pads.NONE));
		refused("is not exactly 2 times as large", new UpConvolution(
			new GraphSketch(1).kernel(3, 3, 3), null, 2, new Pads(1, 1, 1, 1)));
		refused("higher resolution than the input", UpSampling.nearest(2));
		final GraphSketch g = new GraphSketch(CHANNELS);
		final LayerGraph graph = classes(g, g.add(new Merge(), "image", g.add(
			Pooling.max(2, 2), "image")), 6);
		assertTrue(assertThrows(UnsupportedNetworkException.class,
			() -> TrainedGraph.of(graph)).getMessage().contains("of unequal sizes"));
	}

	private static void refused(final String part, final LayerOp op)
		throws InvalidContentException
	{
		final LayerGraph graph = around(op);
		final String message = assertThrows(UnsupportedNetworkException.class,
			() -> TrainedGraph.of(graph)).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void layersThatDoNotFitAreRefused() throws Exception {
		final GraphSketch g = new GraphSketch(CHANNELS);
		final LayerGraph channels = classes(g, g.add(g.convolution(3, 3, 5),
			"image"), 3);
		assertTrue(assertThrows(InvalidContentException.class, () -> TrainedGraph
			.of(channels)).getMessage().contains("needs 3 channels, but reads 5"));
		final LayerGraph affine = around(new Affine(new float[2], new float[2]));
		assertTrue(assertThrows(InvalidContentException.class, () -> TrainedGraph
			.of(affine)).getMessage().contains("numbers for 2 channels"));
	}
}
