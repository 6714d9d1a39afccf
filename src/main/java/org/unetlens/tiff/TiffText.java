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

package org.unetlens.tiff;

import java.util.HashMap;
import java.util.Map;

import org.unetlens.tensor.PixelSize;

/**
 * What ImageJ writes about a stack as text, one "key=value" a line. Immutable.
 */
final class TiffText {

	private static final int INCH = 2, CENTIMETRE = 3;

	private final Map<String, String> values;

	private TiffText(final Map<String, String> values) {
		this.values = values;
	}

	/** @param description of any kind; only ImageJ's is understood */
	static TiffText of(final String description) {
		final Map<String, String> values = new HashMap<>();
		if (description.startsWith("ImageJ=")) for (final String line : description
			.split("\n"))
		{
			final int at = line.indexOf('=');
			if (at > 0) values.put(line.substring(0, at), line.substring(at + 1)
				.trim());
		}
		return new TiffText(values);
	}

	long images() {
		return number("images");
	}

	long channels() {
		return number("channels");
	}

	/** NB: A plain stack says how many images it has, and no more. */
	long slices() {
		return values.containsKey("slices") || values.containsKey("frames") ||
			values.containsKey("channels") ? number("slices") : images();
	}

	long frames() {
		return number("frames");
	}

	private long number(final String key) {
		final String value = values.getOrDefault(key, "1");
		return value.matches("[1-9][0-9]{0,8}") ? Long.parseLong(value) : 1;
	}

	PixelSize pixelSize(final TiffDirectory directory) {
		final double x = 1 / directory.rational(TiffDirectory.X_RESOLUTION);
		final double y = 1 / directory.rational(TiffDirectory.Y_RESOLUTION);
		final String unit = unit(directory.value(TiffDirectory.RESOLUTION_UNIT, 1));
		final boolean known = x > 0 && y > 0 && Double.isFinite(x) && Double
			.isFinite(y) && !unit.isEmpty();
		return known ? new PixelSize(x, y, unit) : PixelSize.UNCALIBRATED;
	}

	private String unit(final long resolutionUnit) {
		final String unit = values.getOrDefault("unit", "").replace("\\u00B5",
			"\u00B5");
		if (unit.equals("\u00B5m") || unit.equals("\u03BCm") || unit.equals("um"))
			return "micron";
		if (!unit.isEmpty()) return unit;
		return resolutionUnit == INCH ? "inch" : resolutionUnit == CENTIMETRE ? "cm"
			: "";
	}
}
