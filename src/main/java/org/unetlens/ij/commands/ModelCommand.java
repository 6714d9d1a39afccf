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

package org.unetlens.ij.commands;

import org.scijava.app.StatusService;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelLibrary;

import ij.ImagePlus;

/**
 * A {@link LensCommand} in which a model is chosen: the models of the user are
 * on offer beside those that come with the plugin. Only a dynamic command can
 * have choices that change.
 */
abstract class ModelCommand extends DynamicCommand implements DefaultsInMacros {

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private TaskService tasks;

	private CommandWork work;

	/** The work; an exception's message is what the user reads. */
	protected abstract void execute();

	@Override
	public final void run() {
		work = new CommandWork(this, status, tasks);
		work.run(log, this::execute);
	}

	/** The initializer: called before the inputs are asked for. */
	protected void offerModels() {
		getInfo().getMutableInput("model", String.class).setChoices(ModelLibrary
			.here().names());
	}

	/** @see LensCommand#show(ImagePlus) */
	protected ImagePlus show(final ImagePlus result) {
		return LensCommand.shown(result);
	}

	/** @see CommandWork#progress() */
	protected Progress progress() {
		return work.progress();
	}
}
