
package org.unetlens.train;

/** Training cannot go on; the message says why and what to do. */
public final class TrainingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public TrainingException(final String message) {
		super(message);
	}
}
