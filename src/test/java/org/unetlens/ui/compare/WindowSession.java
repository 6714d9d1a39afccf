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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import javax.swing.JFrame;
import javax.swing.JSlider;
import javax.swing.JTable;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.unetlens.compare.Table.Cell;
import org.unetlens.engine.Progress;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.pane.PaneCanvas;
import org.unetlens.ui.pane.Pixel;

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
		SCENES.put("pick", WindowSession::aPickedPixelShowsWhatItSees);
		SCENES.put("features", WindowSession::featuresFollowTheLevel);
		SCENES.put("guide", WindowSession::theGuideSetsTheState);
		SCENES.put("tables", WindowSession::tablesLeaveAsTheyAreShown);
		SCENES.put("verdict", WindowSession::theVerdictFollows);
		SCENES.put("popup", WindowSession::aPaneIsOpenedByTheRightButton);
		SCENES.put("lacking", WindowSession::aMissingSkipHasNoSwitch);
		SCENES.put("cancel", WindowSession::cancelGoesBack);
		SCENES.put("report", WindowSession::aReportIsWrittenOrItIsSaidWhyNot);
		SCENES.put("close", WindowSession::closingClosesTheSource);
	}

	private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
	private final NotedExports exports = new NotedExports();
	private final SampleSource source;
	private final FrameFixture window;

	private WindowSession(final SampleSource source) {
		this.source = source;
		final ComparedImage first = source.compare(0, SkipFill.MEAN, Progress.NONE);
		final JFrame frame = GuiActionRunner.execute(() -> ComparisonWindow.open(
			source, 0, first, exports));
		window = new FrameFixture(robot, frame);
		until("the first pictures", () -> !title("Variant").isBlank());
	}

	public static void main(final String... arguments) {
		SCENES.forEach((name, scene) -> {
			final WindowSession session = new WindowSession(source(name));
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

	private static SampleSource source(final String scene) {
		return switch (scene) {
			case "slice", "cancel" -> new SampleSource(3);
			case "lacking" -> SampleSource.lacking(1);
			default -> new SampleSource(1);
		};
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
		window.slider("gain 1").slideTo(0);
		window.checkBox("skip 1").requireNotSelected();
		window.checkBox("skip 1").click();
		assertEquals(100, slider.getValue());
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
		robot.moveMouse(input, new Point(100, 150));
		robot.rotateMouseWheel(-3);
		robot.waitForIdle();
		assertEquals(fitted * 1.2 * 1.2 * 1.2, full.viewport().scale(), 1e-9);
		assertEquals(input.viewport(), canvas("Difference").viewport());
		final Pixel at = input.pixelAt(100, 150).orElseThrow();
		assertEquals(at, full.pixelAt(100, 150).orElseThrow());
		assertTrue(window.label("values").text().startsWith("x " + at.x() + ", y " +
			at.y() + " px"), window.label("values").text());
		robot.pressMouse(input, new Point(100, 150));
		robot.moveMouse(input, new Point(110, 165));
		robot.moveMouse(input, new Point(120, 170));
		robot.releaseMouseButtons();
		assertEquals(at, full.pixelAt(120, 170).orElseThrow());
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
		until("their numbers", () -> window.textBox("verdict").text().contains(
			"3 objects"));
		window.checkBox("summary").click();
		until("those of the slice", () -> window.textBox("verdict").text().contains(
			"12 objects"));
	}

	private void aPickedPixelShowsWhatItSees() {
		final PaneCanvas full = canvas("Full");
		robot.click(full, new Point(full.getWidth() / 2, full.getHeight() / 2));
		window.tabbedPane("details").selectTab("Receptive field");
		until("the table", () -> window.table("receptive fields").target()
			.getRowCount() == 6);
		assertEquals("skip 0", cell("receptive fields", 1, 0));
		assertEquals("9", cell("receptive fields", 1, 1));
		assertEquals("188", cell("receptive fields", 5, 2));
		window.table("receptive fields").selectRows(1);
		robot.focusAndWaitForFocusGain(full);
		robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
		until("nothing", () -> !robot.finder().findByName("receptive fields",
			JTable.class, false).isShowing());
	}

	private String cell(final String table, final int row, final int column) {
		return GuiActionRunner.execute(() -> ((Cell) robot.finder().findByName(
			table, JTable.class, false).getValueAt(row, column)).rounded());
	}

	private void featuresFollowTheLevel() {
		window.tabbedPane("details").selectTab("Features");
		final FeatureStrip strip = robot.finder().findByType(FeatureStrip.class);
		until("level 0", () -> strip.rows().size() == 4);
		window.toggleButton("decoder 2").click();
		until("level 2", () -> strip.rows().get(0).map().geometry().layer().equals(
			"encoder2.conv2"));
		assertEquals("decoder2.up", strip.rows().get(1).map().geometry().layer());
		assertEquals(24, strip.rows().get(0).pictures().size());
		window.toggleButton("bottleneck 4").click();
		until("the bottleneck", () -> strip.rows().size() == 1);
		window.button("open encoder4.conv2").click();
		assertEquals(List.of("sample - encoder4.conv2"), exports.noted());
	}

	private void theGuideSetsTheState() {
		window.tabbedPane("details").selectTab("Guide");
		window.button("guide back").requireDisabled();
		window.button("guide next").click();
		window.label("guide title").requireText(Pattern.compile("Where: .*"));
		window.button("guide next").click();
		window.label("guide title").requireText(Pattern.compile("What: .*"));
		window.toggleButton("bottleneck 4").requireSelected();
		window.toggleButton("walk 2").click();
		assertTrue(window.label("walk words").text().startsWith(
			"2 x 2 values: this cell covers a 32 x 32 quadrant"), window.label(
				"walk words").text());
		assertTrue(canvas("Full").viewport().scale() > 1);
		window.button("guide next").click();
		until("none", () -> title("Variant").equals(
			"Knock-out of all skips (mean fill)"));
		window.button("guide next").click();
		window.button("guide next").click();
		until("the uppermost skip", () -> title("Variant").equals(
			"Knock-out of skip 0 (mean fill)"));
		window.button("guide next").requireDisabled();
		window.button("guide back").click();
		window.label("guide title").requireText(Pattern.compile(
			"Back to full size: .*"));
	}

	/** NB: The items are made anew when a menu opens. */
	private void choose(final String menu, final String item) {
		window.menuItem(menu).click();
		window.menuItem(item).click();
	}

	private void tablesLeaveAsTheyAreShown() throws Exception {
		window.tabbedPane("details").selectTab("Knock-outs");
		assertEquals("0.809", cell("knock-outs", 0, 6));
		choose("Tables", "Knock-outs as ImageJ table");
		assertEquals(List.of("sample - knock-outs 16"), exports.noted());
		choose("Tables", "Twins as CSV file...");
		final String csv = Files.readString(Path.of("target", "comparison-window",
			"twins.csv"));
		assertEquals(3, csv.lines().count(), csv);
		assertTrue(csv.contains("Twin without skips") && !csv.contains("nock"),
			csv);
		choose("Images", "Difference");
		choose("Charts", "Edge profile");
		assertEquals(List.of("sample - Full model - difference to the full model",
			"sample - Edge profile"), exports.noted().subList(1, 3));
	}

	private void theVerdictFollows() {
		final String first = window.textBox("verdict").text();
		assertTrue(first.startsWith("Skip 0 adds 0.094 boundary F at 2 px"), first);
		window.comboBox("score").selectItem("Dice");
		until("Dice", () -> window.textBox("verdict").text().contains("Dice"));
		assertEquals("off 0.072", window.label("off 0").text());
		window.toggleButton("encoder 3").click();
		until("skip 3", () -> window.textBox("verdict").text().startsWith(
			"Without skip 3 the result is better"));
		window.checkBox("skip 1").click();
		until("the knock-out", () -> window.textBox("verdict").text().startsWith(
			"Knock-out of skip 1: Dice "));
	}

	private void aPaneIsOpenedByTheRightButton() {
		robot.rightClick(canvas("Full"));
		window.menuItem("popup Full model: objects").click();
		assertEquals(List.of("sample - full model - objects"), exports.noted());
	}

	private void aMissingSkipHasNoSwitch() {
		assertTrue(robot.finder().findAll(c -> "skip 1".equals(c.getName()))
			.isEmpty());
		window.button(withName("All off")).click();
		until("none", () -> title("Variant").equals(
			"Knock-out of all skips (mean fill)"));
		window.button(withName("All on")).click();
		until("all that there are", () -> title("Variant").equals("Full model"));
	}

	private void cancelGoesBack() {
		source.becomeSlow();
		window.slider("slice").slideTo(1);
		until("the progress", () -> window.label("busy").text().equals(
			"Comparing slice 2"));
		window.checkBox("skip 0").click();
		window.button("cancel").click();
		until("the first slice", () -> window.slider("slice").target()
			.getValue() == 0);
		until("the knock-out", () -> title("Variant").equals(
			"Knock-out of skip 0 (mean fill)"));
	}

	private void aReportIsWrittenOrItIsSaidWhyNot() {
		robot.pressKey(KeyEvent.VK_CONTROL);
		robot.pressAndReleaseKey(KeyEvent.VK_S);
		robot.releaseKey(KeyEvent.VK_CONTROL);
		until("the sentence", () -> window.textBox("error").text().equals(
			"The sample has no report"));
	}

	private void closingClosesTheSource() {
		window.close();
		until("the source is closed", source::isClosed);
	}
}
