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

package org.unetlens.ui.help;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.Toolkit;
import java.io.File;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.text.BadLocationException;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;

/**
 * A person who reads the guide, in a process with a display: real mouse events.
 * Prints {@code ok} and the name of each scene that went well.
 */
final class GuideSession {

	private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
	private final File pictures;
	private final FrameFixture window;

	private GuideSession(final File pictures) {
		this.pictures = pictures;
		final JFrame frame = GuiActionRunner.execute(() -> GuideWindow.show(
			Guide.CONTENTS));
		window = new FrameFixture(robot, frame);
	}

	/** Argument: folder for screenshots. */
	public static void main(final String... arguments) {
		int status = 1;
		try {
			new GuideSession(new File(arguments[0])).play();
			status = 0;
		}
		catch (final Throwable e) {
			e.printStackTrace(System.out);
		}
		System.exit(status);
	}

	private void play() throws Exception {
		assertTrue(page().getDocument().getLength() > 200);
		shoot("contents");
		System.out.println("ok contents");
		click("User guide");
		until(() -> text().contains("First segmentation"));
		shoot("guide");
		System.out.println("ok link");
		window.button("back").click();
		until(() -> text().contains("User guide"));
		window.button("back").requireDisabled();
		System.out.println("ok back");
	}

	private JEditorPane page() {
		return (JEditorPane) window.textBox("page").target();
	}

	private String text() throws BadLocationException {
		return page().getDocument().getText(0, page().getDocument().getLength());
	}

	private void click(final String words) throws Exception {
		final int place = text().indexOf(words) + 2;
		final var where = GuiActionRunner.execute(() -> page().modelToView2D(place)
			.getBounds());
		robot.click(page(), new java.awt.Point(where.x + 1, where.y + where.height /
			2));
	}

	private void until(final Callable<Boolean> ready) throws Exception {
		final long end = System.nanoTime() + 20_000_000_000L;
		while (!ready.call()) {
			if (System.nanoTime() > end) throw new AssertionError(text());
			robot.waitForIdle();
		}
	}

	private void shoot(final String name) throws Exception {
		robot.waitForIdle();
		ImageIO.write(new java.awt.Robot().createScreenCapture(new Rectangle(Toolkit
			.getDefaultToolkit().getScreenSize())), "png", new File(pictures, name +
				".png"));
	}
}
