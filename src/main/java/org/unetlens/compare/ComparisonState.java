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

package org.unetlens.compare;

import java.util.Optional;
import java.util.OptionalInt;

import org.unetlens.network.LayerNames;
import org.unetlens.network.SkipGains;
import org.unetlens.network.UNetSpec;

/**
 * What a view of a comparison shows at one moment. Immutable: views paint one
 * state and ask for another one.
 *
 * @param gains of the knock-out beside the full model
 * @param twin which of {@link Comparison#twins()} is shown instead of the
 *          knock-out, if any
 * @param layer whose features are shown, as in
 *          {@link org.unetlens.network.LayerNames}
 * @param score that bars and arrows show
 * @param cursor the pixel whose receptive fields are shown, if any
 */
public record ComparisonState(SkipGains gains, OptionalInt twin, String layer,
		Score score, Optional<Pixel> cursor) {

	/** A place in the image. */
	public record Pixel(long x, long y) {
	}

	/** All skips on, the bottleneck's features, the headline score, no cursor. */
	public static ComparisonState of(final Comparison comparison) {
		final UNetSpec spec = comparison.model().spec();
		return new ComparisonState(SkipGains.of(spec.skips(), spec.depth()),
			OptionalInt.empty(), LayerNames.encoder(spec.depth(), 2),
			Verdict.HEADLINE, Optional.empty());
	}

	/** The switches, which also leave a twin for the knock-out. */
	public ComparisonState withGains(final SkipGains g) {
		return new ComparisonState(g, OptionalInt.empty(), layer, score, cursor);
	}

	public ComparisonState withGain(final int level, final double gain) {
		return withGains(gains.with(level, gain));
	}

	public ComparisonState withTwin(final int index) {
		return new ComparisonState(gains, OptionalInt.of(index), layer, score,
			cursor);
	}

	public ComparisonState withLayer(final String l) {
		return new ComparisonState(gains, twin, l, score, cursor);
	}

	public ComparisonState withScore(final Score s) {
		return new ComparisonState(gains, twin, layer, s, cursor);
	}

	public ComparisonState withCursor(final long x, final long y) {
		return new ComparisonState(gains, twin, layer, score, Optional.of(new Pixel(
			x, y)));
	}

	public ComparisonState withoutCursor() {
		return new ComparisonState(gains, twin, layer, score, Optional.empty());
	}
}
