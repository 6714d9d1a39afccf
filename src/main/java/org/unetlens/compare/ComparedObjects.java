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

package org.unetlens.compare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.infer.ClassPlanes;
import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;
import org.unetlens.label.LabelImages;
import org.unetlens.label.ObjectRule;
import org.unetlens.label.ObjectRule.Kind;
import org.unetlens.model.ModelBundle;

/**
 * Which objects of a model are compared: its own by its rule, or, of a model
 * with several foreground classes, those of one class, i.e. the connected areas
 * in which that class reaches the rule's threshold. Immutable.
 */
final class ComparedObjects {

	private final ModelBundle model;
	private final int classIndex;

	private ComparedObjects(final ModelBundle model, final int classIndex) {
		this.model = model;
		this.classIndex = classIndex;
	}

	/**
	 * @param classIndex 0 = the model's own objects
	 * @throws IllegalArgumentException that names the classes when there is no
	 *           such class, or none can be chosen
	 */
	static ComparedObjects of(final ModelBundle model, final int classIndex) {
		final int classes = model.signature().classes();
		if (classIndex == 0) return new ComparedObjects(model, 0);
		if (classIndex < 0 || classIndex >= classes)
			throw new IllegalArgumentException("Class " + classIndex +
				" is to be compared, but the model " + model.card().name() + " has " +
				names(model) + "; choose one of 1 to " + (classes - 1) +
				", or 0 for all objects");
		if (model.rule().kind() != Kind.FOREGROUND)
			throw new IllegalArgumentException("Class " + classIndex +
				" is to be compared, but the classes of the model " + model.card()
					.name() + " (" + names(model) +
				") make one kind of objects together; choose 0");
		return new ComparedObjects(model, classIndex);
	}

	private static String names(final ModelBundle model) {
		return IntStream.range(0, model.signature().classes()).mapToObj(
			i -> i < model.classes().size() ? i + " " + model.classes().get(i) : i +
				"").collect(Collectors.joining(", ", "the classes ", ""));
	}

	/** Class whose logit stands for these objects (or the membranes). */
	int logit() {
		return Math.max(1, classIndex);
	}

	/** What a reader must know of the choice, a sentence, if anything. */
	Optional<String> note() {
		if (classIndex > 0) return Optional.of(
			"Compared are objects of the class " + model.classes().get(classIndex) +
				": connected areas where its probability reaches the model's threshold.");
		return model.rule().kind() == Kind.FOREGROUND && model.signature()
			.classes() > 2 ? Optional.of(
				"Compared are objects of all foreground classes together; one class can be chosen instead.")
				: Optional.empty();
	}

	/**
	 * Probability of these objects: 1 - background, or of the class; of membrane
	 * where the objects are what membranes enclose. Axes (x, y).
	 */
	RandomAccessibleInterval<FloatType> foreground(final ClassPlanes planes) {
		return ArrayImgs.floats(plane(planes), planes.dimension(0), planes
			.dimension(1));
	}

	/** The same, row by row; only to be read. */
	float[] plane(final ClassPlanes planes) {
		return classIndex > 0 || model.rule().kind() == Kind.ENCLOSED ? planes
			.plane(logit()) : inverse(planes.plane(0));
	}

	/** The objects, axes (x, y). */
	Img<IntType> labels(final ClassPlanes planes) {
		final float[] first = classIndex == 0 ? planes.plane(0) : inverse(planes
			.plane(classIndex));
		final float[] second = planes.plane(logit());
		// NB: Two classes decide, and an array is read fastest.
		final float[] both = Arrays.copyOf(first, 2 * first.length);
		System.arraycopy(second, 0, both, first.length, first.length);
		return LabelImages.from(ArrayImgs.floats(both, planes.dimension(0), planes
			.dimension(1), 2), model.rule());
	}

	private static float[] inverse(final float[] plane) {
		final float[] inverse = new float[plane.length];
		for (int i = 0; i < plane.length; i++)
			inverse[i] = 1 - plane[i];
		return inverse;
	}

	/**
	 * The truth for these objects. For all objects, the labels as they are; but
	 * masks hold connected areas: one value beside 0 (e.g. membranes 0, regions
	 * between them 255), or as many values as a model of several foreground
	 * classes has. For one class, the labels say which class a pixel has: the
	 * values are the class numbers, or as many different values as there are
	 * classes, in their order (e.g. 0, 127, 255); the objects are the connected
	 * areas of the class.
	 *
	 * @return the labels themselves, unless areas had to be found
	 * @throws IllegalArgumentException when the labels say no classes
	 */
	RandomAccessibleInterval<IntType> truth(
		final RandomAccessibleInterval<IntType> labels)
	{
		if (classIndex == 0) return isMask(labels) ? ConnectedAreas.of(labels,
			Connectivity.FOUR) : labels;
		final int value = valueOf(labels);
		final float[] background = new float[Math.toIntExact(labels.dimension(0) *
			labels.dimension(1))];
		final Cursor<IntType> cursor = Views.flatIterable(labels).cursor();
		for (int i = 0; i < background.length; i++)
			background[i] = cursor.next().get() == value ? 0 : 1;
		final float[] both = Arrays.copyOf(background, 2 * background.length);
		return LabelImages.from(ArrayImgs.floats(both, labels.dimension(0), labels
			.dimension(1), 2), ObjectRule.of(Kind.FOREGROUND).withMinSize(0)
				.withFillHoles(false));
	}

	private boolean isMask(final RandomAccessibleInterval<IntType> labels) {
		final Kind kind = model.rule().kind();
		final int most = kind == Kind.FOREGROUND ? model.signature().classes() - 1
			: 1;
		final Set<Integer> values = new HashSet<>();
		int last = 0;
		for (final IntType label : Views.flatIterable(labels)) {
			if (label.get() == last || label.get() == 0) continue;
			last = label.get();
			values.add(last);
			if (values.size() > most) return false;
		}
		return !values.isEmpty();
	}

	private int valueOf(final RandomAccessibleInterval<IntType> labels) {
		final int classes = model.signature().classes();
		final int[] values = Views.flatIterable(labels).stream().mapToInt(
			IntType::get).distinct().sorted().toArray();
		if (Arrays.stream(values).allMatch(v -> v >= 0 && v < classes))
			return classIndex;
		if (values.length == classes) return values[classIndex];
		throw new IllegalArgumentException("The objects of class " + classIndex +
			" are to be compared with a truth of " + values.length +
			" different labels up to " + values[values.length - 1] +
			", which tell no classes; give an image with the values 0 to " +
			(classes - 1) + ", one per class");
	}
}
