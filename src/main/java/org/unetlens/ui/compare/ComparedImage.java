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

package org.unetlens.ui.compare;

import java.util.function.IntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ImageComparison;

/**
 * One image that has been compared, as the window shows it. Immutable.
 *
 * @param image with its pixel size
 * @param comparison its figures
 * @param reference labels that outputs are compared with, axes (x, y)
 * @param probe what is computed on demand
 */
public record ComparedImage(ComparisonImage image, Comparison comparison,
		RandomAccessibleInterval<IntType> reference, ImageProbe probe) {

	/**
	 * An image of a session.
	 *
	 * @param others images of the source by number, compared when asked for
	 */
	public static ComparedImage of(final ImageComparison compared,
		final IntFunction<ImageComparison> others)
	{
		return new ComparedImage(compared.image(), compared.comparison(), compared
			.reference(), new SessionProbe(compared, others));
	}

	/** Number of skip levels of the model, those that it lacks included. */
	public int depth() {
		return comparison.model().depth();
	}
}
