
package org.unetlens.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trained numbers of a network by name, in the order of {@link LayerNames}.
 * Plain Java arrays, shared and not to be changed; thread-safe under that rule.
 */
public final class Weights {

	/**
	 * One named array in 'c' order (last axis fastest). Shapes: 3x3 and 1x1
	 * convolution kernels {@code [kH, kW, iC, oC]}; transposed convolutions
	 * {@code [kH = 2, kW = 2, iC, oC]}; biases and normalisation parameters
	 * {@code [oC]}.
	 */
	public record Weight(String name, long[] shape, float[] values) {

		public Weight {
			final long n = Arrays.stream(shape).reduce(1, Math::multiplyExact);
			if (n != values.length) throw new IllegalArgumentException("The weight " +
				name + " has the shape " + Arrays.toString(shape) + ", which needs " +
				n + " values, but " + values.length + " were given");
		}
	}

	private final Map<String, Weight> byName;

	public Weights(final Collection<Weight> weights) {
		final Map<String, Weight> map = new LinkedHashMap<>();
		for (final Weight w : weights)
			if (map.put(w.name(), w) != null) throw new IllegalArgumentException(
				"Two weights are named " + w.name());
		byName = Collections.unmodifiableMap(map);
	}

	/**
	 * The weight of that name; an {@link IllegalArgumentException} names what is
	 * missing.
	 */
	public Weight get(final String name) {
		final Weight w = byName.get(name);
		if (w == null) throw new IllegalArgumentException(
			"There is no weight named " + name + "; there are " + byName.keySet());
		return w;
	}

	public Collection<Weight> all() {
		return byName.values();
	}

	/** Number of trained values in all. */
	public long count() {
		return byName.values().stream().mapToLong(w -> w.values().length).sum();
	}
}
