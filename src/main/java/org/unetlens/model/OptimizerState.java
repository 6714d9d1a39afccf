
package org.unetlens.model;

import java.util.List;

/**
 * What an optimiser must remember to go on as if it had not been interrupted.
 * The arrays are shared and not to be changed.
 */
public final class OptimizerState {

	/**
	 * One array of the optimiser.
	 *
	 * @param name e.g. {@code encoder0.conv1.weight.m}
	 * @param values shared, not copied; all finite
	 */
	public record NamedArray(String name, float[] values) {
	}

	private final long step;
	private final List<NamedArray> arrays;

	/** @param step training steps done, at least 0 */
	public OptimizerState(final long step, final List<NamedArray> arrays) {
		if (step < 0) throw new IllegalArgumentException(
			"The optimiser's step is " + step + "; it must be at least 0");
		this.step = step;
		this.arrays = List.copyOf(arrays);
	}

	/** Training steps done. */
	public long step() {
		return step;
	}

	public List<NamedArray> arrays() {
		return arrays;
	}

	/**
	 * The values of that name, shared; an {@link IllegalArgumentException} says
	 * which names there are.
	 */
	public float[] get(final String name) {
		return arrays.stream().filter(a -> a.name().equals(name)).findFirst().map(
			NamedArray::values).orElseThrow(() -> new IllegalArgumentException(
				"The optimiser's state has no array named " + name + "; there are " +
					arrays.stream().map(NamedArray::name).toList()));
	}
}
