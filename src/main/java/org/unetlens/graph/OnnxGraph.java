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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.nd4j.shade.protobuf.ByteString;
import org.unetlens.network.Activation;
import org.unetlens.network.LayerNames;
import org.unetlens.network.UNetForm;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * An ONNX graph that grows node by node, axes (batch, channel, y, x). Every
 * method that adds a node returns the name of its output. Not thread-safe.
 */
public final class OnnxGraph {

	/** Added to the variance in a batch normalisation. */
	public static final float EPSILON = 1e-5f;

	/** Operators as of ONNX 1.10, which all current runtimes read. */
	public static final int OPSET = 15;
	private static final int IR_VERSION = 8;

	private final GraphProto.Builder graph = GraphProto.newBuilder();

	public OnnxGraph(final String name) {
		graph.setName(name);
	}

	/** The bytes of an ONNX file with this graph. */
	public byte[] toModel() {
		return ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName(
			"U-Net Lens").addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(
				OPSET)).setGraph(graph.build()).build().toByteArray();
	}

	public void input(final String name, final int channels) {
		graph.addInput(image(name, channels));
	}

	public void output(final String name, final int channels) {
		graph.addOutput(image(name, channels));
	}

	/** @param values in 'c' order of the shape; copied */
	public void floats(final String name, final long[] shape,
		final float[] values)
	{
		final ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(
			ByteOrder.LITTLE_ENDIAN);
		raw.asFloatBuffer().put(values);
		tensor(name, TensorProto.DataType.FLOAT, raw, shape);
	}

	/** A convolution with the weights and biases of the layer. */
	public String convolution(final String layer, final String x, final String y,
		final int kernel, final int pad)
	{
		return node("Conv", layer + ".conv", y, List.of(x, LayerNames.weight(layer),
			LayerNames.bias(layer)), ints("kernel_shape", kernel, kernel), ints(
				"pads", pad, pad, pad, pad), ints("strides", 1, 1));
	}

	/** With the gamma, beta, mean and variance of the layer. */
	public String batchNormalization(final String layer, final String x) {
		return node("BatchNormalization", layer + ".norm", layer + ".normalized",
			List.of(x, layer + ".gamma", layer + ".beta", layer + ".mean", layer +
				".variance"), number("epsilon", EPSILON));
	}

	public String activation(final String layer, final String x,
		final Activation activation)
	{
		final List<String> in = List.of(x);
		return switch (activation.kind()) {
			case RELU -> node("Relu", layer + ".relu", layer, in);
			case LEAKY_RELU -> node("LeakyRelu", layer + ".relu", layer, in, number(
				"alpha", activation.slope()));
			case ELU -> node("Elu", layer + ".elu", layer, in);
		};
	}

	/** 2x2 maximum pooling. */
	public String pool(final String layer, final String x) {
		return node("MaxPool", layer, layer, List.of(x), ints("kernel_shape", 2, 2),
			ints("strides", 2, 2));
	}

	/** Transposed convolution of stride 2 that doubles height and width. */
	public String up(final String layer, final String x, final String y,
		final UNetForm form)
	{
		final int side = form.upKernel();
		final int pad = (side - 2) / 2;
		final String weight = LayerNames.weight(layer);
		return node("ConvTranspose", layer, y, form.upBias() ? List.of(x, weight,
			LayerNames.bias(layer)) : List.of(x, weight), ints("kernel_shape", side,
				side), ints("pads", pad, pad, pad, pad), ints("strides", 2, 2));
	}

	/** Takes so many pixels off each side. */
	public String crop(final String layer, final String x, final int pixels) {
		longs(layer + ".starts", pixels, pixels);
		longs(layer + ".ends", -pixels, -pixels);
		longs(layer + ".axes", 2, 3);
		return node("Slice", layer, layer, List.of(x, layer + ".starts", layer +
			".ends", layer + ".axes"));
	}

	/** Channels of the first, then of the second. */
	public String concat(final String layer, final String first,
		final String second)
	{
		return node("Concat", layer, layer, List.of(first, second), integer("axis",
			1));
	}

	/** Over the channels. */
	public String softmax(final String x, final String y) {
		return node("Softmax", y, y, List.of(x), integer("axis", 1));
	}

	/** Any operator. */
	String node(final String op, final String name, final String output,
		final List<String> inputs, final AttributeProto... attributes)
	{
		graph.addNode(NodeProto.newBuilder().setOpType(op).setName(name).addOutput(
			output).addAllInput(inputs).addAllAttribute(List.of(attributes)));
		return output;
	}

	/** A list of whole numbers. */
	void longs(final String name, final long... values) {
		final ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(
			ByteOrder.LITTLE_ENDIAN);
		raw.asLongBuffer().put(values);
		tensor(name, TensorProto.DataType.INT64, raw, values.length);
	}

	private void tensor(final String name, final TensorProto.DataType type,
		final ByteBuffer raw, final long... shape)
	{
		final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name)
			.setDataType(type.getNumber()).setRawData(ByteString.copyFrom(raw));
		for (final long s : shape)
			tensor.addDims(s);
		graph.addInitializer(tensor);
	}

	static AttributeProto text(final String name, final String value) {
		return AttributeProto.newBuilder().setName(name).setType(
			AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
	}

	static AttributeProto ints(final String name, final long... values) {
		final AttributeProto.Builder a = AttributeProto.newBuilder().setName(name)
			.setType(AttributeType.INTS);
		for (final long v : values)
			a.addInts(v);
		return a.build();
	}

	static AttributeProto number(final String name, final double value) {
		return AttributeProto.newBuilder().setName(name).setType(
			AttributeType.FLOAT).setF((float) value).build();
	}

	static AttributeProto integer(final String name, final long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT)
			.setI(value).build();
	}

	private static ValueInfoProto image(final String name, final int channels) {
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		shape.addDimBuilder().setDimParam("batch");
		shape.addDimBuilder().setDimValue(channels);
		// NB: Input and output of a net of valid convolutions differ in size.
		shape.addDimBuilder().setDimParam(name + "_height");
		shape.addDimBuilder().setDimParam(name + "_width");
		return ValueInfoProto.newBuilder().setName(name).setType(TypeProto
			.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(
				TensorProto.DataType.FLOAT.getNumber()).setShape(shape))).build();
	}
}
