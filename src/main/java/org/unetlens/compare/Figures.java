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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unetlens.model.ModelBundle;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;

/** Turns what was measured into the figures of a comparison. Immutable. */
final class Figures {

	private final NetworkSignature spec;
	private final List<NetworkSignature> twins;
	private final ComparisonSettings settings;
	private final Measured measured;

	Figures(final ModelBundle model, final List<ModelBundle> twins,
		final ComparisonSettings settings, final Measured measured)
	{
		spec = model.signature();
		this.twins = twins.stream().map(ModelBundle::signature).toList();
		this.settings = settings;
		this.measured = measured;
	}

	/** Every subset's output, the full one first, none last. */
	Map<SkipSet, Variant> knockOuts() {
		return subsets(spec.skips()).collect(Collectors.toMap(Function.identity(),
			on -> knockOut(SkipGains.of(on, spec.depth()), measured.knockOuts().get(
				on)), (a, b) -> a, LinkedHashMap::new));
	}

	/** The full set first, none last. */
	static java.util.stream.Stream<SkipSet> subsets(final SkipSet of) {
		return IntStream.rangeClosed(0, of.bits()).map(i -> of.bits() - i).filter(
			bits -> (bits & ~of.bits()) == 0).mapToObj(SkipSet::new);
	}

	/** The output at any gains. */
	Variant knockOut(final SkipGains gains, final OutputMeasures measures) {
		final String name = VariantNames.knockOut(spec, gains);
		return name.equals(VariantNames.FULL) ? measures.variant(name,
			Experiment.FULL_MODEL, spec.skips(), Map.of()) : variant(name,
				Experiment.KNOCK_OUT, gains.on(), measures);
	}

	List<Variant> twins() {
		return IntStream.range(0, twins.size()).mapToObj(k -> variant(name(k),
			Experiment.TWIN, twins.get(k).skips(), measured.twins().get(k))).toList();
	}

	/** NB: Twins that lack the same skips are counted. */
	private String name(final int k) {
		final String name = VariantNames.twin(twins.get(k));
		final long before = twins.subList(0, k).stream().filter(t -> VariantNames
			.twin(t).equals(name)).count();
		return before == 0 ? name : name + " (" + (before + 1) + ")";
	}

	/** An output with its differences to the full model's. */
	Variant variant(final String name, final Experiment experiment,
		final SkipSet skips, final OutputMeasures measures)
	{
		return measures.variant(name, experiment, skips, Estimates.differences(
			measures.tallies(), measured.knockOuts().get(spec.skips()).tallies(),
			settings.resamples(), settings.seed()));
	}

	List<SkipEffect> effects() {
		return SkipEffects.of(measured.knockOuts().entrySet().stream().collect(
			Collectors.toMap(Map.Entry::getKey, e -> e.getValue().tallies())),
			settings.resamples(), settings.seed());
	}
}
