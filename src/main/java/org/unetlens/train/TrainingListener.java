
package org.unetlens.train;

/** Hears how training goes, on the training thread. */
public interface TrainingListener {

	TrainingListener NONE = new TrainingListener() {};

	/**
	 * After each weight update.
	 *
	 * @param step updates done
	 * @param loss of the batch
	 */
	default void stepped(final long step, final double loss) {}

	/**
	 * After each validation, with a state that can be stored.
	 *
	 * @param state as it is now; a copy
	 * @param score of the present weights, higher is better
	 */
	default void validated(final TrainingState state, final double score) {}
}
