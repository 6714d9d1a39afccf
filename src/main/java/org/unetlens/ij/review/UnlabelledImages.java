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

package org.unetlens.ij.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.ij.ImageFileException;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.InputImage;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.train.review.Candidate;

import ij.ImagePlus;

/** Images of a folder that may be annotated next. Stateless. */
final class UnlabelledImages {

	private UnlabelledImages() {}

	/**
	 * All images of a folder, as they are segmented; of a stack the middle plane.
	 *
	 * @param channels that the model takes
	 */
	static List<Candidate> in(final Path folder, final int channels) {
		final List<Candidate> candidates = new ArrayList<>();
		for (final Path file : files(folder))
			candidates.add(new Candidate(file.getFileName().toString(), false,
				() -> plane(file, channels)));
		return candidates;
	}

	private static List<Path> files(final Path folder) {
		try {
			return SegmentationFiles.images(folder);
		}
		catch (final IOException e) {
			throw new ImageFileException("The folder " + folder +
				" cannot be listed: " + e.getMessage(), e);
		}
	}

	private static RandomAccessibleInterval<? extends RealType<?>> plane(
		final Path file, final int channels)
	{
		final ImagePlus image = ImageFiles.open(file);
		final InputImage<?> input = InputImage.of(image, channels);
		return input.plane((input.slices() + 1) / 2, (input.frames() + 1) / 2);
	}
}
