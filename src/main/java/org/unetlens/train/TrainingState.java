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

import org.unetlens.network.Weights;

/**
 * All that training needs to go on as if it had not been interrupted.
 * Immutable; arrays are shared and not to be changed.
 *
 * @param step updates done
 * @param weights as the optimiser left them
 * @param average their moving average; equal to the weights without averaging
 * @param first Adam's first moments, in the order of the trained arrays
 * @param second Adam's second moments
 * @param best the average with the best validation score
 * @param bestScore that score; negative infinity before the first validation
 * @param bestStep updates done when it was reached
 * @param halvings how often the plateau schedule has halved the rate
 * @param waiting validations since the best one
 */
public record TrainingState(long step, Weights weights, Weights average,
		float[] first, float[] second, Weights best, double bestScore,
		long bestStep, int halvings, int waiting) {

	/** Before the first step, with He's or another model's weights. */
	public static TrainingState initial(final Weights weights) {
		return new TrainingState(0, weights, weights, new float[0], new float[0],
			weights, Double.NEGATIVE_INFINITY, 0, 0, 0);
	}
}
