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
import java.awt.Checkbox;
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

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

/**
 * A person at plain ImageJ, in a process of its own: opens the Recorder,
 * chooses Segment... from the menu, fills the dialog in, presses OK, waits for
 * the results. Prints what was recorded and leaves screenshots.
 */
final class DialogSession {

	private static final int SECONDS = 60;

	private final BlockingQueue<GenericDialog> dialogs =
		new LinkedBlockingQueue<>();
	private final File folder;
	private final Robot robot;

	private DialogSession(final File folder) throws Exception {
		this.folder = folder;
		robot = new Robot();
	}

	/** Arguments: model file, folder for screenshots. */
	public static void main(final String... arguments) throws Exception {
		int status = 1;
		try {
			new DialogSession(new File(arguments[1])).run(arguments[0]);
			status = 0;
		}
		finally {
			System.exit(status);
		}
	}

	private void run(final String model) throws Exception {
		new ImageJ(ImageJ.STANDALONE);
		Toolkit.getDefaultToolkit().addAWTEventListener(this::opened,
			AWTEvent.WINDOW_EVENT_MASK);
		final Recorder recorder = new Recorder();
		recorder.setLocation(20, 640);
		boxes().show();
		IJ.doCommand("Segment...");
		final Thread command = Thread.getAllStackTraces().keySet().stream().filter(
			t -> t.getName().endsWith("Segment...")).findFirst().orElseThrow();
		answer(model);
		command.join(TimeUnit.SECONDS.toMillis(SECONDS));
		shoot("segment-results.png");
		print("recorded " + recorder.getText());
		print("rois " + RoiManager.getInstance().getCount() + " " + RoiManager
			.getInstance());
		for (final String title : WindowManager.getImageTitles())
			print("open " + title);
	}

	private static ImagePlus boxes() {
		final ByteProcessor plane = new ByteProcessor(300, 260);
		plane.setColor(170);
		for (int i = 0; i < 12; i++)
			plane.fill(new Roi(10 + 70 * (i % 4), 15 + 80 * (i / 4), 30 + 3 * i, 60 -
				3 * i));
		plane.blurGaussian(2);
		return new ImagePlus("boxes", plane);
	}

	private void opened(final AWTEvent event) {
		if (event.getID() == WindowEvent.WINDOW_OPENED && event
			.getSource() instanceof GenericDialog dialog) dialogs.add(dialog);
	}

	private void answer(final String model) throws Exception {
		final GenericDialog dialog = dialogs.poll(SECONDS, TimeUnit.SECONDS);
		robot.waitForIdle();
		// NB: The guide shows it, as it opens.
		ImageIO.write(robot.createScreenCapture(dialog.getBounds()), "png",
			new File(folder, "segment-dialog.png"));
		((TextField) dialog.getStringFields().get(0)).setText(model);
		for (final Object box : dialog.getCheckboxes())
			((Checkbox) box).setState(true);
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
