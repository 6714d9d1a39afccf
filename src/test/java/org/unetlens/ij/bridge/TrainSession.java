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

package org.unetlens.ij.bridge;

import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * A person at plain ImageJ, in a process of its own: chooses Train... from the
 * menu, fills the dialog in, presses OK, then Train in the window of what will
 * be learned, and waits for the end in the window of the training. Prints what
 * the windows said and what was recorded.
 */
final class TrainSession {

	private static final int SECONDS = 80;

	private final BlockingQueue<GenericDialog> dialogs =
		new LinkedBlockingQueue<>();
	private final BlockingQueue<JFrame> windows = new LinkedBlockingQueue<>();
	private final File folder;
	private final Robot robot = new Robot();

	private TrainSession(final File folder) throws Exception {
		this.folder = folder;
	}

	/**
	 * Arguments: folder for screenshots, images, labels, model file to write,
	 * settings.
	 */
	public static void main(final String... arguments) throws Exception {
		int status = 1;
		try {
			new TrainSession(new File(arguments[0])).run(arguments);
			status = 0;
		}
		finally {
			System.exit(status);
		}
	}

	private void run(final String... arguments) throws Exception {
		new ImageJ(ImageJ.STANDALONE);
		Toolkit.getDefaultToolkit().addAWTEventListener(this::opened,
			AWTEvent.WINDOW_EVENT_MASK);
		final Recorder recorder = new Recorder();
		IJ.doCommand("Train...");
		answer(arguments);
		final JFrame plan = windows.poll(SECONDS, TimeUnit.SECONDS);
		print("window " + plan.getTitle());
		until(() -> find(plan, "train").isEnabled());
		shoot("train-plan.png");
		click(find(plan, "train"));
		final JFrame live = windows.poll(SECONDS, TimeUnit.SECONDS);
		print("window " + live.getTitle());
		until(() -> find(live, "report").isVisible());
		shoot("train-live.png");
		print("headline " + ((JTextComponent) find(live, "headline")).getText());
		// NB: A command is recorded when it has ended.
		until(() -> recorder.getText().contains("run("));
		print("recorded " + recorder.getText());
	}

	private void opened(final AWTEvent event) {
		if (event.getID() != WindowEvent.WINDOW_OPENED) return;
		if (event.getSource() instanceof GenericDialog dialog) dialogs.add(dialog);
		if (event.getSource() instanceof JFrame frame) windows.add(frame);
	}

	private void answer(final String... arguments) throws Exception {
		final GenericDialog dialog = dialogs.poll(SECONDS, TimeUnit.SECONDS);
		for (int i = 0; i < 4; i++)
			((TextField) dialog.getStringFields().get(i)).setText(arguments[i + 1]);
		((TextField) dialog.getNumericFields().get(0)).setText("0");
		shoot("train-dialog.png");
		final Button ok = dialog.getButtons()[0];
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new ActionEvent(
			ok, ActionEvent.ACTION_PERFORMED, ok.getActionCommand()));
	}

	private static Component find(final JFrame window, final String name) {
		return search(window, name).orElseThrow();
	}

	private static Optional<Component> search(final Container within,
		final String name)
	{
		for (final Component c : within.getComponents()) {
			if (name.equals(c.getName())) return Optional.of(c);
			final Optional<Component> found = c instanceof Container inner ? search(
				inner, name) : Optional.empty();
			if (found.isPresent()) return found;
		}
		return Optional.empty();
	}

	private static void until(final Callable<Boolean> ready) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!onEventThread(ready)) {
			if (System.nanoTime() > end) throw new IllegalStateException(
				"This did not come");
			Thread.sleep(50);
		}
	}

	private static <T> T onEventThread(final Callable<T> call) throws Exception {
		final FutureTask<T> task = new FutureTask<>(call);
		EventQueue.invokeLater(task);
		return task.get();
	}

	private void click(final Component c) throws Exception {
		robot.waitForIdle();
		final Point at = onEventThread(c::getLocationOnScreen);
		robot.mouseMove(at.x + c.getWidth() / 2, at.y + c.getHeight() / 2);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	private void shoot(final String name) throws Exception {
		robot.waitForIdle();
		final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
		ImageIO.write(robot.createScreenCapture(new Rectangle(screen)), "png",
			new File(folder, name));
	}

	/** NB: The test reads what this process prints. */
	private static void print(final String line) {
		System.out.println(line);
	}
}
