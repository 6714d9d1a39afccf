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

package org.unetlens.ui.train;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.ui.pane.LinkedView;
import org.unetlens.ui.part.ErrorLine;
import org.unetlens.ui.part.LatestWork;
import org.unetlens.ui.part.StatusBar;
import org.unetlens.ui.part.Texts;

/**
 * The window before training: what will be learned of each image, and what is
 * to be said about it, with a button that mends it.
 */
public final class PlanWindow {

	private static final int WIDTH = 1180;
	private static final int HEIGHT = 820;
	/** Height of the findings. */
	private static final int FINDINGS = 230;

	private final JFrame frame = new JFrame("What will be learned");
	private final LinkedView view = new LinkedView();
	private final ErrorLine error = new ErrorLine(
		"close other images, or give Java more in Edit > Options > Memory & Threads...");
	private final StatusBar status = new StatusBar(error);
	private final Consumer<Optional<TrainingPlan>> answer;
	private final PlanModel model;
	private boolean answered;

	private PlanWindow(final TrainingPlan plan,
		final Consumer<Optional<TrainingPlan>> answer)
	{
		this.answer = answer;
		model = new PlanModel(plan, new Looking(), status);
		status.onCancel("Skip", model::cancelProbe);
		view.addListener(this::showValues);
		model.addListener(this::showValues);
		frame.setContentPane(content());
		Texts.lighten(frame.getRootPane());
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				answer(Optional.empty());
			}
		});
	}

	/**
	 * Opens the window; on the event thread.
	 *
	 * @param answer told once, on a background thread: the plan as it is to be
	 *          trained, or nothing when the window was closed
	 */
	public static JFrame open(final TrainingPlan plan,
		final Consumer<Optional<TrainingPlan>> answer)
	{
		final PlanWindow window = new PlanWindow(plan, answer);
		window.frame.setSize(size(GraphicsEnvironment.getLocalGraphicsEnvironment()
			.getMaximumWindowBounds()));
		window.frame.setLocationRelativeTo(null);
		window.frame.setVisible(true);
		window.model.start();
		return window.frame;
	}

	/**
	 * Opens the window and waits for the answer; not on the event thread.
	 *
	 * @return the plan as it is to be trained; empty when the user does not want
	 *         to train
	 */
	public static Optional<TrainingPlan> ask(final TrainingPlan plan) {
		final CompletableFuture<Optional<TrainingPlan>> answer =
			new CompletableFuture<>();
		EventQueue.invokeLater(() -> open(plan, answer::complete));
		return answer.join();
	}

	private static Dimension size(final Rectangle screen) {
		return new Dimension(Math.min(WIDTH, screen.width), Math.min(HEIGHT,
			screen.height));
	}

	private JPanel content() {
		final JPanel top = new JPanel();
		top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
		top.add(new ReadingLine(model));
		top.add(error);
		final JSplitPane columns = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT,
			new SampleList(model), new TargetPanes(model, view));
		final JSplitPane rows = new JSplitPane(JSplitPane.VERTICAL_SPLIT, columns,
			new JScrollPane(new FindingList(model)));
		rows.setResizeWeight(0.8);
		rows.getBottomComponent().setPreferredSize(new Dimension(600, FINDINGS));
		rows.setBorder(null);
		columns.setBorder(null);
		final PlanButtons buttons = new PlanButtons(model, () -> answer(Optional.of(
			model.plan())), frame::dispose);
		frame.getRootPane().setDefaultButton(buttons.train());
		shortcuts(frame.getRootPane());
		final JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(status, BorderLayout.NORTH);
		bottom.add(buttons, BorderLayout.SOUTH);
		final JPanel content = new JPanel(new BorderLayout(0, 2));
		content.setBorder(BorderFactory.createEmptyBorder(2, 2, 0, 2));
		content.add(top, BorderLayout.NORTH);
		content.add(rows, BorderLayout.CENTER);
		content.add(bottom, BorderLayout.SOUTH);
		return content;
	}

	private void shortcuts(final JComponent root) {
		root.registerKeyboardAction(e -> model.undo(), KeyStroke.getKeyStroke(
			KeyEvent.VK_Z, frame.getToolkit().getMenuShortcutKeyMaskEx()),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		root.registerKeyboardAction(e -> frame.dispose(), KeyStroke.getKeyStroke(
			KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
	}

	/** NB: Memory of the probe is free again before training takes its own. */
	private void answer(final Optional<TrainingPlan> plan) {
		if (answered) return;
		answered = true;
		model.close(() -> answer.accept(plan));
		frame.dispose();
	}

	private void showValues() {
		status.showValues(model.picture().flatMap(picture -> view.cursor().map(
			picture::words)).orElse(""));
	}

	/** What is looked at is said beside the button that waits for it. */
	private final class Looking implements LatestWork.Monitor {

		@Override
		public void busy(final String text, final double share) {}

		@Override
		public void idle() {}

		@Override
		public void failed(final Throwable problem) {
			error.show(problem);
		}
	}
}
