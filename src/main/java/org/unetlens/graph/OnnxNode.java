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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;

/** A node of an ONNX graph with its attributes by name. */
final class OnnxNode {

	private final NodeProto node;
	private final Map<String, AttributeProto> attributes = new HashMap<>();

	OnnxNode(final NodeProto node) {
		this.node = node;
		node.getAttributeList().forEach(a -> attributes.put(a.getName(), a));
	}

	String type() {
		return node.getOpType();
	}

	String input(final int i) throws InvalidContentException {
		if (i >= node.getInputCount()) throw new InvalidContentException(
			"its node " + this + " reads " + node.getInputCount() +
				" values, too few");
		return node.getInput(i);
	}

	List<String> inputs() {
		return node.getInputList();
	}

	String output() throws InvalidContentException {
		if (node.getOutputCount() < 1) throw new InvalidContentException(
			"its node " + this + " gives nothing");
		return node.getOutput(0);
	}

	List<String> outputs() {
		return node.getOutputList();
	}

	AttributeProto attribute(final String name) {
		return attributes.get(name);
	}

	long integer(final String name, final long otherwise) {
		final AttributeProto a = attributes.get(name);
		return a == null ? otherwise : a.getI();
	}

	double number(final String name, final double otherwise) {
		final AttributeProto a = attributes.get(name);
		return a == null ? otherwise : a.getF();
	}

	String text(final String name, final String otherwise) {
		final AttributeProto a = attributes.get(name);
		return a == null ? otherwise : a.getS().toStringUtf8();
	}

	/** So many whole numbers, each the same when the node does not say. */
	int[] integers(final String name, final int count, final int otherwise)
		throws InvalidContentException
	{
		final int[] result = new int[count];
		final AttributeProto a = attributes.get(name);
		for (int i = 0; i < count; i++)
			result[i] = a == null ? otherwise : integer(name, a, i, count);
		return result;
	}

	private int integer(final String name, final AttributeProto a, final int i,
		final int count) throws InvalidContentException
	{
		if (a.getIntsCount() != count || Math.abs(a.getInts(i)) > 1 << 20)
			throw new InvalidContentException("its node " + this + " has the " +
				name + " " + a.getIntsList().stream().limit(8).toList() + " where " +
				count + " small numbers are needed");
		return (int) a.getInts(i);
	}

	@Override
	public String toString() {
		final String name = node.getName().isEmpty() && node.getOutputCount() > 0
			? node.getOutput(0) : node.getName();
		return type() + " '" + name.substring(0, Math.min(80, name.length())) + "'";
	}
}
