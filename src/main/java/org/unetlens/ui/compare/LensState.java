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

package org.unetlens.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unetlens.compare.Score;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;

/**
 * All that the user has chosen in the window. Immutable.
 *
 * @param slice image shown, counted from 0
 * @param summary whether figures are those of all images together
 * @param fill what stands in for a silenced skip
 * @param switches one per level, the uppermost first
 * @param instead what stands in the variant pane in place of the switches'
 *          knock-out
 * @param score that arrows and bars show
 * @param level selected in the U; the depth is the bottleneck
 * @param view how panes draw
 */
public record LensState(int slice, boolean summary, SkipFill fill,
		List<SkipSwitch> switches, Optional<VariantChoice> instead, Score score,
		int level, PaneOptions view) {

	public LensState {
		switches = List.copyOf(switches);
	}

	/** The full model. */
	static LensState first(final ComparedImage image, final int slice) {
		return new LensState(slice, false, image.comparison().settings().fill(),
			switches(image, true), Optional.empty(), Score.BOUNDARY_F2, 0, PaneOptions
				.defaults());
	}

	/** NB: What a model does not have cannot be switched on. */
	private static List<SkipSwitch> switches(final ComparedImage image,
		final boolean on)
	{
		final SkipSet has = image.comparison().model().signature().skips();
		return IntStream.range(0, image.depth()).mapToObj(k -> on && has.contains(k)
			? SkipSwitch.ON : SkipSwitch.OFF).toList();
	}

	SkipGains gains() {
		return new SkipGains(switches.stream().map(SkipSwitch::value).toList());
	}

	/** What the variant pane shall show. */
	VariantChoice choice() {
		return instead.orElseGet(() -> new VariantChoice.KnockOut(gains()));
	}

	/** A knock-out by switches, so that a twin leaves the variant pane. */
	LensState withSwitch(final int level, final SkipSwitch changed) {
		final List<SkipSwitch> all = new ArrayList<>(switches);
		all.set(level, changed);
		return withSwitches(all);
	}

	LensState withAll(final ComparedImage image, final boolean on) {
		return withSwitches(switches(image, on));
	}

	/** The same by all switches. */
	LensState withSwitches(final List<SkipSwitch> s) {
		return new LensState(slice, summary, fill, s, Optional.empty(), score,
			level, view);
	}

	LensState withInstead(final Optional<VariantChoice> choice) {
		return new LensState(slice, summary, fill, switches, choice, score, level,
			view);
	}

	LensState withSlice(final int s) {
		return new LensState(s, summary, fill, switches, instead, score, level,
			view);
	}

	LensState withSummary(final boolean s) {
		return new LensState(slice, s, fill, switches, instead, score, level, view);
	}

	LensState withFill(final SkipFill f) {
		return new LensState(slice, summary, f, switches, instead, score, level,
			view);
	}

	LensState withScore(final Score s) {
		return new LensState(slice, summary, fill, switches, instead, s, level,
			view);
	}

	LensState withLevel(final int k) {
		return new LensState(slice, summary, fill, switches, instead, score, k,
			view);
	}

	LensState withView(final PaneOptions v) {
		return new LensState(slice, summary, fill, switches, instead, score, level,
			v);
	}
}
