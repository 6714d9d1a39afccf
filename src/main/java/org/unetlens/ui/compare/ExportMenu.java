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

import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

import org.unetlens.compare.Table;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.ui.part.ErrorLine;
import org.unetlens.ui.report.HtmlReport;

/** Takes images, tables and plots out of the window. */
final class ExportMenu {

	/** An image that can be opened. */
	private record Export(String text, Function<PaneSet, ExportedImage> image) {
	}

	/** By pane. */
	private static final List<List<Export>> PANES = List.of(List.of(new Export(
		"Input with outlines", PaneExports::input)), List.of(new Export(
			"Full model: probability", p -> PaneExports.probabilities(p, p.base()
				.full(), "full model")), new Export("Full model: objects",
					p -> PaneExports.objects(p, p.base().full(), "full model"))), List.of(
						new Export("Variant: probability", p -> PaneExports.probabilities(p,
							p.variant(), p.content(PaneSet.VARIANT).title())), new Export(
								"Variant: objects", p -> PaneExports.objects(p, p.variant(), p
									.content(PaneSet.VARIANT).title()))), List.of(new Export(
										"Difference", PaneExports::difference)));

	private final LensModel model;
	private final DetailTabs tabs;
	private final ComparisonExports exports;
	private final ErrorLine error;
	private final Consumer<String> said;

	/** @param said shows a sentence on what was done */
	ExportMenu(final LensModel model, final DetailTabs tabs,
		final ComparisonExports exports, final ErrorLine error,
		final Consumer<String> said)
	{
		this.model = model;
		this.tabs = tabs;
		this.exports = exports;
		this.error = error;
		this.said = said;
	}

	/** Report, images, tables, plots. */
	List<JMenu> menus() {
		return List.of(report(), images(), tables(), plots());
	}

	private static JMenu menu(final String text) {
		final JMenu menu = new JMenu(text);
		menu.setName(text);
		return menu;
	}

	private JMenu report() {
		final JMenu menu = menu("Report");
		final JMenuItem save = item("Save report...", this::saveReport);
		save.setAccelerator(KeyStroke.getKeyStroke(KeyEvent.VK_S, Toolkit
			.getDefaultToolkit().getMenuShortcutKeyMaskEx()));
		menu.add(save);
		return menu;
	}

	/** NB: The file chooser has asked already whether to replace a file. */
	private void saveReport() {
		final ComparedImage on = model.image();
		final LensState state = model.state();
		exports.askFile("Save report", "report.html").ifPresent(file -> model.work()
			.request(LensWork.REPORT, "Writing the report", progress -> {
				final HtmlReport report = state.summary() ? model.source().report(state
					.fill(), progress) : on.probe().report(progress);
				report.write(file, OnExisting.REPLACE);
				return file;
			}, written -> said.accept("The report is in " + written)));
	}

	private JMenu images() {
		final JMenu menu = menu("Images");
		menu.setToolTipText("Open as ImageJ images");
		for (int pane = 0; pane < PANES.size(); pane++)
			for (final Export export : PANES.get(pane))
				menu.add(item(export));
		menu.addSeparator();
		onOpen(menu, menu.getItemCount(), () -> {
			if (tabs.features().rows().isEmpty()) return List.of(disabled(
				"Feature maps: open the tab Features first"));
			return tabs.features().rows().stream().map(row -> item(
				"Feature maps of " + row.map().geometry().layer(), () -> exports.show(
					PaneExports.features(model.image(), row)))).toList();
		});
		return menu;
	}

	private JMenuItem item(final Export export) {
		return item(export.text(), () -> model.panes().ifPresent(panes -> exports
			.show(export.image().apply(panes))));
	}

	/** What a pane offers when it is clicked with the right button. */
	JPopupMenu popup(final int pane) {
		final JPopupMenu menu = new JPopupMenu();
		for (final Export export : PANES.get(pane)) {
			final JMenuItem item = item(export);
			item.setName("popup " + export.text());
			item.setText("Open as ImageJ image: " + export.text().toLowerCase(
				Locale.ROOT));
			menu.add(item);
		}
		return menu;
	}

	private JMenu tables() {
		final JMenu menu = menu("Tables");
		menu.setToolTipText("Open as ImageJ tables, or save as CSV files");
		onOpen(menu, 0, () -> {
			final List<JMenuItem> items = new ArrayList<>();
			for (final Table table : tabs.tables())
				items.add(item(words(table) + " as ImageJ table", () -> exports.show(
					title(table.name()), table)));
			for (final Table table : tabs.tables())
				items.add(item(words(table) + " as CSV file...", () -> save(table)));
			return items;
		});
		return menu;
	}

	private static String words(final Table table) {
		final String words = table.name().replace('-', ' ');
		return words.equals("knock outs") ? "Knock-outs" : Character.toUpperCase(
			words.charAt(0)) + words.substring(1);
	}

	private JMenu plots() {
		final JMenu menu = menu("Charts");
		menu.setToolTipText("Open as ImageJ plots");
		onOpen(menu, 0, () -> tabs.plots().plots().stream().map(plot -> item(plot
			.title(), () -> exports.show(title(plot.title()), plot))).toList());
		return menu;
	}

	private String title(final String what) {
		return model.figures().title() + " - " + what;
	}

	private void save(final Table table) {
		exports.askFile("Save " + table.name(), table.name() + ".csv").ifPresent(
			file -> AtomicFile.write(file, OnExisting.REPLACE, out -> out.write(table
				.toCsv().getBytes(StandardCharsets.UTF_8))));
	}

	private JMenuItem item(final String text, final Runnable action) {
		final JMenuItem item = new JMenuItem(text);
		item.setName(text);
		item.addActionListener(e -> {
			try {
				action.run();
			}
			catch (final RuntimeException | OutOfMemoryError problem) {
				error.show(problem);
			}
		});
		return item;
	}

	private static JMenuItem disabled(final String text) {
		final JMenuItem item = new JMenuItem(text);
		item.setEnabled(false);
		return item;
	}

	/** Fills the rest of a menu, from a place on, whenever it is opened. */
	private static void onOpen(final JMenu menu, final int place,
		final Supplier<List<JMenuItem>> items)
	{
		items.get().forEach(menu::add);
		menu.addMenuListener(new MenuListener() {

			@Override
			public void menuSelected(final MenuEvent e) {
				while (menu.getItemCount() > place)
					menu.remove(place);
				items.get().forEach(menu::add);
			}

			@Override
			public void menuDeselected(final MenuEvent e) {}

			@Override
			public void menuCanceled(final MenuEvent e) {}
		});
	}
}
