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

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;
import org.nd4j.shade.protobuf.WireFormat;
import org.unetlens.graph.InvalidContentException;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;

/**
 * Reads the weights of a U-Net from an ONNX model by their names. Only the
 * initialisers are looked at, one after the other, and memory is taken only for
 * those that have the name and shape which the network needs.
 */
final class OnnxReader {

	// NB: Field numbers of ModelProto, GraphProto and TensorProto in onnx.proto.
	private static final int MODEL_GRAPH = 7;
	private static final int GRAPH_INITIALIZER = 5;
	private static final int TENSOR_DIMS = 1;
	private static final int TENSOR_DATA_TYPE = 2;
	private static final int TENSOR_NAME = 8;
	private static final int TENSOR_RAW_DATA = 9;
	private static final int FLOAT = 1;

	private static final int MAX_RANK = 8;
	private static final int MAX_NAME = 256;
	private static final int CHUNK = 1 << 16;

	private final CodedInputStream in;
	private final Map<String, long[]> needed;
	private final Map<String, float[]> found = new LinkedHashMap<>();

	private OnnxReader(final InputStream in, final UNetSpec spec) {
		this.in = CodedInputStream.newInstance(in, CHUNK);
		this.in.setSizeLimit(Integer.MAX_VALUE);
		needed = WeightShapes.of(spec);
	}

	/** @param in read to its end, not closed */
	static Weights read(final InputStream in, final UNetSpec spec)
		throws IOException
	{
		final OnnxReader reader = new OnnxReader(in, spec);
		try {
			reader.readModel();
		}
		catch (final InvalidProtocolBufferException exc) {
			throw new InvalidContentException("its weights are damaged or cut off: " +
				exc.getMessage(), exc);
		}
		return reader.weights();
	}

	private Weights weights() throws InvalidContentException {
		final List<Weight> list = new ArrayList<>();
		for (final Map.Entry<String, long[]> e : needed.entrySet()) {
			final float[] values = found.get(e.getKey());
			if (values == null) throw new InvalidContentException(
				"its weights lack " + e.getKey() + ", which the network needs");
			list.add(new Weight(e.getKey(), e.getValue(), values));
		}
		return new Weights(list);
	}

	private void readModel() throws IOException {
		for (int tag = tag(); tag != 0; tag = tag())
			if (isMessage(tag, MODEL_GRAPH)) readGraph();
			else in.skipField(tag);
	}

	private void readGraph() throws IOException {
		final int limit = in.pushLimit(in.readRawVarint32());
		for (int tag = tag(); tag != 0; tag = tag())
			if (isMessage(tag, GRAPH_INITIALIZER)) readTensor();
			else in.skipField(tag);
		in.popLimit(limit);
	}

	private void readTensor() throws IOException {
		final int limit = in.pushLimit(in.readRawVarint32());
		final long[] dims = new long[MAX_RANK];
		int rank = 0;
		int type = 0;
		String name = null;
		for (int tag = tag(); tag != 0; tag = tag()) {
			final int field = WireFormat.getTagFieldNumber(tag);
			if (field == TENSOR_DIMS) rank = readDims(tag, dims, rank);
			else if (field == TENSOR_DATA_TYPE) type = in.readInt32();
			else if (field == TENSOR_NAME) name = readName();
			else if (field == TENSOR_RAW_DATA && needed.containsKey(name)) readValues(
				name, type, Arrays.copyOf(dims, rank));
			else in.skipField(tag);
		}
		in.popLimit(limit);
	}

	/** Both ways in which protobuf writes repeated numbers. */
	private int readDims(final int tag, final long[] dims, final int rank)
		throws IOException
	{
		if (!isLengthDelimited(tag)) return addDim(dims, rank);
		final int limit = in.pushLimit(in.readRawVarint32());
		int n = rank;
		while (in.getBytesUntilLimit() > 0)
			n = addDim(dims, n);
		in.popLimit(limit);
		return n;
	}

	private int addDim(final long[] dims, final int rank) throws IOException {
		if (rank == MAX_RANK) throw new InvalidContentException(
			"its weights have an array of more than " + MAX_RANK + " axes");
		dims[rank] = in.readInt64();
		return rank + 1;
	}

	private String readName() throws IOException {
		final int length = in.readRawVarint32();
		if (length < 0 || length > MAX_NAME) throw new InvalidContentException(
			"its weights have a name of " + length + " bytes");
		return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
	}

	private void readValues(final String name, final int type, final long[] dims)
		throws IOException
	{
		final long[] shape = needed.get(name);
		final long[] expected = OnnxLayout.shape(name, shape);
		final int bytes = in.readRawVarint32();
		final long n = Arrays.stream(expected).reduce(1, Math::multiplyExact);
		if (type != FLOAT || !Arrays.equals(expected, dims) || bytes != 4 * n)
			throw new InvalidContentException("its weight " + name +
				" has the ONNX shape " + Arrays.toString(dims) + ", element type " +
				type + " and " + bytes + " bytes where " + Arrays.toString(expected) +
				", type " + FLOAT + " and " + 4 * n + " bytes are needed");
		if (found.containsKey(name)) throw new InvalidContentException(
			"its weights have " + name + " twice");
		found.put(name, OnnxLayout.fromOnnx(name, shape, readFloats(name,
			(int) n)));
	}

	private float[] readFloats(final String name, final int n)
		throws IOException
	{
		final float[] values = new float[n];
		for (int i = 0; i < n; i += CHUNK / 4) {
			final int length = Math.min(CHUNK / 4, n - i);
			ByteBuffer.wrap(in.readRawBytes(4 * length)).order(
				ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, i, length);
		}
		final boolean variance = name.endsWith(".variance");
		for (final float v : values)
			if (!Float.isFinite(v) || variance && v < 0)
				throw new InvalidContentException("its weight " + name +
					" holds the value " + v);
		return values;
	}

	/** The next tag, 0 at the end of the message. */
	private int tag() throws IOException {
		final int tag = in.readTag();
		final int wire = tag & 7;
		// NB: Groups (3, 4) nest without limit and do not occur in ONNX.
		if (wire == 3 || wire == 4) throw new InvalidContentException(
			"its weights are not an ONNX model");
		return tag;
	}

	private static boolean isMessage(final int tag, final int field) {
		return WireFormat.getTagFieldNumber(tag) == field && isLengthDelimited(tag);
	}

	private static boolean isLengthDelimited(final int tag) {
		return (tag & 7) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
	}
}
