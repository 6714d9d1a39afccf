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

package org.unetlens.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.imglib2.parallel.Parallelization;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.engine.Engine;
import org.unetlens.network.EngineWeights;
import org.unetlens.network.GradientGraph;
import org.unetlens.network.GradientPlan;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;

class StepMemoryTest {

	private static final UNetSpec SPEC = UNetSpec.default2d(3, 2).withDepth(3)
		.withBaseWidth(6);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void whatAPlanTakesIsCountedWithoutTakingIt(final int bands) {
		Engine.start();
		for (final UNetSpec spec : List.of(SPEC, SPEC.withDepth(5)))
			try (EngineWeights weights = new EngineWeights(spec, InitialWeights.he(
				spec));
					GradientPlan plan = new GradientGraph(spec, new TileShape(1, 160,
						160)).plan(weights, new Parameters(weights).names(), bands))
			{
				final long before = Pointer.totalBytes();
				assertEquals(plan.bytes(), StepMemory.bytes(spec, 160, bands));
				assertEquals(before, Pointer.totalBytes(), 0.1 * plan.bytes());
			}
	}

	@Test
	void memoryThatNobodyHasIsCounted() {
		Engine.start();
		assertTrue(StepMemory.bytes(SPEC, 1 << 14, 1) > 1L << 36);
	}

	@Test
	void aSinglePatchIsCutIntoBands() {
		final TrainingConfig config = TrainingConfig.defaults().withPatch(48)
			.withBatch(1);
		final long weights = 4 * WeightShapes.count(SPEC);
		final StepMemory memory = StepMemory.predict(SPEC, config);
		assertEquals(StepMemory.bytes(SPEC, 48, 2) + 2 * weights, memory
			.nativeBytes());
		assertEquals(12 * weights, memory.heapBytes());
	}

	@Test
	void patchesAreCountedThatAreComputedAtATime() {
		final TrainingConfig config = TrainingConfig.defaults().withPatch(48)
			.withBatch(3);
		final long weights = 4 * WeightShapes.count(SPEC);
		final long one = Parallelization.runSingleThreaded(() -> StepMemory.predict(
			SPEC, config).nativeBytes());
		final long three = Parallelization.runWithNumThreads(5, () -> StepMemory
			.predict(SPEC, config).nativeBytes());
		assertEquals(StepMemory.bytes(SPEC, 48, 1) + 2 * weights, one);
		assertEquals(3 * StepMemory.bytes(SPEC, 48, 1) + 2 * weights, three);
		assertEquals(13 * weights, StepMemory.predict(SPEC, config).heapBytes());
	}
}
