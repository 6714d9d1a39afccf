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

package org.unetlens.train.doctor;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.unetlens.data.PatchSampler;
import org.unetlens.data.Sample;
import org.unetlens.engine.Progress;
import org.unetlens.infer.Segmentation;
import org.unetlens.tensor.NormalizedBlocks;
import org.unetlens.tensor.Scaling;
import org.unetlens.train.LossProbe;
import org.unetlens.train.LossView;

/** Puts patches of the loss beside the same pixels of a segmentation. */
final class PatchWitness {

	/** Patches of an image along each axis that are looked at. */
	private static final int MOST = 3;

	private final Patient patient;

	PatchWitness(final Patient patient) {
		this.patient = patient;
	}

	/**
	 * The patch with the highest cross entropy of each image.
	 *
	 * @param samples with labels that the recipe knows
	 * @param images what is segmented, as many
	 */
	List<SeenPatch> see(final List<Sample> samples,
		final List<DoctorImage> images)
	{
		final List<SeenPatch> seen = new ArrayList<>();
		try (LossProbe probe = new LossProbe(patient.model(), patient.recipe())) {
			for (int i = 0; i < samples.size(); i++)
				seen.add(worst(samples.get(i), images.get(i), probe));
		}
		return seen;
	}

	private SeenPatch worst(final Sample sample, final DoctorImage image,
		final LossProbe probe)
	{
		final PatchSampler patches = probe.patches(sample);
		final int side = patches.patchWidth();
		LossView worst = null;
		int[] place = null;
		for (final int top : starts(sample.height(), side))
			for (final int left : starts(sample.width(), side)) {
				final LossView view = probe.see(patches.cut(0, left, top));
				if (worst != null && view.entropy() <= worst.entropy()) continue;
				worst = view;
				place = new int[] { left, top };
			}
		return beside(sample, image, worst, place[0], place[1]);
	}

	/** Places spread evenly, at most so many; around a smaller image one. */
	private static int[] starts(final int length, final int side) {
		if (length <= side) return new int[] { -(side - length) / 2 };
		final int n = Math.min(MOST, (length + side - 1) / side);
		final int[] starts = new int[n];
		for (int i = 0; i < n; i++)
			starts[i] = (length - side) * i / (n - 1);
		return starts;
	}

	private SeenPatch beside(final Sample sample, final DoctorImage image,
		final LossView view, final int left, final int top)
	{
		final int side = view.patch().width();
		final var typed = Patient.typed(image.segmented());
		final Scaling scaling = patient.segmenter().measure(typed);
		final float[] input = new float[view.patch().input().length];
		NormalizedBlocks.of(typed, scaling).read(left, top, side, side, input, 0);
		final Segmentation whole = patient.segmenter().segment(typed, scaling,
			Progress.NONE);
		final float[] foreground = patient.foreground(whole.probabilities());
		final Img<IntType> labels = ArrayImgs.ints(side, side);
		Views.interval(Views.pair(window(whole.labels(), left, top, side), labels),
			labels).forEach(p -> p.getB().set(p.getA()));
		final float[] part = new float[side * side];
		int i = 0;
		for (final var value : Views.flatIterable(window(ArrayImgs.floats(
			foreground, sample.width(), sample.height()), left, top, side)))
			part[i++] = value.get();
		return new SeenPatch(sample, left, top, view, lossForeground(view), input,
			part, labels);
	}

	private static <T> RandomAccessibleInterval<T> window(
		final RandomAccessibleInterval<T> image, final int left, final int top,
		final int side)
	{
		return Views.offsetInterval(Views.extendMirrorSingle(image), new long[] {
			left, top }, new long[] { side, side });
	}

	private float[] lossForeground(final LossView view) {
		final int classes = patient.model().spec().classes();
		final boolean membrane = patient.model().rule()
			.kind() == org.unetlens.label.ObjectRule.Kind.ENCLOSED;
		final float[] foreground = new float[view.loss().length];
		for (int i = 0; i < foreground.length; i++)
			foreground[i] = membrane ? view.probabilities()[i * classes + 1] : 1 -
				view.probabilities()[i * classes];
		return foreground;
	}
}
