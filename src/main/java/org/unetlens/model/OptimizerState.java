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
