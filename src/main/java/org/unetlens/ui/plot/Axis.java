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

package org.unetlens.ui.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/**
 * An axis of a line plot. Immutable.
 *
 * @param label with the unit
 * @param scale how numbers lie on it
 * @param from first number, or NaN to take it from the data
 * @param to last number, or NaN to take it from the data
 */
public record Axis(String label, Scale scale, double from, double to) {

	/** How numbers lie on an axis. */
	public enum Scale {
			LINEAR, LOG,
			/** Shares, written as percent. */
			PERCENT
	}

	static Axis linear(final String label, final double from, final double to) {
		return new Axis(label, Scale.LINEAR, from, to);
	}

	ValueAxis axis() {
		final ValueAxis axis = scale == Scale.LOG ? log() : linear();
		if (isFixed()) axis.setRange(from, to);
		return axis;
	}

	private boolean isFixed() {
		return !Double.isNaN(from) && !Double.isNaN(to);
	}

	private ValueAxis linear() {
		final NumberAxis axis = new NumberAxis(label);
		// NB: Charts look the same under every locale, as the tables do.
		axis.setNumberFormatOverride(new DecimalFormat(scale == Scale.PERCENT
			? "0.#%" : "0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
		axis.setAutoRangeIncludesZero(!Double.isNaN(from));
		if (isFixed()) axis.setTickUnit(new NumberTickUnit((to - from) / 10));
		return axis;
	}

	private ValueAxis log() {
		final LogAxis axis = new LogAxis(label);
		axis.setTickUnit(new NumberTickUnit(1));
		axis.setMinorTickMarksVisible(false);
		axis.setBaseSymbol("10");
		axis.setBaseFormatter(new DecimalFormat("0", DecimalFormatSymbols
			.getInstance(Locale.ROOT)));
		return axis;
	}
}
