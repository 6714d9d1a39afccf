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

import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.swing.JButton;
import javax.swing.JFrame;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.fixture.FrameFixture;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.TargetPreview;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.ui.pane.PaneCanvas;

/**
 * A person at the window before training: real mouse and key events. Prints
 * {@code ok} and the name of each scene that went well.
 */
final class PlanSession {

	/** One scene, in a fresh window. */
	private interface Scene {

		void play(PlanSession session) throws Exception;
	}

	private static final Map<String, Scene> SCENES = new LinkedHashMap<>();
	static {
		SCENES.put("pictures", PlanSession::picturesAreWhatTrainingSees);
		SCENES.put("error", PlanSession::anErrorIsMendedAndUndone);
		SCENES.put("probe", PlanSession::aStepIsMeasured);
		SCENES.put("recipe", PlanSession::aFixOfTheNetworkIsTrained);
		SCENES.put("refused", PlanSession::aFixThatFailsIsASentence);
		SCENES.put("escape", PlanSession::escapeTrainsNothing);
		SCENES.put("cancel", PlanSession::aProbeIsCanceledAndMadeAgain);
	}

	private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
	private final CompletableFuture<Optional<TrainingPlan>> answer =
		new CompletableFuture<>();
	private final TrainingPlan plan;
	private final FrameFixture window;

	private PlanSession(final TrainingPlan plan) {
		this.plan = plan;
		final JFrame frame = GuiActionRunner.execute(() -> PlanWindow.open(plan,
			answer::complete));
		window = new FrameFixture(robot, frame);
		until("the first look", () -> !window.label("reason").text().startsWith(
			"Looking") && canvas("Classes").content() != null);
	}

	public static void main(final String... arguments) {
		SCENES.forEach((name, scene) -> {
			final PlanSession session = new PlanSession(plan(name));
			try {
				scene.play(session);
				System.out.println("ok " + name);
			}
			catch (final Throwable e) {
				System.out.println("failed " + name);
				e.printStackTrace(System.out);
			}
			finally {
				session.window.cleanUp();
			}
		});
		System.exit(0);
	}

	private static TrainingPlan plan(final String scene) {
		final Annotations three = Plans.annotations(3);
		return switch (scene) {
			case "error" -> Plans.plan(1);
			case "refused" -> Plans.plan(three.withFindings(List.of(Finding.warning(
				"A test wants it in miles.").withFix(new Fix.CommonPixelSize(
					new PixelSize(1, 1, "mile"))))), Plans.recipe());
			case "cancel" -> Plans.plan(three, Plans.recipe().withSpec(Plans.recipe()
				.spec().withBaseWidth(32)).withConfig(Plans.recipe().config().withPatch(
					256).withBatch(8)));
			default -> Plans.plan(3);
		};
	}

	private static void until(final String what, final Callable<Boolean> ready) {
		final long end = System.nanoTime() + 60_000_000_000L;
		try {
			while (!isReady(ready)) {
				if (System.nanoTime() > end) throw new AssertionError(what +
					" did not come");
				Thread.sleep(20);
			}
		}
		catch (final Exception e) {
			throw new AssertionError(what, e);
		}
	}

	/** NB: What is not shown yet is not found. */
	private static boolean isReady(final Callable<Boolean> ready)
		throws Exception
	{
		try {
			return ready.call();
		}
		catch (final ComponentLookupException e) {
			return false;
		}
	}

	private PaneCanvas canvas(final String name) {
		return robot.finder().findByName(name + " canvas", PaneCanvas.class);
	}

	private List<String> findings() {
		return GuiActionRunner.execute(() -> robot.finder().findAll(
			new GenericTypeMatcher<>(FindingRow.class)
			{

				@Override
				protected boolean isMatching(final FindingRow row) {
					return true;
				}
			}).stream().map(FindingRow::sentence).toList());
	}

	private boolean isSaid(final String start) {
		return findings().stream().anyMatch(f -> f.startsWith(start));
	}

	private String[] images() {
		return window.list("images").contents();
	}

	private boolean canTrain() {
		return window.button("train").isEnabled();
	}

	private void requirePicture(final int index) {
		final var sample = plan.annotations().samples().get(index);
		final TargetPreview expected = TargetPreview.of(sample, plan.settings()
			.recipe().targets(), plan.annotations().classes());
		until("the picture of " + sample.name(), () -> canvas("Classes").content()
			.picture().getWidth() == sample.width());
		final var picture = canvas("Classes").content().picture();
		for (int i = 0; i < expected.classes().length; i += 7)
			assertEquals(expected.classes()[i], picture.getRGB(i % sample.width(), i /
				sample.width()) & 0xffffff, "pixel " + i);
		final int heaviest = IntStream.range(0, expected.weights().length).reduce(0,
			(a, b) -> expected.weights()[a] >= expected.weights()[b] ? a : b);
		final var weights = canvas("Weights").content().picture();
		assertTrue((weights.getRGB(heaviest % sample.width(), heaviest / sample
			.width()) >> 16 & 255) > 150);
	}

	private void picturesAreWhatTrainingSees() {
		assertEquals(3, images().length);
		requirePicture(0);
		window.list("images").focus();
		robot.pressAndReleaseKey(KeyEvent.VK_DOWN);
		requirePicture(1);
		window.list("images").clickItem(2);
		requirePicture(2);
		assertTrue(window.textBox("reading").text().startsWith(
			"The label images hold 1, 2 ... 12"), window.textBox("reading").text());
		assertTrue(window.textBox("reading").text().endsWith(
			"The network learns background, interior, border."));
		assertFalse(isSaid("The label images hold"));
		robot.moveMouse(canvas("Weights"));
		until("values", () -> window.label("values").text().contains("weight "));
	}

	private void anErrorIsMendedAndUndone() {
		assertFalse(canTrain());
		assertEquals("1 error is to be mended before training", window.label(
			"reason").text());
		assertTrue(findings().get(0).startsWith("There is one image only"),
			findings().toString());
		assertTrue(window.button("train").target().getToolTipText().startsWith(
			"There is one image only"));
		window.button("fix Cut each image into 4 parts").click();
		until("four parts", () -> images().length == 4 && canTrain());
		assertFalse(isSaid("There is one image only"));
		until("a smaller picture", () -> canvas("Classes").content().picture()
			.getWidth() == 65);
		window.button("undo").click();
		until("one image again", () -> images().length == 1 && isSaid(
			"There is one image only"));
		assertFalse(canTrain());
		assertFalse(window.button("undo").isEnabled());
	}

	private void aStepIsMeasured() {
		until("the time", () -> isSaid("A training step takes "));
		window.button("train").click();
		assertEquals(Optional.of(plan), answer.join());
		until("closed", () -> !window.target().isDisplayable());
	}

	private void aFixOfTheNetworkIsTrained() {
		// NB: As below.
		until("the time", () -> isSaid("A training step takes "));
		window.button("fix Use depth 3").focus();
		robot.pressAndReleaseKey(KeyEvent.VK_SPACE);
		until("undo", () -> window.button("undo").isEnabled() && canTrain());
		assertEquals("Take back: Use depth 3", window.button("undo").target()
			.getToolTipText());
		robot.pressKey(KeyEvent.VK_ALT);
		robot.pressAndReleaseKey(KeyEvent.VK_T);
		robot.releaseKey(KeyEvent.VK_ALT);
		assertEquals(3, answer.join().orElseThrow().settings().recipe().spec()
			.depth());
	}

	private void aFixThatFailsIsASentence() {
		// NB: The time comes as one more row and moves the buttons.
		until("the time", () -> isSaid("A training step takes "));
		window.button("fix Scale all images to 1 mile per pixel").click();
		until("the sentence", () -> window.textBox("error").text().startsWith(
			"field 1 has a pixel size in micron, not in mile"));
		assertTrue(canTrain());
		assertFalse(window.button("undo").isEnabled());
	}

	private void escapeTrainsNothing() {
		window.list("images").focus();
		robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
		assertEquals(Optional.empty(), answer.join());
	}

	private void aProbeIsCanceledAndMadeAgain() {
		until("the probe", () -> robot.finder().findByName("cancel", JButton.class,
			false).isShowing());
		window.button("cancel").click();
		until("that it was not measured", () -> robot.finder().findByName("measure",
			JButton.class, false).isShowing());
		assertFalse(isSaid("A training step takes "));
		assertTrue(canTrain());
		window.button("measure").click();
		until("the probe again", () -> robot.finder().findByName("cancel",
			JButton.class, false).isShowing());
		window.button("cancel training").click();
		assertEquals(Optional.empty(), answer.join());
	}
}
