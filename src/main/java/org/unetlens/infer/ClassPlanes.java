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

import net.imglib2.AbstractInterval;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Class probabilities, axes (x, y, class), one array per class. The last of
 * three or more classes is 1 - the others: it is not stored, which saves a
 * plane of a large image. Only to be read; thread-safe under that rule.
 */
public final class ClassPlanes extends AbstractInterval implements
	RandomAccessibleInterval<FloatType>
{

	private final PlanarImg<FloatType, FloatArray> stored;
	private final RandomAccessibleInterval<FloatType> all;

	/**
	 * @param stored the first classes, axes (x, y, class); shared
	 * @param classes how many there are in all, as many as stored or one more
	 */
	public ClassPlanes(final PlanarImg<FloatType, FloatArray> stored,
		final int classes)
	{
		super(new FinalInterval(stored.dimension(0), stored.dimension(1), classes));
		this.stored = stored;
		all = classes == stored.numSlices() ? stored : Views.concatenate(2, stored,
			Views.addDimension(last(stored), 0, 0));
	}

	private static RandomAccessibleInterval<FloatType> last(
		final PlanarImg<FloatType, FloatArray> stored)
	{
		final long n = stored.dimension(2);
		return Converters.convert(Views.collapse(stored), (pixel, out) -> {
			float rest = 1;
			for (long c = 0; c < n; c++)
				rest -= pixel.get(c).get();
			out.set(Math.max(0, rest));
		}, new FloatType());
	}

	/** The stored classes, two at least, which decide about objects; shared. */
	PlanarImg<FloatType, FloatArray> stored() {
		return stored;
	}

	/**
	 * The values of one class, row by row: shared where the class is stored, else
	 * new.
	 */
	public float[] plane(final int c) {
		if (c < stored.numSlices()) return stored.getPlane(c)
			.getCurrentStorageArray();
		final float[] plane = new float[Math.toIntExact(dimension(0) * dimension(
			1))];
		java.util.Arrays.fill(plane, 1);
		for (int k = 0; k < stored.numSlices(); k++) {
			final float[] other = plane(k);
			for (int i = 0; i < plane.length; i++)
				plane[i] = k == stored.numSlices() - 1 ? Math.max(0, plane[i] -
					other[i]) : plane[i] - other[i];
		}
		return plane;
	}

	@Override
	public RandomAccess<FloatType> randomAccess() {
		return all.randomAccess();
	}

	@Override
	public RandomAccess<FloatType> randomAccess(final Interval interval) {
		return all.randomAccess(interval);
	}
}
