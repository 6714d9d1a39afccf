
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

	/** Before the first step. */
	static TrainingState initial(final Weights weights) {
		return new TrainingState(0, weights, weights, new float[0], new float[0],
			weights, Double.NEGATIVE_INFINITY, 0, 0, 0);
	}
}
