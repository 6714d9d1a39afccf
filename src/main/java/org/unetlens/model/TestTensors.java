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
import java.util.Map;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.TrainedNetwork;

/**
 * A {@link TestPair} as the two arrays of a package, axes (batch, channel, y,
 * x).
 */
final class TestTensors {

	private static final int MAX_SIZE = 1 << 13;

	private TestTensors() {}

	static void write(final TestPair pair, final TrainedNetwork network,
		final Map<String, byte[]> entries)
	{
		final NetworkSignature spec = network.signature();
		final int h = pair.height();
		final int w = pair.width();
		final int loss = SizeRule.of(network).loss();
		entries.put(Entries.TEST_INPUT, NpyCodec.encode(channelsFirst(pair.input(),
			spec.channels()), 1, spec.channels(), h, w));
		entries.put(Entries.TEST_OUTPUT, NpyCodec.encode(channelsFirst(pair
			.output(), spec.classes()), 1, spec.classes(), h - loss, w - loss));
	}

	static TestPair read(final byte[] input, final byte[] output,
		final TrainedNetwork network) throws IOException
	{
		final NetworkSignature spec = network.signature();
		final long[] shape = NpyCodec.shape(Entries.TEST_INPUT, input);
		if (shape.length != 4 || shape[2] > MAX_SIZE || shape[3] > MAX_SIZE)
			throw new InvalidContentException("its entry " + Entries.TEST_INPUT +
				" does not have the four axes batch, channel, y and x, both last ones of at most " +
				MAX_SIZE + " px");
		final int h = (int) shape[2];
		final int w = (int) shape[3];
		final int loss = SizeRule.of(network).loss();
		final float[] in = NpyCodec.decode(Entries.TEST_INPUT, input, 1, spec
			.channels(), h, w);
		final float[] out = NpyCodec.decode(Entries.TEST_OUTPUT, output, 1, spec
			.classes(), h - loss, w - loss);
		final TestPair pair = new TestPair(h, w, channelsLast(in, spec.channels()),
			channelsLast(out, spec.classes()));
		pair.requireFits(network);
		return pair;
	}

	private static float[] channelsFirst(final float[] values,
		final int channels)
	{
		final int pixels = values.length / channels;
		final float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++)
			result[i % channels * pixels + i / channels] = values[i];
		return result;
	}

	private static float[] channelsLast(final float[] values,
		final int channels)
	{
		final int pixels = values.length / channels;
		final float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++)
			result[i] = values[i % channels * pixels + i / channels];
		return result;
	}
}
