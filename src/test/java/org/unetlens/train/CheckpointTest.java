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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.TestPair;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

class CheckpointTest {

	private static final UNetSpec SPEC = UNetSpec.default2d(1, 2).withDepth(1)
		.withBaseWidth(3);

	@Test
	void survivesTheFile(@TempDir final Path folder) {
		final Weights weights = InitialWeights.he(SPEC.withSeed(1));
		final Weights average = InitialWeights.he(SPEC.withSeed(2));
		final Weights best = InitialWeights.he(SPEC.withSeed(3));
		final float[] first = new float[(int) weights.count()];
		final float[] second = new float[first.length];
		first[7] = 1.5f;
		second[first.length - 1] = 2.5f;
		final TrainingState state = new TrainingState(70_000_001, weights, average,
			first, second, best, 0.123456789, 60_000_003, 2, 5);
		final Path file = folder.resolve("last.zip");
		ModelFiles.write(Checkpoint.of(bundle(best), state), file, false);
		final TrainingState read = Checkpoint.read(ModelFiles.readPackage(file));
		assertEquals(70_000_001, read.step());
		assertEquals(60_000_003, read.bestStep());
		assertEquals(0.123456789, read.bestScore(), 1e-12);
		assertEquals(2, read.halvings());
		assertEquals(5, read.waiting());
		assertArrayEquals(first, read.first());
		assertArrayEquals(second, read.second());
		for (final String name : List.of("encoder1.conv2.weight",
			"decoder0.up.weight", "head.bias"))
		{
			assertArrayEquals(weights.get(name).values(), read.weights().get(name)
				.values(), name);
			assertArrayEquals(average.get(name).values(), read.average().get(name)
				.values(), name);
			assertArrayEquals(best.get(name).values(), read.best().get(name).values(),
				name);
		}
	}

	@Test
	void aFinishedModelIsNoCheckpoint() {
		final ModelBundle model = bundle(InitialWeights.he(SPEC));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Checkpoint.read(ModelPackage.of(model, TestPair.of(model))))
			.getMessage();
		assertTrue(message.contains("checkpoint"), message);
	}

	private static ModelBundle bundle(final Weights weights) {
		final ModelCard card = new ModelCard("test", "A test.", "", List.of(
			"nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
				.of());
		return new ModelBundle(card, SPEC, weights, Normalization.percentile(1, 99),
			PixelSize.UNCALIBRATED, List.of("a", "b"), ObjectRule.of(
				ObjectRule.Kind.FOREGROUND));
	}
}
