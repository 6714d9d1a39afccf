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

import static org.unetlens.model.foreign.OnnxSketch.integer;
import static org.unetlens.model.foreign.OnnxSketch.ints;
import static org.unetlens.model.foreign.OnnxSketch.number;
import static org.unetlens.model.foreign.OnnxSketch.text;

import java.util.List;

/** U-Nets as other programs write them, small. */
final class Sketches {

	private Sketches() {}

	/**
	 * As PyTorch users write them: batch normalisation, transposed convolutions
	 * with bias, the skip first.
	 */
	static byte[] torch(final int channels, final int outputs,
		final String last)
	{
		final OnnxSketch s = new OnnxSketch(1);
		String x = s.input("image", 0, channels, 0, 0);
		final String e0 = torchBlock(s, x, channels, 4);
		final String e1 = torchBlock(s, s.pool(e0), 4, 8);
		x = torchBlock(s, s.pool(e1), 8, 16);
		x = s.up(x, 16, 8, 2, ints("strides", 2, 2));
		x = torchBlock(s, s.concat(e1, x), 16, 8);
		x = s.up(x, 8, 4, 2, ints("strides", 2, 2));
		x = torchBlock(s, s.concat(e0, x), 8, 4);
		x = s.conv(x, 4, outputs, 1);
		if (!last.isEmpty()) x = s.node(last, List.of(x), last.equals("Softmax")
			? new onnx.Onnx.AttributeProto[] { integer("axis", 1) }
			: new onnx.Onnx.AttributeProto[0]);
		return s.output(x, 0, outputs, 0, 0).bytes();
	}

	private static String torchBlock(final OnnxSketch s, final String x,
		final int in, final int out)
	{
		return s.relu(s.norm(s.conv(s.relu(s.norm(s.conv(x, in, out, 3), out)), out,
			out, 3), out));
	}

	/**
	 * As Keras users write them: up-sampling with a 2x2 convolution, drop-out, a
	 * third convolution, channels last outside.
	 */
	static byte[] keras() {
		final OnnxSketch s = new OnnxSketch(2);
		String x = s.input("image", 0, 0, 0, 1);
		x = s.node("Transpose", List.of(x), ints("perm", 0, 3, 1, 2));
		final String e0 = same(s, same(s, x, 1, 5, 3), 5, 5, 3);
		final String e1 = s.node("Dropout", List.of(same(s, same(s, s.pool(e0), 5,
			10, 3), 10, 10, 3)));
		x = same(s, same(s, s.pool(e1), 10, 20, 3), 20, 20, 3);
		x = same(s, s.upSample(x), 20, 10, 2);
		x = same(s, same(s, s.concat(e1, x), 20, 10, 3), 10, 10, 3);
		x = same(s, s.upSample(x), 10, 5, 2);
		x = same(s, same(s, s.concat(e0, x), 10, 5, 3), 5, 5, 3);
		x = s.conv(same(s, x, 5, 3, 3), 3, 3, 1);
		x = s.node("Transpose", List.of(x), ints("perm", 0, 2, 3, 1));
		x = s.node("Softmax", List.of(x), integer("axis", -1));
		return s.output(x, 0, 0, 0, 3).bytes();
	}

	private static String same(final OnnxSketch s, final String x, final int in,
		final int out, final int k)
	{
		return s.relu(s.conv(x, in, out, k, text("auto_pad", "SAME_UPPER")));
	}

	/**
	 * Up-sampling alone, the skip second, unequal widths, single convolutions.
	 */
	static byte[] upSampled() {
		final OnnxSketch s = new OnnxSketch(3);
		String x = s.input("image", 1, 2, 0, 0);
		final String e0 = same(s, same(s, x, 2, 4, 3), 4, 3, 3);
		x = same(s, s.pool(e0), 3, 7, 3);
		x = same(s, same(s, s.concat(s.upSample(x), e0), 10, 4, 3), 4, 4, 3);
		x = s.node("Sigmoid", List.of(s.conv(x, 4, 2, 1)));
		return s.output(x, 1, 2, 0, 0).bytes();
	}

	/** Transposed convolutions of 3x3 and 4x4, leaky, no skip at level 1. */
	static byte[] leaky() {
		final OnnxSketch s = new OnnxSketch(4);
		String x = s.input("image", 0, 1, 0, 0);
		final String e0 = leaky(s, leaky(s, x, 1, 4), 4, 4);
		x = leaky(s, leaky(s, s.pool(e0), 4, 8), 8, 8);
		x = leaky(s, leaky(s, s.pool(x), 8, 16), 16, 16);
		x = s.up(x, 16, 8, 3, ints("strides", 2, 2), ints("pads", 1, 1, 1, 1), ints(
			"output_padding", 1, 1));
		x = leaky(s, leaky(s, x, 8, 8), 8, 8);
		x = s.up(x, 8, 4, 4, ints("strides", 2, 2), ints("pads", 1, 1, 1, 1));
		x = leaky(s, leaky(s, s.concat(e0, x), 8, 4), 4, 4);
		x = s.node("Softmax", List.of(s.conv(x, 4, 2, 1)), integer("axis", 1));
		return s.output(x, 0, 2, 0, 0).bytes();
	}

	private static String leaky(final OnnxSketch s, final String x, final int in,
		final int out)
	{
		return s.node("LeakyRelu", List.of(s.conv(x, in, out, 3)), number("alpha",
			0.2));
	}

	/** A network of one level down that ends with what the caller adds. */
	interface Part {

		/** @return a map of 4 channels */
		String add(OnnxSketch s, String map);
	}

	/** A small U-Net with one thing that is unusual. */
	static byte[] odd(final Part atFullSize, final Part below) {
		final OnnxSketch s = new OnnxSketch(5);
		String x = s.input("image", 0, 1, 0, 0);
		final String e0 = same(s, atFullSize.add(s, same(s, x, 1, 4, 3)), 4, 4, 3);
		x = below.add(s, same(s, s.pool(e0), 4, 4, 3));
		x = s.up(same(s, x, 4, 8, 3), 8, 4, 2, ints("strides", 2, 2));
		x = same(s, same(s, s.concat(e0, x), 8, 4, 3), 4, 4, 3);
		x = s.node("Sigmoid", List.of(s.conv(x, 4, 1, 1)));
		return s.output(x, 0, 1, 0, 0).bytes();
	}
}
