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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.unetlens.data.NucleiField;
import org.unetlens.data.Sample;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights.Weight;

@Timeout(60)
class TrainingSessionTest {

	private static final ModelCard CARD = new ModelCard("test", "A test.", "",
		List.of("nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
			.of());

	/** Four images of 40 to 43 x 33 px, one of which validates. */
	private static ModelTraining training(final int steps,
		final int validateEvery)
	{
		final TrainingSettings settings = TrainingSettings.of(Recipe.objects(1)
			.withSpec(UNetSpec.default2d(1, 3).withDepth(1).withBaseWidth(2))
			.withConfig(TrainingConfig.defaults().withPatch(16).withSteps(steps)
				.withBatch(2).withValidateEvery(validateEvery))).withData(new DataSplit(
					0.25, 1, 0));
		final List<Sample> samples = IntStream.range(0, 4).mapToObj(i -> NucleiField
			.default2d().withSize(40 + i, 33).withSeed(i).generate().sample("f" + i))
			.toList();
		return new ModelTraining(settings, settings.data().of(List.of(samples)),
			CARD);
	}

	private static ModelBundle run(final TrainingSession session,
		final Consumer<TrainingState> checkpoints)
	{
		return session.run(session.training().start(), checkpoints, Progress.NONE);
	}

	@Test
	void tellsPhasesCurvesAndBestScore() {
		final TrainingSession session = new TrainingSession(training(7, 3));
		final List<TrainingSnapshot> heard = new ArrayList<>();
		session.addListener(heard::add);
		final ModelBundle model = run(session, state -> {});
		final List<TrainingPhase> phases = new ArrayList<>();
		for (final TrainingSnapshot s : heard)
			if (phases.isEmpty() || phases.get(phases.size() - 1) != s.phase()) phases
				.add(s.phase());
		assertEquals(List.of(TrainingPhase.PREPARING, TrainingPhase.TRAINING,
			TrainingPhase.VALIDATING, TrainingPhase.TRAINING,
			TrainingPhase.VALIDATING, TrainingPhase.TRAINING,
			TrainingPhase.VALIDATING, TrainingPhase.TRAINING, TrainingPhase.TUNING,
			TrainingPhase.FINISHED), phases);
		final TrainingSnapshot end = session.snapshot().orElseThrow();
		assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), end.loss().points()
			.stream().map(TrainingCurve.Point::step).toList());
		assertEquals(List.of(3L, 6L, 7L), end.score().points().stream().map(
			TrainingCurve.Point::step).toList());
		assertEquals(end.score().points().stream().mapToDouble(
			TrainingCurve.Point::value).max(), end.bestScore());
		assertEquals(Long.toString(end.bestStep()), model.card().training().get(
			"best step"));
		final double pixels = session.training().split().train().stream()
			.mapToDouble(s -> s.width() * s.height()).sum();
		assertEquals(7 * 2 * 16 * 16 / pixels, end.epoch(), 1e-12);
		assertEquals(7, end.steps());
		assertEquals(0, end.remaining().orElseThrow(), 1e-9);
		assertTrue(end.elapsed() > 0 && end.heapBytes() > 0);
	}

	/** The preview is cut out of the validation image that it names. */
	@Test
	void showsThePresentModelOnAValidationImage() {
		final TrainingSession session = new TrainingSession(training(4, 2));
		final List<TrainingPreview> seen = new ArrayList<>();
		session.addListener(s -> s.preview().ifPresent(p -> {
			if (!seen.contains(p)) seen.add(p);
		}));
		run(session, state -> {});
		assertEquals(List.of(2L, 4L), seen.stream().map(TrainingPreview::step)
			.toList());
		final TrainingPreview p = seen.get(1);
		final Sample sample = session.training().split().validation().get(0);
		assertEquals(sample.name(), p.name());
		assertArrayEquals(new long[] { 16, 16, 3 }, p.probabilities()
			.dimensionsAsLongArray());
		assertEquals(List.of("background", "interior", "border"), p.classes());
		int objects = 0;
		for (int y = 0; y < 16; y++)
			for (int x = 0; x < 16; x++) {
				assertEquals(sample.image().getAt(p.x() + x, p.y() + y, 0).get(), p
					.image().getAt(x, y, 0).get());
				final boolean object = sample.labels().getAt(p.x() + x, p.y() + y)
					.get() > 0;
				if (object) objects++;
				assertTrue(!object || p.truth().getAt(x, y).get() > 0);
				assertEquals(1, IntStream.range(0, 3).mapToDouble(new Point(p, x, y)::p)
					.sum(), 1e-5);
			}
		assertTrue(objects > 20, objects + " pixels of objects are shown");
	}

	private record Point(TrainingPreview preview, int x, int y) {

		double p(final int c) {
			return preview.probabilities().getAt(x, y, c).get();
		}
	}

	@Test
	void checkpointsComeAtEachEpochAndValidation() {
		final List<Long> steps = new ArrayList<>();
		// NB: Three images of 40 x 33 px are about 7.7 times 2 x 16 x 16 px.
		run(new TrainingSession(training(19, 10)), state -> steps.add(state
			.step()));
		assertEquals(List.of(8L, 10L, 16L, 19L), steps);
	}

	/** Also before anything was validated. */
	@Test
	void goesOnFromAnyCheckpoint() {
		final List<TrainingState> states = new ArrayList<>();
		final ModelBundle whole = run(new TrainingSession(training(19, 10)),
			states::add);
		for (final TrainingState state : states) {
			final ModelTraining training = training(19, 10);
			final TrainingState stored = Checkpoint.read(Checkpoint.of(training
				.bundle(state.best()), state));
			final ModelBundle resumed = new TrainingSession(training).run(stored,
				s -> {}, Progress.NONE);
			for (final Weight w : whole.weights().all())
				assertArrayEquals(w.values(), resumed.weights().get(w.name()).values(),
					w.name() + " from step " + state.step());
		}
	}

	@Test
	void pausesUntilToldToProceed() throws Exception {
		final TrainingSession session = new TrainingSession(training(4, 4));
		final CountDownLatch paused = new CountDownLatch(1);
		session.addListener(s -> {
			if (s.phase() == TrainingPhase.TRAINING && s.step() == 0) session.pause();
			if (s.phase() == TrainingPhase.PAUSED) paused.countDown();
		});
		final AtomicReference<ModelBundle> result = new AtomicReference<>();
		final Thread thread = new Thread(() -> result.set(run(session,
			state -> {})));
		thread.start();
		paused.await();
		assertEquals(1, session.snapshot().orElseThrow().step());
		session.proceed();
		thread.join();
		for (final Weight w : run(new TrainingSession(training(4, 4)), s -> {})
			.weights().all())
			assertArrayEquals(w.values(), result.get().weights().get(w.name())
				.values());
	}

	@Test
	void stopEndsAPauseAndKeepsTheBest() {
		final TrainingSession session = new TrainingSession(training(9, 3));
		session.addListener(s -> {
			if (s.bestStep() == 3) session.pause();
			if (s.phase() == TrainingPhase.PAUSED) session.stop();
		});
		final ModelBundle model = run(session, state -> {});
		assertEquals("4", model.card().training().get("steps done"));
		assertEquals("3", model.card().training().get("best step"));
		assertEquals(TrainingPhase.STOPPED, session.snapshot().orElseThrow()
			.phase());
	}

	@Test
	void stoppedBeforeTheFirstValidationThePresentWeightsAreKept() {
		final TrainingSession session = new TrainingSession(training(9, 9));
		session.addListener(s -> {
			if (s.phase() == TrainingPhase.TRAINING) session.stop();
		});
		final ModelBundle model = run(session, state -> {});
		final int steps = Integer.parseInt(model.card().training().get(
			"best step"));
		assertTrue(steps < 9, steps + " steps");
		assertTrue(session.snapshot().orElseThrow().bestScore().isPresent());
	}

	/** A validation is given up at once; the weights before it are kept. */
	@Test
	void stopDuringALaterValidationKeepsTheEarlierBest() {
		final TrainingSession session = new TrainingSession(training(9, 3));
		session.addListener(s -> {
			if (s.phase() == TrainingPhase.VALIDATING && s.step() == 6) session
				.stop();
		});
		final ModelBundle model = run(session, state -> {});
		assertEquals("3", model.card().training().get("best step"));
		assertEquals("6", model.card().training().get("steps done"));
	}

	@Test
	void cancelKeepsNothingInAnyPhase() {
		for (final TrainingPhase when : List.of(TrainingPhase.PREPARING,
			TrainingPhase.TRAINING, TrainingPhase.VALIDATING, TrainingPhase.TUNING))
		{
			final TrainingSession session = new TrainingSession(training(4, 2));
			session.addListener(s -> {
				if (s.phase() == when) session.cancel();
			});
			assertThrows(CancellationException.class, () -> run(session, s -> {}),
				when.name());
			assertEquals(TrainingPhase.CANCELED, session.snapshot().orElseThrow()
				.phase());
		}
	}

	@Test
	void aFailureIsTold() {
		final TrainingSession session = new TrainingSession(training(4, 2));
		assertThrows(IllegalStateException.class, () -> run(session, s -> {
			throw new IllegalStateException("Impossible");
		}));
		final TrainingSnapshot end = session.snapshot().orElseThrow();
		assertEquals(TrainingPhase.FAILED, end.phase());
		assertEquals("Impossible", end.failure().orElseThrow());
		assertThrows(IllegalStateException.class, () -> run(session, s -> {}));
	}

	/** Time comes from a clock that the test moves. */
	@Test
	void pausesAreNotCounted() {
		final long[] seconds = { 100 };
		final TrainingClock clock = new TrainingClock(() -> seconds[0] *
			1_000_000_000L);
		assertFalse(clock.remaining(10, 1).isPresent());
		clock.begin();
		seconds[0] += 9;
		clock.stepped();
		seconds[0] += 2;
		clock.stepped();
		assertEquals(11, clock.elapsed(), 1e-9);
		clock.pause();
		seconds[0] += 1000;
		assertEquals(11, clock.elapsed(), 1e-9);
		clock.proceed();
		clock.begin();
		seconds[0] += 5;
		clock.validated();
		assertEquals(16, clock.elapsed(), 1e-9);
		assertEquals(10 * 2 + 3 * 5, clock.remaining(10, 3).orElseThrow(), 1e-9);
	}

	@Test
	void longCurvesStaySmallAndKeepTheirMean() {
		final CurveRecorder recorder = new CurveRecorder();
		for (int i = 1; i <= 100_000; i++)
			recorder.add(i, i);
		final List<TrainingCurve.Point> points = recorder.curve().points();
		assertTrue(points.size() >= 200 && points.size() <= 400, "" + points
			.size());
		final long width = points.get(0).step();
		for (int i = 0; i < points.size(); i++) {
			assertEquals((i + 1) * width, points.get(i).step());
			assertEquals(points.get(i).step() - (width - 1) / 2.0, points.get(i)
				.value(), 1e-6);
		}
	}
}
