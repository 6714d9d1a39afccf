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

import java.util.concurrent.atomic.AtomicBoolean;

import org.unetlens.engine.Progress;

/**
 * The progress of a whole folder, put together from that of the images at work.
 * Thread-safe.
 */
final class FolderProgress implements Progress {

	/** Steps of each image. */
	private static final int STEPS = 100;

	private final Progress progress;
	private final int images;
	private final AtomicBoolean stopped = new AtomicBoolean();
	private int begun;
	private int finished;
	private long atWork;

	FolderProgress(final Progress progress, final int images) {
		this.progress = progress;
		this.images = images;
	}

	/** The progress of an image that begins now. */
	synchronized ImageProgress begin(final InputFile image) {
		return new ImageProgress(++begun, image.name());
	}

	/** Ends all images that are at work, because one met what ends them all. */
	void stop() {
		stopped.set(true);
	}

	@Override
	public void update(final long done, final long total, final String message) {
		progress.update(done, total, message);
	}

	@Override
	public boolean isCanceled() {
		return stopped.get() || progress.isCanceled();
	}

	/** One image at work; its last call is {@link #end()}. */
	final class ImageProgress implements Progress {

		private final int number;
		private final String name;
		private long steps;

		private ImageProgress(final int number, final String name) {
			this.number = number;
			this.name = name;
		}

		@Override
		public void update(final long done, final long total,
			final String message)
		{
			// NB: The last step is the end of the image, its files included.
			final long to = Math.min(STEPS - 1, STEPS * done / Math.max(1, total));
			synchronized (FolderProgress.this) {
				atWork += to - steps;
				steps = to;
				show(message);
			}
		}

		private void show(final String message) {
			FolderProgress.this.update((long) finished * STEPS + atWork,
				(long) images * STEPS, images == 1 ? name + ": " + message : "Image " +
					number + " of " + images + " (" + name + ")");
		}

		/** The image is finished, or failed. */
		void end() {
			synchronized (FolderProgress.this) {
				atWork -= steps;
				steps = 0;
				finished++;
				show("done");
			}
		}

		@Override
		public boolean isCanceled() {
			return FolderProgress.this.isCanceled();
		}
	}
}
