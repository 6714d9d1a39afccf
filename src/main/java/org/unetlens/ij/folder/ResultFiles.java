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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.unetlens.ij.SegmentationOutput;

/**
 * Where results go. For NAME.ext in a folder SUB of the input they are
 * {@code SUB/NAME_labels.tif} and so on; for all images together
 * {@code measurements.csv} and {@code images.csv}.
 *
 * @param folder of all results
 * @param outputs that are wanted
 */
record ResultFiles(Path folder, Set<SegmentationOutput> outputs) {

	/** A result of one image. */
	Path of(final InputFile input, final SegmentationOutput output) {
		return folder.resolve(input.base() + output.ending());
	}

	/** All results of one image. */
	Stream<Path> of(final InputFile input) {
		return outputs.stream().filter(SegmentationOutput::isPerImage).map(o -> of(
			input, o));
	}

	/** The measurements of all images. */
	Path table() {
		return folder.resolve("measurements.csv");
	}

	/** What became of each image. */
	Path log() {
		return folder.resolve("images.csv");
	}

	/** Files for all images together. */
	Stream<Path> common() {
		return outputs.contains(SegmentationOutput.TABLE) ? Stream.of(table(),
			log()) : Stream.of(log());
	}

	/** What is known of a finished image. */
	Path record(final InputFile input) {
		return records().resolve(input.name() + ".txt");
	}

	Path records() {
		return folder.resolve(".segmented");
	}

	/** A result of that image that exists. */
	Optional<Path> existing(final InputFile input) {
		return of(input).filter(Files::exists).findFirst();
	}
}
