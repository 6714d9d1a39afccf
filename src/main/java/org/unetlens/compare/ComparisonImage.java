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

package org.unetlens.compare;

import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

/**
 * One image to compare on.
 *
 * @param name for tables and titles, e.g. the file's name
 * @param pixels axes (x, y, channel), minimum 0; never changed
 * @param truth label image, axes (x, y), of the same size, when there is one: 0
 *          = background, i = object i
 * @param pixelSize of the image
 * @param scaling of intensities, measured on the image or stack that this is a
 *          part of; empty when it is measured on these pixels
 */
public record ComparisonImage(String name,
		RandomAccessibleInterval<? extends RealType<?>> pixels,
		Optional<RandomAccessibleInterval<IntType>> truth, PixelSize pixelSize,
		Optional<Scaling> scaling) {

	/**
	 * @throws IllegalArgumentException that says both sizes, when the truth has
	 *           another one
	 */
	public ComparisonImage {
		truth.ifPresent(t -> {
			if (t.dimension(0) != pixels.dimension(0) || t.dimension(1) != pixels
				.dimension(1)) throw new IllegalArgumentException("The truth has " + t
					.dimension(0) + " x " + t.dimension(1) + " pixels, but the image " +
					name + " has " + pixels.dimension(0) + " x " + pixels.dimension(1) +
					"; give the labels of this very image");
		});
	}

	/** An image that is no part of another one. */
	public ComparisonImage(final String name,
		final RandomAccessibleInterval<? extends RealType<?>> pixels,
		final Optional<RandomAccessibleInterval<IntType>> truth,
		final PixelSize pixelSize)
	{
		this(name, pixels, truth, pixelSize, Optional.empty());
	}

	/**
	 * The pixels for methods that take any real type.
	 * <p>
	 * NB: They are not of this type; no wildcard can be given where the type
	 * refers to itself, and its name is erased.
	 */
	@SuppressWarnings("unchecked")
	RandomAccessibleInterval<FloatType> anyType() {
		return (RandomAccessibleInterval<FloatType>) pixels;
	}
}
