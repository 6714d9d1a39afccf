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

/**
 * What follows the first labelling, in this order: objects below the smallest
 * size go, holes are filled, objects at the image border go, and the rest is
 * numbered 1..n in raster order of the first pixel. Row by row: all rows are
 * surveyed first, then all are cleaned, both from the first to the last. Not
 * thread-safe.
 */
final class ObjectCleaning {

	/** For each label the one that stands for its object; 0 = no object. */
	private final int[] object;
	/** The final label of each object: -1 = none, 0 = not met yet. */
	private final int[] number;
	private final boolean excludeBorder;
	private final Holes holes;
	private final int height;
	private final int[] row;
	private int surveyed;
	private int objects;
	private int numbered;

	/**
	 * @param object for each label the one that stands for its object; taken over
	 */
	ObjectCleaning(final int[] object, final int width, final int height,
		final ObjectRule rule)
	{
		this.object = object;
		this.height = height;
		number = new int[object.length];
		excludeBorder = rule.excludeBorder();
		holes = rule.fillHoles() ? new Holes(width, height) : null;
		row = new int[width];
	}

	/** Whether rows have to be surveyed before they are cleaned. */
	boolean needsSurvey() {
		return holes != null || excludeBorder;
	}

	/** @param from where the next row starts */
	void survey(final int[] labels, final int from) {
		resolve(labels, from);
		if (holes != null) holes.survey(row);
		if (excludeBorder) {
			final boolean all = surveyed == 0 || surveyed == height - 1;
			for (int x = 0; x < row.length; x += all ? 1 : Math.max(1, row.length -
				1))
				number[row[x]] = -1;
		}
		surveyed++;
	}

	/** After all rows were surveyed, also when none needs to be. */
	void surveyed() {
		if (holes != null) holes.surveyed();
		number[0] = 0;
		int n = 0;
		for (int k = 1; k < object.length; k++)
			if (object[k] == k && number[k] == 0) n++;
		objects = n;
	}

	/** The number of objects that are left; known after the survey. */
	int objects() {
		return objects;
	}

	/** @param from where the next row starts; it gets its final labels */
	void clean(final int[] labels, final int from) {
		resolve(labels, from);
		if (holes != null) holes.fill(row);
		for (int x = 0; x < row.length; x++) {
			final int label = row[x];
			if (label != 0 && number[label] == 0) number[label] = ++numbered;
			labels[from + x] = label == 0 ? 0 : Math.max(0, number[label]);
		}
	}

	private void resolve(final int[] labels, final int from) {
		for (int x = 0; x < row.length; x++)
			row[x] = object[labels[from + x]];
	}
}
