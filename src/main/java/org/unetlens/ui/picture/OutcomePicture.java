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

package org.unetlens.ui.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.unetlens.train.review.ImageOutcome;

/**
 * An annotated image with what a model found: right objects by a thin line,
 * invented ones by a thick one, missed ones by a broken one, each in a colour
 * of its own that colour-blind people tell from the others. Stateless.
 */
public final class OutcomePicture {

	/** Of a predicted object that matches a true one. */
	public static final Color RIGHT = new Color(0x00C48C);
	/** Of a predicted object that matches none. */
	public static final Color INVENTED = LensColors.PREDICTION;
	/** Of a true object that none matches. */
	public static final Color MISSED = LensColors.REFERENCE;

	/** Thickness of a line in a picture that many pixels long. */
	private static final double LINE = 1 / 240.0;

	private OutcomePicture() {}

	/** @param longest side of the picture, px */
	public static BufferedImage of(final ImageOutcome outcome,
		final int longest)
	{
		final Zoom zoom = Zoom.whole(outcome.sample().width(), outcome.sample()
			.height(), longest);
		final double line = LINE * Math.max(zoom.width(), zoom.height());
		return new Drawing(base(outcome.sample().image()), zoom).line(OutlineShape
			.of(outcome.predicted(), outcome.right()::contains), RIGHT, line).line(
				OutlineShape.of(outcome.predicted(), l -> !outcome.right().contains(l)),
				INVENTED, 1.8 * line).dashed(OutlineShape.of(outcome.truth(),
					l -> !outcome.found().contains(l)), MISSED, 1.8 * line).picture();
	}

	/**
	 * The image alone; three channels of whole numbers from 0 to 255 are taken
	 * for colours.
	 *
	 * @param image axes (x, y, channel)
	 */
	public static BufferedImage base(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return InputPicture.of(isColor(image) ? bytes(image) : image);
	}

	private static boolean isColor(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		if (image.dimension(2) != 3) return false;
		double largest = 0;
		for (final RealType<?> p : Views.flatIterable(image)) {
			final double v = p.getRealDouble();
			if (v < 0 || v > 255 || v != Math.rint(v)) return false;
			largest = Math.max(largest, v);
		}
		return largest > 1;
	}

	// NB: Of whatever type; no wildcard can be given where the type refers to
	// itself.
	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<UnsignedByteType> bytes(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return Converters.convert(
			(RandomAccessibleInterval<RealType<?>>) (RandomAccessibleInterval<?>) image,
			(in, out) -> out.setReal(in.getRealDouble()), new UnsignedByteType());
	}
}
