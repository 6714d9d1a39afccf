
package org.unetlens.ij.commands;

import org.scijava.log.LogService;
import org.unetlens.engine.EngineException;
import org.unetlens.ij.ImageFileException;
import org.unetlens.model.ModelException;
import org.unetlens.tensor.NpyException;

/** Turns what went wrong into a sentence for the user. */
final class FailureText {

	private FailureText() {}

	static String of(final Throwable failure, final LogService log) {
		if (failure instanceof OutOfMemoryError)
			return "There is not enough memory. Give ImageJ more (Edit > Options > Memory & Threads...), close other images, or give fewer MB to tiles";
		if (isExpected(failure)) return failure.getMessage();
		// NB: Not foreseen, so the place where it happened helps to mend it.
		log.error(failure);
		return "An unforeseen error happened (" + failure +
			"). Please report it with the text in the console";
	}

	private static boolean isExpected(final Throwable failure) {
		return failure.getMessage() != null &&
			(failure instanceof IllegalArgumentException ||
				failure instanceof EngineException ||
				failure instanceof ImageFileException ||
				failure instanceof ModelException || failure instanceof NpyException);
	}
}
