
package org.unetlens.ij;

/**
 * An image file could not be read or written. The message names the file, what
 * was found and what to do.
 */
public class ImageFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ImageFileException(final String message) {
		super(message);
	}

	public ImageFileException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
