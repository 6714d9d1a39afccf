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

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what the values of label pictures stand for. The value of an object
 * lies in one piece, that of a class in several; two values are a mask, or
 * membranes where one of them is thin lines. Not thread-safe.
 */
final class KindFinder {

	/** Mean number of pieces from which on a value is a class. */
	private static final double CLASS_PIECES = 1.5;
	private static final double OBJECT_PIECES = 1.2;
	/** Areas per plane that make the lines between them membranes. */
	private static final double ENCLOSED = 5;
	/** Wider gaps than this, px, are background and not lines. */
	private static final double LINE = 2.5;
	/** Elongation above that of branched cells. */
	private static final double VESSEL = 10;
	/** Planes whose shapes are looked at. */
	private static final int LOOKS = 8;

	private final LabelValues labels;
	private boolean certain;

	KindFinder(final LabelValues labels) {
		this.labels = labels;
		certain = labels.background.isEmpty() || labels.isUsual(labels.background
			.getAsInt());
	}

	/** Whether the pictures fit no other reading as well; after {@link #kind}. */
	boolean isCertain() {
		return certain;
	}

	/** What a user means: objects in a mask are its areas. */
	LabelKind refined(final LabelKind asked) {
		return asked == LabelKind.OBJECTS && isMask() && pieces() >= CLASS_PIECES
			? LabelKind.MASK : asked;
	}

	private boolean isMask() {
		return labels.values.size() == 2 || labels.isMixedMask();
	}

	LabelKind kind() {
		final int count = labels.values.size();
		if (isMask()) return maskKind();
		final double pieces = pieces();
		if (count > LabelValues.FEW + 1) return count <= 2 * LabelValues.FEW &&
			pieces > 2 * CLASS_PIECES ? LabelKind.CLASSES : objectKind();
		if (areSpread()) return LabelKind.CLASSES;
		certain &= pieces < OBJECT_PIECES || pieces > 1.2 * CLASS_PIECES;
		return pieces >= CLASS_PIECES ? LabelKind.CLASSES : objectKind();
	}

	/** Whether membranes are lines on background, and not the background. */
	boolean areLinesDrawn() {
		return labels.values.size() == 2 && shape(false).depth() < shape(true)
			.depth();
	}

	/** Mean number of larger pieces in which a value lies in a plane. */
	private double pieces() {
		long parts = 0;
		long planes = 0;
		for (final int value : labels.values) {
			if (labels.isBackground(value)) continue;
			parts += labels.census.entry(value).parts;
			planes += labels.census.entry(value).planes;
		}
		return (double) parts / Math.max(1, planes);
	}

	/** Grey values chosen for the eye, the same ones in most pictures. */
	private boolean areSpread() {
		final List<Integer> values = labels.values;
		if (!labels.areFar(values)) return false;
		return values.contains(255) || values.stream().allMatch(v -> 2 *
			labels.census.entry(v).planes >= labels.census.planes() && labels.census
				.planes() > 1);
	}

	private LabelKind maskKind() {
		final PhaseShape objects = shape(false);
		final PhaseShape rest = shape(true);
		if (rest.isThinBeside(objects) && objects.areas() >= ENCLOSED)
			return LabelKind.MEMBRANES;
		if (!objects.isThinBeside(rest) || objects.elongation() <= VESSEL)
			return LabelKind.MASK;
		return rest.areas() >= ENCLOSED ? LabelKind.MEMBRANES : LabelKind.CLASSES;
	}

	private LabelKind objectKind() {
		if (labels.background.isEmpty()) return LabelKind.REGIONS;
		final PhaseShape rest = shape(true);
		return rest.share() < 0.25 && rest.depth() <= LINE ? LabelKind.REGIONS
			: LabelKind.OBJECTS;
	}

	/** The pixels of background, or all the others. */
	private PhaseShape shape(final boolean background) {
		final NearestValue nearest = new NearestValue(labels.values, labels.color);
		final List<PhaseShape.Plane> planes = new ArrayList<>();
		for (final LabelPicture picture : labels.pictures)
			for (int p = 0; p < picture.planes() && planes.size() < LOOKS; p++) {
				final int[] keys = picture.keys(p, labels.color);
				final boolean[] part = new boolean[keys.length];
				boolean filled = false;
				for (int i = 0; i < keys.length; i++) {
					if (labels.isUnknown(keys[i])) continue;
					final boolean back = labels.isBackground(labels.nearest ? nearest.of(
						keys[i]) : keys[i]);
					part[i] = back == background;
					filled |= !back;
				}
				if (filled) planes.add(new PhaseShape.Plane(part, picture.width()));
			}
		return PhaseShape.of(planes);
	}
}
