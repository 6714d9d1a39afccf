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
 * The two forms of a stride-2 transposed convolution: one kernel
 * {@code [ky, kx, iC, oC]} of 2x2, or of 6x6 with 2 output pixels cropped on
 * each side; or one kernel {@code [r, r, iC, px * oC]} per phase of output
 * rows, r = 1 or 3, px = 2 the phases of output columns. Copies; an exact
 * rearrangement.
 * <p>
 * Output pixel 2m + p takes from input m + t - (r - 1) / 2 the kernel's tap p +
 * 2 (r - 1 - t).
 * </p>
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

	/** @param side of the kernel, 2 or 6 */
	static long[] phaseShape(final long side, final long inputs,
		final long outputs)
	{
		return new long[] { side / 2, side / 2, inputs, 2 * outputs };
	}

	static Weight split(final Weight up, final int phase) {
		final int side = (int) up.shape()[0];
		final int inputs = (int) up.shape()[2];
		final int outputs = (int) up.shape()[3];
		final float[] half = new float[up.values().length / 2];
		copy(side, inputs, outputs, phase, (whole, part) -> System.arraycopy(up
			.values(), whole, half, part, outputs));
		return new Weight(up.name() + PHASE + phase, phaseShape(side, inputs,
			outputs), half);
	}

	static Weight join(final Weight even, final Weight odd) {
		final int side = 2 * (int) even.shape()[0];
		final int inputs = (int) even.shape()[2];
		final int outputs = (int) even.shape()[3] / 2;
		final float[] all = new float[2 * even.values().length];
		for (int phase = 0; phase < 2; phase++) {
			final float[] half = (phase == 0 ? even : odd).values();
			copy(side, inputs, outputs, phase, (whole, part) -> System.arraycopy(half,
				part, all, whole, outputs));
		}
		final String name = even.name().substring(0, even.name().length() - PHASE
			.length() - 1);
		return new Weight(name, new long[] { side, side, inputs, outputs }, all);
	}

	private interface Copy {

		void outputs(int whole, int part);
	}

	/** Calls for each tap and input channel of a row phase. */
	private static void copy(final int side, final int inputs, final int outputs,
		final int phase, final Copy copy)
	{
		final int r = side / 2;
		for (int ty = 0; ty < r; ty++)
			for (int tx = 0; tx < r; tx++)
				for (int px = 0; px < 2; px++)
					for (int i = 0; i < inputs; i++) {
						final int ky = phase + 2 * (r - 1 - ty);
						final int kx = px + 2 * (r - 1 - tx);
						copy.outputs(((ky * side + kx) * inputs + i) * outputs, (((ty * r +
							tx) * inputs + i) * 2 + px) * outputs);
					}
	}
}
