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

package org.unetlens.model.foreign;

import java.util.List;
import java.util.OptionalDouble;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.OutputKind;

/** What is done with each value of a foreign network's output. */
final class PostProcessing {

	private static final List<String> KNOWN = List.of("sigmoid", "binarize",
		"clip", "scale_linear");
	/** Probabilities this near to a threshold may fall on either side. */
	private static final double NEAR = 1e-4;

	private final List<Processing> steps;
	private final boolean known;

	/** @param output what the network's translation gives */
	PostProcessing(final List<Processing> steps, final OutputKind output) {
		// NB: The translation has the first sigmoid in it.
		this.steps = !steps.isEmpty() && steps.get(0).id().equals("sigmoid") &&
			output == OutputKind.SIGMOID ? steps.subList(1, steps.size()) : steps;
		known = this.steps.stream().allMatch(s -> KNOWN.contains(s.id()));
	}

	boolean isKnown() {
		return known;
	}

	/** The threshold of a last step that makes a mask; empty for none. */
	static OptionalDouble threshold(final List<Processing> steps)
		throws InvalidContentException
	{
		for (final Processing p : steps)
			if (p.id().equals("binarize")) return OptionalDouble.of(p.number(
				"threshold", 0.5));
		return OptionalDouble.empty();
	}

	/** Of a probability of ours from a value of theirs. */
	double deviation(final double probability, final double expected) {
		double v = probability;
		boolean near = false;
		try {
			for (final Processing p : steps) {
				near |= p.id().equals("binarize") && Math.abs(v - p.number("threshold",
					0.5)) < NEAR;
				v = apply(p, v);
			}
		}
		catch (final InvalidContentException exc) {
			return Double.NaN;
		}
		return near ? 0 : Math.abs(v - expected);
	}

	private static double apply(final Processing p, final double v)
		throws InvalidContentException
	{
		return switch (p.id()) {
			case "sigmoid" -> 1 / (1 + Math.exp(-v));
			case "binarize" -> v > p.number("threshold", 0.5) ? 1 : 0;
			case "clip" -> Math.max(p.number("min", 0), Math.min(p.number("max", 1),
				v));
			default -> v * p.number("gain", 1) + p.number("offset", 0);
		};
	}
}
