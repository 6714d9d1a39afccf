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

package org.unetlens.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.train.TrainingCurve.Point;

/**
 * How a training went: what a model keeps of it, so that a report can be made
 * later. Immutable.
 *
 * @param loss of the batches
 * @param score of the validation images, higher is better
 * @param bestStep updates done when the weights that were kept were reached
 */
public record TrainingCourse(TrainingCurve loss, TrainingCurve score,
		long bestStep) {

	/** Where a model keeps it, among what is known of its training. */
	public static final String KEY = ModelCard.COURSE;

	/** Before the first step. */
	public static final TrainingCourse NONE = new TrainingCourse(
		new TrainingCurve(List.of()), new TrainingCurve(List.of()), 0);

	private static final MathContext DIGITS = new MathContext(4);

	/**
	 * The course that a model holds, if it holds one.
	 *
	 * @throws IllegalArgumentException when it is damaged
	 */
	public static Optional<TrainingCourse> of(final ModelBundle model) {
		return Optional.ofNullable(model.card().training().get(KEY)).map(
			text -> parse(model.card().name(), text));
	}

	/** The card with this course added. */
	public ModelCard in(final ModelCard card) {
		final Map<String, String> training = new LinkedHashMap<>(card.training());
		training.put(KEY, toJson());
		return card.withTraining(training);
	}

	/** {@code {"loss": [[step, value] ...], "score": ..., "best": step}}. */
	String toJson() {
		final JsonObject o = new JsonObject();
		o.add("loss", array(loss));
		o.add("score", array(score));
		o.addProperty("best", bestStep);
		return o.toString();
	}

	private static JsonArray array(final TrainingCurve curve) {
		final JsonArray array = new JsonArray();
		for (final Point p : curve.points()) {
			final JsonArray pair = new JsonArray();
			pair.add(p.step());
			pair.add(new BigDecimal(p.value()).round(DIGITS).stripTrailingZeros());
			array.add(pair);
		}
		return array;
	}

	private static TrainingCourse parse(final String model, final String text) {
		try {
			final JsonObject o = JsonParser.parseString(text).getAsJsonObject();
			return new TrainingCourse(curve(o, "loss"), curve(o, "score"), o.get(
				"best").getAsLong());
		}
		catch (final RuntimeException e) {
			throw new IllegalArgumentException(
				"The course of the training in the model " + model +
					" cannot be read (" + e.getMessage() + "); the file is damaged", e);
		}
	}

	private static TrainingCurve curve(final JsonObject o, final String key) {
		final List<Point> points = new ArrayList<>();
		for (final JsonElement e : o.getAsJsonArray(key))
			points.add(new Point(e.getAsJsonArray().get(0).getAsLong(), e
				.getAsJsonArray().get(1).getAsDouble()));
		return new TrainingCurve(points);
	}
}
