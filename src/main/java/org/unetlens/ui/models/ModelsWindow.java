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

import java.awt.BorderLayout;
import java.awt.Desktop;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.event.HyperlinkEvent;
import javax.swing.filechooser.FileNameExtensionFilter;

import org.unetlens.file.OnExisting;
import org.unetlens.model.LibraryModel;
import org.unetlens.model.ModelLibrary;
import org.unetlens.model.foreign.ImportOptions;
import org.unetlens.model.foreign.ModelImport;

/**
 * The window of the models. Files that are dropped on it are imported. Used on
 * the event thread.
 */
public final class ModelsWindow {

	private final ModelLibrary library;
	private final JFrame frame = new JFrame("Models of U-Net Lens");
	private final DefaultListModel<LibraryModel> models =
		new DefaultListModel<>();
	private final JList<LibraryModel> list = new JList<>(models);
	private final JLabel cover = new JLabel();
	private final JEditorPane page = new JEditorPane("text/html", "");
	private final JTextArea message = new JTextArea(
		"Drop a model on this window to import it: .zip, .onnx or .h5.", 3, 20);
	private final JButton remove = button("Delete...", this::delete);
	private final JButton check = button("Check", this::check);
	private final JButton export = button("Export...", this::export);
	private final ModelTasks tasks = new ModelTasks(new Monitor());

	private ModelsWindow(final ModelLibrary library) {
		this.library = library;
		list.setName("models");
		list.setCellRenderer(new ModelCell());
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.addListSelectionListener(e -> showSelected());
		page.setName("page");
		page.setEditable(false);
		page.addHyperlinkListener(this::follow);
		message.setName("message");
		message.setEditable(false);
		message.setLineWrap(true);
		message.setWrapStyleWord(true);
		message.setOpaque(false);
		final ModelDrop drop = new ModelDrop(this::add);
		frame.setContentPane(content());
		for (final javax.swing.JComponent c : List.of(frame.getRootPane(), list,
			page, message))
			c.setTransferHandler(drop);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		reload("");
	}

	/** Opens it; on any thread. */
	public static void open(final ModelLibrary library) {
		SwingUtilities.invokeLater(() -> show(library));
	}

	static JFrame show(final ModelLibrary library) {
		final ModelsWindow window = new ModelsWindow(library);
		window.frame.setSize(new Dimension(860, 640));
		window.frame.setLocationRelativeTo(null);
		window.frame.setVisible(true);
		return window.frame;
	}

	private JPanel content() {
		final JPanel right = new JPanel(new BorderLayout());
		cover.setBorder(BorderFactory.createEmptyBorder(8, 8, 0, 8));
		cover.setName("cover");
		right.add(cover, BorderLayout.NORTH);
		right.add(new JScrollPane(page));
		final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT,
			new JScrollPane(list), right);
		split.setDividerLocation(270);
		final JPanel content = new JPanel(new BorderLayout(0, 4));
		content.add(split);
		content.add(foot(), BorderLayout.SOUTH);
		return content;
	}

	private JPanel foot() {
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT));
		buttons.add(button("Import...", this::choose));
		buttons.add(export);
		buttons.add(remove);
		buttons.add(check);
		buttons.add(button("Show Folder", this::showFolder));
		final JPanel foot = new JPanel(new BorderLayout());
		message.setBorder(BorderFactory.createEmptyBorder(2, 8, 2, 8));
		foot.add(message);
		foot.add(buttons, BorderLayout.SOUTH);
		return foot;
	}

	private static JButton button(final String text, final Runnable action) {
		final JButton button = new JButton(text);
		button.setName(text);
		button.addActionListener(e -> action.run());
		return button;
	}

	/** @param select the name of the model that is selected, if it is there */
	private void reload(final String select) {
		final List<LibraryModel> all = library.models();
		models.clear();
		all.forEach(models::addElement);
		list.setSelectedIndex(0);
		for (final LibraryModel model : all)
			if (model.name().equals(select)) list.setSelectedValue(model, true);
	}

	private LibraryModel selected() {
		return list.getSelectedValue();
	}

	private void showSelected() {
		final LibraryModel model = selected();
		export.setEnabled(model != null);
		check.setEnabled(model != null);
		remove.setEnabled(model != null && !model.isBundled());
		if (model == null || list.getValueIsAdjusting()) return;
		final ModelPage content = ModelPage.of(model);
		page.setText(content.html());
		page.setCaretPosition(0);
		cover.setIcon(content.cover().map(ImageIcon::new).orElse(null));
	}

	private void choose() {
		final JFileChooser chooser = chooser("Import a model");
		if (chooser.showOpenDialog(frame) == JFileChooser.APPROVE_OPTION) add(List
			.of(chooser.getSelectedFile()));
	}

	private static JFileChooser chooser(final String title) {
		final JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle(title);
		chooser.setFileFilter(new FileNameExtensionFilter(
			"Models (.zip, .onnx, .h5, .hdf5)", "zip", "onnx", "h5", "hdf5"));
		return chooser;
	}

	private void add(final List<File> files) {
		tasks.run("Importing and checking " + files.get(0).getName() + " ...",
			() -> {
				LibraryModel last = null;
				for (final File file : files)
					last = ModelImport.into(library, file.toPath(), ImportOptions
						.defaults());
				return last;
			}, model -> {
				reload(model.name());
				say(model.name() + " was imported: it gives its stored result.");
			});
	}

	private void check() {
		final LibraryModel model = selected();
		tasks.run("Checking " + model.name() + " ...", model::check, d -> say(String
			.format(Locale.ROOT,
				"%s is sound: on its test image it differs by %.1e from its stored result.",
				model.name(), d)));
	}

	private void delete() {
		final LibraryModel model = selected();
		final int answer = JOptionPane.showConfirmDialog(frame,
			"Delete the model " + model.name() + " for good?\n" + model.origin(),
			"Delete", JOptionPane.OK_CANCEL_OPTION, JOptionPane.WARNING_MESSAGE);
		if (answer == JOptionPane.OK_OPTION) tasks.run("Deleting ...", () -> {
			library.delete(model.name());
			return model;
		}, m -> {
			reload("");
			say(m.name() + " was deleted.");
		});
	}

	private void export() {
		final LibraryModel model = selected();
		final JFileChooser chooser = chooser("Export " + model.name());
		chooser.setSelectedFile(new File(model.name() + ".zip"));
		if (chooser.showSaveDialog(frame) != JFileChooser.APPROVE_OPTION) return;
		final Path target = chooser.getSelectedFile().toPath();
		if (Files.exists(target) && JOptionPane.showConfirmDialog(frame, target +
			" is there already. Replace it?", "Export",
			JOptionPane.OK_CANCEL_OPTION) != JOptionPane.OK_OPTION) return;
		tasks.run("Exporting ...", () -> {
			library.export(model.name(), target, OnExisting.REPLACE);
			return target;
		}, t -> say(model.name() + " was written to " + t + "."));
	}

	private void showFolder() {
		final Path folder = library.folders().stream().filter(Files::isDirectory)
			.findFirst().orElse(library.folders().get(0));
		try {
			Files.createDirectories(folder);
			Desktop.getDesktop().open(folder.toFile());
		}
		catch (final IOException | UnsupportedOperationException e) {
			say("Your models lie in " + folder);
		}
	}

	private void follow(final HyperlinkEvent event) {
		if (event.getEventType() != HyperlinkEvent.EventType.ACTIVATED) return;
		try {
			Desktop.getDesktop().browse(event.getURL().toURI());
		}
		catch (final IOException | java.net.URISyntaxException
				| UnsupportedOperationException e)
		{
			say("Open " + event.getURL() + " in your browser.");
		}
	}

	private void say(final String text) {
		message.setText(text);
	}

	private final class Monitor implements ModelTasks.Monitor {

		@Override
		public void busy(final String text) {
			say(text);
		}

		@Override
		public void idle() {
			say("");
		}

		@Override
		public void failed(final String reason) {
			reload(selected() == null ? "" : selected().name());
			say(reason);
		}
	}
}
