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

package org.unetlens.ui.compare;

import static org.assertj.swing.core.matcher.JButtonMatcher.withName;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import javax.swing.JFrame;
import javax.swing.JSlider;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.unetlens.engine.Progress;
import org.unetlens.network.SkipFill;

/**
 * A person at the window, in a process with a display: real mouse and key
 * events. Prints {@code ok} and the name of each scene that went well.
 */
final class WindowSession {

	/** One scene, in a fresh window. */
	private interface Scene {

		void play(WindowSession session) throws Exception;
	}

	private static final Map<String, Scene> SCENES = new LinkedHashMap<>();
	static {
		SCENES.put("switch", WindowSession::aSwitchChangesTheVariant);
		SCENES.put("slider", WindowSession::aSliderChangesTheVariant);
		SCENES.put("all off", WindowSession::allOffAndOn);
		SCENES.put("twin", WindowSession::aTwinStandsInTheVariantPane);
		SCENES.put("level", WindowSession::aLevelIsSelectedByMouseAndKey);
		SCENES.put("zoom", WindowSession::panesShareZoomAndCursor);
		SCENES.put("keys", WindowSession::keysMovePictureAndCursor);
		SCENES.put("error", WindowSession::anErrorIsASentence);
		SCENES.put("slice", WindowSession::slicesAreCompared);
		SCENES.put("close", WindowSession::closingClosesTheSource);
	}

	private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
	private final SampleSource source;
	private final FrameFixture window;

	private WindowSession(final int images) {
		source = new SampleSource(images);
		final ComparedImage first = source.compare(0, SkipFill.MEAN, Progress.NONE);
		final JFrame frame = GuiActionRunner.execute(() -> ComparisonWindow.open(
			source, 0, first));
		window = new FrameFixture(robot, frame);
		until("the first pictures", () -> !title("Variant").isBlank());
	}

	public static void main(final String... arguments) {
		SCENES.forEach((name, scene) -> {
			final WindowSession session = new WindowSession(name.equals("slice") ? 3
				: 1);
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

	private String title(final String pane) {
		return window.label(pane + " title").text();
	}

	private PaneCanvas canvas(final String pane) {
		return robot.finder().findByName(pane + " canvas", PaneCanvas.class);
	}

	private int pixel(final String pane, final int x, final int y) {
		return canvas(pane).content().picture().getRGB(x, y) & 0xffffff;
	}

	private static void until(final String what, final Callable<Boolean> ready) {
		final long end = System.nanoTime() + 20_000_000_000L;
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

	private void aSwitchChangesTheVariant() {
		assertEquals("Full model", title("Variant"));
		final int before = pixel("Variant", 37, 27);
		window.checkBox("skip 0").click();
		until("the knock-out", () -> title("Variant").equals(
			"Knock-out of skip 0 (mean fill)"));
		assertNotEquals(before, pixel("Variant", 37, 27));
		assertEquals(before, pixel("Full", 37, 27));
		assertNotEquals(0xffffff, pixel("Difference", 37, 27));
	}

	private void aSliderChangesTheVariant() {
		final int before = pixel("Variant", 37, 40);
		window.slider("gain 1").slideTo(40);
		until("a paler variant", () -> (pixel("Variant", 37, 40) & 255) < (before &
			255) / 1.1);
		final JSlider slider = window.slider("gain 1").target();
		assertEquals(40, slider.getValue());
		window.slider("gain 1").focus();
		robot.pressAndReleaseKey(KeyEvent.VK_RIGHT);
		assertEquals(41, slider.getValue());
	}

	private void allOffAndOn() {
		window.button(withName("All off")).click();
		until("none", () -> title("Variant").equals(
			"Knock-out of all skips (mean fill)"));
		window.checkBox("skip 3").requireNotSelected();
		window.button(withName("All on")).click();
		until("all", () -> title("Variant").equals("Full model"));
	}

	private void aTwinStandsInTheVariantPane() {
		window.comboBox("variant").selectItem("Twin without skips");
		until("the twin", () -> title("Variant").equals("Twin without skips"));
		window.checkBox("skip 1").click();
		until("a knock-out", () -> title("Variant").startsWith("Knock-out"));
		window.comboBox("variant").requireSelection("Knock-out by the switches");
	}

	private void aLevelIsSelectedByMouseAndKey() {
		window.toggleButton("encoder 2").click();
		window.toggleButton("decoder 2").requireSelected();
		window.toggleButton("encoder 0").requireNotSelected();
		window.toggleButton("bottleneck 4").focus();
		robot.pressAndReleaseKey(KeyEvent.VK_SPACE);
		window.toggleButton("bottleneck 4").requireSelected();
	}

	private void panesShareZoomAndCursor() {
		final PaneCanvas input = canvas("Input"), full = canvas("Full");
		final double fitted = full.viewport().scale();
		robot.moveMouse(input, new Point(50, 120));
		robot.rotateMouseWheel(-3);
		robot.waitForIdle();
		assertEquals(fitted * 1.2 * 1.2 * 1.2, full.viewport().scale(), 1e-9);
		assertEquals(input.viewport(), canvas("Difference").viewport());
		final Pixel at = input.pixelAt(50, 120).orElseThrow();
		assertEquals(at, full.pixelAt(50, 120).orElseThrow());
		assertTrue(window.label("values").text().startsWith("x " + at.x() + ", y " +
			at.y() + " px"), window.label("values").text());
		robot.pressMouse(input, new Point(50, 120));
		robot.moveMouse(input, new Point(60, 135));
		robot.moveMouse(input, new Point(70, 140));
		robot.releaseMouseButtons();
		assertEquals(at, full.pixelAt(70, 140).orElseThrow());
		robot.doubleClick(full);
		robot.waitForIdle();
		assertEquals(fitted, input.viewport().scale(), 1e-9);
	}

	private void keysMovePictureAndCursor() {
		final PaneCanvas full = canvas("Full");
		robot.focusAndWaitForFocusGain(full);
		final double fitted = full.viewport().scale();
		robot.pressAndReleaseKey(KeyEvent.VK_PLUS);
		robot.pressAndReleaseKey(KeyEvent.VK_ADD);
		final double zoomed = full.viewport().scale();
		assertTrue(zoomed > 1.4 * fitted, zoomed + " after " + fitted);
		final double x = full.viewport().centerX();
		robot.pressAndReleaseKey(KeyEvent.VK_RIGHT);
		assertEquals(x + 40 / zoomed, canvas("Input").viewport().centerX(), 1e-9);
		robot.pressAndReleaseKey(KeyEvent.VK_0);
		assertEquals(fitted, full.viewport().scale(), 1e-9);
		robot.pressKey(KeyEvent.VK_CONTROL);
		robot.pressAndReleaseKey(KeyEvent.VK_LEFT);
		final String before = window.label("values").text();
		robot.pressAndReleaseKey(KeyEvent.VK_DOWN);
		robot.releaseKey(KeyEvent.VK_CONTROL);
		until("the next pixel", () -> !before.equals(window.label("values")
			.text()));
	}

	private void anErrorIsASentence() {
		window.comboBox("variant").selectItem("Skips shifted by 2 px");
		until("the sentence", () -> window.textBox("error").text().equals(
			"The sample has no network whose skips could be shifted"));
		assertEquals("Full model", title("Variant"));
		window.checkBox("skip 0").click();
		until("the window goes on", () -> title("Variant").startsWith("Knock-out"));
	}

	private void slicesAreCompared() {
		window.slider("slice").slideTo(2);
		until("the third slice", () -> source.lastCompared() == 2);
		assertEquals("off 0.094", window.label("off 0").text());
		window.checkBox("summary").click();
		until("the figures of all", () -> source.summaries() == 1);
	}

	private void closingClosesTheSource() {
		window.close();
		until("the source is closed", source::isClosed);
	}
}
