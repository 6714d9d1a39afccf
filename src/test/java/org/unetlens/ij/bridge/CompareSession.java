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
import java.awt.Choice;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.swing.JFrame;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * A person at plain ImageJ, in a process of its own: opens nuclei and their
 * labels, chooses Compare Skip Connections... from the menu, fills the dialog
 * in, presses OK, waits for the window. Prints what was recorded and leaves
 * screenshots.
 */
final class CompareSession {

	private static final int SECONDS = 80;

	private final BlockingQueue<GenericDialog> dialogs =
		new LinkedBlockingQueue<>();
	private final BlockingQueue<JFrame> windows = new LinkedBlockingQueue<>();
	private final File folder;
	private final Robot robot = new Robot();

	private CompareSession(final File folder) throws Exception {
		this.folder = folder;
	}

	/**
	 * Arguments: folder for screenshots, image, label image, model file (or none:
	 * the bundled one).
	 */
	public static void main(final String... arguments) throws Exception {
		int status = 1;
		try {
			new CompareSession(new File(arguments[0])).run(arguments[1], arguments[2],
				arguments.length > 3 ? arguments[3] : "");
			status = 0;
		}
		finally {
			System.exit(status);
		}
	}

	private void run(final String image, final String truth, final String model)
		throws Exception
	{
		new ImageJ(ImageJ.STANDALONE);
		Toolkit.getDefaultToolkit().addAWTEventListener(this::opened,
			AWTEvent.WINDOW_EVENT_MASK);
		final Recorder recorder = new Recorder();
		IJ.open(truth);
		IJ.open(image);
		IJ.doCommand("Compare Skip Connections...");
		answer(model);
		final JFrame window = windows.poll(SECONDS, TimeUnit.SECONDS);
		robot.delay(1500);
		shoot("compare-window.png");
		print("window " + (window == null ? "none" : window.getTitle()));
		print("recorded " + recorder.getText());
	}

	private void opened(final AWTEvent event) {
		if (event.getID() != WindowEvent.WINDOW_OPENED) return;
		if (event.getSource() instanceof GenericDialog dialog) dialogs.add(dialog);
		if (event.getSource() instanceof JFrame frame) windows.add(frame);
	}

	private void answer(final String model) throws Exception {
		final GenericDialog dialog = dialogs.poll(SECONDS, TimeUnit.SECONDS);
		((TextField) dialog.getStringFields().get(0)).setText(model);
		((Choice) dialog.getChoices().get(1)).select("true nuclei.tif");
		shoot("compare-dialog.png");
		final Button ok = dialog.getButtons()[0];
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new ActionEvent(
			ok, ActionEvent.ACTION_PERFORMED, ok.getActionCommand()));
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
