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

package org.unetlens.ij.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of one table for images with different ones: each name once, so
 * that a column never mixes units or channels. Columns keep their order; those
 * that only a later image has follow what that image and the earlier ones share
 * before them. Not thread-safe.
 */
final class MergedColumns {

	private final List<String> names = new ArrayList<>();

	/** Adds the columns of an image. */
	void add(final List<String> columns) {
		int place = names.size();
		for (int i = columns.size() - 1; i >= 0; i--) {
			final int known = names.indexOf(columns.get(i));
			if (known >= 0) place = known;
			else names.add(place, columns.get(i));
		}
	}

	List<String> names() {
		return List.copyOf(names);
	}

	/** Brings the cells of an image's row into place; missing ones are empty. */
	List<String> row(final List<String> columns, final List<String> cells) {
		final String[] row = new String[names.size()];
		Arrays.fill(row, "");
		for (int i = 0; i < columns.size(); i++)
			row[names.indexOf(columns.get(i))] = cells.get(i);
		return List.of(row);
	}
}
