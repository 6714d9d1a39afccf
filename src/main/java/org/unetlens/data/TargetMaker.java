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

import org.unetlens.label.DistanceTransform;
import org.unetlens.label.NearestObjects;

/** Applies a {@link TargetRule} to the labels of one sample. */
final class TargetMaker {

	private final TargetRule rule;
	private final Sample sample;
	private final int width;
	private final int height;
	private final int[] labels;

	private TargetMaker(final TargetRule rule, final Sample sample) {
		this.rule = rule;
		this.sample = sample;
		width = sample.width();
		height = sample.height();
		labels = sample.labelArray();
	}

	static Targets make(final TargetRule rule, final Sample sample) {
		return new TargetMaker(rule, sample).make();
	}

	private Targets make() {
		final byte[] classes = classes();
		return new Targets(width, height, classes, weights(classes));
	}

	private byte[] classes() {
		switch (rule.kind()) {
			case INTERIOR_BORDER:
				checkNotNegative();
				return new RimClasses(labels, width, height).classes(rule.borderWidth(),
					rule.gapWidth());
			case SEMANTIC:
				return semantic();
			default:
				return membrane();
		}
	}

	private byte[] semantic() {
		final int[] values = rule.values();
		final byte[] classes = new byte[labels.length];
		for (int i = 0; i < labels.length; i++)
			classes[i] = labels[i] == Sample.IGNORE ? Targets.IGNORED : classOf(
				labels[i], values);
		return classes;
	}

	private byte classOf(final int label, final int[] values) {
		for (int c = 0; c < values.length; c++)
			if (values[c] == label) return (byte) c;
		throw new IllegalArgumentException(sample.name() + ": the label value " +
			label + " is none of the classes " + Arrays.toString(values) +
			"; name its class, or label those pixels " + Sample.IGNORE +
			" to leave them out");
	}

	private byte[] membrane() {
		final int membrane = rule.values()[0];
		final byte[] classes = new byte[labels.length];
		for (int i = 0; i < labels.length; i++)
			classes[i] = labels[i] == Sample.IGNORE ? Targets.IGNORED
				: (byte) (labels[i] == membrane || membrane == 0 && meetsOther(i) ? 1
					: 0);
		return classes;
	}

	private boolean meetsOther(final int i) {
		final int x = i % width;
		return x + 1 < width && differ(i, i + 1) || x > 0 && differ(i, i - 1) || i +
			width < labels.length && differ(i, i + width) || i >= width && differ(i,
				i - width);
	}

	private boolean differ(final int i, final int j) {
		return labels[j] > 0 && labels[j] != labels[i];
	}

	private void checkNotNegative() {
		for (final int label : labels)
			if (label < Sample.IGNORE) throw new IllegalArgumentException(sample
				.name() + ": the label " + label +
				" is negative; objects are 1 and up, 0 is background, " +
				Sample.IGNORE + " is not annotated");
	}

	private float[] weights(final byte[] classes) {
		final float[] classWeights = rule.classWeights();
		final float[] weights = new float[classes.length];
		for (int i = 0; i < weights.length; i++)
			if (classes[i] != Targets.IGNORED) weights[i] = classWeights[classes[i]];
		if (rule.borderWeight() != BorderWeight.NONE) addBorders(classes, weights);
		return weights;
	}

	private void addBorders(final byte[] classes, final float[] weights) {
		final int[] known = labels.clone();
		for (int i = 0; i < known.length; i++)
			known[i] = Math.max(0, known[i]);
		final NearestObjects objects = DistanceTransform.nearest(known, width,
			height, rule.borderWeight().reach());
		for (int i = 0; i < weights.length; i++)
			if (classes[i] != Targets.IGNORED && classes[i] != RimClasses.INTERIOR)
				weights[i] = (float) rule.borderWeight().weight(weights[i], objects
					.distance()[i], objects.secondDistance()[i]);
	}
}
