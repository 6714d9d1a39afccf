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

package org.unetlens.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.TransferHandler;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.unetlens.model.ModelLibrary;

/**
 * A person at the window of the models, in a process with a display: real mouse
 * and key events. Prints {@code ok} and the name of each scene that went well.
 */
final class ModelsSession {

	private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
	private final Path library;
	private final Path model;
	private final Path broken;
	private final File pictures;
	private final FrameFixture window;

	private ModelsSession(final String... arguments) {
		library = Path.of(arguments[0]);
		model = Path.of(arguments[1]);
		broken = Path.of(arguments[2]);
		pictures = new File(arguments[3]);
		final JFrame frame = GuiActionRunner.execute(() -> ModelsWindow.show(
			ModelLibrary.of(List.of(library))));
		window = new FrameFixture(robot, frame);
	}

	/** Arguments: folder of the library, model file, broken file, pictures. */
	public static void main(final String... arguments) {
		int status = 1;
		try {
			new ModelsSession(arguments).play();
			status = 0;
		}
		catch (final Throwable e) {
			e.printStackTrace(System.out);
		}
		System.exit(status);
	}

	private void play() throws Exception {
		showsWhatComesWithThePlugin();
		importsByButton();
		checks();
		exports();
		takesDroppedFiles();
		deletesWhenTold();
	}

	private static void ok(final String scene) {
		System.out.println("ok " + scene);
	}

	private String page() {
		return window.textBox("page").text();
	}

	private String message() {
		return window.textBox("message").text();
	}

	private void until(final String what, final Callable<Boolean> ready)
		throws Exception
	{
		final long end = System.nanoTime() + 60_000_000_000L;
		while (!ready.call()) {
			if (System.nanoTime() > end) throw new AssertionError(what +
				"; it says " + message());
			robot.waitForIdle();
		}
	}

	private void shoot(final String name) throws Exception {
		robot.waitForIdle();
		ImageIO.write(new java.awt.Robot().createScreenCapture(new Rectangle(Toolkit
			.getDefaultToolkit().getScreenSize())), "png", new File(pictures, name +
				".png"));
	}

	private void showsWhatComesWithThePlugin() throws Exception {
		final List<String> shown = List.of(window.list("models").contents());
		assertEquals(List.of("nuclei", "membranes",
			"nuclei-no-skips  (twin of nuclei)"), shown.subList(0, 3));
		assertTrue(page().contains("receptive field"), page());
		assertNotNull(window.label("cover").target().getIcon());
		window.button("Delete...").requireDisabled();
		window.list("models").clickItem(1);
		until("membranes are shown", () -> page().contains("membranes"));
		shoot("models");
		ok("shows");
	}

	private void importsByButton() throws Exception {
		window.button("Import...").click();
		JFileChooserFinder.findFileChooser().using(robot).selectFile(model.toFile())
			.approve();
		until("imported", () -> message().contains("was imported"));
		assertTrue(Files.exists(library.resolve("my cells.zip")));
		assertEquals("my cells  (yours)", window.list("models").selection()[0]);
		assertTrue(page().contains("Bright areas."), page());
		shoot("imported");
		ok("import");
	}

	private void checks() throws Exception {
		window.button("Check").click();
		until("checked", () -> message().contains("my cells is sound"));
		ok("check");
	}

	private void exports() throws Exception {
		final File target = new File(model.toFile().getParentFile(), "out.zip");
		window.button("Export...").click();
		final JFileChooserFixture chooser = JFileChooserFinder.findFileChooser()
			.using(robot);
		chooser.fileNameTextBox().setText(target.getPath());
		chooser.approve();
		until("exported", () -> message().contains("was written to"));
		assertEquals(-1, Files.mismatch(model, target.toPath()));
		ok("export");
	}

	/** NB: No robot can drag from the desktop; the drop itself is real. */
	private void takesDroppedFiles() throws Exception {
		assertTrue(drop(broken.toFile()));
		until("refused", () -> message().contains("cannot be opened"));
		shoot("refused");
		assertFalse(Files.exists(library.resolve("broken.zip")));
		final File copy = new File(model.toFile().getParentFile(), "dropped.zip");
		Files.copy(model, copy.toPath());
		assertTrue(drop(copy));
		until("dropped", () -> message().contains("dropped was imported"));
		ok("drop");
	}

	private boolean drop(final File file) {
		final JList<?> list = window.list("models").target();
		return GuiActionRunner.execute(() -> list.getTransferHandler().importData(
			new TransferHandler.TransferSupport(list, new DroppedFile(file))));
	}

	private void deletesWhenTold() throws Exception {
		window.button("Delete...").click();
		JOptionPaneFinder.findOptionPane().using(robot).cancelButton().click();
		// NB: What is clicked while a dialog closes is lost.
		until("asks no more", () -> java.util.Arrays.stream(java.awt.Window
			.getWindows()).noneMatch(w -> w instanceof javax.swing.JDialog && w
				.isShowing()));
		assertTrue(Files.exists(library.resolve("dropped.zip")));
		window.button("Delete...").click();
		shoot("delete");
		JOptionPaneFinder.findOptionPane().using(robot).okButton().click();
		until("deleted", () -> message().contains("dropped was deleted"));
		assertFalse(Files.exists(library.resolve("dropped.zip")));
		ok("delete");
	}

	/** What the desktop hands over when a file is dropped. */
	private record DroppedFile(File file) implements Transferable {

		@Override
		public DataFlavor[] getTransferDataFlavors() {
			return new DataFlavor[] { DataFlavor.javaFileListFlavor };
		}

		@Override
		public boolean isDataFlavorSupported(final DataFlavor flavor) {
			return flavor.equals(DataFlavor.javaFileListFlavor);
		}

		@Override
		public Object getTransferData(final DataFlavor flavor) {
			return List.of(file);
		}
	}
}
