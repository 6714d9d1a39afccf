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

import java.awt.Point;
import java.io.File;
import java.util.List;

import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.unetlens.engine.Progress;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.Screenshot;
import org.unetlens.ui.pane.PaneCanvas;

/**
 * Opens the window on the sample and leaves screenshots: as it opens, then with
 * a knock-out and a picked pixel, one for each tab.
 */
final class WindowPictures {

	private WindowPictures() {}

	/**
	 * Arguments: folder, first part of the files' names; with {@code real} a
	 * model is run; {@code compare} makes the picture of the documentation.
	 */
	public static void main(final String... arguments) throws Exception {
		try {
			shoot(new File(arguments[0]), arguments[1]);
		}
		catch (final Throwable e) {
			e.printStackTrace(System.out);
		}
		System.exit(0);
	}

	private static void shoot(final File folder, final String prefix)
		throws Exception
	{
		final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
		final ComparisonSource source = source(prefix);
		final ComparedImage first = source.compare(0, SkipFill.MEAN, Progress.NONE);
		final JFrame frame = GuiActionRunner.execute(() -> ComparisonWindow.open(
			source, 0, first, new NotedExports()));
		final FrameFixture window = new FrameFixture(robot, frame);
		pause(robot);
		if (isDocumentation(prefix)) {
			GuiActionRunner.execute(() -> frame.setSize(1400, 940));
			window.checkBox("skip 1").click();
			pause(robot);
			Screenshot.save(new File(folder, prefix + ".png"), frame.getBounds());
			return;
		}
		save(folder, prefix + "-opened");
		window.checkBox("skip 0").click();
		window.toggleButton("encoder 1").click();
		final PaneCanvas input = robot.finder().findByName("Input canvas",
			PaneCanvas.class);
		robot.click(input, new Point(input.getWidth() / 2, input.getHeight() / 2));
		final JTabbedPane tabs = window.tabbedPane("details").target();
		for (final String tab : List.of("Plots", "Features", "Receptive field",
			"Resolution", "Skip effects", "Knock-outs", "Twins", "Findings", "Guide"))
		{
			GuiActionRunner.execute(() -> tabs.setSelectedIndex(tabs.indexOfTab(
				tab)));
			pause(robot);
			save(folder, prefix + "-" + tab.toLowerCase().replace(' ', '-'));
		}
		for (int step = 1; step <= 5; step++) {
			window.button("guide next").click();
			pause(robot);
			save(folder, prefix + "-guide-" + step);
		}
	}

	private static boolean isDocumentation(final String prefix) {
		return prefix.equals("compare");
	}

	private static ComparisonSource source(final String prefix) {
		if (isDocumentation(prefix)) return NucleiSource.open(512, 1);
		if (prefix.startsWith("real")) return NucleiSource.open(512, 3);
		return prefix.startsWith("lacking") ? SampleSource.lacking(1)
			: new SampleSource(3);
	}

	/** NB: Until nothing is computed any more. */
	private static void pause(final Robot robot) throws InterruptedException {
		final JLabel busy = robot.finder().findByName("busy", JLabel.class, false);
		Thread.sleep(300);
		while (busy.isShowing())
			Thread.sleep(50);
		robot.waitForIdle();
		Thread.sleep(100);
	}

	private static void save(final File folder, final String name)
		throws Exception
	{
		Screenshot.save(new File(folder, name + ".png"));
	}
}
