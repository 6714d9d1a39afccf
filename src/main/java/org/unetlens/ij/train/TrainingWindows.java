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

package org.unetlens.ij.train;

import java.awt.EventQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TrainingSnapshot;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;
import org.unetlens.ui.train.PlanWindow;
import org.unetlens.ui.train.SessionWindow;

import ij.IJ;
import ij.plugin.BrowserLauncher;

/**
 * Windows for a person who trains from the menu: one before the training, one
 * meanwhile. For one training; called on the thread that trains, which is not
 * the event thread.
 */
public final class TrainingWindows implements TrainingView {

	private final String name;
	private Optional<SessionWindow> window = Optional.empty();

	/** @param model file to write, whose name the windows bear */
	public TrainingWindows(final Path model) {
		name = model.getFileName().toString();
	}

	@Override
	public Optional<TrainingPlan> review(final TrainingPlan plan) {
		return PlanWindow.ask(plan);
	}

	@Override
	public void watchFold(final int fold, final int folds,
		final TrainingSession session)
	{
		open(session, "part " + fold + " of " + folds +
			" of the cross-validation before " + name);
	}

	@Override
	public void watch(final TrainingSession session) {
		open(session, name);
	}

	/** NB: The window of a part of a cross-validation makes room. */
	private void open(final TrainingSession session, final String title) {
		window.ifPresent(SessionWindow::dismiss);
		onEventThread(() -> window = Optional.of(SessionWindow.open(session,
			title)));
	}

	private static void onEventThread(final Runnable work) {
		try {
			EventQueue.invokeAndWait(work);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted");
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException(
				"The window of the training could not be opened: " + e.getCause(), e
					.getCause());
		}
	}

	@Override
	public void stored(final TrainingSession session, final ModelBundle model,
		final Path file)
	{
		window.ifPresent(w -> w.finished(sentence(session, file)));
	}

	@Override
	public void reported(final Path report) {
		window.ifPresent(w -> w.reported(() -> browse(report)));
	}

	@Override
	public void unreported() {
		IJ.showStatus("Stopped; Training Report... makes the report later");
	}

	private static void browse(final Path report) {
		try {
			BrowserLauncher.openURL(report.toUri().toString());
		}
		catch (final IOException e) {
			IJ.error("U-Net Lens", "The browser could not be opened; the report is " +
				report);
		}
	}

	private static String sentence(final TrainingSession session,
		final Path file)
	{
		final TrainingSnapshot end = session.snapshot().orElseThrow();
		final String best = end.bestScore().isEmpty() ? "" : String.format(
			Locale.ROOT,
			" Its score on the validation images is %.3f, reached after step %d.", end
				.bestScore().getAsDouble(), end.bestStep());
		final String more = session.isEnding()
			? " Its checkpoint lies beside it; Resume Training... goes on from there."
			: "";
		return "The model is in " + file + "." + best +
			" Use it in Segment... as own model file." + more;
	}

	@Override
	public void failed(final Throwable problem) {
		if (problem instanceof CancellationException) window.ifPresent(
			SessionWindow::dismiss);
		else window.ifPresent(w -> w.failed(problem,
			"The training did not come to its end."));
	}
}
