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

import java.util.ArrayList;
import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.engine.Progress;
import org.unetlens.infer.EncodedImage;
import org.unetlens.infer.SkipSession;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.Scaling;

/**
 * The shift test: the input is moved along x, pixel by pixel over one period of
 * the poolings, and the output moved back. A net without skips can place its
 * edges on the pooling grid only, so its output swings with the period (Zhang
 * 2019, arXiv:1904.11486, on what pooling does to shifts). Stateless.
 */
final class ShiftTest {

	/** Longest side of what is tested, from the middle of the image. */
	private static final long LARGEST = 320;

	private final SkipSession session;
	private final ComparedObjects objects;
	private final SkipFill fill;
	private final NetworkSignature spec;

	ShiftTest(final SkipSession session, final ComparedObjects objects,
		final SkipFill fill)
	{
		this.session = session;
		this.objects = objects;
		this.fill = fill;
		spec = session.model().signature();
	}

	/**
	 * Runs it. What leaves the image on the right enters it on the left, so that
	 * all inputs have the same values; columns that are near the seam are not
	 * compared.
	 *
	 * @param image axes (x, y, channel)
	 * @param scaling of its intensities
	 * @return mean absolute change of the foreground probability against the
	 *         shift, 0 to 2^depth - 1 pixels, of the full model and of the
	 *         knock-out of all skips; NaN where the image is too narrow
	 */
	<T extends RealType<T>> List<Curve> run(
		final RandomAccessibleInterval<T> image, final Scaling scaling,
		final Progress progress)
	{
		final RandomAccessibleInterval<T> crop = middle(image);
		final List<SkipGains> nets = List.of(SkipGains.of(spec.skips(), spec
			.depth()), SkipGains.of(SkipSet.none(), spec.depth()));
		final List<Double> shifts = new ArrayList<>();
		final List<List<Double>> changes = List.of(new ArrayList<>(),
			new ArrayList<>());
		final float[][] first = new float[nets.size()][];
		for (int shift = 0; shift < spec.tiles().step(); shift++) {
			progress.update(shift, spec.tiles().step(), "Shift test");
			progress.checkCanceled();
			final EncodedImage encoded = session.encode(moved(crop, shift), scaling,
				Progress.NONE);
			shifts.add((double) shift);
			for (int k = 0; k < nets.size(); k++) {
				final float[] plane = plane(encoded, nets.get(k));
				if (shift == 0) first[k] = plane;
				changes.get(k).add(change(first[k], plane, shift, (int) crop.dimension(
					0)));
			}
		}
		progress.update(spec.tiles().step(), spec.tiles().step(), "Shift test");
		return List.of(new Curve(VariantNames.FULL, shifts, changes.get(0)),
			new Curve(VariantNames.knockOut(spec, nets.get(1)), shifts, changes.get(
				1)));
	}

	private static <T> RandomAccessibleInterval<T> middle(
		final RandomAccessibleInterval<T> image)
	{
		final long[] min = image.minAsLongArray();
		final long[] max = image.maxAsLongArray();
		for (int d = 0; d < 2; d++) {
			final long cut = Math.max(0, image.dimension(d) - LARGEST);
			min[d] += cut / 2;
			max[d] -= cut - cut / 2;
		}
		return Views.zeroMin(Views.interval(image, min, max));
	}

	/** The image moved to the right, around the edge. */
	private static <T> RandomAccessibleInterval<T> moved(
		final RandomAccessibleInterval<T> image, final int shift)
	{
		final Interval size = new FinalInterval(image);
		final long[] by = new long[image.numDimensions()];
		by[0] = shift;
		return Views.interval(Views.translate(Views.extendPeriodic(image), by),
			size);
	}

	private float[] plane(final EncodedImage encoded, final SkipGains gains) {
		return objects.plane(session.decode(encoded, gains, fill));
	}

	/**
	 * @param before row by row
	 * @param after the same, moved to the right by the shift
	 */
	private double change(final float[] before, final float[] after,
		final int shift, final int width)
	{
		final int margin = Math.min(2 * spec.tiles().step(), width / 4);
		final int end = width - margin - spec.tiles().step();
		double sum = 0;
		long n = 0;
		for (int row = 0; row < before.length; row += width)
			for (int x = margin; x < end; x++, n++)
				sum += Math.abs(after[row + x + shift] - before[row + x]);
		return n == 0 ? Double.NaN : sum / n;
	}
}
