
package org.unetlens.model;

import java.io.IOException;

/**
 * Something inside a model file is not as it must be. The message is the second
 * half of a sentence that starts with the file's name, e.g. "the entry
 * weights.onnx is missing".
 */
class InvalidContentException extends IOException {

	private static final long serialVersionUID = 1L;

	InvalidContentException(final String message) {
		super(message);
	}

	InvalidContentException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
