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
import java.util.function.BiConsumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.engine.Progress;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;

/**
 * Runs a model with its skip connections silenced at will (knock-out: the same
 * trained weights). The contracting path runs once per image, the expanding
 * path once per setting. Images are computed in one piece. Thread-safe: one
 * call at a time, others wait; it holds native memory for the last image size
 * until closed.
 */
public final class SkipSession implements AutoCloseable {

	/**
	 * @throws IllegalArgumentException when the model has no skip connection
	 */
	public static SkipSession of(final ModelBundle model,
		final SegmenterOptions options)
	{
		throw new UnsupportedOperationException();
	}

	public ModelBundle model() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Largest number of pixels of an image that fits into the memory budget of
	 * the options.
	 */
	public long maxPixels() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Runs the contracting path on one plane, normalised by itself.
	 *
	 * @param image axes (x, y, channel), any real type; never changed
	 * @throws IllegalArgumentException when channels differ, values are no
	 *           numbers, or the image is too large for the memory budget
	 */
	public <T extends RealType<T>> EncodedImage encode(
		final RandomAccessibleInterval<T> image, final Progress progress)
	{
		throw new UnsupportedOperationException();
	}

	/** Class probabilities with the skips at these gains. */
	public ClassPlanes decode(final EncodedImage image, final SkipGains gains,
		final SkipFill fill)
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * Class probabilities for every subset of the model's skips, each computed
	 * once; equal to {@link #decode} with {@link SkipGains#of} to the bit.
	 *
	 * @param sink told each subset once, the full set included, in any order but
	 *          one at a time; may keep the planes
	 */
	public void decodeAll(final EncodedImage image, final SkipFill fill,
		final BiConsumer<SkipSet, ClassPlanes> sink, final Progress progress)
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * The activations of a layer, for the skips at these gains.
	 *
	 * @param layer a 3x3 convolution, an up-convolution, a pooling or a merge, by
	 *          its name in {@link org.unetlens.network.LayerNames}
	 */
	public FeatureMap features(final EncodedImage image, final SkipGains gains,
		final SkipFill fill, final String layer)
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * Effective receptive fields of one output pixel: for all paths together
	 * (level -1) first, then for each skip by itself, then for the bottleneck.
	 * The signed gradients of the single paths sum to that of all.
	 *
	 * @param image axes (x, y, channel), the one that was encoded
	 * @param classIndex class whose logit is differentiated
	 */
	public <T extends RealType<T>> List<PathGradient> gradients(
		final RandomAccessibleInterval<T> image, final long x, final long y,
		final int classIndex)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {}
}
