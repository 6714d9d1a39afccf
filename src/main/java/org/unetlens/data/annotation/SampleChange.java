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

package org.unetlens.data.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImgs;

import org.unetlens.data.Sample;
import org.unetlens.tensor.PixelSize;

/** What a {@link Fix} does to each sample: it becomes none, one or more. */
final class SampleChange {

	private final Function<Sample, Stream<Sample>> change;

	private SampleChange(final Function<Sample, Stream<Sample>> change) {
		this.change = change;
	}

	static SampleChange of(final Fix fix) {
		if (fix instanceof Fix.Rescale r) return each(s -> s.scaled(r.factor(), r
			.factor()));
		if (fix instanceof Fix.CommonPixelSize c) return each(s -> toPixelSize(s, c
			.size()));
		if (fix instanceof Fix.Cut c) return new SampleChange(s -> parts(s, c));
		if (fix instanceof Fix.LeaveOut l) return new SampleChange(s -> l.names()
			.contains(s.name()) ? Stream.empty() : Stream.of(s));
		if (fix instanceof Fix.Reorient r) return each(s -> r.names().contains(s
			.name()) ? reoriented(s, r.orientation()) : s);
		if (fix instanceof Fix.RemoveSpecks r) return each(s -> relabelled(s,
			withoutSpecks(s.labelArray(), r.pixels())));
		if (fix instanceof Fix.SplitPieces) return each(s -> relabelled(s,
			ConventionReader.pieces(s.labelArray(), s.width())));
		return each(s -> s);
	}

	private static SampleChange each(final Function<Sample, Sample> change) {
		return new SampleChange(s -> Stream.of(change.apply(s)));
	}

	List<Sample> apply(final List<Sample> samples) {
		return samples.stream().flatMap(change).toList();
	}

	private static Sample toPixelSize(final Sample sample, final PixelSize size) {
		final PixelSize own = sample.pixelSize();
		if (!own.unit().equals(size.unit())) throw new IllegalArgumentException(
			sample.name() + " has a pixel size in " + own.unit() + ", not in " + size
				.unit() +
				"; set it with Image > Properties... in the unit of the others");
		return own.equals(size) ? sample : sample.scaled(own.x() / size.x(), own
			.y() / size.y());
	}

	private static Stream<Sample> parts(final Sample sample, final Fix.Cut cut) {
		final List<Sample> parts = new ArrayList<>();
		for (int row = 0; row < cut.rows(); row++)
			for (int column = 0; column < cut.columns(); column++) {
				final int left = column * sample.width() / cut.columns();
				final int top = row * sample.height() / cut.rows();
				final Sample part = sample.crop(left, top, (column + 1) * sample
					.width() / cut.columns() - left, (row + 1) * sample.height() / cut
						.rows() - top);
				// NB: The same part of all planes of a stack stays together.
				parts.add(part.inGroup(sample.group() + " part " + (parts.size() + 1)));
			}
		return parts.stream();
	}

	private static Sample reoriented(final Sample sample,
		final Orientation orientation)
	{
		final int w = sample.width();
		final int h = sample.height();
		final int[] labels = sample.labelArray();
		final int[] turned = new int[labels.length];
		for (int i = 0; i < turned.length; i++)
			turned[i] = labels[orientation.source(i % w, i / w, w, h)];
		return relabelled(sample, turned);
	}

	private static Sample relabelled(final Sample sample, final int[] labels) {
		return sample.withLabels(ArrayImgs.ints(labels, sample.width(), sample
			.height()));
	}

	private static int[] withoutSpecks(final int[] labels, final int most) {
		final Map<Integer, Integer> sizes = new HashMap<>();
		for (final int label : labels)
			sizes.merge(label, 1, Integer::sum);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] > 0 && sizes.get(labels[i]) <= most) labels[i] =
				Sample.IGNORE;
		return labels;
	}
}
