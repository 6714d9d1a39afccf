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

package org.unetlens.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class SplitTest {

	private static Sample sample(final String name) {
		return Sample.of(name, ArrayImgs.floats(2, 2, 1), ArrayImgs.ints(2, 2));
	}

	private static List<Sample> samples(final int count) {
		return IntStream.range(0, count).mapToObj(i -> sample("s" + i)).toList();
	}

	private static List<Sample> stack(final String name, final int planes) {
		return IntStream.range(0, planes).mapToObj(i -> sample(name + ":" + i)
			.inGroup(name)).toList();
	}

	@Test
	void shareIsKeptAndTheSeedDecides() {
		final List<Sample> samples = samples(20);
		final Split split = Split.of(samples, 0.2, 5);
		assertEquals(4, split.validation().size());
		final List<Sample> all = new ArrayList<>(split.train());
		all.addAll(split.validation());
		assertEquals(20, all.stream().distinct().count());
		assertEquals(split, Split.of(samples, 0.2, 5));
		assertNotEquals(split, Split.of(samples, 0.2, 6));
		assertEquals(1, Split.of(samples(3), 0.01, 1).validation().size());
		assertEquals(1, Split.of(samples(3), 0.99, 1).train().size());
	}

	@Test
	void stacksStayTogether() {
		final List<Sample> samples = new ArrayList<>(stack("a", 5));
		samples.addAll(stack("b", 7));
		samples.addAll(stack("c", 3));
		for (int seed = 0; seed < 5; seed++) {
			final Split split = Split.of(samples, 0.3, seed);
			assertEquals(1, split.validation().stream().map(Sample::group).distinct()
				.count());
			assertEquals(2, split.train().stream().map(Sample::group).distinct()
				.count());
		}
	}

	@Test
	void oneStackIsCutIntoBlocks() {
		final List<Sample> planes = stack("a", 10);
		assertEquals(planes.subList(7, 10), Split.of(planes, 0.3, 1).validation());
		assertEquals(planes.subList(0, 7), Split.of(planes, 0.3, 1).train());
		assertEquals(planes.subList(2, 5), Split.folds(planes, 4, 1).get(1)
			.validation());
	}

	@Test
	void everySampleValidatesOnce() {
		final List<Sample> samples = samples(11);
		final List<Sample> seen = new ArrayList<>();
		for (final Split split : Split.folds(samples, 4, 3)) {
			assertTrue(split.validation().size() >= 2);
			assertEquals(11, split.train().size() + split.validation().size());
			seen.addAll(split.validation());
		}
		assertEquals(11, seen.size());
		assertEquals(11, seen.stream().distinct().count());
	}

	@Test
	void tooFewAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Split.of(samples(1), 0.5,
			1));
		assertThrows(IllegalArgumentException.class, () -> Split.folds(samples(3),
			4, 1));
		assertThrows(IllegalArgumentException.class, () -> Split.of(samples(4), 1,
			1));
	}
}
