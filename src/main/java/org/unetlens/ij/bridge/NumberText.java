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

package org.unetlens.ij.bridge;

import java.math.BigDecimal;
import java.util.Optional;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * Numbers of inputs as text, and whether a text is a number that may be given.
 */
final class NumberText {

	private static final int MOST_DIGITS = 9;

	private final ModuleItem<?> item;

	NumberText(final ModuleItem<?> item) {
		this.item = item;
	}

	/** Digits behind the point that a value needs, 0 for whole numbers. */
	int digits(final double value) {
		if (isWhole() || Double.isNaN(value) || Double.isInfinite(value)) return 0;
		return Math.min(MOST_DIGITS, Math.max(2, BigDecimal.valueOf(value)
			.stripTrailingZeros().scale()));
	}

	String range() {
		return InputKind.hasRange(item) ? "(" + item.getMinimumValue() + " to " +
			item.getMaximumValue() + ")" : "";
	}

	/** The number, of the input's type; empty when the text is none. */
	Optional<Number> parse(final String text) {
		try {
			final double value = Double.parseDouble(text.strip());
			if (isWhole() && value != Math.rint(value) || Double.isNaN(value))
				return Optional.empty();
			return Optional.of(convert(value));
		}
		catch (final NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** What is wrong with the text, naming the field. */
	Optional<String> problem(final String text) {
		final Optional<Number> number = parse(text);
		final boolean fits = number.isPresent() && isInRange(number.get()
			.doubleValue());
		return fits ? Optional.empty() : Optional.of(InputKind.label(item) +
			": give " + wanted());
	}

	/** What may be given, e.g. "a whole number from 1 to 9". */
	String wanted() {
		return (isWhole() ? "a whole number" : "a number") + limits();
	}

	private boolean isInRange(final double value) {
		return !(item.getMinimumValue() instanceof Number min && value < min
			.doubleValue() || item.getMaximumValue() instanceof Number max &&
				value > max.doubleValue());
	}

	private String limits() {
		if (InputKind.hasRange(item)) return " from " + item.getMinimumValue() +
			" to " + item.getMaximumValue();
		if (item.getMinimumValue() != null) return " of at least " + item
			.getMinimumValue();
		return item.getMaximumValue() == null ? "" : " of at most " + item
			.getMaximumValue();
	}

	private boolean isWhole() {
		final Class<?> type = Types.box(item.getType());
		return Types.isInteger(type) || Types.isLong(type) || Types.isShort(type) ||
			Types.isByte(type);
	}

	private Number convert(final double value) {
		final Class<?> type = Types.box(item.getType());
		if (type == Integer.class) return (int) value;
		if (type == Long.class) return (long) value;
		if (type == Short.class) return (short) value;
		if (type == Byte.class) return (byte) value;
		if (type == Float.class) return (float) value;
		return value;
	}
}
