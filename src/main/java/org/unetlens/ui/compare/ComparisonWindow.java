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

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import javax.swing.BoxLayout;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.WindowConstants;

import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.part.ErrorLine;
import org.unetlens.ui.part.LatestWork;
import org.unetlens.ui.part.StatusBar;
import org.unetlens.ui.part.Texts;

/**
 * The window of a comparison. Closing it closes its source, after the running
 * computation.
 */
public final class ComparisonWindow {

	private static final int WIDTH = 1600;
	private static final int HEIGHT = 1000;
	/** Height of what stands below. */
	private static final int TABS = 320;

	private final JFrame frame;
	private final LensModel model;
	private final LinkedView view = new LinkedView();
	private final ErrorLine error = new ErrorLine(
		"close other images, or compare a smaller part of the image");
	private final StatusBar status = new StatusBar(error);
	private final JSplitPane columns = new JSplitPane(
		JSplitPane.HORIZONTAL_SPLIT);
	private final JSplitPane rows = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
	private final LatestWork<LensWork> work = new LatestWork<>(LensWork.class,
		"comparison", status);

	private ComparisonWindow(final ComparisonSource source, final int index,
		final ComparedImage first, final ComparisonExports exports)
	{
		model = new LensModel(source, index, first, work);
		frame = new JFrame();
		model.addListener(this::showTitle);
		showTitle();
		status.onCancel(work::cancel);
		view.addListener(this::showValues);
		model.addListener(this::showValues);
		frame.setContentPane(content(exports));
		Texts.lighten(frame.getRootPane());
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			/** NB: Not the verdict, from which nothing can be done. */
			@Override
			public void windowOpened(final WindowEvent e) {
				columns.getLeftComponent().requestFocusInWindow();
			}

			@Override
			public void windowClosed(final WindowEvent e) {
				work.close(source::close);
			}
		});
	}

	/**
	 * Opens the window; on the event thread.
	 *
	 * @param source closed when the window is
	 * @param index of the first image shown
	 * @param first that image, compared already
	 * @param exports where images, tables and plots go
	 */
	public static JFrame open(final ComparisonSource source, final int index,
		final ComparedImage first, final ComparisonExports exports)
	{
		final ComparisonWindow window = new ComparisonWindow(source, index, first,
			exports);
		window.frame.setSize(size(GraphicsEnvironment.getLocalGraphicsEnvironment()
			.getMaximumWindowBounds()));
		window.frame.setLocationRelativeTo(null);
		window.frame.setVisible(true);
		window.divide();
		window.model.start();
		return window.frame;
	}

	private static Dimension size(final Rectangle screen) {
		return new Dimension(Math.min(WIDTH, screen.width), Math.min(HEIGHT,
			screen.height));
	}

	private JPanel content(final ComparisonExports exports) {
		final JPanel top = new JPanel();
		top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
		top.add(new VerdictLine(model));
		top.add(error);
		columns.setLeftComponent(new NetPanel(model));
		final PanesPanel panes = new PanesPanel(model, view);
		columns.setRightComponent(panes);
		final DetailTabs tabs = new DetailTabs(model, view, exports);
		final JMenuBar bar = new JMenuBar();
		final ExportMenu menu = new ExportMenu(model, tabs, exports, error,
			status::showValues);
		menu.menus().forEach(bar::add);
		for (int i = PaneSet.INPUT; i <= PaneSet.DIFFERENCE; i++)
			panes.canvas(i).setComponentPopupMenu(menu.popup(i));
		frame.setJMenuBar(bar);
		rows.setTopComponent(columns);
		rows.setBottomComponent(tabs.component());
		rows.setResizeWeight(0.7);
		columns.setBorder(null);
		rows.setBorder(null);
		rows.setOneTouchExpandable(true);
		final JPanel content = new JPanel(new BorderLayout());
		content.add(top, BorderLayout.NORTH);
		content.add(rows, BorderLayout.CENTER);
		content.add(status, BorderLayout.SOUTH);
		return content;
	}

	/** The U gets what it needs, in high windows more. */
	private void divide() {
		final Dimension net = columns.getLeftComponent().getPreferredSize();
		columns.setDividerLocation(net.width);
		rows.setDividerLocation(Math.max(net.height, rows.getHeight() - TABS));
	}

	private void showTitle() {
		final ComparedImage shown = model.image();
		frame.setTitle("Skip connections of " + shown.comparison().model().card()
			.name() + " on " + shown.image().name());
	}

	private void showValues() {
		status.showValues(model.panes().flatMap(panes -> view.cursor().map(
			pixel -> PixelValues.of(panes, pixel))).orElse(""));
	}
}
