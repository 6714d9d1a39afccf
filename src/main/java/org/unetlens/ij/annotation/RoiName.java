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

package org.unetlens.ij.annotation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.gui.Roi;

/**
 * What the name of an outline says: {@code class} or {@code class#instance},
 * {@code ignore}, {@code background}, or nothing, as the names that ImageJ
 * gives. A number that the ROI Manager adds to equal names ({@code cell-1}) is
 * not part of the name. Upper and lower case are the same. Immutable.
 *
 * @param meaning of the outline
 * @param className in lower case; empty when the outline has none
 * @param instance what follows {@code #}; empty when nothing does
 */
record RoiName(Meaning meaning, String className, String instance) {

	/** What an outline stands for. */
	enum Meaning {
			OBJECT, BACKGROUND, IGNORE
	}

	/** Slice, y and x, as ImageJ names outlines; numbers as this project does. */
	private static final Pattern GIVEN = Pattern.compile(
		"\\d+|(?:(\\d{4,})-)?\\d{4,}-\\d{4,}(?:-\\d{1,3})?");
	private static final Pattern COPY = Pattern.compile("(.*\\S)-\\d+");

	static RoiName of(final Roi roi) {
		final RoiName name = of(roi.getName());
		final int group = roi.getGroup();
		if (name.meaning != Meaning.OBJECT || !name.className.isEmpty() ||
			group == 0) return name;
		final String groupName = Roi.getGroupName(group);
		return new RoiName(Meaning.OBJECT, groupName == null || groupName.isBlank()
			? "group " + group : groupName.strip().toLowerCase(Locale.ROOT),
			name.instance);
	}

	/** @param name may be null */
	static RoiName of(final String name) {
		final String given = name == null ? "" : name.strip().toLowerCase(
			Locale.ROOT);
		if (given.isEmpty() || GIVEN.matcher(given).matches()) return new RoiName(
			Meaning.OBJECT, "", "");
		final Matcher copy = COPY.matcher(given);
		final String single = copy.matches() ? copy.group(1) : given;
		final int sign = single.indexOf('#');
		final String className = sign < 0 ? single : single.substring(0, sign)
			.strip();
		final String instance = sign < 0 ? "" : single.substring(sign + 1).strip();
		return switch (className) {
			case "ignore" -> new RoiName(Meaning.IGNORE, "", "");
			case "background" -> new RoiName(Meaning.BACKGROUND, "", "");
			default -> new RoiName(Meaning.OBJECT, className, instance);
		};
	}

	/** The slice in a name that ImageJ gave, counted from 1; 0 without one. */
	static int slice(final String name) {
		final Matcher given = GIVEN.matcher(name == null ? "" : name.strip());
		return given.matches() && given.group(1) != null ? Integer.parseInt(given
			.group(1)) : 0;
	}

	/** The class without a number at its end, e.g. {@code cell} of cell 12. */
	String classWithoutNumber() {
		final String shorter = className.replaceFirst("[ _.]*\\d+$", "");
		return shorter.isEmpty() ? className : shorter;
	}
}
