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

package org.unetlens.ij.compare;

import java.io.IOException;
import java.util.List;

import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.SkipComparison;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ImageFileException;
import org.unetlens.model.ModelBundle;

/**
 * What is to be compared and how: the same for menu, macro and command line.
 * Immutable.
 *
 * @param model name of a bundled model, or path of a model file
 * @param twins the same, of twins of it
 * @param bundledTwins whether twins that come with a bundled model are added
 * @param className class whose objects are compared, by name or number; empty
 *          or {@code all} for all objects
 * @param settings of the comparison; the class named goes before theirs
 */
public record ComparisonRequest(String model, List<String> twins,
		boolean bundledTwins, String className, ComparisonSettings settings) {

	/** Where images come from, once the model says which ones it takes. */
	@FunctionalInterface
	public interface Images {

		/** At least one image, with the channels that the model takes. */
		List<ComparisonImage> read(ModelBundle model) throws IOException;
	}

	/**
	 * Opens the models, then the images; starts the engine. Nothing is computed
	 * on the images yet.
	 *
	 * @throws IllegalArgumentException that says what does not fit
	 */
	public SessionSource open(final Images images, final Progress progress) {
		final ComparedModels models = ComparedModels.open(model, twins,
			bundledTwins, progress);
		final ComparisonSettings used = settings.withClassIndex(models.classIndex(
			className));
		try {
			final List<ComparisonImage> read = images.read(models.model());
			return new SessionSource(SkipComparison.of(models.model(), models.twins(),
				used), read);
		}
		catch (final IOException e) {
			throw new ImageFileException("The images could not be read (" + e +
				"); check the folder and your rights", e);
		}
	}
}
