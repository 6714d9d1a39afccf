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

import org.unetlens.compare.Guide;
import org.unetlens.network.LayerGeometry;

/** What the window shows beside a step of the guide. Stateless. */
final class GuideView {

	private GuideView() {}

	/** The state with the step's switches and level. */
	static LensState of(final LensState state, final Guide.Step step,
		final LensModel model)
	{
		final List<SkipSwitch> switches = new ArrayList<>();
		for (int k = 0; k < state.switches().size(); k++)
			switches.add(step.gains().of(k) > 0 ? SkipSwitch.ON : SkipSwitch.OFF);
		final int level = level(step, model);
		return state.withSwitches(switches).withLevel(level).withView(options(step,
			level));
	}

	private static PaneOptions options(final Guide.Step step, final int level) {
		final PaneOptions plain = PaneOptions.defaults();
		if (!isAboutMaps(step)) return plain;
		return level == 0 ? plain.withPath(0) : plain.withPath(level).withPaths(
			false).withWalk(0);
	}

	/** Whether the effective receptive field belongs to the step. */
	static boolean picks(final Guide.Step step, final int level) {
		return isAboutMaps(step) && level == 0;
	}

	/** NB: Where nothing is switched off, a step tells what maps hold. */
	private static boolean isAboutMaps(final Guide.Step step) {
		return step.gains().isSwitches() && step.gains().values().stream().allMatch(
			g -> g == 1);
	}

	static int level(final Guide.Step step, final LensModel model) {
		return model.figures().layers().stream().filter(g -> g.layer().equals(step
			.layer())).mapToInt(LayerGeometry::level).findFirst().orElse(0);
	}
}
