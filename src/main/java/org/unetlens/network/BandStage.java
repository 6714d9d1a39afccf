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

package org.unetlens.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import net.imglib2.parallel.Parallelization;

import org.unetlens.engine.Engine;

/**
 * Steps of a {@link BandedGraph} between which no band needs what another one
 * is doing. First all steps are planned; they are made when all maps have their
 * places. Not thread-safe. Close it to free what the steps hold.
 */
final class BandStage implements AutoCloseable {

	/** For each band. */
	private final List<List<Supplier<PreparedStep>>> planned = new ArrayList<>();
	private final List<Supplier<PreparedStep>> plannedAfterwards =
		new ArrayList<>();
	private final List<List<PreparedStep>> steps = new ArrayList<>();
	private final List<PreparedStep> afterwards = new ArrayList<>();

	BandStage(final int bands) {
		for (int b = 0; b < bands; b++) {
			planned.add(new ArrayList<>());
			steps.add(new ArrayList<>());
		}
	}

	/** The next step of a band. */
	void plan(final int band, final Supplier<PreparedStep> step) {
		planned.get(band).add(step);
	}

	/** A step for when all bands have done theirs. */
	void planAfterwards(final Supplier<PreparedStep> step) {
		plannedAfterwards.add(step);
	}

	/** NB: One by one, so that those made are closed if the next one fails. */
	void make() {
		for (int b = 0; b < steps.size(); b++)
			make(planned.get(b), steps.get(b));
		make(plannedAfterwards, afterwards);
	}

	private static void make(final List<Supplier<PreparedStep>> some,
		final List<PreparedStep> made)
	{
		some.forEach(step -> made.add(step.get()));
	}

	/** On the threads of the current {@link Parallelization}. */
	void run() {
		Parallelization.getTaskExecutor().forEach(steps, BandStage::compute);
		afterwards.forEach(PreparedStep::run);
	}

	private static void compute(final List<PreparedStep> steps) {
		Engine.useThisThreadOnly();
		steps.forEach(PreparedStep::run);
	}

	/** All that were made. */
	Stream<PreparedStep> steps() {
		return Stream.concat(steps.stream().flatMap(List::stream), afterwards
			.stream());
	}

	@Override
	public void close() {
		steps().forEach(PreparedStep::close);
	}
}
