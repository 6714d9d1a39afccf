
package org.unetlens.engine;

/**
 * The engine cannot run here; the message says what was found and what to do.
 */
public final class EngineException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public EngineException(final String message) {
		super(message);
	}

	public EngineException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
