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

package org.unetlens.data.annotation;

import java.util.Objects;
import java.util.Optional;

/**
 * Something to know about annotations before training. Immutable.
 *
 * @param severity how bad it is
 * @param sentence what was found and what to do, plain text
 * @param fix what may be done about it at once
 */
public record Finding(Severity severity, String sentence, Optional<Fix> fix) {

	/** How bad a finding is. */
	public enum Severity {
			/** Good to know. */
			NOTE,
			/** Training works, but the model may be worse than it could be. */
			WARNING,
			/** Training would fail or learn nothing. */
			ERROR
	}

	public Finding {
		Objects.requireNonNull(severity);
		Objects.requireNonNull(fix);
		if (sentence.isBlank()) throw new IllegalArgumentException(
			"A finding needs a sentence");
	}

	public static Finding note(final String sentence) {
		return new Finding(Severity.NOTE, sentence, Optional.empty());
	}

	public static Finding warning(final String sentence) {
		return new Finding(Severity.WARNING, sentence, Optional.empty());
	}

	public static Finding error(final String sentence) {
		return new Finding(Severity.ERROR, sentence, Optional.empty());
	}

	/** The same with something to do about it. */
	public Finding withFix(final Fix f) {
		return new Finding(severity, sentence, Optional.of(f));
	}
}
