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

package org.unetlens.data;

import org.unetlens.tensor.Scaling;

/**
 * A sample in plain arrays: normalised channels, targets, and where the
 * foreground is. Immutable.
 */
final class PreparedSample {

	/** NB: Enough places per object; keeps memory small in large images. */
	private static final int PLACES = 4096;

	final String name;
	final int width;
	final int height;
	final float[][] channels;
	final byte[] classes;
	final float[] weights;
	final PixelGroups foreground;

	PreparedSample(final Sample sample, final Scaling scaling,
		final TargetRule rule)
	{
		name = sample.name();
		width = sample.width();
		height = sample.height();
		channels = new float[sample.channels()][];
		for (int c = 0; c < channels.length; c++)
			channels[c] = scaled(sample, scaling, c);
		final Targets targets = rule.apply(sample);
		classes = targets.classes();
		weights = targets.weights();
		foreground = foreground(sample, rule).thinned(PLACES);
	}

	/** Pixels by object, or by class where the labels are no objects. */
	private PixelGroups foreground(final Sample sample, final TargetRule rule) {
		if (rule.kind() == TargetRule.Kind.INTERIOR_BORDER) {
			final int[] labels = sample.labelArray();
			return PixelGroups.of(labels.length, i -> labels[i]);
		}
		return PixelGroups.of(classes.length, i -> classes[i]);
	}

	private static float[] scaled(final Sample sample, final Scaling scaling,
		final int channel)
	{
		final float[] values = sample.channelArray(channel);
		for (int i = 0; i < values.length; i++)
			values[i] = scaling.apply(channel, values[i]);
		return values;
	}
}
