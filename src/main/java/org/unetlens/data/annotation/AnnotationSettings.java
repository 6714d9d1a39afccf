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
 * How annotations are read where they leave a choice. Immutable.
 *
 * @param kind what label pictures hold; empty = found from them
 * @param emptyPlanes whether a plane of a stack without any label is annotated
 *          as background; else it is left out. An image of its own that has an
 *          empty label image is always background
 * @param unoutlined what the pixels are that no outline (ROI) encloses
 */
public record AnnotationSettings(Optional<LabelKind> kind, boolean emptyPlanes,
		Unoutlined unoutlined) {

	/** What the pixels are that no outline encloses. */
	public enum Unoutlined {
			/** Everything was outlined; the rest is background. */
			BACKGROUND,
			/**
			 * Only some was outlined; nothing is known of the rest. Outlines named
			 * {@code background} say where there is nothing.
			 */
			UNKNOWN
	}

	public AnnotationSettings {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(unoutlined);
	}

	/** Kind found, empty planes left out, everything outlined. */
	public static AnnotationSettings defaults() {
		return new AnnotationSettings(Optional.empty(), false,
			Unoutlined.BACKGROUND);
	}

	public AnnotationSettings withKind(final LabelKind k) {
		return new AnnotationSettings(Optional.of(k), emptyPlanes, unoutlined);
	}

	public AnnotationSettings withEmptyPlanes(final boolean annotated) {
		return new AnnotationSettings(kind, annotated, unoutlined);
	}

	public AnnotationSettings withUnoutlined(final Unoutlined u) {
		return new AnnotationSettings(kind, emptyPlanes, u);
	}
}
