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

import org.unetlens.ij.SegmentationSettings;

/**
 * Which images are segmented how, and where their results go: the same object
 * behind menu, macro, script and command line. Immutable.
 *
 * @param input a folder, or one image file
 * @param output folder of the results; made if missing
 * @param pattern which files, e.g. {@code *.tif}, {@code *_dapi.*},
 *          {@code *.{tif,png}}; compared without regard to case with the file's
 *          name, or with its path below the folder if the pattern holds a
 *          slash; {@code *} or nothing for all images
 * @param recursive whether folders in the folder are searched too; results keep
 *          their structure
 * @param earlier what happens to results of an earlier run
 * @param segmentation how, and what is wanted
 */
public record FolderSettings(Path input, Path output, String pattern,
		boolean recursive, EarlierResults earlier,
		SegmentationSettings segmentation) {

	private static final String ALL = "*";

	public FolderSettings {
		if (input == null) throw new IllegalArgumentException(
			"No folder of images was given. Give one (in a macro input=[path])");
		if (output == null) throw new IllegalArgumentException(
			"No folder for the results was given. Give one (in a macro output=[path])");
		pattern = pattern == null || pattern.isBlank() ? ALL : pattern.strip();
	}

	/** All images of a folder; no other folders; nothing is replaced. */
	public static FolderSettings of(final Path input, final Path output,
		final SegmentationSettings segmentation)
	{
		return new FolderSettings(input, output, ALL, false, EarlierResults.REFUSE,
			segmentation);
	}

	public FolderSettings withPattern(final String p) {
		return new FolderSettings(input, output, p, recursive, earlier,
			segmentation);
	}

	public FolderSettings withRecursive(final boolean r) {
		return new FolderSettings(input, output, pattern, r, earlier, segmentation);
	}

	public FolderSettings withEarlier(final EarlierResults e) {
		return new FolderSettings(input, output, pattern, recursive, e,
			segmentation);
	}

	public FolderSettings withSegmentation(final SegmentationSettings s) {
		return new FolderSettings(input, output, pattern, recursive, earlier, s);
	}
}
