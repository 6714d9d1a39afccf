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

package org.unetlens.metrics;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A number of an {@link Evaluation}, as tables and files show it. */
public enum EvaluationScore {

		TRUE_OBJECTS("True objects", Evaluation::truthObjects), PREDICTED_OBJECTS(
			"Predicted objects", Evaluation::predictedObjects),
		/** Predicted / true - 1. */
		COUNT_BIAS("Count bias", Evaluation::countBias), DICE("Dice", e -> e
			.pixels().dice()), IOU("IoU", e -> e.pixels().iou()), BOUNDARY_F1(
				"Boundary F 1 px", e -> e.boundaries().get(0).f()), BOUNDARY_F2(
					"Boundary F 2 px", e -> e.boundaries().get(1).f()), BOUNDARY_F3(
						"Boundary F 3 px", e -> e.boundaries().get(2).f()),
		/** Pixels; the mean over images where both have objects. */
		HAUSDORFF95("Hausdorff-95 (px)", e -> e.hausdorff().value()), AP50("AP@0.5",
			e -> ap(e, 0)), AP55("AP@0.55", e -> ap(e, 1)), AP60("AP@0.6", e -> ap(e,
				2)), AP65("AP@0.65", e -> ap(e, 3)), AP70("AP@0.7", e -> ap(e, 4)),
		AP75("AP@0.75", e -> ap(e, 5)), AP80("AP@0.8", e -> ap(e, 6)), AP85(
			"AP@0.85", e -> ap(e, 7)), AP90("AP@0.9", e -> ap(e, 8)), AP95("AP@0.95",
				e -> ap(e, 9)),
		/** Over the ten above. */
		MEAN_AP("Mean AP", Evaluation::meanAp),
		/** Of objects at IoU 0.5. */
		PRECISION("Precision", e -> e.matches().get(0).precision()),
		/** Of objects at IoU 0.5. */
		RECALL("Recall", e -> e.matches().get(0).recall()),
		/** Of objects at IoU 0.5. */
		F1("F1", e -> e.matches().get(0).f1()), SPLIT("Split", e -> e.errors()
			.splits()), MERGED("Merged", e -> e.errors().merges()), MISSED("Missed",
				e -> e.errors().missed()), INVENTED("Invented", e -> e.errors()
					.invented()),
		/** Predicted / true foreground - 1. */
		AREA_BIAS("Area bias", Evaluation::areaBias),
		/** Predicted / true area - 1 of objects that match at IoU 0.5. */
		MATCHED_AREA_BIAS("Area bias of matched objects", e -> e.areas().bias()),
		V_RAND("V_rand", e -> e.regions().rand()), V_INFO("V_info", e -> e.regions()
			.info());

	private final String label;
	private final ToDoubleFunction<Evaluation> value;

	EvaluationScore(final String label,
		final ToDoubleFunction<Evaluation> value)
	{
		this.label = label;
		this.value = value;
	}

	/** As tables show it. */
	public String label() {
		return label;
	}

	/** As JSON files name it, e.g. {@code boundary_f1}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** NaN where it cannot be had. */
	public double of(final Evaluation evaluation) {
		return value.applyAsDouble(evaluation);
	}

	private static double ap(final Evaluation evaluation, final int threshold) {
		return evaluation.matches().get(threshold).ap();
	}
}
