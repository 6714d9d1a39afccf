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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.AbstractContextual;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.ModuleService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.task.event.TaskEvent;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ThresholdModel;

import ij.IJ;
import ij.ImagePlus;

/** Tests {@link TaskProgress}, alone and behind a command. */
class TaskProgressTest {

	@TempDir
	private Path folder;

	@Test
	void taskIsToldAndAsked() {
		try (Context context = new Context(TaskService.class)) {
			final Task task = context.service(TaskService.class).createTask("t");
			final TaskProgress progress = new TaskProgress(Progress.NONE, task);
			progress.update(3, 7, "tile");
			assertEquals(3, task.getProgressValue());
			assertEquals(7, task.getProgressMaximum());
			assertEquals("tile", task.getStatusMessage());
			assertFalse(progress.isCanceled());
			task.cancel("enough");
			assertTrue(progress.isCanceled());
		}
	}

	/** Cancels a task as soon as it has got anywhere. */
	private static final class Canceler extends AbstractContextual {

		private final Set<Task> tasks = Collections.synchronizedSet(
			new HashSet<>());

		@EventHandler
		void onEvent(final TaskEvent event) {
			tasks.add(event.getTask());
			if (event.getTask().getProgressValue() > 0) event.getTask().cancel(
				"enough");
		}
	}

	@Test
	void commandIsCanceledInTheListOfTasks() throws Exception {
		for (int i = 0; i < 9; i++) {
			final ImagePlus image = IJ.createImage("i", "8-bit ramp", 90, 70, 1);
			ImageFiles.saveTiff(image, folder.resolve("in/" + i + ".tif"),
				OnExisting.REFUSE);
		}
		final Path model = ThresholdModel.write(1, folder.resolve("m.zip"));
		try (Context context = new Context(CommandService.class,
			org.scijava.app.StatusService.class, TaskService.class,
			EventService.class))
		{
			final Canceler canceler = new Canceler();
			canceler.setContext(context);
			final Cancelable command = (Cancelable) context.service(
				ModuleService.class).run(context.service(CommandService.class)
					.getCommand(SegmentFolderCommand.class), true,
					SegmentFolderCommandTest.inputs(folder.resolve("in"), folder.resolve(
						"out"), model)).get().getDelegateObject();
			assertTrue(command.isCanceled());
			assertEquals(1, canceler.tasks.size());
			final Task task = canceler.tasks.iterator().next();
			assertEquals("Segment Folder...", task.getName());
			assertTrue(task.isDone());
		}
		assertTrue(Files.readString(folder.resolve("out/images.csv")).contains(
			",not done,"));
	}
}
