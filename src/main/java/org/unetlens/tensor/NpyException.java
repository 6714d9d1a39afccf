
package org.unetlens.tensor;

/**
 * A {@code .npy} file that cannot be read or written; the message says why and
 * what to do.
 */
public final class NpyException extends RuntimeException {

	private static final long serialVersionUID = 1;

	NpyException(final String message) {
		super(message);
	}

	NpyException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
