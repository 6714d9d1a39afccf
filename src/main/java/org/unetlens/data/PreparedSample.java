
package org.unetlens.data;

import org.unetlens.tensor.Scaling;

/**
 * A sample in plain arrays: normalised channels, targets, and where the
 * foreground is. Immutable.
 */
final class PreparedSample {

	/** NB: Enough places per object; keeps memory small in large images. */
	private static final int PLACES = 4096;

	final int width;
	final int height;
	final float[][] channels;
	final byte[] classes;
	final float[] weights;
	final PixelGroups foreground;

	PreparedSample(final Sample sample, final Scaling scaling,
		final TargetRule rule)
	{
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
