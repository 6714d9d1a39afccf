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

package org.unetlens.ij.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.imglib2.parallel.Parallelization;

import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.folder.FolderProgress.ImageProgress;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.model.ModelBundle;

/** Does images of a folder, several at a time. Thread-safe; for one run. */
final class FolderRun {

	private final SegmentationSettings settings;
	private final String description;
	private final ResultFiles files;
	private final OnExisting onExisting;
	private final FolderListener listener;
	private final Map<String, String> failures = new HashMap<>();
	private long objects;

	/**
	 * @param description of the settings, for the records
	 * @param onExisting what happens to results that are there
	 */
	FolderRun(final SegmentationSettings settings, final String description,
		final ResultFiles files, final OnExisting onExisting,
		final FolderListener listener)
	{
		this.settings = settings;
		this.description = description;
		this.files = files;
		this.onExisting = onExisting;
		this.listener = listener;
	}

	/**
	 * Segments images.
	 *
	 * @throws CancellationException when progress says so
	 */
	void segment(final List<InputFile> images, final ModelBundle model,
		final Progress progress)
	{
		if (images.isEmpty()) return;
		final SegmenterOptions options = settings.options();
		final Lanes lanes = Lanes.of(images, options, model.signature().tiles(),
			Lanes.Limits.of(options, model));
		final FolderProgress all = new FolderProgress(progress, images.size());
		if (!lanes.beside().isEmpty()) beside(lanes, model, all);
		if (!lanes.alone().isEmpty()) work(new ConcurrentLinkedQueue<>(lanes
			.alone()), model, options, all);
	}

	private void beside(final Lanes lanes, final ModelBundle model,
		final FolderProgress progress)
	{
		final Queue<InputFile> queue = new ConcurrentLinkedQueue<>(lanes.beside());
		// NB: Threads of their own: those of a pool that is shared with what they
		// call may take up a second image while they wait for tiles of the first.
		final ExecutorService threads = Executors.newFixedThreadPool(lanes.count());
		final List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < lanes.count(); i++)
			running.add(threads.submit(() -> work(queue, model, lanes.each(),
				progress)));
		threads.shutdown();
		final List<Throwable> ends = new ArrayList<>();
		for (final Future<?> lane : running)
			await(lane, progress, ends);
		rethrow(ends);
	}

	/** Waits whatever happens, for a lane holds native memory. */
	private static void await(final Future<?> lane, final FolderProgress progress,
		final List<Throwable> ends)
	{
		try {
			lane.get();
		}
		catch (final ExecutionException e) {
			ends.add(e.getCause());
		}
		catch (final InterruptedException e) {
			ends.add(new CancellationException("Interrupted"));
			progress.stop();
			await(lane, progress, ends);
			Thread.currentThread().interrupt();
		}
	}

	/** NB: What stopped the lanes counts, not that the others were stopped. */
	private static void rethrow(final List<Throwable> ends) {
		final Throwable cause = ends.stream().filter(
			e -> !(e instanceof CancellationException)).findFirst().orElse(ends
				.isEmpty() ? null : ends.get(0));
		if (cause instanceof RuntimeException e) throw e;
		if (cause instanceof Error e) throw e;
	}

	/** One lane: does images until there are none left. */
	private void work(final Queue<InputFile> queue, final ModelBundle model,
		final SegmenterOptions options, final FolderProgress progress)
	{
		try (FileSegmenter segmenter = new ModelFileSegmenter(model, settings
			.withOptions(options), files))
		{
			Parallelization.runWithNumThreads(options.threads(), () -> {
				for (InputFile image = queue.poll(); image != null; image = queue
					.poll())
				{
					progress.checkCanceled();
					segment(image, segmenter, progress.begin(image));
				}
			});
		}
		catch (final RuntimeException | Error e) {
			progress.stop();
			throw e;
		}
	}

	private void segment(final InputFile image, final FileSegmenter segmenter,
		final ImageProgress progress)
	{
		final long start = System.nanoTime();
		try {
			ImageRecord.start(files.record(image), image, description);
			final ImageResult result = segmenter.segment(image, onExisting, progress);
			final double seconds = (System.nanoTime() - start) / 1e9;
			ImageRecord.finish(files.record(image), image, description, result,
				seconds);
			done(image, result, seconds);
		}
		catch (final CancellationException e) {
			throw e;
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			failed(image, FailureReason.of(e));
		}
		progress.end();
	}

	private synchronized void done(final InputFile image,
		final ImageResult result, final double seconds)
	{
		objects += result.objects();
		listener.segmented(image.name(), result.objects(), seconds);
	}

	private synchronized void failed(final InputFile image, final String reason) {
		failures.put(image.name(), reason);
		listener.failed(image.name(), reason);
	}

	/** Objects found so far. */
	synchronized long objects() {
		return objects;
	}

	/** Reasons by name of the image, in the order of the images. */
	synchronized Map<String, String> failures(final List<InputFile> images) {
		final Map<String, String> ordered = new LinkedHashMap<>();
		for (final InputFile image : images)
			if (failures.containsKey(image.name())) ordered.put(image.name(), failures
				.get(image.name()));
		return ordered;
	}
}
