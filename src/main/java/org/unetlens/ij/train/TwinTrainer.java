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

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;
import org.unetlens.network.SkipSet;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.TwinTraining;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.train.preflight.TrainingView;

/**
 * Trains the twin of a model: what the command, the macro and the menu do.
 * Immutable.
 *
 * @param source of the annotated images that the model was trained on
 * @param files where the twin goes
 * @param view how a person takes part
 */
public record TwinTrainer(AnnotationSource source, TrainingFiles files,
		TrainingView view) {

	/**
	 * Trains and stores the twin. Canceled by the progress, it stores the best
	 * twin until then and leaves the checkpoint, to go on from.
	 *
	 * @param model name of a bundled model, or path of a model file
	 * @param skips that the twin keeps: none, or levels joined by +
	 */
	public ModelBundle train(final String model, final String skips,
		final Progress progress)
	{
		files.requireFree();
		final ModelBundle full = Models.read(model).model();
		final TwinTraining twin = new TwinTraining(full, SkipSet.parse(skips, full
			.spec().depth()));
		final ModelTraining training = twin.on(TrainingPlan.of(source.read(twin
			.settings().annotation()), twin.settings()).samples());
		Engine.start(progress);
		return new StoredTraining(new TrainingSession(training), files, view).run(
			source, progress);
	}
}
