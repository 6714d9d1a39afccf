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

import java.util.List;

/**
 * A number that tells how an output compares with the reference, or what it is
 * like.
 */
public enum Score {

		DICE("Dice"), IOU("IoU"), BOUNDARY_F1("Boundary F 1 px"), BOUNDARY_F2(
			"Boundary F 2 px"), BOUNDARY_F3("Boundary F 3 px"), AP50("AP@0.5"), AP60(
				"AP@0.6"), AP70("AP@0.7"), AP80("AP@0.8"), AP90("AP@0.9"),
		/** Pixels; infinite when only one of the two has objects. */
		HAUSDORFF95("Hausdorff-95 (px)"), OBJECTS("Objects"), MERGED("Merged"),
		SPLIT("Split"), MISSED("Missed"), INVENTED("Invented"),
		/** 10-90 % width of the foreground probability across true borders. */
		EDGE_WIDTH("Edge width (px)"),
		/** The yes/no reading. */
		LARGEST_PROBABILITY("Largest probability");

	/** Those that are lengths in pixels. */
	public static final List<Score> LENGTHS = List.of(HAUSDORFF95, EDGE_WIDTH);

	private final String label;

	Score(final String label) {
		this.label = label;
	}

	/** As tables and plots show it. */
	public String label() {
		return label;
	}

	/** As a sentence names it, e.g. {@code boundary F at 2 px}. */
	String inWords() {
		return label.replace("Boundary F", "boundary F at");
	}
}
