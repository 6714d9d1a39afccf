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

package org.unetlens.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import javax.swing.JButton;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.Recipe;
import org.unetlens.train.TrainingPhase;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSnapshot;
import org.unetlens.ui.pane.PaneCanvas;

/**
 * A person at the window of a training that really runs: real mouse and key
 * events. Prints {@code ok} and the name of each scene that went well.
 */
final class LiveSession {

	/** One scene, in a fresh window. */
	private interface Scene {

		void play(LiveSession session) throws Exception;
	}

	private static final Map<String, Scene> SCENES = new LinkedHashMap<>();
	static {
		SCENES.put("finish", LiveSession::theEndIsTold);
		SCENES.put("pause", LiveSession::aPauseHoldsTheSteps);
		SCENES.put("stop", LiveSession::stopKeepsTheBest);
		SCENES.put("cancel", LiveSession::cancelAsksOnce);
		SCENES.put("close", LiveSession::closingAsksAndTheWindowComesBack);
		SCENES.put("failure", LiveSession::aFailureIsASentence);
	}
	private static final int ENDLESS = 100_000;

	private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
	private final CompletableFuture<ModelBundle> model =
		new CompletableFuture<>();
	private final AtomicInteger reports = new AtomicInteger();
	private final TrainingSession session;
	private final SessionWindow live;
	private final FrameFixture window;

	private LiveSession(final Recipe recipe) {
		session = Plans.session(recipe);
		live = GuiActionRunner.execute(() -> SessionWindow.open(session, "test"));
		window = new FrameFixture(robot, live.frame());
		final Thread thread = new Thread(this::train, "training");
		thread.setDaemon(true);
		thread.start();
	}

	private void train() {
		try {
			model.complete(Plans.run(session));
			live.finished("The model is in test.zip.");
			live.reported(reports::incrementAndGet);
		}
		catch (final CancellationException e) {
			live.dismiss();
			model.completeExceptionally(e);
		}
		catch (final RuntimeException e) {
			live.failed(e, "The training failed; nothing was stored.");
			model.completeExceptionally(e);
		}
	}

	public static void main(final String... arguments) {
		SCENES.forEach((name, scene) -> {
			final LiveSession session = new LiveSession(recipe(name));
			try {
				scene.play(session);
				System.out.println("ok " + name);
			}
			catch (final Throwable e) {
				System.out.println("failed " + name);
				e.printStackTrace(System.out);
			}
			finally {
				session.session.cancel();
				session.window.cleanUp();
			}
		});
		System.exit(0);
	}

	private static Recipe recipe(final String scene) {
		final Recipe recipe = Plans.recipe();
		return switch (scene) {
			case "finish" -> recipe;
			case "failure" -> recipe.withConfig(recipe.config().withLearningRate(
				1e30));
			default -> recipe.withConfig(recipe.config().withSteps(ENDLESS));
		};
	}

	private static void until(final String what, final Callable<Boolean> ready) {
		final long end = System.nanoTime() + 60_000_000_000L;
		try {
			while (!ready.call()) {
				if (System.nanoTime() > end) throw new AssertionError(what +
					" did not come");
				Thread.sleep(20);
			}
		}
		catch (final Exception e) {
			throw new AssertionError(what, e);
		}
	}

	private String headline() {
		return window.textBox("headline").text();
	}

	private TrainingSnapshot now() {
		return session.snapshot().orElseThrow();
	}

	private boolean isValidated() {
		return session.snapshot().flatMap(TrainingSnapshot::preview).isPresent();
	}

	private PaneCanvas canvas(final String name) {
		return robot.finder().findByName(name + " canvas", PaneCanvas.class);
	}

	private boolean isShowing(final String button) {
		return robot.finder().findByName(button, JButton.class, false).isShowing();
	}

	private void theEndIsTold() {
		until("the end", () -> headline().equals("The model is in test.zip."));
		assertEquals("Step: 20 of 20", window.label("Step").text());
		assertTrue(window.label("Best score").text().matches(
			"Best score: [0-9.]+ at step \\d+"), window.label("Best score").text());
		until("the preview", () -> canvas("Model").content() != null && canvas(
			"Model").content().title().equals("Model after step 20"));
		assertEquals(64, canvas("Model").content().picture().getWidth());
		assertEquals("Truth of " + now().preview().orElseThrow().name(), canvas(
			"Truth").content().title());
		window.button("report").click();
		assertEquals(1, reports.get());
		assertFalse(isShowing("stop"));
		window.button("close").click();
		until("closed", () -> !window.target().isDisplayable());
	}

	private void aPauseHoldsTheSteps() {
		until("a few steps", () -> session.snapshot().isPresent() && now()
			.step() > 2);
		window.button("pause").click();
		until("the pause", () -> headline().startsWith("Paused at step "));
		final long step = now().step();
		assertEquals("Continue", window.button("pause").text());
		assertEquals("Paused at step " + step + "; Continue goes on where it was",
			headline());
		assertEquals(TrainingPhase.PAUSED, now().phase());
		window.button("pause").click();
		until("more steps", () -> now().step() > step);
		assertEquals("Pause", window.button("pause").text());
	}

	private void stopKeepsTheBest() {
		until("a validation", this::isValidated);
		window.button("stop").click();
		assertEquals("[background, interior, border]", model.join().classes()
			.toString());
		until("the end", () -> headline().equals("The model is in test.zip."));
		assertEquals(TrainingPhase.STOPPED, now().phase());
	}

	private void cancelAsksOnce() {
		until("a validation", this::isValidated);
		window.button("cancel training").click();
		assertTrue(window.textBox("question").text().startsWith(
			"Cancel and throw away what was learned so far? The best model so far has a score of "),
			window.textBox("question").text());
		window.button("Go on").click();
		assertFalse(session.isEnding());
		assertFalse(isShowing("Throw away"));
		window.button("cancel training").click();
		window.button("Throw away").click();
		until("canceled", () -> !window.target().isDisplayable());
		until("nothing kept", model::isCompletedExceptionally);
		assertEquals(TrainingPhase.CANCELED, now().phase());
	}

	private void closingAsksAndTheWindowComesBack() {
		until("a validation", this::isValidated);
		window.close();
		window.button("Go on without the window").click();
		until("out of sight", () -> !window.target().isShowing());
		assertFalse(session.isEnding());
		final long step = now().step();
		until("that it goes on", () -> now().step() > step);
		session.stop();
		until("that it comes back", () -> window.target().isShowing());
		until("the end", () -> headline().equals("The model is in test.zip."));
	}

	private void aFailureIsASentence() {
		until("the sentence", () -> isErrorShown() && headline().equals(
			"The training failed; nothing was stored."));
		assertTrue(window.textBox("error").text().contains(
			"The loss is no number any more"), window.textBox("error").text());
		assertEquals(TrainingPhase.FAILED, now().phase());
		window.button("close").click();
		until("closed", () -> !window.target().isDisplayable());
	}

	private boolean isErrorShown() {
		return robot.finder().findByName("error", javax.swing.JTextArea.class,
			false).isShowing();
	}
}
