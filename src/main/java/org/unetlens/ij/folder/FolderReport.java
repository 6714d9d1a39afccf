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
import java.util.List;
import java.util.Map;

/**
 * What became of the images of a folder. Immutable.
 *
 * @param segmented images segmented now
 * @param finished images that were finished by an earlier run and left out
 * @param objects found now
 * @param failures reasons by name of the image, in the order of the images
 * @param log file with all of it
 */
public record FolderReport(int segmented, int finished, long objects,
		Map<String, String> failures, Path log) {

	/** Failures that a sentence tells in full. */
	private static final int TOLD = 3;

	/** Numbers of images and objects as one sentence. */
	public String summary() {
		return images(segmented) + " segmented, " + objects + " objects" +
			(finished > 0 ? "; " + images(finished) + " finished before and left out"
				: "") + (failures.isEmpty() ? "" : "; " + images(failures.size()) +
					" failed");
	}

	/**
	 * Throws when an image could not be segmented.
	 *
	 * @throws FailedImagesException that names the first ones
	 */
	public void requireAllDone() {
		if (failures.isEmpty()) return;
		final List<String> told = failures.entrySet().stream().limit(TOLD).map(
			e -> e.getKey() + ": " + e.getValue()).toList();
		throw new FailedImagesException(images(failures.size()) + " of " +
			(segmented + failures.size()) +
			" could not be segmented; the others are done. " + String.join("; ",
				told) + (failures.size() > TOLD ? "; and " + (failures.size() - TOLD) +
					" more" : "") + ". All reasons are in " + log);
	}

	private static String images(final int n) {
		return n + (n == 1 ? " image" : " images");
	}
}
