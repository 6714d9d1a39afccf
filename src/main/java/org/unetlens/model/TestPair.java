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

package org.unetlens.model;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.Padding;
import org.unetlens.network.TileShape;
import org.unetlens.network.TrainedNetwork;
import org.unetlens.network.TrainedUNet;
import org.unetlens.network.UNetPlan;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;

/**
 * An image and what the network makes of it, stored with a model so that
 * whoever opens it can check that it still works. Immutable; the arrays are
 * shared and not to be changed.
 */
public final class TestPair {

	// NB: A file must not make the engine take gigabytes for a test.
	private static final long MAX_FEATURES = 1 << 26;

	private final int height;
	private final int width;
	private final float[] input;
	private final float[] output;

	/**
	 * @param height of the input in pixels; see {@link #legalSize(UNetSpec, int)}
	 * @param width of the input in pixels
	 * @param input {@code [1, height, width, channels]} in 'c' order, intensities
	 *          before normalisation
	 * @param output {@code [1, height, width, classes]} in 'c' order,
	 *          probabilities; smaller with valid convolutions
	 */
	public TestPair(final int height, final int width, final float[] input,
		final float[] output)
	{
		this.height = height;
		this.width = width;
		this.input = input;
		this.output = output;
	}

	/**
	 * The answer of a model to a picture that is made by a formula: two smooth
	 * waves per channel, 0 to 255. It is as small as the network allows.
	 */
	public static TestPair of(final ModelBundle model) {
		final SizeRule rule = SizeRule.of(model.network());
		int size = rule.min();
		// NB: bioimage.io compares sizes times the pixel size as they are rounded.
		for (int i = 0; i < 16 && !isExact(size, model.pixelSize()); i++)
			size += rule.step();
		return of(model, size, size, picture(size, model.signature().channels()));
	}

	private static boolean isExact(final int size, final PixelSize pixel) {
		return size * pixel.x() / pixel.x() == size && size * pixel.y() / pixel
			.y() == size;
	}

	/**
	 * The answer of a model to an image.
	 *
	 * @param input {@code [1, height, width, channels]} in 'c' order, intensities
	 *          before normalisation; shared, not copied
	 */
	public static TestPair of(final ModelBundle model, final int height,
		final int width, final float[] input)
	{
		return new TestPair(height, width, input, run(model, height, width, input));
	}

	/**
	 * The smallest size in pixels that an input of the network may have along an
	 * axis and that is at least {@code size}.
	 */
	public static int legalSize(final UNetSpec spec, final int size) {
		return SizeRule.of(spec).atLeast(size);
	}

	/**
	 * Runs the model on the stored input, and starts the engine for it.
	 *
	 * @return the largest difference to the stored output; NaN when the model
	 *         gave NaN
	 */
	public double deviation(final ModelBundle model) {
		final float[] found = run(model, height, width, input);
		double max = 0;
		for (int i = 0; i < found.length; i++) {
			final double d = Math.abs((double) found[i] - output[i]);
			if (Double.isNaN(d)) return d;
			max = Math.max(max, d);
		}
		return max;
	}

	public int height() {
		return height;
	}

	public int width() {
		return width;
	}

	/**
	 * {@code [1, height, width, channels]} in 'c' order, intensities before
	 * normalisation; shared.
	 */
	public float[] input() {
		return input;
	}

	/**
	 * {@code [1, height, width, classes]} in 'c' order, probabilities; smaller
	 * with valid convolutions; shared.
	 */
	public float[] output() {
		return output;
	}

	/** Throws unless sizes and lengths are those of the network. */
	void requireFits(final TrainedNetwork network)
		throws InvalidContentException
	{
		final SizeRule rule = SizeRule.of(network);
		final NetworkSignature signature = network.signature();
		if ((long) height * width * width(network) > MAX_FEATURES)
			throw new InvalidContentException("its test image of " + width + " x " +
				height + " px is larger than a test needs");
		if (!rule.allows(height) || !rule.allows(width))
			throw new InvalidContentException("its test image is " + width + " x " +
				height + " px, but the network takes " + rule.min() + " + n * " + rule
					.step() + " px");
		final long out = (long) (height - rule.loss()) * (width - rule.loss());
		requireLength("input", input, (long) height * width * signature.channels());
		requireLength("output", output, out * signature.classes());
	}

	/** Channels of the largest maps, as far as they are known. */
	private static int width(final TrainedNetwork network) {
		return network instanceof TrainedUNet unet ? unet.spec().baseWidth() : 1;
	}

	private static void requireLength(final String what, final float[] values,
		final long length) throws InvalidContentException
	{
		if (values.length != length) throw new InvalidContentException("its test " +
			what + " has " + values.length + " values where " + length +
			" are needed");
	}

	private static float[] run(final ModelBundle model, final int height,
		final int width, final float[] input)
	{
		final float[] values = normalized(model, height, width, input);
		if (!model.isUNet()) return model.network().probabilities(values,
			new TileShape(1, height, width));
		final UNetSpec spec = model.spec();
		if (spec.padding() != Padding.SAME) throw new ModelException("The model " +
			model.card().name() +
			" has convolutions without padding, which this engine does not run; run its ONNX weights elsewhere, or train it with padding");
		final int loss = SizeRule.of(spec).loss();
		final float[] out = new float[(height - loss) * (width - loss) * spec
			.classes()];
		try (UNetPlan plan = UNetPlan.of(spec, model.weights(), 1, height, width)) {
			plan.run(values, out);
		}
		return out;
	}

	private static float[] normalized(final ModelBundle model, final int height,
		final int width, final float[] input)
	{
		final int channels = model.signature().channels();
		final Scaling scaling = model.normalization().measure(Views.moveAxis(
			ArrayImgs.floats(input, channels, width, height), 0, 2));
		final float[] scaled = new float[input.length];
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = scaling.apply(i % channels, input[i]);
		return scaled;
	}

	private static float[] picture(final int size, final int channels) {
		final float[] values = new float[size * size * channels];
		for (int i = 0; i < values.length; i++) {
			final int c = i % channels;
			final double x = 9.0 * (i / channels % size) / size;
			final double y = 7.0 * (i / channels / size) / size;
			values[i] = Math.round(127 + 63 * Math.sin(x + c) + 63 * Math.cos(x * y +
				c));
		}
		return values;
	}
}
