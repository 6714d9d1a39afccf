/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens.ij.commands;

import org.scijava.log.LogService;
import org.unetlens.engine.EngineException;
import org.unetlens.file.FileException;
import org.unetlens.model.ModelException;
import org.unetlens.tensor.NpyException;
import org.unetlens.train.TrainingException;

/** Turns what went wrong into a sentence for the user. */
final class FailureText {

	private FailureText() {}

	static String of(final Throwable failure, final LogService log) {
		if (failure instanceof OutOfMemoryError)
			return "There is not enough memory. Give ImageJ more (Edit > Options > Memory & Threads...), close other images, or lower Memory for the network";
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
				failure instanceof FileException || failure instanceof ModelException ||
				failure instanceof NpyException ||
				failure instanceof TrainingException);
	}
}
