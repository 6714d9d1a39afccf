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

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.LargeFile;
import org.unetlens.ij.ObjectRois;
import org.unetlens.ij.OverlayPicture;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.SegmentedImage;
import org.unetlens.label.MeasurementTable;
import org.unetlens.model.ModelBundle;

import ij.ImagePlus;

/**
 * Segments files by a model. Of images that do not fit into memory only the
 * label image and the table can be had.
 */
final class ModelFileSegmenter implements FileSegmenter {

	private static final Set<SegmentationOutput> IN_BANDS = EnumSet.of(
		SegmentationOutput.LABELS, SegmentationOutput.TABLE);

	private final ImageSegmenter segmenter;
	private final SegmentationSettings settings;
	private final ResultFiles files;

	/**
	 * @param model that the settings name, opened
	 */
	ModelFileSegmenter(final ModelBundle model,
		final SegmentationSettings settings, final ResultFiles files)
	{
		segmenter = ImageSegmenter.of(model, settings.options());
		this.settings = settings;
		this.files = files;
	}

	@Override
	public ImageResult segment(final InputFile input, final OnExisting onExisting,
		final Progress progress)
	{
		return LargeFile.isLarge(input.file()) ? inBands(input, onExisting,
			progress) : whole(input, onExisting, progress);
	}

	private ImageResult inBands(final InputFile input,
		final OnExisting onExisting, final Progress progress)
	{
		final Set<SegmentationOutput> given = EnumSet.copyOf(settings.outputs());
		given.retainAll(IN_BANDS);
		if (given.isEmpty()) throw new IllegalArgumentException(
			"The image is larger than memory, so of the outputs only labels and table can be had. Choose one of them, or give ImageJ more memory");
		final MeasurementTable table = LargeFile.segment(input.file(), segmenter,
			settings.channel(), files.of(input, SegmentationOutput.LABELS),
			onExisting, progress);
		return new ImageResult(table.rows().size(), wanted(() -> table), given);
	}

	private ImageResult whole(final InputFile input, final OnExisting onExisting,
		final Progress progress)
	{
		final ImagePlus image = ImageFiles.open(input.file());
		final SegmentedImage result = segmenter.segment(image, settings.channel(),
			progress);
		for (final SegmentationOutput output : settings.outputs()) {
			progress.checkCanceled();
			if (output.isPerImage()) write(output, image, result, files.of(input,
				output), onExisting);
		}
		return new ImageResult(result.objects(), wanted(result::measurements),
			settings.outputs());
	}

	private Optional<MeasurementTable> wanted(
		final Supplier<MeasurementTable> table)
	{
		return settings.gives(SegmentationOutput.TABLE) ? Optional.of(table.get())
			: Optional.empty();
	}

	private void write(final SegmentationOutput output, final ImagePlus image,
		final SegmentedImage result, final Path file, final OnExisting onExisting)
	{
		switch (output) {
			case LABELS -> ImageFiles.saveTiff(result.labels(), file, onExisting);
			case PROBABILITIES -> ImageFiles.saveTiff(result.probabilities(), file,
				onExisting);
			case MASKS -> ImageFiles.saveTiff(result.masks(), file, onExisting);
			case OUTLINES -> ObjectRois.saveZip(result.outlines(image), file,
				onExisting);
			case OVERLAY -> ImageFiles.savePng(OverlayPicture.draw(image.getStack()
				.getProcessor(seen(image)), result.planeLabels().get(0)), file,
				onExisting);
			case TABLE -> throw new IllegalArgumentException(
				"The table is one file for all images");
		}
	}

	/** The slice of the first plane that shows where objects were found. */
	private int seen(final ImagePlus image) {
		final List<Integer> channels = settings.channel().channels();
		return channels.isEmpty() || image.getType() == ImagePlus.COLOR_RGB ? 1
			: image.getStackIndex(channels.get(0), 1, 1);
	}

	@Override
	public void close() {
		segmenter.close();
	}
}
