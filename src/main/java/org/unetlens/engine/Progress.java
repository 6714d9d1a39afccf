
package org.unetlens.engine;

import java.util.concurrent.CancellationException;

/**
 * How long work tells how far it is, and learns that it shall stop.
 * Implementations are thread-safe: workers call from their own threads.
 */
public interface Progress {

	/** Says nothing and never cancels. */
	Progress NONE = (done, total, message) -> {};

	/**
	 * {@code done} of {@code total} steps are finished; the last call has done =
	 * total.
	 */
	void update(long done, long total, String message);

	/**
	 * Whether the user asked to stop; polled at least once per tile and per
	 * training step.
	 */
	default boolean isCanceled() {
		return false;
	}

	/** Throws {@link CancellationException} when the user asked to stop. */
	default void checkCanceled() {
		if (isCanceled()) throw new CancellationException("Canceled by the user");
	}
}
