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

/**
 * Areas of objects that match at an IoU above 0.5: tells whether objects that
 * are found are drawn too large or too small. Sums of several images add up.
 *
 * @param truth pixels of the true objects
 * @param predicted pixels of the predicted ones
 */
public record MatchedAreas(long truth, long predicted) {

	public static final MatchedAreas NONE = new MatchedAreas(0, 0);

	public static MatchedAreas of(final OverlapTable table) {
		long truth = 0, predicted = 0;
		for (int e = 0; e < table.entries(); e++) {
			if (table.truth(e) == 0 || table.predicted(e) == 0 || table.iou(e) <= 0.5)
				continue;
			truth += table.truthSize(e);
			predicted += table.predictedSize(e);
		}
		return new MatchedAreas(truth, predicted);
	}

	public MatchedAreas plus(final MatchedAreas other) {
		return new MatchedAreas(truth + other.truth, predicted + other.predicted);
	}

	/** Predicted area relative to the true one, minus 1; NaN without match. */
	public double bias() {
		return (double) predicted / truth - 1;
	}
}
