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

package org.unetlens.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.swing.SwingUtilities;

import org.junit.jupiter.api.Test;

class LatestWorkTest {

	private enum Kind {
			IMAGE, OUTPUT, FEATURES, FIELDS
	}

	private final List<String> log = Collections.synchronizedList(
		new ArrayList<>());
	private final CountDownLatch idle = new CountDownLatch(1);
	private final CountDownLatch started = new CountDownLatch(1);
	private final CountDownLatch go = new CountDownLatch(1);
	private final LatestWork<Kind> work = new LatestWork<>(Kind.class, "test",
		new LatestWork.Monitor()
		{

			@Override
			public void busy(final String text, final double share) {}

			@Override
			public void idle() {
				idle.countDown();
			}

			@Override
			public void failed(final Throwable problem) {
				log.add("failed " + problem.getMessage());
			}
		});

	@Test
	void theNewestOfEachKindWins() throws Exception {
		later(Kind.OUTPUT, "a", true);
		started.await();
		later(Kind.OUTPUT, "b", false);
		later(Kind.FIELDS, "f", false);
		later(Kind.OUTPUT, "c", false);
		SwingUtilities.invokeAndWait(go::countDown);
		assertTrue(idle.await(20, TimeUnit.SECONDS));
		// NB: a ran, but was old when it ended; b never ran.
		assertEquals(List.of("run a", "run c", "got c", "run f", "got f"), log);
	}

	@Test
	void aFailureIsToldAndWorkGoesOn() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			work.request(Kind.OUTPUT, "", p -> {
				throw new IllegalStateException("no memory left");
			}, r -> log.add("got it"));
			work.request(Kind.FEATURES, "", p -> "x", log::add);
		});
		assertTrue(idle.await(20, TimeUnit.SECONDS));
		assertEquals(List.of("failed no memory left", "x"), log);
	}

	@Test
	void cancelReachesWhatRuns() throws Exception {
		SwingUtilities.invokeAndWait(() -> work.request(Kind.IMAGE, "", p -> {
			started.countDown();
			await(go);
			p.checkCanceled();
			return "";
		}, r -> log.add("got it")));
		started.await();
		SwingUtilities.invokeAndWait(work::cancel);
		go.countDown();
		assertTrue(idle.await(20, TimeUnit.SECONDS));
		assertEquals(List.of(), log);
	}

	@Test
	void whatIsDroppedIsForgottenWithoutAWord() throws Exception {
		later(Kind.OUTPUT, "a", true);
		started.await();
		SwingUtilities.invokeAndWait(() -> {
			work.drop(Kind.OUTPUT);
			work.request(Kind.FIELDS, "", p -> "f", log::add, () -> log.add("none"));
			work.drop(Kind.FIELDS);
		});
		go.countDown();
		assertTrue(idle.await(20, TimeUnit.SECONDS));
		assertEquals(List.of("run a"), log);
	}

	@Test
	void whatIsCanceledIsToldToHaveFailed() throws Exception {
		later(Kind.OUTPUT, "a", true);
		started.await();
		SwingUtilities.invokeAndWait(() -> {
			work.request(Kind.FIELDS, "", p -> "f", log::add, () -> log.add("none"));
			work.cancel();
		});
		go.countDown();
		assertTrue(idle.await(20, TimeUnit.SECONDS));
		assertEquals(List.of("run a", "none", "no a"), log);
	}

	@Test
	void closesAfterWhatRuns() throws Exception {
		later(Kind.OUTPUT, "a", true);
		started.await();
		final CountDownLatch closed = new CountDownLatch(1);
		SwingUtilities.invokeAndWait(() -> {
			work.close(() -> {
				log.add("closed");
				closed.countDown();
			});
			work.request(Kind.OUTPUT, "", p -> log.add("too late"), r -> {});
		});
		go.countDown();
		assertTrue(closed.await(20, TimeUnit.SECONDS));
		assertEquals(List.of("run a", "closed"), log);
	}

	private void later(final Kind kind, final String name, final boolean waits)
		throws Exception
	{
		SwingUtilities.invokeAndWait(() -> work.request(kind, name, p -> {
			log.add("run " + name);
			started.countDown();
			if (waits) await(go);
			return name;
		}, result -> log.add("got " + result), () -> log.add("no " + name)));
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
