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

package org.unetlens.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Tests {@link RemainingTime} with a clock of its own. */
class RemainingTimeTest {

	private final List<String> shown = new ArrayList<>();
	private long seconds;
	private final RemainingTime progress = new RemainingTime((done, total,
		message) -> shown.add(done + "/" + total + " " + message), () -> seconds *
			1_000_000_000L);

	private String at(final long second, final long done, final long total) {
		seconds = second;
		progress.update(done, total, "work");
		return shown.get(shown.size() - 1);
	}

	@Test
	void tellsWhatIsLeftOnceItIsKnown() {
		assertEquals("0/100 work", at(10, 0, 100));
		assertEquals("1/100 work", at(14, 1, 100));
		// NB: 2 of 100 in 6 s, so 294 s are left.
		assertEquals("2/100 work, about 5 min left", at(16, 2, 100));
		assertEquals("99/100 work, less than a minute left", at(400, 99, 100));
		assertEquals("100/100 work", at(404, 100, 100));
	}

	@Test
	void anotherPartOfTheWorkBeginsAnew() {
		at(0, 0, 10);
		assertEquals("5/10 work, less than a minute left", at(10, 5, 10));
		assertEquals("1/20 work", at(11, 1, 20));
		assertEquals("2/20 work, about 18 min left", at(71, 2, 20));
	}

	@Test
	void workersMayReportOutOfOrder() {
		at(0, 0, 10);
		assertEquals("4/10 work, less than a minute left", at(20, 4, 10));
		assertEquals("3/10 work, less than a minute left", at(20, 3, 10));
	}

	@Test
	void wordsAreRounded() {
		assertEquals("about 1 min left", RemainingTime.words(60));
		assertEquals("about 90 min left", RemainingTime.words(5399));
		assertEquals("about 2 h left", RemainingTime.words(5401));
	}

	@Test
	void cancelGoesThrough() {
		assertTrue(new RemainingTime(new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				shown.add(message);
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		}, () -> 0).isCanceled());
	}
}
