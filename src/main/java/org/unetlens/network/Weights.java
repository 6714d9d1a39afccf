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
