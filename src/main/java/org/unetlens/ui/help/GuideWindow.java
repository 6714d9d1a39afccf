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

import java.awt.BorderLayout;
import java.awt.Desktop;
import java.awt.FlowLayout;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLDocument;

/**
 * Shows the guide; links to other pages are followed, those to elsewhere open
 * in the browser. Used on the event thread.
 */
public final class GuideWindow {

	private final JFrame frame = new JFrame("U-Net Lens: guide");
	private final JEditorPane page = new JEditorPane("text/html", "");
	private final JButton back = new JButton("Back");
	private final JLabel message = new JLabel(" ");
	private final Deque<String> visited = new ArrayDeque<>();
	private String shown = "";

	private GuideWindow() {
		page.setName("page");
		page.setEditable(false);
		page.addHyperlinkListener(this::follow);
		back.setName("back");
		back.addActionListener(e -> goBack());
		final JButton contents = new JButton("Contents");
		contents.setName("contents");
		contents.addActionListener(e -> go(Guide.CONTENTS));
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT));
		buttons.add(contents);
		buttons.add(back);
		buttons.add(message);
		frame.add(buttons, BorderLayout.NORTH);
		frame.add(new JScrollPane(page));
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
	}

	/** Opens it at the contents; on any thread. */
	public static void open() {
		SwingUtilities.invokeLater(() -> show(Guide.CONTENTS));
	}

	static JFrame show(final String target) {
		final GuideWindow window = new GuideWindow();
		window.frame.setSize(900, 700);
		window.frame.setLocationRelativeTo(null);
		window.go(target);
		window.frame.setVisible(true);
		return window.frame;
	}

	private void follow(final HyperlinkEvent event) {
		if (event.getEventType() != HyperlinkEvent.EventType.ACTIVATED) return;
		final String link = event.getDescription();
		final String file = link.replaceFirst("#.*", "");
		if (file.isEmpty()) go(shown.replaceFirst("#.*", "") + link);
		else if (Guide.has(file) && file.endsWith(".md")) go(link);
		else browse(link);
	}

	/** @param target a page, perhaps with {@code #heading} */
	private void go(final String target) {
		if (!shown.isEmpty()) visited.push(shown);
		display(target);
	}

	private void goBack() {
		if (!visited.isEmpty()) display(visited.pop());
	}

	private void display(final String target) {
		final String[] parts = target.split("#", 2);
		if (!parts[0].equals(shown.replaceFirst("#.*", ""))) {
			page.setText(Guide.html(parts[0]));
			((HTMLDocument) page.getDocument()).setBase(Guide.folder());
			page.setCaretPosition(0);
		}
		shown = target;
		back.setEnabled(!visited.isEmpty());
		message.setText(" ");
		// NB: The place of a heading is known only after the layout.
		if (parts.length > 1) SwingUtilities.invokeLater(() -> page
			.scrollToReference(parts[1]));
	}

	private void browse(final String link) {
		try {
			Desktop.getDesktop().browse(URI.create(link));
		}
		catch (final IOException | UnsupportedOperationException
				| IllegalArgumentException e)
		{
			message.setText("See " + link);
		}
	}
}
