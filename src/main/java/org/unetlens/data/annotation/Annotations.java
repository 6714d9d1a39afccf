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
import java.util.stream.Stream;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;

/**
 * Annotated images ready for training, and what is to be said about them.
 * Immutable.
 *
 * @param samples one per annotated plane; planes of a stack are one group
 * @param rule how their labels become classes, as their convention suggests
 * @param classes names of the classes that the rule makes
 * @param findings what was read and how, for the user
 */
public record Annotations(List<Sample> samples, TargetRule rule,
		List<String> classes, List<Finding> findings) {

	/**
	 * Copies the lists. Three channels that are the same in every sample become
	 * one.
	 */
	public Annotations {
		samples = GreyInColor.reduced(samples);
		classes = List.copyOf(classes);
		findings = List.copyOf(findings);
		if (classes.size() != rule.numClasses()) throw new IllegalArgumentException(
			classes.size() + " class names for " + rule.numClasses() + " classes");
	}

	/**
	 * Reads label pictures.
	 *
	 * @throws IllegalArgumentException with the remedy when they are no labels,
	 *           or hold nothing to learn
	 */
	public static Annotations of(final List<LabelledImage> images,
		final AnnotationSettings settings)
	{
		final LabelConvention convention = LabelConvention.find(images, settings
			.kind());
		return new LabelledPlanes(convention, settings.emptyPlanes()).read(images);
	}

	/** The same with more to say. */
	public Annotations withFindings(final List<Finding> more) {
		return new Annotations(samples, rule, classes, Stream.concat(findings
			.stream(), more.stream()).toList());
	}

	/** The same with another rule and the names of its classes. */
	public Annotations withRule(final TargetRule r, final List<String> names) {
		return new Annotations(samples, r, names, findings);
	}

	/**
	 * Makes a change that concerns images, labels or class weights. Other changes
	 * concern the training and leave this as it is.
	 */
	public Annotations with(final Fix fix) {
		final TargetRule changed = fix instanceof Fix.ClassWeights w ? rule
			.withClassWeights(floats(w.weights())) : rule;
		return new Annotations(SampleChange.of(fix).apply(samples), changed,
			classes, findings);
	}

	private static float[] floats(final List<Float> list) {
		final float[] floats = new float[list.size()];
		for (int i = 0; i < floats.length; i++)
			floats[i] = list.get(i);
		return floats;
	}
}
