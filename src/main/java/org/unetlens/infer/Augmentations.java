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

import java.util.List;
import java.util.function.Function;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;

/**
 * Test-time augmentation: the views of an image whose predictions are turned
 * back and averaged. Immutable.
 *
 * @param views each view's turns
 */
record Augmentations(List<Turn> views) {

	/** Mirrored in x, mirrored in y, then x and y exchanged. */
	record Turn(boolean mirrorX, boolean mirrorY, boolean exchange) {

		<T> RandomAccessibleInterval<T> apply(
			final RandomAccessibleInterval<T> image)
		{
			RandomAccessibleInterval<T> view = image;
			if (mirrorX) view = Views.zeroMin(Views.invertAxis(view, 0));
			if (mirrorY) view = Views.zeroMin(Views.invertAxis(view, 1));
			return exchange ? Views.permute(view, 0, 1) : view;
		}

		<T> RandomAccessibleInterval<T> undo(
			final RandomAccessibleInterval<T> image)
		{
			RandomAccessibleInterval<T> view = exchange ? Views.permute(image, 0, 1)
				: image;
			if (mirrorY) view = Views.zeroMin(Views.invertAxis(view, 1));
			if (mirrorX) view = Views.zeroMin(Views.invertAxis(view, 0));
			return view;
		}
	}

	static Augmentations of(final TestTimeAugmentation kind) {
		final Turn none = new Turn(false, false, false);
		final List<Turn> mirrors = List.of(none, new Turn(true, false, false),
			new Turn(false, true, false), new Turn(true, true, false));
		return switch (kind) {
			case NONE -> new Augmentations(List.of(none));
			case MIRROR -> new Augmentations(mirrors);
			case MIRROR_ROTATE -> new Augmentations(java.util.stream.Stream.concat(
				mirrors.stream(), mirrors.stream().map(t -> new Turn(t.mirrorX(), t
					.mirrorY(), true))).toList());
		};
	}

	/**
	 * The mean prediction.
	 *
	 * @param image axes (x, y, channel), minimum 0
	 * @param prediction from a view of the image to probabilities, axes (x, y,
	 *          class)
	 */
	<T extends RealType<T>> PlanarImg<FloatType, FloatArray> average(
		final RandomAccessibleInterval<T> image,
		final Function<RandomAccessibleInterval<T>, PlanarImg<FloatType, FloatArray>> prediction)
	{
		final RandomAccessibleInterval<T> origin = Views.zeroMin(image);
		final PlanarImg<FloatType, FloatArray> sum = prediction.apply(views.get(0)
			.apply(origin));
		if (views.size() == 1) return sum;
		for (final Turn turn : views.subList(1, views.size())) {
			final RandomAccessibleInterval<FloatType> turned = turn.undo(prediction
				.apply(turn.apply(origin)));
			LoopBuilder.setImages(sum, turned).multiThreaded().forEachPixel((a,
				b) -> a.add(b));
		}
		final float share = 1f / views.size();
		LoopBuilder.setImages(sum).multiThreaded().forEachPixel(p -> p.mul(share));
		return sum;
	}
}
