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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptiveFieldTest {

	/** Known values for two 3x3 convolutions per level. */
	@ParameterizedTest
	@CsvSource({ "0, 9, 9", "1, 26, 26", "2, 60, 60", "3, 124, 132" })
	void throughSkips(final int level, final long smallest, final long largest) {
		final long[] sizes = LongStream.range(64, 128).map(p -> ReceptiveField
			.throughSkip(UNetSpec.default2d(1, 2), level, p).size()).sorted()
			.toArray();
		assertEquals(smallest, sizes[0]);
		assertEquals(largest, sizes[sizes.length - 1]);
	}

	@ParameterizedTest
	@CsvSource({ "2, 44, 44, 24", "3, 92, 100, 48", "4, 188, 204, 96",
		"5, 380, 412, 192" })
	void throughTheBottleneck(final int depth, final long smallest,
		final long largest, final int halo)
	{
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(depth);
		final long[] sizes = LongStream.range(0, 64).map(p -> ReceptiveField
			.throughBottleneck(spec, p).size()).sorted().toArray();
		assertEquals(smallest, sizes[0]);
		assertEquals(largest, sizes[sizes.length - 1]);
		assertEquals(largest, ReceptiveField.size(spec));
		assertEquals(halo, ReceptiveField.halo(spec));
	}

	@Test
	void parametersByArithmetic() {
		// NB: The figure of the design: depth 4, base width 32, one channel, two
		// classes.
		assertEquals(7_760_000, WeightShapes.count(UNetSpec.default2d(1, 2)),
			10_000);
		assertEquals(9 * 4 + 4 + 9 * 16 + 4 + 9 * 32 + 8 + 9 * 64 + 8 + 4 * 32 + 9 *
			32 + 4 + 9 * 16 + 4 + 8 + 2, WeightShapes.count(UNetSpec.default2d(1, 2)
				.withDepth(1).withBaseWidth(4)));
	}
}
