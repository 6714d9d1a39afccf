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

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which values of a set of label pictures have a meaning, and which of them are
 * background and not annotated. Immutable once made.
 */
final class LabelValues {

	/** More values than this are taken for objects unless they lie scattered. */
	static final int FEW = 20;

	/**
	 * Share of differing neighbours from which on a picture is no label image.
	 */
	private static final double ROUGH = 0.35;

	private static final int FAR = 10;

	/** Differences that compression makes. */
	private static final int NEAR = 24;

	final List<LabelPicture> pictures;
	final boolean color;
	final LabelCensus census = new LabelCensus();
	/** Without those of pixels that are not annotated; ascending. */
	final List<Integer> values;
	/** Whether other values occur, and count as the nearest of these. */
	final boolean nearest;
	final OptionalInt unknown;
	final OptionalInt background;

	/**
	 * Looks at all pictures.
	 *
	 * @param asked what the pictures hold, if it is known
	 */
	LabelValues(final List<LabelPicture> pictures,
		final Optional<LabelKind> asked)
	{
		if (pictures.isEmpty()) throw new IllegalArgumentException(
			"There is no label image; give at least one, with the objects labelled 1, 2 ... on 0");
		this.pictures = pictures;
		color = pictures.stream().anyMatch(LabelPicture::isColor);
		for (final LabelPicture picture : pictures)
			for (int p = 0; p < picture.planes(); p++)
				census.add(picture.keys(p, color), picture.width());
		final boolean lossyMask = isRough() && isBlackAndWhite();
		if (!lossyMask) requireLabels();
		final List<Integer> main = known(census.mainValues());
		final List<Integer> all = known(List.copyOf(census.entries().keySet()));
		nearest = lossyMask || main.size() > 1 && main.size() < all.size() &&
			(color || areFar(main) || main.size() <= FEW && census.strayAreas() > 2 *
				main.size());
		final List<Integer> kept = lossyMask ? List.of(0, 255) : !nearest ? all
			: all.size() > FEW ? withoutSatellites(main) : main;
		unknown = asked.equals(Optional.of(LabelKind.OBJECTS)) ? OptionalInt.empty()
			: unknown(kept);
		values = unknown.isEmpty() ? kept : kept.subList(0, kept.size() - 1);
		background = background(values.size() == 2 || asked.equals(Optional.of(
			LabelKind.MASK)) || asked.equals(Optional.of(LabelKind.MEMBRANES)));
		requireSomething();
	}

	private List<Integer> known(final List<Integer> keys) {
		return keys.stream().filter(v -> color || v != LabelPicture.UNKNOWN)
			.toList();
	}

	private boolean isRough() {
		return census.entries().size() > FEW && census.roughness() > ROUGH;
	}

	/** Masks that compression has smeared. */
	private boolean isBlackAndWhite() {
		final long black = pixels(0, NEAR);
		final long white = pixels(255 - NEAR, 255);
		return !color && census.entry(0) != null && census.entry(255) != null &&
			black > 0.005 * census.pixels() && white > 0.005 * census.pixels() &&
			black + white > 0.95 * census.pixels();
	}

	private long pixels(final int from, final int to) {
		return census.entries().entrySet().stream().filter(e -> e
			.getKey() >= from && e.getKey() <= to).mapToLong(e -> e.getValue().pixels)
			.sum();
	}

	private void requireLabels() {
		if (isRough()) throw new IllegalArgumentException(pictures.get(0).name() +
			(pictures.size() > 1 ? " and others" : "") +
			": neighbouring pixels nearly always differ, so this looks like a picture, not like labels. Check that images and label images are not mixed up, and store labels as TIFF or PNG, not as JPEG");
	}

	/**
	 * Whether the values are few and no two are next to each other, as grey
	 * values for the eye are and numbers of objects are not.
	 */
	boolean areFar(final List<Integer> ascending) {
		return !color && ascending.size() <= FEW / 2 && IntStream.range(1, ascending
			.size()).allMatch(i -> ascending.get(i) - ascending.get(i - 1) >= FAR);
	}

	/**
	 * Compression leaves larger areas of a slightly wrong value, too, beside a
	 * frequent one.
	 */
	private List<Integer> withoutSatellites(final List<Integer> main) {
		return main.stream().filter(v -> main.stream().noneMatch(w -> isSatellite(v,
			w))).toList();
	}

	private boolean isSatellite(final int v, final int of) {
		final LabelCensus.Entry entry = census.entry(v);
		return NearestValue.distance(v, of, color) <= NEAR && census.entry(
			of).pixels > 20 * entry.pixels && entry.areas > 2 * entry.planes;
	}

	/** 255 beside 0, 1, 2 ... says: not annotated. */
	private OptionalInt unknown(final List<Integer> kept) {
		final int last = kept.size() - 1;
		final boolean usual = !color && last >= 2 && last <= FEW && kept.get(
			last) == 255 && kept.get(0) == 0 && kept.get(last - 1) == last - 1;
		// NB: Some masks may hold 0 and 1, others 0 and 255.
		return usual && (last > 2 || census.areTogether(1, 255)) ? OptionalInt.of(
			255) : OptionalInt.empty();
	}

	/** @param needed whether one of the values must be background */
	private OptionalInt background(final boolean needed) {
		final List<Integer> usual = values.stream().filter(this::isUsual).toList();
		if (usual.isEmpty() && !color && !needed) return OptionalInt.empty();
		return (usual.isEmpty() ? values : usual).stream().max(Comparator
			.comparingLong(v -> census.entry(v).edge)).map(OptionalInt::of).orElse(
				OptionalInt.empty());
	}

	/** Whether the value is one that background usually has. */
	boolean isUsual(final int value) {
		return value == 0 || color && value == ColorNames.WHITE;
	}

	boolean isBackground(final int value) {
		return background.isPresent() && background.getAsInt() == value;
	}

	boolean isUnknown(final int value) {
		return !color && value == LabelPicture.UNKNOWN || unknown.equals(OptionalInt
			.of(value));
	}

	/** Some masks with 1 and others with 255. */
	boolean isMixedMask() {
		return !color && values.equals(List.of(0, 1, 255));
	}

	/** A value in words. */
	String text(final int value) {
		return color ? ColorNames.of(value) : Integer.toString(value);
	}

	private void requireSomething() {
		if (values.size() > 1) return;
		final String all = pictures.size() == 1 ? pictures.get(0).name() + " holds "
			: "All " + pictures.size() + " label images hold ";
		if (values.isEmpty()) throw new IllegalArgumentException(all +
			"nothing but pixels that are not annotated (" + LabelPicture.UNKNOWN +
			"); label objects and background");
		final int value = values.get(0);
		throw new IllegalArgumentException(all + (isUsual(value) ? "nothing but " +
			text(value) +
			", which is background; label at least one object, or check that these are the label images"
			: "one value only, " + text(value) +
				", so there is nothing to tell apart; label the background 0 and the objects 1, 2 ..."));
	}
}
