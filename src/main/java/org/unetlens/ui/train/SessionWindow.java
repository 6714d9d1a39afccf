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
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.Timer;
import javax.swing.WindowConstants;

import org.unetlens.train.TrainingCurve;
import org.unetlens.train.TrainingPhase;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSnapshot;
import org.unetlens.ui.part.ChartView;
import org.unetlens.ui.part.ErrorLine;
import org.unetlens.ui.part.LatestWork;
import org.unetlens.ui.part.QuestionLine;
import org.unetlens.ui.part.QuestionLine.Answer;
import org.unetlens.ui.part.Texts;
import org.unetlens.ui.part.WrappedText;

/**
 * The window of a training that runs: how it is going, and what can be done
 * about it. The training goes on whatever happens to the window.
 */
public final class SessionWindow {

	private static final int WIDTH = 1180;
	private static final int HEIGHT = 820;
	/** Charts are drawn anew so often at most, ms. */
	private static final int OFTEN = 1000;

	private final TrainingSession session;
	private final String score;
	private final JFrame frame = new JFrame();
	private final JTextArea headline = new WrappedText();
	private final JProgressBar bar = new JProgressBar(0, 1000);
	private final ErrorLine error = new ErrorLine(
		"close other images, use smaller patches, or give Java more in Edit > Options > Memory & Threads...");
	private final QuestionLine question = new QuestionLine();
	private final ChartView loss = chart("Loss");
	private final ChartView scores = chart("Score");
	private final SessionFigures figures = new SessionFigures();
	private final PreviewPanes preview = new PreviewPanes(new Painting());
	private final SessionButtons buttons;
	private final Timer charts = new Timer(OFTEN, e -> draw());
	private final AtomicReference<TrainingSnapshot> latest =
		new AtomicReference<>();
	private final AtomicBoolean told = new AtomicBoolean();
	private TrainingCurve drawnLoss;
	private TrainingCurve drawnScore;
	private boolean over;

	private SessionWindow(final TrainingSession session, final String name) {
		this.session = session;
		score = ScoreName.of(session);
		buttons = new SessionButtons(session, this::stop, this::askToCancel,
			this::close);
		frame.setTitle("Training " + name);
		frame.setContentPane(content());
		Texts.lighten(frame.getRootPane());
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				if (over) close();
				else askToClose();
			}
		});
		session.addListener(this::hear);
		session.snapshot().ifPresent(this::hear);
	}

	/**
	 * Opens the window; on the event thread.
	 *
	 * @param name of the model to come
	 */
	public static SessionWindow open(final TrainingSession session,
		final String name)
	{
		final SessionWindow window = new SessionWindow(session, name);
		window.frame.setSize(size(GraphicsEnvironment.getLocalGraphicsEnvironment()
			.getMaximumWindowBounds()));
		window.frame.setLocationRelativeTo(null);
		window.frame.setVisible(true);
		window.charts.start();
		return window;
	}

	/** The window itself. */
	public JFrame frame() {
		return frame;
	}

	/**
	 * Says what came of it, whether or not the window is still open; on any
	 * thread.
	 *
	 * @param sentence where the model is, and how good
	 */
	public void finished(final String sentence) {
		EventQueue.invokeLater(() -> end(sentence));
	}

	/**
	 * Offers a report on the training; on any thread.
	 *
	 * @param open shows it
	 */
	public void reported(final Runnable open) {
		EventQueue.invokeLater(() -> buttons.offerReport(open));
	}

	/** Closes the window, whatever the training does; on any thread. */
	public void dismiss() {
		EventQueue.invokeLater(this::close);
	}

	/**
	 * Says that it failed and what to do; on any thread.
	 *
	 * @param sentence what happened
	 */
	public void failed(final Throwable problem, final String sentence) {
		EventQueue.invokeLater(() -> {
			end(sentence);
			error.show(problem);
		});
	}

	private void end(final String sentence) {
		over = true;
		show();
		draw();
		charts.stop();
		question.setVisible(false);
		headline.setText(sentence);
		bar.setVisible(false);
		buttons.ended();
		frame.setVisible(true);
	}

	private static Dimension size(final Rectangle screen) {
		return new Dimension(Math.min(WIDTH, screen.width), Math.min(HEIGHT,
			screen.height));
	}

	private static ChartView chart(final String name) {
		final ChartView view = new ChartView(name, SessionPlots.EMPTY.chart());
		view.setMinimumSize(new Dimension(200, 120));
		return view;
	}

	private JPanel content() {
		headline.setName("headline");
		headline.getAccessibleContext().setAccessibleName("How it is going");
		headline.setFont(headline.getFont().deriveFont(Font.BOLD));
		headline.setText("Getting ready");
		headline.setBorder(BorderFactory.createEmptyBorder(6, 8, 2, 8));
		bar.getAccessibleContext().setAccessibleName("Progress");
		final JPanel top = new JPanel();
		top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
		top.add(headline);
		top.add(bar);
		top.add(question);
		top.add(error);
		final JPanel plots = new JPanel(new GridLayout(2, 1, 0, 4));
		plots.add(loss);
		plots.add(scores);
		final JSplitPane columns = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT,
			plots, preview);
		columns.setBorder(null);
		columns.setResizeWeight(0.2);
		final JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(figures, BorderLayout.CENTER);
		bottom.add(buttons, BorderLayout.SOUTH);
		final JPanel content = new JPanel(new BorderLayout(0, 4));
		content.add(top, BorderLayout.NORTH);
		content.add(columns, BorderLayout.CENTER);
		content.add(bottom, BorderLayout.SOUTH);
		return content;
	}

	/** NB: On the training thread; many snapshots become one picture. */
	private void hear(final TrainingSnapshot snapshot) {
		latest.set(snapshot);
		if (!told.getAndSet(true)) EventQueue.invokeLater(() -> {
			told.set(false);
			show();
		});
	}

	private void show() {
		final TrainingSnapshot now = latest.get();
		if (now == null) return;
		if (!over) headline.setText(PhaseText.of(now, session.isEnding()));
		bar.setIndeterminate(now.step() == 0 && !now.phase().isOver());
		bar.setValue((int) (1000 * now.step() / now.steps()));
		figures.show(now);
		preview.show(now.preview());
		buttons.show(now.phase());
		if (now.failure().isPresent()) error.show(new IllegalStateException(now
			.failure().get()));
		if (now.phase() != TrainingPhase.TRAINING) draw();
	}

	private void draw() {
		final TrainingSnapshot now = latest.get();
		if (now == null) return;
		if (!now.loss().equals(drawnLoss)) loss.setChart(SessionPlots.loss(now)
			.chart());
		if (!now.score().equals(drawnScore)) scores.setChart(SessionPlots.score(now,
			score).chart());
		drawnLoss = now.loss();
		drawnScore = now.score();
	}

	private void stop() {
		session.stop();
		show();
	}

	private void cancel() {
		session.cancel();
		show();
	}

	private void askToCancel() {
		question.ask("Cancel and throw away what was learned so far? " + PhaseText
			.kept(latest.get()), new Answer("Go on", () -> {}), new Answer(
				"Throw away", this::cancel), new Answer("Stop and keep the best",
					this::stop));
	}

	private void askToClose() {
		question.ask(
			"The training is running. Without this window it goes on, and the window comes back when it is done.",
			new Answer("Back", () -> {}), new Answer("Go on without the window",
				() -> frame.setVisible(false)), new Answer("Stop and keep the best",
					this::stop), new Answer("Throw away", this::cancel));
	}

	private void close() {
		charts.stop();
		preview.close();
		frame.dispose();
	}

	/** What goes wrong with a picture is said, and training goes on. */
	private final class Painting implements LatestWork.Monitor {

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
