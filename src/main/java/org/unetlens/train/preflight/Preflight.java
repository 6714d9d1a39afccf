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

package org.unetlens.train.preflight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.SampleSurvey;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.Recipe;

/**
 * Looks at annotated images beside a recipe. Each {@link Finding} says what was
 * found and what to do; most carry the fix. Immutable; thread-safe.
 */
public final class Preflight {

	private static final List<Check> CHECKS = List.of(new IntensityCheck(),
		new FitCheck(), new PixelSizeCheck(), new ObjectSizeCheck(),
		new ObjectCheck(), new ClassCheck(), new CountCheck());

	private final List<SampleSurvey> surveys;
	private final List<String> classes;
	private final Recipe recipe;
	private final Optional<ModelBundle> baseModel;

	private Preflight(final List<SampleSurvey> surveys,
		final List<String> classes, final Recipe recipe,
		final Optional<ModelBundle> baseModel)
	{
		this.surveys = surveys;
		this.classes = classes;
		this.recipe = recipe;
		this.baseModel = baseModel;
	}

	/**
	 * Looks at all samples, which takes about a second per 10 million pixels.
	 *
	 * @throws IllegalArgumentException without samples, or when the recipe's rule
	 *           does not fit the labels
	 */
	public static Preflight of(final Annotations annotations,
		final Recipe recipe)
	{
		if (annotations.samples().isEmpty()) throw new IllegalArgumentException(
			"No annotated image is left; annotate at least two");
		if (recipe.targets().numClasses() != annotations.classes().size())
			throw new IllegalArgumentException("The recipe has " + recipe.targets()
				.numClasses() + " classes, the annotations have " + annotations
					.classes().size() + " (" + String.join(", ", annotations.classes()) +
				"); take the rule of the annotations");
		return new Preflight(annotations.samples().stream().map(s -> SampleSurvey
			.of(s, recipe.targets())).toList(), annotations.classes(), recipe,
			Optional.empty());
	}

	/** The same for a training that starts from a model. */
	public Preflight withBaseModel(final ModelBundle model) {
		return new Preflight(surveys, classes, recipe, Optional.of(model));
	}

	/**
	 * The same samples for a recipe with another network or other settings but
	 * the same targets.
	 */
	public Preflight withRecipe(final Recipe r) {
		if (!r.targets().equals(recipe.targets()))
			throw new IllegalArgumentException(
				"The targets of the new recipe differ (" + r.targets() +
					"); look at the samples anew");
		return new Preflight(surveys, classes, r, baseModel);
	}

	/** Errors first, then warnings, then notes. */
	public List<Finding> findings() {
		return sorted(CHECKS.stream().flatMap(check -> check.find(this).stream()));
	}

	/** Whether a training would fail or learn nothing. */
	public boolean hasErrors() {
		return findings().stream().anyMatch(f -> f
			.severity() == Finding.Severity.ERROR);
	}

	static List<Finding> sorted(final Stream<Finding> findings) {
		return findings.sorted(Comparator.comparing(Finding::severity).reversed())
			.toList();
	}

	List<SampleSurvey> surveys() {
		return surveys;
	}

	List<Sample> samples() {
		return surveys.stream().map(SampleSurvey::sample).toList();
	}

	List<String> classes() {
		return classes;
	}

	Recipe recipe() {
		return recipe;
	}

	Optional<ModelBundle> baseModel() {
		return baseModel;
	}
}
