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

import org.unetlens.network.NetworkSignature;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;

/** The names of outputs, made here and nowhere else. */
final class VariantNames {

	static final String FULL = "Full model";

	private VariantNames() {}

	/** {@link #FULL} when all of the model's skips are on. */
	static String knockOut(final NetworkSignature spec, final SkipGains gains) {
		if (!gains.isSwitches()) return "Knock-out at gains " + gains;
		final int has = spec.skips().bits();
		final SkipSet off = new SkipSet(has & ~gains.on().bits());
		if (off.bits() == 0) return FULL;
		if (off.bits() == has) return "Knock-out of all skips";
		final SkipSet on = gains.on();
		return off.levels().length > 1 && on.levels().length == 1
			? "Knock-out of all skips but " + on : "Knock-out of " + skips(off);
	}

	static String twin(final NetworkSignature spec) {
		final int all = SkipSet.all(spec.depth()).bits();
		final SkipSet off = new SkipSet(all & ~spec.skips().bits());
		if (off.bits() == 0) return "Twin with all skips";
		return "Twin without " + (off.bits() == all ? "skips" : skips(off));
	}

	static String transplant(final String where, final String what) {
		return "Transplant: skips of " + where + ", bottleneck of " + what;
	}

	static String shift(final int dx, final int dy) {
		return "Skips shifted by " + dx + ", " + dy + " px";
	}

	private static String skips(final SkipSet set) {
		return (set.levels().length == 1 ? "skip " : "skips ") + set;
	}
}
