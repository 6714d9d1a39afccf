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
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkipSetTest {

	@Test
	void textGivesTheSetThatItNames() {
		assertEquals(SkipSet.all(4), SkipSet.parse("all", 4));
		assertEquals(SkipSet.none(), SkipSet.parse("None", 4));
		assertEquals(SkipSet.of(1, 3), SkipSet.parse(" 3+1 ", 4));
	}

	@Test
	void everySetIsReadFromItsOwnText() {
		for (int bits = 0; bits < 16; bits++)
			assertEquals(new SkipSet(bits), SkipSet.parse(new SkipSet(bits)
				.toString(), 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "", "0+", "0,1", "-1", "some" })
	void otherTextIsRefusedWithWhatIsAllowed(final String text) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> SkipSet.parse(text, 4)).getMessage();
		assertEquals("The skip connections are given as '" + text +
			"'; give all, none, or levels from 0 to 3 joined by +, e.g. 1+2+3",
			message);
	}
}
