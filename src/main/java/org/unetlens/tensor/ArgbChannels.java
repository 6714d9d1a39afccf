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

package org.unetlens.tensor;

import net.imglib2.AbstractWrappedInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * A colour image (x, y[, z][, t]) seen as grey channels (x, y, channel[, z][,
 * t]) in the order red, green, blue. Shares the pixels: what is written into a
 * channel changes the colour image; the alpha value is left out.
 */
public final class ArgbChannels extends
	AbstractWrappedInterval<RandomAccessibleInterval<UnsignedByteType>> implements
	RandomAccessibleInterval<UnsignedByteType>
{

	/** The axis that red, green and blue lie on. */
	public static final int CHANNEL_AXIS = 2;

	private static final int[] RED_GREEN_BLUE = { 1, 2, 3 };

	private final RandomAccessibleInterval<ARGBType> colours;

	private ArgbChannels(final RandomAccessibleInterval<ARGBType> colours) {
		super(Views.moveAxis(Converters.argbChannels(colours, RED_GREEN_BLUE),
			colours.numDimensions(), CHANNEL_AXIS));
		this.colours = colours;
	}

	/**
	 * @param colours axes (x, y[, z][, t])
	 * @return a view of it, axes (x, y, channel[, z][, t])
	 */
	public static ArgbChannels of(
		final RandomAccessibleInterval<ARGBType> colours)
	{
		if (colours.numDimensions() < 2) throw new IllegalArgumentException(
			"A colour image needs the axes x and y, but this one has " + colours
				.numDimensions() + " dimension(s)");
		return new ArgbChannels(colours);
	}

	/** The colour image that this is a view of. */
	public RandomAccessibleInterval<ARGBType> colours() {
		return colours;
	}

	@Override
	public RandomAccess<UnsignedByteType> randomAccess() {
		return getSource().randomAccess();
	}

	@Override
	public RandomAccess<UnsignedByteType> randomAccess(final Interval interval) {
		return getSource().randomAccess(interval);
	}

	@Override
	public UnsignedByteType getType() {
		return new UnsignedByteType();
	}
}
