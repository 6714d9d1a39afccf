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

package org.unetlens.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * How labels become classes and weights. Immutable configuration; thread-safe.
 */
public final class TargetRule {

	/** What the classes mean. */
	public enum Kind {

			/**
			 * Instance labels become 0 background, 1 interior, 2 border. Border is
			 * the inner rim of every object, {@link #borderWidth()} pixels wide, and
			 * the background in gaps of at most {@link #gapWidth()} pixels between
			 * two objects. Small and thin objects get a thinner rim, so that each
			 * connected object keeps one connected interior, its seed; the image
			 * border makes no rim.
			 */
			INTERIOR_BORDER,

			/** Each label value of {@link #values()} is one class. */
			SEMANTIC,

			/**
			 * 0 inside, 1 membrane, which is the label value {@code values()[0]}.
			 * With the value 0 the other labels are regions, and pixels where two
			 * regions meet without a gap count as membrane as well.
			 */
			MEMBRANE
	}

	private final Kind kind;
	private final double borderWidth;
	private final int gapWidth;
	private final BorderWeight borderWeight;
	private final float[] classWeights;
	private final int[] values;

	private TargetRule(final Kind kind, final double borderWidth,
		final int gapWidth, final BorderWeight borderWeight,
		final float[] classWeights, final int[] values)
	{
		this.kind = Objects.requireNonNull(kind);
		this.borderWidth = borderWidth;
		this.gapWidth = gapWidth;
		this.borderWeight = Objects.requireNonNull(borderWeight);
		this.classWeights = classWeights;
		this.values = values;
	}

	/** Objects with a rim of 2 px; gaps of 1 px; weights of the 2015 paper. */
	public static TargetRule interiorBorder() {
		return new TargetRule(Kind.INTERIOR_BORDER, 2, 1, BorderWeight.PAPER_2015,
			ones(3), new int[0]);
	}

	/**
	 * Label values as classes.
	 *
	 * @param values the label value of class 0, of class 1 ..., e.g. 0, 127, 255
	 */
	public static TargetRule semantic(final int... values) {
		if (values.length < 2 || values.length > Byte.MAX_VALUE || Arrays.stream(
			values).distinct().count() < values.length)
			throw new IllegalArgumentException("Label values " + Arrays.toString(
				values) + ": 2 to 127 different values are needed, one per class");
		return new TargetRule(Kind.SEMANTIC, 0, 0, BorderWeight.NONE, ones(
			values.length), values.clone());
	}

	/**
	 * Membranes.
	 *
	 * @param membraneValue the label value of membranes; all others are inside
	 */
	public static TargetRule membrane(final int membraneValue) {
		return new TargetRule(Kind.MEMBRANE, 0, 0, BorderWeight.NONE, ones(2),
			new int[] { membraneValue });
	}

	/** The same with another rim width in pixels, 1 to 10. */
	public TargetRule withBorderWidth(final double pixels) {
		if (!(pixels >= 1 && pixels <= 10)) throw new IllegalArgumentException(
			"The border is " + pixels + " px wide; it must be 1 to 10 px");
		return new TargetRule(kind, pixels, gapWidth, borderWeight, classWeights,
			values);
	}

	/** The same with another width of gaps that count as border, 0 to 5 px. */
	public TargetRule withGapWidth(final int pixels) {
		if (pixels < 0 || pixels > 5) throw new IllegalArgumentException(
			"Gaps of " + pixels + " px; they must be 0 to 5 px");
		return new TargetRule(kind, borderWidth, pixels, borderWeight, classWeights,
			values);
	}

	/** The same with another weight between close objects. */
	public TargetRule withBorderWeight(final BorderWeight weight) {
		if (kind != Kind.INTERIOR_BORDER && weight != BorderWeight.NONE)
			throw new IllegalArgumentException("Border weights " + weight +
				" need objects, but the classes are " + kind +
				"; use INTERIOR_BORDER or NONE");
		return new TargetRule(kind, borderWidth, gapWidth, weight, classWeights,
			values);
	}

	/** The same with a weight above 0 for each class. */
	public TargetRule withClassWeights(final float... weights) {
		if (weights.length != numClasses()) throw new IllegalArgumentException(
			weights.length + " class weights for " + numClasses() + " classes");
		for (final float weight : weights)
			if (!(weight > 0)) throw new IllegalArgumentException(
				"The class weight " + weight +
					" is not above 0; label pixels to leave out with " + Sample.IGNORE);
		return new TargetRule(kind, borderWidth, gapWidth, borderWeight, weights
			.clone(), values);
	}

	public Kind kind() {
		return kind;
	}

	/** Width of the inner rim in pixels. */
	public double borderWidth() {
		return borderWidth;
	}

	/** Background gaps up to this width in pixels count as border. */
	public int gapWidth() {
		return gapWidth;
	}

	public BorderWeight borderWeight() {
		return borderWeight;
	}

	/** One weight per class; a copy. */
	public float[] classWeights() {
		return classWeights.clone();
	}

	/** The label values that the rule names, see {@link Kind}; a copy. */
	public int[] values() {
		return values.clone();
	}

	/** How many classes the network must have. */
	public int numClasses() {
		return classWeights.length;
	}

	/**
	 * Makes the classes and weights of a sample.
	 *
	 * @throws IllegalArgumentException for a label value that is no class
	 *           ({@link Kind#SEMANTIC}) or a negative one other than
	 *           {@link Sample#IGNORE}
	 */
	public Targets apply(final Sample sample) {
		return TargetMaker.make(this, sample);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof TargetRule && toString().equals(other.toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	@Override
	public String toString() {
		return kind + " border " + borderWidth + " px, gap " + gapWidth +
			" px, weights " + borderWeight + " " + Arrays.toString(classWeights) +
			", values " + Arrays.toString(values);
	}

	private static float[] ones(final int count) {
		final float[] ones = new float[count];
		Arrays.fill(ones, 1);
		return ones;
	}
}
