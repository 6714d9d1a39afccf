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

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.data.Split;

class DataSplitTest {

	private static final List<Sample> IMAGES = IntStream.range(0, 5).mapToObj(
		i -> NucleiField.default2d().withSize(31, 29).withSeed(i).generate().sample(
			"image " + i)).toList();
	private static final DataSplit SPLIT = new DataSplit(0.4, 3, 1).withBroken(2);

	private static List<String> names(final List<Sample> samples) {
		return samples.stream().map(Sample::name).sorted().toList();
	}

	@Test
	void generatedImagesAreOnlyTrainedOn() {
		final Split split = SPLIT.of(List.of(IMAGES));
		assertEquals(2, split.validation().size());
		assertEquals(6, split.train().size());
		assertEquals(List.of("generated 0", "generated broken 0",
			"generated broken 1"), names(split.train()).subList(0, 3));
		assertEquals(names(IMAGES), Stream.concat(split.train().stream(), split
			.validation().stream()).map(Sample::name).filter(n -> n.startsWith(
				"image")).sorted().toList());
		assertArrayEquals(NucleiField.broken(1).generate().sample("").labelArray(),
			split.train().stream().filter(s -> s.name().equals("generated broken 1"))
				.findAny().orElseThrow().labelArray());
	}

	@Test
	void theyAreInEachFold() {
		final List<Split> folds = SPLIT.withFolds(2).folds(List.of(IMAGES));
		assertEquals(2, folds.size());
		for (final Split fold : folds)
			assertEquals(List.of("generated 0", "generated broken 0",
				"generated broken 1"), names(fold.train()).subList(0, 3));
		assertEquals(names(IMAGES), folds.stream().flatMap(f -> f.validation()
			.stream()).map(Sample::name).sorted().toList());
	}

	@Test
	void negativeNumbersAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> SPLIT.withBroken(-1));
		assertThrows(IllegalArgumentException.class, () -> new DataSplit(0.4, 3,
			-1));
	}
}
