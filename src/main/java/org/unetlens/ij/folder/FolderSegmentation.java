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

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelFingerprint;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.Models;

/**
 * Segments all images of a folder: what menu, macro, script and command line
 * call. A file that cannot be segmented does not stop the others; a run that
 * was broken off can be resumed. Images are done several at a time within the
 * memory given; the results do not depend on how many. Immutable.
 */
public final class FolderSegmentation {

	private final FolderSettings settings;
	private final ResultFiles files;

	public FolderSegmentation(final FolderSettings settings) {
		this.settings = settings;
		files = new ResultFiles(settings.output(), settings.segmentation()
			.outputs());
	}

	/**
	 * Segments what is not finished yet, and writes the tables of all images,
	 * also when it is canceled. Starts the engine.
	 *
	 * @param progress asked for cancel at least once per tile
	 * @throws IllegalArgumentException before anything is written, when there are
	 *           no images, or results are there that shall not be replaced
	 * @throws CancellationException when progress says so; what is finished stays
	 */
	public FolderReport run(final Progress progress,
		final FolderListener listener)
	{
		final List<InputFile> inputs = InputFiles.of(settings);
		final String name = settings.segmentation().model();
		final ModelPackage model = Models.read(name);
		final String description = describe(model.model());
		final List<InputFile> open = new EarlierRun(files, description).open(inputs,
			settings.earlier());
		Engine.start(progress);
		ModelFiles.verify(model, name);
		final FolderRun run = new FolderRun(settings.segmentation(), description,
			files, onExisting(), listener);
		segment(run, open, inputs, model.model(), progress);
		final int failed = run.failures(open).size();
		return new FolderReport(open.size() - failed, inputs.size() - open.size(),
			run.objects(), run.failures(open), files.log());
	}

	/** Tables are written however it ends. */
	private void segment(final FolderRun run, final List<InputFile> open,
		final List<InputFile> inputs, final ModelBundle model,
		final Progress progress)
	{
		final FolderTables tables = new FolderTables(files, inputs, onExisting());
		try {
			run.segment(open, model, progress);
		}
		catch (final RuntimeException | Error e) {
			try {
				tables.write(run.failures(open));
			}
			catch (final RuntimeException second) {
				e.addSuppressed(second);
			}
			throw e;
		}
		tables.write(run.failures(open));
	}

	/** NB: What is there to be replaced was checked to be of an earlier run. */
	private OnExisting onExisting() {
		return settings.earlier() == EarlierResults.REFUSE ? OnExisting.REFUSE
			: OnExisting.REPLACE;
	}

	/** All that decides about the results, in words. */
	private String describe(final ModelBundle model) {
		final SegmentationSettings s = settings.segmentation();
		return "model " + model.card().name().replaceAll("\\s+", " ") + " (" +
			ModelFingerprint.of(model) + "), channel " + s.channel() +
			", average over " + s.options().augmentation().name().toLowerCase(
				Locale.ROOT) + ", outputs " + SegmentationOutput.join(s.outputs());
	}
}
