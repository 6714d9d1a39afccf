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

package org.unetlens.network;

import org.unetlens.network.Weights.Weight;

/**
 * The two forms of a 2x2 stride-2 transposed convolution: one kernel
 * {@code [ky, kx, iC, oC]}, or one 1x1 kernel {@code [1, 1, iC, kx * oC]} per
 * output row phase ky. Copies; an exact rearrangement.
 */
final class UpKernel {

	private static final String PHASE = ".phase";

	private UpKernel() {}

	/**
	 * Engine name of one row phase (0 even, 1 odd) of the up-convolution at a
	 * level.
	 */
	static String name(final int level, final int phase) {
		return LayerNames.weight(LayerNames.up(level)) + PHASE + phase;
	}

	static boolean isUp(final Weight w) {
		return w.name().endsWith(".up.weight");
	}

	static boolean isSecondPhase(final String name) {
		return name.endsWith(PHASE + 1);
	}

	static long[] phaseShape(final long inputs, final long outputs) {
		return new long[] { 1, 1, inputs, 2 * outputs };
	}

	static Weight split(final Weight up, final int phase) {
		final int inputs = (int) up.shape()[2];
		final int outputs = (int) up.shape()[3];
		final float[] half = new float[2 * inputs * outputs];
		for (int kx = 0; kx < 2; kx++)
			for (int i = 0; i < inputs; i++)
				System.arraycopy(up.values(), ((2 * phase + kx) * inputs + i) * outputs,
					half, (2 * i + kx) * outputs, outputs);
		return new Weight(up.name() + PHASE + phase, phaseShape(inputs, outputs),
			half);
	}

	static Weight join(final Weight even, final Weight odd) {
		final int inputs = (int) even.shape()[2];
		final int outputs = (int) even.shape()[3] / 2;
		final float[] all = new float[4 * inputs * outputs];
		for (int ky = 0; ky < 2; ky++)
			for (int kx = 0; kx < 2; kx++)
				for (int i = 0; i < inputs; i++)
					System.arraycopy((ky == 0 ? even : odd).values(), (2 * i + kx) *
						outputs, all, ((2 * ky + kx) * inputs + i) * outputs, outputs);
		final String name = even.name().substring(0, even.name().length() - PHASE
			.length() - 1);
		return new Weight(name, new long[] { 2, 2, inputs, outputs }, all);
	}
}
