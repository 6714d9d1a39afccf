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

import java.util.concurrent.CancellationException;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.train.TrainingSession;
import org.unetlens.train.preflight.TrainingView;

/**
 * One run of a training that a person watches, until its model lies in a file.
 *
 * @param session not yet run
 * @param files where the model and its checkpoints go
 * @param view told how it begins and ends
 */
record StoredTraining(TrainingSession session, TrainingFiles files,
		TrainingView view) {

	/**
	 * Trains and stores on the calling thread.
	 *
	 * @param source of the images, as the checkpoint remembers it
	 * @throws CancellationException when canceled before there is anything to
	 *           keep
	 */
	ModelBundle run(final AnnotationSource source, final Progress progress) {
		progress.checkCanceled();
		view.watch(session);
		final ModelBundle model = stored(source, progress);
		view.stored(session, model, files.model());
		return model;
	}

	private ModelBundle stored(final AnnotationSource source,
		final Progress progress)
	{
		try {
			final ModelBundle model = view.trained(session, files.train(session,
				source.remembered(), progress));
			files.write(model, !session.isEnding());
			return model;
		}
		catch (final RuntimeException | Error e) {
			view.failed(e);
			throw e;
		}
	}
}
