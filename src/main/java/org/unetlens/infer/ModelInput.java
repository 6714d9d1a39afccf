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

package org.unetlens.infer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.model.ModelBundle;
import org.unetlens.tensor.Scaling;

/**
 * What a model wants of an image. Immutable.
 *
 * @param model whose input it is
 */
record ModelInput(ModelBundle model) {

	/**
	 * Measures the model's normalisation on an image or stack, axes (x, y,
	 * channel) or (x, y, channel, plane ...).
	 *
	 * @throws IllegalArgumentException when the channels are not those of the
	 *           model, or the image holds values that are no numbers
	 */
	<T extends RealType<T>> Scaling measure(
		final RandomAccessibleInterval<T> image)
	{
		requireChannels(image);
		return model.normalization().measure(image);
	}

	void requireChannels(final RandomAccessibleInterval<?> image) {
		final long found = image.numDimensions() < 3 ? 1 : image.dimension(2);
		if (found != model.signature().channels())
			throw new IllegalArgumentException("The model " + model.card().name() +
				" takes images with " + channels(model.signature().channels()) +
				", but this image has " + channels(found) + (found == 3 && model
					.signature().channels() == 1
						? ". Convert it to grey, or choose one of its channels"
						: ". Choose another model, or split the channels"));
	}

	private static String channels(final long n) {
		return n + (n == 1 ? " channel" : " channels");
	}
}
