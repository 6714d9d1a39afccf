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

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The entries of a small DL4J zip, written by hand. */
final class Dl4jSketch {

	private Dl4jSketch() {}

	/** A convolution of 1 to 2 channels, another of 2 to 1, and a loss. */
	static String configuration() {
		return """
				{
				  "networkInputs" : [ "in" ],
				  "networkOutputs" : [ "c" ],
				  "vertexInputs" : { "a" : [ "in" ], "b" : [ "a" ], "c" : [ "b" ] },
				  "vertices" : {
				    "a" : %s,
				    "b" : %s,
				    "c" : { "@class" : "org.deeplearning4j.nn.conf.graph.LayerVertex", "layerConf" : { "layer" : {
				      "@class" : "org.deeplearning4j.nn.conf.layers.CnnLossLayer",
				      "activationFn" : { "@class" : "org.nd4j.linalg.activations.impl.ActivationSigmoid" } } } }
				  }
				}
				"""
			.formatted(convolution(1, 2), convolution(2, 1));
	}

	private static String convolution(final int in, final int out) {
		return """
				{ "@class" : "org.deeplearning4j.nn.conf.graph.LayerVertex", "layerConf" : { "layer" : {
				      "@class" : "org.deeplearning4j.nn.conf.layers.ConvolutionLayer",
				      "activationFn" : { "@class" : "org.nd4j.linalg.activations.impl.ActivationReLU" },
				      "convolutionMode" : "Same", "kernelSize" : [ 3, 3 ], "nin" : %d, "nout" : %d,
				      "padding" : [ 0, 0 ], "stride" : [ 1, 1 ], "dilation" : [ 1, 1 ], "hasBias" : true } } }"""
			.formatted(in, out);
	}

	static byte[] coefficients() {
		final int n = 2 + 18 + 1 + 18;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeUTF("MIXED_DATA_TYPES");
			out.writeLong(6);
			out.writeUTF("LONG");
			for (final long s : new long[] { 1, n, 1, 8192, 1, 99 })
				out.writeLong(s);
			out.writeUTF("MIXED_DATA_TYPES");
			out.writeLong(n);
			out.writeUTF("FLOAT");
			for (int i = 0; i < n; i++)
				out.writeFloat(0.1f * i);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return bytes.toByteArray();
	}
}
