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

package org.unetlens.label;

import java.util.Arrays;

/**
 * The labels that occur in a label image, in ascending order, and the place of
 * each in that order. Labels may have gaps. Immutable.
 */
final class LabelIndex {

	/** Up to this label a table is used, above it a search. */
	private static final int TABLE = 1 << 24;

	private final int[] labels;
	private final int[] table;

	private LabelIndex(final int[] labels, final int[] table) {
		this.labels = labels;
		this.table = table;
	}

	/** @throws IllegalArgumentException if there is a label below 0 */
	static LabelIndex of(final int[] pixels) {
		int max = 0;
		for (final int label : pixels) {
			if (label < 0) throw new IllegalArgumentException(
				"The label image holds the label " + label +
					"; labels are 1 and above, background is 0");
			max = Math.max(max, label);
		}
		return max <= TABLE ? withTable(pixels, max) : new LabelIndex(Arrays.stream(
			pixels).filter(v -> v > 0).sorted().distinct().toArray(), null);
	}

	/** The labels 1..n. */
	static LabelIndex upTo(final int n) {
		final int[] labels = new int[n];
		final int[] table = new int[n + 1];
		for (int k = 0; k < n; k++) {
			labels[k] = k + 1;
			table[k + 1] = k;
		}
		return new LabelIndex(labels, table);
	}

	private static LabelIndex withTable(final int[] pixels, final int max) {
		final int[] table = new int[max + 1];
		for (final int label : pixels)
			table[label] = 1;
		table[0] = 0;
		final int[] labels = new int[Arrays.stream(table).sum()];
		int n = 0;
		for (int label = 1; label <= max; label++)
			if (table[label] != 0) {
				labels[n] = label;
				table[label] = n++;
			}
		return new LabelIndex(labels, table);
	}

	int size() {
		return labels.length;
	}

	int label(final int place) {
		return labels[place];
	}

	/** Place of a label that occurs. */
	int place(final int label) {
		return table == null ? Arrays.binarySearch(labels, label) : table[label];
	}
}
