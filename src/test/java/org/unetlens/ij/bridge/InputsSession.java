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
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.ItemEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;

/**
 * A person at a dialog with every kind of input, in a process with a display.
 * Prints what the dialog says and what the inputs are in the end.
 */
final class InputsSession {

	private final BlockingQueue<GenericDialog> dialogs =
		new LinkedBlockingQueue<>();
	private final File pictures;
	private final Robot robot = new Robot();

	private InputsSession(final File pictures) throws Exception {
		this.pictures = pictures;
		Toolkit.getDefaultToolkit().addAWTEventListener(this::opened,
			AWTEvent.WINDOW_EVENT_MASK);
	}

	/** Argument: folder for screenshots. */
	public static void main(final String... arguments) {
		int status = 1;
		try {
			new InputsSession(new File(arguments[0])).run();
			status = 0;
		}
		catch (final Throwable e) {
			e.printStackTrace(System.out);
		}
		System.exit(status);
	}

	private void opened(final AWTEvent event) {
		if (event.getID() == WindowEvent.WINDOW_OPENED && event
			.getSource() instanceof GenericDialog dialog) dialogs.add(dialog);
	}

	private void run() throws Exception {
		final ImagePlus first = IJ.createImage("same", "8-bit ramp", 40, 30, 1);
		final ImagePlus second = IJ.createImage("same", "8-bit ramp", 50, 30, 1);
		first.show();
		second.show();
		final Module module = new CommandModule(new CommandInfo(EveryInput.class));
		try (Context context = new Context(true)) {
			context.inject(module.getDelegateObject());
			final List<ModuleItem<?>> items = new ArrayList<>();
			for (final ModuleItem<?> item : module.getInfo().inputs())
				if (item.getType() != Context.class) items.add(item);
			final CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(
				() -> new InputDialog(module, items).show());
			answer(dialogs.poll(60, TimeUnit.SECONDS));
			print("accepted " + done.get(60, TimeUnit.SECONDS));
			for (final ModuleItem<?> item : items)
				print(item.getName() + "=" + text(item.getValue(module)));
		}
	}

	private static String text(final Object value) {
		return value instanceof ImagePlus image ? image.getTitle() + " " + image
			.getWidth() : String.valueOf(value);
	}

	private void answer(final GenericDialog dialog) throws Exception {
		shoot("inputs.png");
		print("fields " + dialog.getChoices().size() + " " + dialog
			.getNumericFields().size() + " " + dialog.getSliders().size() + " " +
			dialog.getCheckboxes().size() + " " + dialog.getStringFields().size());
		print("optional " + choice(dialog, 1).getSelectedItem());
		print("rate " + number(dialog, 1).getText());
		type(number(dialog, 0), "many");
		print("wrong " + said(dialog) + " " + ok(dialog).isEnabled());
		shoot("inputs-wrong.png");
		type(number(dialog, 0), "12");
		print("range " + said(dialog) + " " + ok(dialog).isEnabled());
		type(number(dialog, 0), "3");
		print("right " + said(dialog).isBlank() + " " + ok(dialog).isEnabled());
		choose(choice(dialog, 2), "many");
		print("callback " + number(dialog, 0).getText());
		choice(dialog, 0).select(1);
		choose(choice(dialog, 3), "RIGHT");
		type(number(dialog, 2), "0.5");
		((Checkbox) dialog.getCheckboxes().get(0)).setState(false);
		final String[] texts = { "/in.tif", "/out.tif", "/folder", "nuclei" };
		for (int i = 0; i < texts.length; i++)
			type((TextField) dialog.getStringFields().get(i), texts[i]);
		// NB: On a busy machine a window may still be moving when it is clicked.
		for (int i = 0; i < 20 && dialog.isShowing(); i++) {
			click(ok(dialog));
			settle();
		}
	}

	private static Choice choice(final GenericDialog dialog, final int i) {
		return (Choice) dialog.getChoices().get(i);
	}

	private static TextField number(final GenericDialog dialog, final int i) {
		return (TextField) dialog.getNumericFields().get(i);
	}

	private static String said(final GenericDialog dialog) {
		return ((Label) dialog.getMessage()).getText();
	}

	private static Button ok(final GenericDialog dialog) {
		return dialog.getButtons()[0];
	}

	private void type(final TextField field, final String text) throws Exception {
		field.setText(text);
		settle();
	}

	private void choose(final Choice choice, final String item) throws Exception {
		choice.select(item);
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new ItemEvent(
			choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
		settle();
	}

	/**
	 * NB: What a change sets off may set off more. Robot.waitForIdle asks the
	 * window system too, which answers some machines after ten seconds only.
	 */
	private void settle() throws Exception {
		for (int i = 0; i < 5; i++) {
			EventQueue.invokeAndWait(() -> {});
			robot.delay(20);
		}
	}

	private void click(final Component component) {
		final Point at = component.getLocationOnScreen();
		robot.mouseMove(at.x + component.getWidth() / 2, at.y + component
			.getHeight() / 2);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	private void shoot(final String name) throws Exception {
		settle();
		ImageIO.write(robot.createScreenCapture(new Rectangle(Toolkit
			.getDefaultToolkit().getScreenSize())), "png", new File(pictures, name));
	}

	/** NB: The test reads what this process prints. */
	private static void print(final String line) {
		System.out.println(line);
	}
}
