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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.nd4j.shade.protobuf.ByteString;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
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

/** An ONNX network with random weights, written down node by node. */
final class OnnxSketch {

	private final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
	private final Random random;
	private int count;

	OnnxSketch(final long seed) {
		random = new Random(seed);
	}

	/** @param axes sizes, 0 for those that vary */
	String input(final String name, final int... axes) {
		graph.addInput(image(name, axes));
		return name;
	}

	OnnxSketch output(final String name, final int... axes) {
		graph.addOutput(image(name, axes));
		return this;
	}

	String conv(final String x, final int in, final int out, final int k,
		final AttributeProto... attributes)
	{
		return node("Conv", List.of(x, kernel(out, in, k, k), vector(out, 0)),
			attributes.length > 0 ? attributes : new AttributeProto[] { ints("pads",
				k / 2, k / 2, k / 2, k / 2) });
	}

	String up(final String x, final int in, final int out, final int k,
		final AttributeProto... attributes)
	{
		return node("ConvTranspose", List.of(x, kernel(in, out, k, k), vector(out,
			0)), attributes);
	}

	String norm(final String x, final int c) {
		final String variance = vector(c, 1.5);
		return node("BatchNormalization", List.of(x, vector(c, 1), vector(c, 0),
			vector(c, 0), variance), number("epsilon", 1e-3));
	}

	String pool(final String x) {
		return node("MaxPool", List.of(x), ints("kernel_shape", 2, 2), ints(
			"strides", 2, 2));
	}

	/** To nearest neighbours, by 2. */
	String upSample(final String x) {
		return node("Resize", List.of(x, "", tensor(new long[] { 4 }, new float[] {
			1, 1, 2, 2 })), text("mode", "nearest"), text(
				"coordinate_transformation_mode", "asymmetric"), text("nearest_mode",
					"floor"));
	}

	String concat(final String... xs) {
		return node("Concat", List.of(xs), integer("axis", 1));
	}

	String relu(final String x) {
		return node("Relu", List.of(x));
	}

	String node(final String type, final List<String> inputs,
		final AttributeProto... attributes)
	{
		final String name = type.toLowerCase() + count++;
		graph.addNode(NodeProto.newBuilder().setOpType(type).setName(name)
			.addAllInput(inputs).addOutput(name).addAllAttribute(List.of(
				attributes)));
		return name;
	}

	private String kernel(final int a, final int b, final int h, final int w) {
		final float[] v = new float[a * b * h * w];
		for (int i = 0; i < v.length; i++)
			v[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / (Math.min(a, b) *
				h * w)));
		return tensor(new long[] { a, b, h, w }, v);
	}

	/** Values around a mean, at most 1 away. */
	String vector(final int n, final double mean) {
		final float[] v = new float[n];
		for (int i = 0; i < n; i++)
			v[i] = (float) (mean + random.nextDouble() - 0.5);
		return tensor(new long[] { n }, v);
	}

	String tensor(final long[] shape, final float[] values) {
		final ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(
			ByteOrder.LITTLE_ENDIAN);
		raw.asFloatBuffer().put(values);
		final String name = "w" + count++;
		final TensorProto.Builder t = TensorProto.newBuilder().setName(name)
			.setDataType(TensorProto.DataType.FLOAT_VALUE).setRawData(ByteString
				.copyFrom(raw));
		for (final long s : shape)
			t.addDims(s);
		graph.addInitializer(t);
		return name;
	}

	byte[] bytes() {
		return ModelProto.newBuilder().setIrVersion(8).addOpsetImport(
			OperatorSetIdProto.newBuilder().setVersion(15)).setGraph(graph).build()
			.toByteArray();
	}

	static AttributeProto ints(final String name, final long... values) {
		final AttributeProto.Builder a = AttributeProto.newBuilder().setName(name)
			.setType(AttributeType.INTS);
		for (final long v : values)
			a.addInts(v);
		return a.build();
	}

	static AttributeProto integer(final String name, final long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT)
			.setI(value).build();
	}

	static AttributeProto number(final String name, final double value) {
		return AttributeProto.newBuilder().setName(name).setType(
			AttributeType.FLOAT).setF((float) value).build();
	}

	static AttributeProto text(final String name, final String value) {
		return AttributeProto.newBuilder().setName(name).setType(
			AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
	}

	private static ValueInfoProto image(final String name, final int... axes) {
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (int i = 0; i < axes.length; i++)
			if (axes[i] > 0) shape.addDimBuilder().setDimValue(axes[i]);
			else shape.addDimBuilder().setDimParam(name + i);
		return ValueInfoProto.newBuilder().setName(name).setType(TypeProto
			.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(
				TensorProto.DataType.FLOAT_VALUE).setShape(shape))).build();
	}

	/**
	 * What ONNX Runtime makes of it; values in the order of the network's axes.
	 */
	static float[] run(final byte[] onnx, final float[] input,
		final long... shape)
	{
		try (OrtSession session = OrtEnvironment.getEnvironment().createSession(
			onnx, new OrtSession.SessionOptions());
				OnnxTensor x = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(),
					FloatBuffer.wrap(input), shape);
				OrtSession.Result result = session.run(Map.of(session.getInputNames()
					.iterator().next(), x)))
		{
			final FloatBuffer out = ((OnnxTensor) result.get(0)).getFloatBuffer();
			final float[] values = new float[out.remaining()];
			out.get(values);
			return values;
		}
		catch (final OrtException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
