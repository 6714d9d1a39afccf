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

package org.unetlens.train.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Split;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Finding.Severity;
import org.unetlens.data.annotation.Fix;
import org.unetlens.network.WeightShapes;
import org.unetlens.train.Recipe;

class TrainingCostTest {

	private static final long GB = 1L << 30;

	private static Recipe recipe(final int patch, final int batch) {
		final Recipe recipe = Recipe.objects(1);
		return recipe.withConfig(recipe.config().withPatch(patch).withBatch(batch));
	}

	private static TrainingCost cost(final Recipe recipe, final long nativeBytes,
		final long heapBytes)
	{
		return new TrainingCost(recipe, 640_000, nativeBytes, 2 * GB, heapBytes, GB,
			OptionalDouble.empty());
	}

	@Test
	void aProbeTellsMemoryAndTime() {
		final Recipe small = Recipe.objects(1);
		final Recipe recipe = small.withSpec(small.spec().withDepth(2)
			.withBaseWidth(4)).withConfig(small.config().withPatch(32).withBatch(2));
		final Split split = new Split(List.of(NucleiField.default2d().withSize(70,
			50).generate().sample("a")), List.of(NucleiField.default2d().withSize(40,
				30).generate().sample("b")));
		final TrainingCost cost = TrainingCost.measure(recipe, split);
		assertEquals(3500, cost.pixels());
		assertTrue(cost.fits());
		assertTrue(cost.secondsPerStep().getAsDouble() > 0);
		final long weights = 4 * WeightShapes.count(recipe.spec());
		assertEquals(12 * weights + (3500 + 1200) * 17, cost.heapBytes());
		assertEquals(3500 / 2048.0, cost.stepsPerEpoch(), 1e-12);
	}

	@Test
	void tooLittleMemoryIsAnErrorWithAWayOut() {
		final Finding finding = cost(recipe(256, 4), 3 * GB, GB / 2).findings(10)
			.get(0);
		assertEquals(
			"A training step needs about 3.0 GB of memory, but only 2.0 GB may be taken. Use smaller patches, fewer of them, or a narrower network.",
			finding.sentence());
		assertEquals(Severity.ERROR, finding.severity());
		assertEquals(Optional.of(new Fix.Patch(128)), finding.fix());
		assertEquals(Optional.of(new Fix.Batch(1)), cost(recipe(64, 4), 3 * GB, 0)
			.findings(10).get(0).fix());
		assertEquals(Optional.of(new Fix.BaseWidth(8)), cost(recipe(64, 1), 3 * GB,
			0).findings(10).get(0).fix());
		assertTrue(cost(recipe(256, 4), GB, 2 * GB).findings(10).get(0).sentence()
			.startsWith(
				"Java may take 1.0 GB, but the training needs about 2.0 GB."));
		assertEquals(List.of(), cost(recipe(256, 4), GB, GB / 2).findings(10));
	}

	@Test
	void timeIsToldInStepsAndPixelsSeen() {
		final TrainingCost cost = cost(recipe(200 / 16 * 16, 4), 300 << 20, 0);
		final Finding enough = cost.withSeconds(0.5).findings(10).get(0);
		// NB: 640000 px are 4.34 steps of 4 patches of 192 px.
		assertEquals(
			"A training step takes 0.5 s here and 300 MB of memory; 10 minutes are about 1200 steps, in which every pixel is seen about 280 times.",
			enough.sentence());
		assertEquals(Severity.NOTE, enough.severity());
		final Finding little = cost.withSeconds(30).findings(10).get(0);
		assertEquals(Severity.WARNING, little.severity());
		assertEquals(Optional.of(new Fix.BaseWidth(8)), little.fix());
	}
}
