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

package org.unetlens.model.foreign;

import java.util.List;
import java.util.OptionalDouble;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.TileShape;
import org.unetlens.network.TrainedUNet;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.Npy;
import org.unetlens.tensor.NpyException;
import org.unetlens.tensor.Scaling;

/**
 * The test arrays that came with a model: an image and what the network, with
 * its pre- and post-processing, makes of it. Axes (y, x, channel) in 'c' order.
 */
final class ForeignTest {

	/** NB: A file must not make the engine take gigabytes for a test. */
	private static final long MAX_FEATURES = 1 << 26;

	/** An array with its sizes. */
	record Array(int height, int width, int channels, float[] values) {
	}

	private final Array input;
	private final Array output;

	private ForeignTest(final Array input, final Array output) {
		this.input = input;
		this.output = output;
	}

	/**
	 * @param inputAxes one letter for each axis of the array
	 * @param outputAxes the same for the output
	 */
	static ForeignTest read(final byte[] input, final String inputAxes,
		final byte[] output, final String outputAxes) throws InvalidContentException
	{
		return new ForeignTest(read(input, inputAxes), read(output, outputAxes));
	}

	private static Array read(final byte[] npy, final String axes)
		throws InvalidContentException
	{
		try {
			return read(Npy.<net.imglib2.type.numeric.real.FloatType> read(npy),
				axes);
		}
		catch (final NpyException exc) {
			throw new InvalidContentException(
				"one of its test arrays cannot be read: " + exc.getMessage(), exc);
		}
	}

	private static Array read(final RandomAccessibleInterval<?> image,
		final String axes) throws InvalidContentException
	{
		final int n = image.numDimensions();
		if (n != axes.length()) throw new InvalidContentException(
			"one of its test arrays has " + n + " axes where " + axes +
				" are described");
		// NB: ImgLib2 counts axes from the fastest one, NumPy from the slowest.
		final int x = n - 1 - axes.indexOf('x');
		final int y = n - 1 - axes.indexOf('y');
		final int c = n - 1 - axes.indexOf('c');
		final int[] size = { (int) image.dimension(y), (int) image.dimension(x),
			(int) image.dimension(c) };
		if ((long) size[0] * size[1] * size[2] != elements(image))
			throw new InvalidContentException(
				"one of its test arrays holds more than one image");
		final float[] values = new float[size[0] * size[1] * size[2]];
		@SuppressWarnings("unchecked")
		final RandomAccess<? extends RealType<?>> at =
			((RandomAccessibleInterval<? extends RealType<?>>) image).randomAccess();
		for (int i = 0; i < values.length; i++) {
			at.setPosition(i % size[2], c);
			at.setPosition(i / size[2] % size[1], x);
			at.setPosition(i / size[2] / size[1], y);
			values[i] = at.get().getRealFloat();
		}
		return new Array(size[0], size[1], size[2], values);
	}

	private static long elements(final RandomAccessibleInterval<?> image) {
		return Views.flatIterable(image).size();
	}

	/**
	 * How far the translated network is off at most; empty when it cannot be
	 * said, because of the size of the image or of the post-processing.
	 */
	OptionalDouble deviation(final Translation translation,
		final Normalization normalization, final List<Processing> after)
		throws InvalidContentException
	{
		final NetworkSignature spec = translation.signature();
		final int step = spec.tiles().step();
		if (input.height() % step != 0 || input.width() % step != 0 || (long) input
			.height() * input.width() * width(translation) > MAX_FEATURES)
			return OptionalDouble.empty();
		if (input.channels() != spec.channels() || output.channels() != translation
			.outputs() || output.height() != input.height() || output.width() != input
				.width()) throw new InvalidContentException(
					"its test arrays do not have the sizes that its network takes and gives");
		final PostProcessing post = new PostProcessing(after, translation.output());
		if (!post.isKnown()) return OptionalDouble.empty();
		final float[] found = run(translation, normalization);
		double most = 0;
		for (int i = 0; i < found.length; i++)
			most = Math.max(most, deviation(translation, post, found, i));
		return OptionalDouble.of(most);
	}

	/** Channels of the largest maps, or a guess. */
	private static int width(final Translation translation) {
		return translation.network() instanceof TrainedUNet unet ? unet.spec()
			.baseWidth() : 64;
	}

	/** @param i index into the probabilities of all classes */
	private double deviation(final Translation translation,
		final PostProcessing post, final float[] found, final int i)
	{
		final int classes = translation.signature().classes();
		final int channel = translation.channel();
		if (channel >= 0 && i % classes == 0) return 0;
		final float expected = output.values()[channel < 0 ? i : i / classes *
			output.channels() + channel];
		return post.deviation(found[i], expected);
	}

	private float[] run(final Translation t, final Normalization normalization) {
		final int channels = input.channels();
		final Scaling scaling = normalization.measure(Views.moveAxis(ArrayImgs
			.floats(input.values(), channels, input.width(), input.height()), 0, 2));
		final float[] scaled = new float[input.values().length];
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = scaling.apply(i % channels, input.values()[i]);
		return t.network().probabilities(scaled, new TileShape(1, input.height(),
			input.width()));
	}
}
