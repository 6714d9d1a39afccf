
package org.unetlens.model;

/**
 * A model cannot be found, read, written or trusted. The message is for the
 * user: which file, what was found, what to do.
 */
public class ModelException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ModelException(final String message) {
		super(message);
	}

	public ModelException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
