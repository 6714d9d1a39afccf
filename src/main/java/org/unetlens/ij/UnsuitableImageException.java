
package org.unetlens.ij;

/**
 * An image cannot be segmented with the model chosen. The message says what was
 * found, what the model takes and which ImageJ command helps.
 */
public final class UnsuitableImageException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	public UnsuitableImageException(final String message) {
		super(message);
	}
}
