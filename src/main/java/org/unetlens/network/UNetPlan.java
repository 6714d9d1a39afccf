
package org.unetlens.network;

/**
 * A network prepared for one input shape: all buffers are made once and reused.
 * Not thread-safe: one plan serves one thread; {@link #independentCopy()} gives
 * another one over the same weights. Close it to free its native memory.
 */
public final class UNetPlan implements AutoCloseable {

	/**
	 * A plan for inputs {@code [n, h, w, channels]}; h and w must be multiples of
	 * 2^depth.
	 */
	public static UNetPlan of(final UNetSpec spec, final Weights weights,
		final int n, final int h, final int w)
	{
		throw new UnsupportedOperationException("in preparation");
	}

	/**
	 * Runs the network.
	 *
	 * @param input {@code [n, h, w, channels]} in 'c' order; copied
	 * @param probabilities {@code [n, h, w, classes]} in 'c' order; written
	 */
	public void run(final float[] input, final float[] probabilities) {
		throw new UnsupportedOperationException("in preparation");
	}

	public UNetPlan independentCopy() {
		throw new UnsupportedOperationException("in preparation");
	}

	@Override
	public void close() {}
}
