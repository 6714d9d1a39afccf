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

package org.unetlens.data.annotation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.Sample;
import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;

/** Turns label pictures of a known convention into labels. Not thread-safe. */
final class ConventionReader {

	private final LabelConvention convention;
	private final NearestValue nearest;
	private final Map<Integer, Integer> known = new HashMap<>();

	ConventionReader(final LabelConvention convention) {
		this.convention = convention;
		nearest = new NearestValue(convention.values(), convention.color());
	}

	Img<IntType> read(final LabelPicture picture) {
		final int[] keys = picture.keys(0, convention.color());
		final int width = picture.width();
		final int[] labels = switch (convention.kind()) {
			case CLASSES -> each(picture, keys);
			case MASK -> areas(each(picture, keys), width);
			case MEMBRANES -> each(picture, keys);
			case OBJECTS, REGIONS -> convention.color() ? colorAreas(snapped(keys),
				width) : objects(snapped(keys));
		};
		for (int i = 0; i < keys.length; i++)
			if (isUnknown(keys[i])) labels[i] = Sample.IGNORE;
		return ArrayImgs.ints(labels, width, picture.height());
	}

	private boolean isUnknown(final int key) {
		return !convention.color() && key == LabelPicture.UNKNOWN || convention
			.unknown().isPresent() && convention.unknown().getAsInt() == key;
	}

	private boolean isBackground(final int key) {
		return convention.background().isPresent() && convention.background()
			.getAsInt() == key;
	}

	private int[] each(final LabelPicture picture, final int[] keys) {
		final int[] labels = new int[keys.length];
		for (int i = 0; i < keys.length; i++)
			if (!isUnknown(keys[i])) labels[i] = known.computeIfAbsent(keys[i],
				k -> label(picture.name(), k));
		return labels;
	}

	private int label(final String name, final int key) {
		final int value = convention.nearest() ? nearest.of(key) : key;
		final int place = convention.values().indexOf(value);
		if (place < 0) throw new IllegalArgumentException(name + ": the label " +
			(convention.color() ? ColorNames.of(key) : key) +
			" is none of those in the other label images; correct it, or label those pixels " +
			Sample.IGNORE + " to leave them out");
		return switch (convention.kind()) {
			case MASK -> isBackground(value) ? 0 : 1;
			case MEMBRANES -> place == 0 ? 0 : 1;
			default -> convention.color() ? place : value;
		};
	}

	private int[] snapped(final int[] keys) {
		return !convention.nearest() ? keys : Arrays.stream(keys).map(nearest::of)
			.toArray();
	}

	private int[] objects(final int[] keys) {
		final int[] labels = keys.clone();
		for (int i = 0; i < keys.length; i++)
			if (isBackground(keys[i])) labels[i] = 0;
		return labels;
	}

	private static int[] areas(final int[] mask, final int width) {
		final int[] labels = new int[mask.length];
		int i = 0;
		for (final IntType label : ConnectedAreas.of(ArrayImgs.ints(mask, width,
			mask.length / width), Connectivity.FOUR))
			labels[i++] = label.get();
		return labels;
	}

	/** Each connected area of one colour, numbered in raster order. */
	private int[] colorAreas(final int[] keys, final int width) {
		final int[] areas = keys.clone();
		// NB: Colours are 0 and up; one more makes all but background an object.
		for (int i = 0; i < keys.length; i++)
			areas[i] = isBackground(keys[i]) ? 0 : keys[i] + 1;
		return pieces(areas, width);
	}

	/**
	 * Numbers each connected area of equal labels above 0, edges joined, in
	 * raster order; other labels stay.
	 */
	static int[] pieces(final int[] labels, final int width) {
		final int[] pieces = new int[labels.length];
		final int[] queue = new int[labels.length];
		int last = 0;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] <= 0) pieces[i] = labels[i];
			else if (pieces[i] == 0) fill(labels, width, pieces, queue, i, ++last);
		return pieces;
	}

	private static void fill(final int[] labels, final int width,
		final int[] pieces, final int[] queue, final int seed, final int number)
	{
		pieces[seed] = number;
		queue[0] = seed;
		int end = 1;
		for (int next = 0; next < end; next++) {
			final int i = queue[next];
			final int x = i % width;
			final int[] around = { x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i, i -
				width, i + width };
			for (final int k : around) {
				if (k < 0 || k >= labels.length || pieces[k] != 0 ||
					labels[k] != labels[seed]) continue;
				pieces[k] = number;
				queue[end++] = k;
			}
		}
	}
}
