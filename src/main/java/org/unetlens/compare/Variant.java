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

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.unetlens.network.SkipSet;

/**
 * One output of a net on one image or several, compared with the reference.
 * Immutable.
 *
 * @param name {@code Full model}, {@code Knock-out of skip 0},
 *          {@code Knock-out of all skips but 2}, {@code Twin without skips} ...
 * @param experiment that gave it
 * @param skips that reach their merge, or that a twin has
 * @param scores against the reference
 * @param changes this output's score - the full model's, on the same objects
 *          (or images), for the scores that can be resampled; empty for the
 *          full model itself
 * @param errorByDistance share of wrong pixels (0 to 1) against the distance to
 *          the reference boundary in pixels, 0 to 10
 * @param edgeProfile mean foreground probability against the signed distance
 *          across reference borders in pixels, inside positive
 * @param spectrum radial power of the foreground probability against frequency
 *          in cycles per pixel
 */
public record Variant(String name, Experiment experiment, SkipSet skips,
		Scores scores, Map<Score, Estimate> changes, Curve errorByDistance,
		Curve edgeProfile, Curve spectrum) {

	public Variant {
		final Map<Score, Estimate> copy = new EnumMap<>(Score.class);
		copy.putAll(changes);
		changes = Collections.unmodifiableMap(copy);
	}
}
