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

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;

/**
 * What the values of a set of label pictures mean, found from the pictures
 * themselves, and how it is told. Immutable; thread-safe.
 *
 * @param kind what a value stands for
 * @param color whether values are packed colours (red * 65536 + green * 256 +
 *          blue) instead of grey values
 * @param values the values that have a meaning of their own: for classes the
 *          value of class 0, 1 ...; for masks background, then object; for
 *          membranes the membrane, then the inside; else none, unless others
 *          count as the nearest of them
 * @param background the value of background, if there is one
 * @param unknown the value of pixels that are not annotated beside
 *          {@link Sample#IGNORE}, if there is one
 * @param nearest whether stray values count as the nearest of {@code values}
 * @param certain whether the pictures fit no other reading as well
 * @param sentences what a user should know of it, plain text, one or more
 */
public record LabelConvention(LabelKind kind, boolean color,
		List<Integer> values, OptionalInt background, OptionalInt unknown,
		boolean nearest, boolean certain, List<String> sentences) {

	/** Copies the lists. */
	public LabelConvention {
		values = List.copyOf(values);
		sentences = List.copyOf(sentences);
	}

	/**
	 * Reads the convention off all label pictures of a set.
	 *
	 * @param pictures read only
	 * @param asked what they are, if the user says so; else it is found
	 * @throws IllegalArgumentException for pictures that are no labels, or hold
	 *           nothing to learn; it says which and what to do
	 */
	public static LabelConvention find(final List<LabelledImage> pictures,
		final Optional<LabelKind> asked)
	{
		final LabelValues found = new LabelValues(pictures.stream().map(
			p -> new LabelPicture(p.name(), p.labels())).toList(), asked);
		final KindFinder finder = new KindFinder(found);
		final LabelKind kind = asked.map(finder::refined).orElseGet(finder::kind);
		final List<Integer> values = values(found, kind,
			kind == LabelKind.MEMBRANES && finder.areLinesDrawn());
		final boolean certain = asked.isPresent() || finder.isCertain();
		return new LabelConvention(kind, found.color, values, found.background,
			found.unknown, found.nearest, certain, new ConventionText(found, kind,
				values).sentences(certain));
	}

	/** @param drawn whether membranes are drawn on background */
	private static List<Integer> values(final LabelValues found,
		final LabelKind kind, final boolean drawn)
	{
		// NB: Stray colours need the list to be told from it.
		if ((kind == LabelKind.OBJECTS || kind == LabelKind.REGIONS) &&
			!found.nearest) return List.of();
		if (kind == LabelKind.CLASSES && found.values.size() > Byte.MAX_VALUE)
			throw new IllegalArgumentException("The label images hold " + found.values
				.size() + " values; at most " + Byte.MAX_VALUE +
				" classes can be learned. Are these objects?");
		return Stream.concat(found.values.stream().filter(v -> found.isBackground(
			v) != drawn), found.values.stream().filter(v -> found.isBackground(
				v) == drawn)).toList();
	}

	/**
	 * The labels of one plane in the form that samples hold: 0 = background, 1
	 * and up = objects; for classes the grey value, or the number of the colour
	 * in {@link #values()}; for membranes 0 = membrane, 1 = inside;
	 * {@link Sample#IGNORE} = not annotated.
	 *
	 * @param name tells the picture in messages
	 * @param plane axes (x, y, channel)
	 * @throws IllegalArgumentException for a value without meaning
	 */
	public Img<IntType> apply(final String name,
		final RandomAccessibleInterval<? extends RealType<?>> plane)
	{
		return new ConventionReader(this).read(new LabelPicture(name, plane));
	}

	/** How such labels become classes and weights, unless the user says else. */
	public TargetRule rule() {
		return switch (kind) {
			case OBJECTS, MASK -> TargetRule.interiorBorder();
			case MEMBRANES, REGIONS -> TargetRule.membrane(0);
			case CLASSES -> TargetRule.semantic(color ? IntStream.range(0, values
				.size()).toArray() : values.stream().mapToInt(v -> v).toArray());
		};
	}

	/** The names of the classes that {@link #rule()} makes. */
	public List<String> classes() {
		return switch (kind) {
			case OBJECTS, MASK -> List.of("background", "interior", "border");
			case MEMBRANES, REGIONS -> List.of("inside", "membrane");
			case CLASSES -> values.stream().map(v -> background.equals(OptionalInt.of(
				v)) ? "background" : color ? ColorNames.of(v) : "class " + v).toList();
		};
	}
}
