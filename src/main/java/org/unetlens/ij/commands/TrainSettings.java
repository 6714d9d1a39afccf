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

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.unetlens.ij.train.AnnotationSource;

import ij.ImagePlus;
import ij.WindowManager;

/** What the commands that train take in the same way. */
final class TrainSettings {

	private TrainSettings() {}

	/**
	 * Where the annotated images come from: folders go before open images.
	 *
	 * @param annotation title of an open label image, or
	 *          {@link CompareSettings#NONE}
	 * @param all whether all open images with outlines are taken
	 */
	static AnnotationSource source(final ImagePlus image, final String annotation,
		final boolean all, final File images, final File labels)
	{
		if (isGiven(images)) return AnnotationSource.of(images.toPath(), FileInput
			.optional(labels));
		if (isGiven(labels)) throw new IllegalArgumentException(
			"Only the folder of labels was given. Give that of the images, too (in a macro images=[path] labels=[path])");
		if (all) return AnnotationSource.ofOutlined(outlined());
		return AnnotationSource.of(image, CompareSettings.truth(annotation));
	}

	private static List<ImagePlus> outlined() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? List.of() : Arrays.stream(ids).mapToObj(
			WindowManager::getImage).filter(i -> i.getOverlay() != null).toList();
	}

	static boolean isGiven(final File file) {
		return file != null && !file.getPath().isBlank();
	}

	/** The path of a file that must be given. */
	static Path path(final File file, final String what, final String key) {
		if (!isGiven(file)) throw new IllegalArgumentException("No " + what +
			" was given. Choose one, in a macro by " + key + "=[path]");
		return file.toPath();
	}
}
