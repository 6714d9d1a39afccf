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
import java.awt.EventQueue;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * A person at plain ImageJ, in a process of its own: chooses Segment Folder...
 * from the menu, fills the dialog in, presses OK, and ESC when the first result
 * is there. Prints what was recorded and leaves screenshots.
 */
final class FolderSession {

	private static final int SECONDS = 60;

	private final BlockingQueue<GenericDialog> dialogs =
		new LinkedBlockingQueue<>();
	private final File screenshots;
	private final Robot robot;
	private ImageJ window;

	private FolderSession(final File screenshots) throws Exception {
		this.screenshots = screenshots;
		robot = new Robot();
	}

	/** Arguments: folder for screenshots, images, results, model file. */
	public static void main(final String... arguments) throws Exception {
		int status = 1;
		try {
			new FolderSession(new File(arguments[0])).run(arguments[1], Path.of(
				arguments[2]), arguments[3]);
			status = 0;
		}
		finally {
			System.exit(status);
		}
	}

	private void run(final String images, final Path results, final String model)
		throws Exception
	{
		window = new ImageJ(ImageJ.STANDALONE);
		Toolkit.getDefaultToolkit().addAWTEventListener(this::opened,
			AWTEvent.WINDOW_EVENT_MASK);
		final Recorder recorder = new Recorder();
		recorder.setLocation(20, 700);
		Files.createDirectories(results);
		try (WatchService watch = results.getFileSystem().newWatchService()) {
			results.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
			IJ.doCommand("Segment Folder...");
			final Thread command = Thread.getAllStackTraces().keySet().stream()
				.filter(t -> t.getName().endsWith("Segment Folder...")).findFirst()
				.orElseThrow();
			answer(images, results.toString(), model);
			watch.poll(SECONDS, TimeUnit.SECONDS);
			pressEscape();
			command.join(TimeUnit.SECONDS.toMillis(SECONDS));
		}
		print("recorded " + recorder.getText());
		print("dialogs left " + dialogs.size());
	}

	/** NB: Without a window manager nothing has the focus. */
	private void pressEscape() throws Exception {
		final KeyEvent escape = new KeyEvent(window, KeyEvent.KEY_PRESSED, System
			.currentTimeMillis(), 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED);
		EventQueue.invokeAndWait(() -> window.keyPressed(escape));
	}

	private void opened(final AWTEvent event) {
		if (event.getID() == WindowEvent.WINDOW_OPENED && event
			.getSource() instanceof GenericDialog dialog) dialogs.add(dialog);
	}

	private void answer(final String images, final String results,
		final String model) throws Exception
	{
		final GenericDialog dialog = dialogs.poll(SECONDS, TimeUnit.SECONDS);
		robot.waitForIdle();
		// NB: The guide shows it, as it opens.
		ImageIO.write(robot.createScreenCapture(dialog.getBounds()), "png",
			new File(screenshots, "segment-folder-dialog.png"));
		((Checkbox) dialog.getCheckboxes().get(4)).setState(true);
		type(dialog, 0, images);
		type(dialog, 1, results);
		type(dialog, 3, model);
		robot.waitForIdle();
		final Button ok = dialog.getButtons()[0];
		post(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, ok
			.getActionCommand()));
	}

	private static void type(final GenericDialog dialog, final int field,
		final String text)
	{
		((TextField) dialog.getStringFields().get(field)).setText(text);
	}

	private static void post(final AWTEvent event) {
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
	}

	/** NB: The test reads what this process prints. */
	private static void print(final String line) {
		System.out.println(line);
	}
}
