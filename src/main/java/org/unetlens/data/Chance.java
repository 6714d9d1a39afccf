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

package org.unetlens.data;

import java.util.random.RandomGenerator;

/**
 * A value that is drawn evenly from a range, in a share of all cases only.
 * Immutable.
 */
public final class Chance {

	/** Never happens. */
	public static final Chance NEVER = new Chance(0, 0, 0);

	private final double probability;
	private final double low;
	private final double high;

	private Chance(final double probability, final double low,
		final double high)
	{
		if (!(probability >= 0 && probability <= 1))
			throw new IllegalArgumentException("The probability " + probability +
				" is not between 0 and 1");
		if (!(low <= high)) throw new IllegalArgumentException("The range " + low +
			" to " + high + " is empty; its first number must not be the larger");
		this.probability = probability;
		this.low = low;
		this.high = high;
	}

	/**
	 * A value from low to high.
	 *
	 * @param probability share of the cases in which it happens, 0 to 1
	 */
	public static Chance of(final double probability, final double low,
		final double high)
	{
		return new Chance(probability, low, high);
	}

	/** Something that happens or not, without a value. */
	public static Chance of(final double probability) {
		return new Chance(probability, 0, 0);
	}

	public double probability() {
		return probability;
	}

	public double low() {
		return low;
	}

	public double high() {
		return high;
	}

	/** Whether it happens this time; takes one number from the generator. */
	boolean happens(final RandomGenerator random) {
		return random.nextDouble() < probability;
	}

	/** The value for this time; takes one number from the generator. */
	double draw(final RandomGenerator random) {
		return low + (high - low) * random.nextDouble();
	}

	/**
	 * The value, or another one where it does not happen; always takes two
	 * numbers.
	 */
	double drawOr(final double otherwise, final RandomGenerator random) {
		final boolean happens = happens(random);
		final double value = draw(random);
		return happens ? value : otherwise;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Chance c && c.probability == probability &&
			c.low == low && c.high == high;
	}

	@Override
	public int hashCode() {
		return Double.hashCode(probability + 31 * low + 961 * high);
	}

	@Override
	public String toString() {
		return probability + " [" + low + ", " + high + "]";
	}
}
