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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unetlens.engine.Engine;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.TileShape;

/** Networks that DL4J saved, compared with what DL4J makes of them. */
class Dl4jImportTest {

	private static final int H = 12;
	private static final int W = 20;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		Engine.start();
	}

	/** As in DL4J's zoo: up-sampling with convolution, drop-out, sigmoid. */
	@Test
	void upSamplingAndBatchNormalisation() throws IOException {
		final GraphBuilder b = builder(1);
		conv(b, "a1", "input", 1, 3, 3);
		normalized(b, "a2", "a1", 3, 3, true);
		b.addLayer("p", pool(), "a2");
		conv(b, "b1", "p", 3, 6, 3);
		conv(b, "b2", "b1", 6, 6, 3);
		b.addLayer("drop", new DropoutLayer(0.5), "b2");
		b.addLayer("u", new Upsampling2D.Builder(2).build(), "drop");
		conv(b, "u1", "u", 6, 3, 2);
		b.addVertex("m", new MergeVertex(), "a2", "u1");
		conv(b, "c1", "m", 6, 3, 3);
		normalized(b, "c2", "c1", 3, 3, false);
		b.addLayer("h", new ConvolutionLayer.Builder(1, 1).nIn(3).nOut(1)
			.activation(Activation.SIGMOID).build(), "c2");
		b.addLayer("out", new CnnLossLayer.Builder(LossFunction.XENT).activation(
			Activation.IDENTITY).build(), "h");
		assertSame(b.setOutputs("out"), 1, 1);
	}

	@Test
	void transposedConvolutionsAndLeakyReLU() throws IOException {
		final GraphBuilder b = builder(2);
		leaky(b, "a2", leaky(b, "a1", "input", 2, 4), 4, 4);
		b.addLayer("p", pool(), "a2");
		leaky(b, "b2", leaky(b, "b1", "p", 4, 8), 8, 8);
		b.addLayer("u", new Deconvolution2D.Builder(2, 2).stride(2, 2).nIn(8).nOut(
			4).activation(Activation.IDENTITY).build(), "b2");
		b.addVertex("m", new MergeVertex(), "u", "a2");
		leaky(b, "c2", leaky(b, "c1", "m", 8, 4), 4, 4);
		b.addLayer("h", new ConvolutionLayer.Builder(1, 1).nIn(4).nOut(3)
			.activation(Activation.IDENTITY).build(), "c2");
		b.addLayer("out", new CnnLossLayer.Builder(LossFunction.MCXENT).activation(
			Activation.SOFTMAX).build(), "h");
		assertSame(b.setOutputs("out"), 2, 3);
	}

	@Test
	void whatIsNoUNetIsComputedAsItIs() throws IOException {
		final GraphBuilder b = builder(3);
		conv(b, "a1", "input", 1, 3, 3);
		b.addLayer("a2", new ConvolutionLayer.Builder(3, 3).nIn(3).nOut(3).dilation(
			2, 2).activation(Activation.TANH).build(), "a1");
		b.addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a1",
			"a2");
		b.addLayer("p", new SubsamplingLayer.Builder(
			SubsamplingLayer.PoolingType.AVG, new int[] { 2, 2 }, new int[] { 2, 2 })
			.build(), "sum");
		b.addLayer("b1", new ConvolutionLayer.Builder(5, 5).nIn(3).nOut(6)
			.activation(Activation.SELU).build(), "p");
		b.addLayer("b2", new ConvolutionLayer.Builder(3, 3).nIn(6).nOut(6)
			.activation(Activation.SWISH).build(), "b1");
		b.addVertex("times", new ElementWiseVertex(ElementWiseVertex.Op.Product),
			"b1", "b2");
		b.addLayer("u", new Deconvolution2D.Builder(2, 2).stride(2, 2).nIn(6).nOut(
			3).activation(Activation.SOFTPLUS).build(), "times");
		b.addVertex("m", new MergeVertex(), "sum", "u");
		b.addLayer("h", new ConvolutionLayer.Builder(1, 1).nIn(6).nOut(1)
			.activation(Activation.IDENTITY).build(), "m");
		b.addLayer("out", new CnnLossLayer.Builder(LossFunction.XENT).activation(
			Activation.SIGMOID).build(), "h");
		assertSame(b.setOutputs("out"), 1, 1);
	}

	private static GraphBuilder builder(final long seed) {
		return new NeuralNetConfiguration.Builder().seed(seed).convolutionMode(
			ConvolutionMode.Same).activation(Activation.RELU).graphBuilder()
			.addInputs("input");
	}

	private static void conv(final GraphBuilder b, final String name,
		final String input, final int in, final int out, final int k)
	{
		b.addLayer(name, new ConvolutionLayer.Builder(k, k).nIn(in).nOut(out)
			.build(), input);
	}

	private static String leaky(final GraphBuilder b, final String name,
		final String input, final int in, final int out)
	{
		b.addLayer(name, new ConvolutionLayer.Builder(3, 3).nIn(in).nOut(out)
			.activation(Activation.LEAKYRELU).build(), input);
		return name;
	}

	private static void normalized(final GraphBuilder b, final String name,
		final String input, final int in, final int out, final boolean logarithm)
	{
		b.addLayer(name + "c", new ConvolutionLayer.Builder(3, 3).nIn(in).nOut(out)
			.activation(Activation.IDENTITY).build(), input);
		b.addLayer(name + "n", new BatchNormalization.Builder().nIn(out).nOut(out)
			.useLogStd(logarithm).build(), name + "c");
		b.addLayer(name, new ActivationLayer.Builder().activation(Activation.RELU)
			.build(), name + "n");
	}

	private static SubsamplingLayer pool() {
		return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX,
			new int[] { 2, 2 }, new int[] { 2, 2 }).build();
	}

	private ComputationGraph graph;

	private ForeignModel open(final GraphBuilder b, final int channels)
		throws IOException
	{
		graph = new ComputationGraph(b.build());
		graph.init();
		final Random random = new Random(4);
		final INDArray params = graph.params();
		for (int i = 0; i < params.length(); i++)
			params.putScalar(i, params.getDouble(i) + 0.1 * random.nextGaussian());
		final Path file = folder.resolve("net.zip");
		graph.save(file.toFile(), true);
		return ForeignModels.open(file);
	}

	private void assertSame(final GraphBuilder b, final int channels,
		final int outputs) throws IOException
	{
		final ForeignModel foreign = open(b, channels);
		assertEquals("DL4J model", foreign.format());
		final ModelBundle model = foreign.translate(ImportOptions.defaults())
			.model();
		final float[] input = new float[H * W * channels];
		final Random random = new Random(5);
		for (int i = 0; i < input.length; i++)
			input[i] = (float) random.nextGaussian();
		final int classes = model.signature().classes();
		final float[] ours = model.network().probabilities(input, new TileShape(1,
			H, W));
		final INDArray x = Nd4j.create(input, new long[] { 1, H, W, channels }, 'c')
			.permute(0, 3, 1, 2).dup('c');
		final float[] theirs = graph.outputSingle(x).permute(0, 2, 3, 1).dup('c')
			.data().asFloat();
		final float[] found = outputs == classes ? ours : new float[theirs.length];
		if (outputs != classes) for (int i = 0; i < found.length; i++)
			found[i] = ours[classes * i + 1];
		assertArrayEquals(theirs, found, 1e-4f);
	}
}
