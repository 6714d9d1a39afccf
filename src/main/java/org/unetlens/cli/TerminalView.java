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

package org.unetlens.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.preflight.TrainingLog;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;

/**
 * A training on the terminal: a {@link TrainingLog}, and the scores at the end.
 */
final class TerminalView implements TrainingView {

	private final PrintWriter out;
	private final TrainingLog log;
	private final SampleOptions samples;
	private final SettingsOptions settings;

	/**
	 * @param samples with the images to measure the model on
	 * @param settings with the file to write them to
	 */
	TerminalView(final PrintWriter out, final SampleOptions samples,
		final SettingsOptions settings)
	{
		this.out = out;
		this.samples = samples;
		this.settings = settings;
		log = new TrainingLog(this::print);
	}

	@Override
	public Optional<TrainingPlan> review(final TrainingPlan plan) {
		return log.review(plan);
	}

	@Override
	public void resumed(final long step, final long steps) {
		log.resumed(step, steps);
	}

	@Override
	public void watchFold(final int fold, final int folds,
		final TrainingSession session)
	{
		log.watchFold(fold, folds, session);
	}

	@Override
	public void watch(final TrainingSession session) {
		settings.write(session.training().settings());
		log.watch(session);
	}

	/** NB: Whoever stops a training wants it to end, so it is not measured. */
	@Override
	public ModelBundle trained(final TrainingSession session,
		final ModelBundle model)
	{
		if (session.isEnding()) return model;
		final ModelBundle measured = samples.measured(model, session.training()
			.settings());
		measured.card().metrics().forEach((name, value) -> print(String.format(
			"%s: %.4f", name, value)));
		return measured;
	}

	@Override
	public void stored(final TrainingSession session, final ModelBundle model,
		final Path file)
	{
		log.stored(session, model, file);
		if (session.isEnding()) print(
			"It was stopped early; the same command with --resume goes on.");
	}

	@Override
	public void reported(final Path report) {
		log.reported(report);
	}

	@Override
	public void unreported() {
		log.unreported();
	}

	private void print(final String line) {
		out.println(line);
		out.flush();
	}
}
