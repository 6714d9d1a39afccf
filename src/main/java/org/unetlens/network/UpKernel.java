
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
