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

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.Sample;
import org.unetlens.train.LossView;

/**
 * One patch of an image as the loss sees it, and the same pixels as they are
 * segmented. Immutable; arrays are shared, not to change.
 *
 * @param sample the image
 * @param left first column of the patch, px; below 0 where it reaches over the
 *          border, which is mirrored
 * @param top first row, px
 * @param loss what the loss sees, and its prediction
 * @param lossForeground probability of objects (membranes) to the loss
 * @param segmentInput normalised intensities for segmentation, order (height,
 *          width, channel)
 * @param segmentForeground probability of objects there
 * @param segmentLabels objects there, axes (x, y), 0 = background
 */
public record SeenPatch(Sample sample, int left, int top, LossView loss,
		float[] lossForeground, float[] segmentInput, float[] segmentForeground,
		Img<IntType> segmentLabels) {

	/** The largest difference between the normalised intensities. */
	public double inputDifference() {
		double largest = 0;
		for (int i = 0; i < segmentInput.length; i++)
			largest = Math.max(largest, Math.abs(segmentInput[i] - loss.patch()
				.input()[i]));
		return largest;
	}

	/** The mean difference between the foreground probabilities. */
	public double foregroundDifference() {
		double sum = 0;
		for (int i = 0; i < segmentForeground.length; i++)
			sum += Math.abs(segmentForeground[i] - lossForeground[i]);
		return sum / segmentForeground.length;
	}

	/** Percentiles 1, 50 and 99 of a channel to the loss. */
	public double[] lossPercentiles(final int channel) {
		return percentiles(loss.patch().input(), channel);
	}

	/** Percentiles 1, 50 and 99 of a channel as it is segmented. */
	public double[] segmentPercentiles(final int channel) {
		return percentiles(segmentInput, channel);
	}

	private double[] percentiles(final float[] hwc, final int channel) {
		final int channels = loss.patch().channels();
		final float[] values = new float[hwc.length / channels];
		for (int i = 0; i < values.length; i++)
			values[i] = hwc[i * channels + channel];
		return ImageRemedies.percentiles(values);
	}
}
