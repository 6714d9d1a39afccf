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

import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.plugin.Plugin;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.unetlens.engine.Progress;
import org.unetlens.engine.RemainingTime;

/**
 * The work of a command: how far it is, and how it ends. Not thread-safe, but
 * for its progress.
 */
final class CommandWork {

	private final Cancelable command;
	private final StatusService status;
	private final TaskService tasks;
	private Task task;

	/** @param tasks null in plain ImageJ, which has no list of them */
	CommandWork(final Cancelable command, final StatusService status,
		final TaskService tasks)
	{
		this.command = command;
		this.status = status;
		this.tasks = tasks;
	}

	/**
	 * Runs it as {@link GuardedRun} does; however it ends, nothing is left in the
	 * status bar.
	 */
	void run(final LogService log, final Runnable work) {
		try {
			GuardedRun.run(command, log, work);
		}
		finally {
			if (task != null) task.finish();
			status.showStatus(1, 1, "");
		}
	}

	/**
	 * Progress in ImageJ's status bar, and in Fiji's list of tasks, with the time
	 * that is left; canceled by the ESC key, and there.
	 */
	Progress progress() {
		final Progress bar = new StatusProgress(status);
		if (tasks == null) return RemainingTime.of(bar);
		if (task == null) {
			task = tasks.createTask(command.getClass().getAnnotation(Plugin.class)
				.label());
			task.start();
		}
		return RemainingTime.of(new TaskProgress(bar, task));
	}
}
