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

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.infer.FeatureMap;
import org.unetlens.infer.PathGradient;
import org.unetlens.network.SkipGains;

/**
 * One image under comparison: its figures, and what is computed on demand for a
 * view of it. Thread-safe; usable until its {@link SkipComparison} is closed.
 */
public final class ImageComparison {

	public ComparisonImage image() {
		throw new UnsupportedOperationException();
	}

	public Comparison comparison() {
		throw new UnsupportedOperationException();
	}

	/** Labels that outputs are compared with: the truth, or the full model's. */
	public RandomAccessibleInterval<IntType> reference() {
		throw new UnsupportedOperationException();
	}

	/** The output with the skips at these gains; under half a second. */
	public Output output(final SkipGains gains) {
		throw new UnsupportedOperationException();
	}

	/** The output of a twin, as {@link Comparison#twins()} counts. */
	public Output twin(final int index) {
		throw new UnsupportedOperationException();
	}

	/** The activations of a layer with the skips at these gains. */
	public FeatureMap features(final String layer, final SkipGains gains) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What the output pixel (x, y) sees: of all paths together, then through each
	 * skip, then through the bottleneck.
	 */
	public List<PathGradient> receptiveFields(final long x, final long y) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The output with "where" from this image's skips and "what" from the
	 * bottleneck of another image of the same size.
	 */
	public Output transplant(final ImageComparison what) {
		throw new UnsupportedOperationException();
	}

	/** The output with all skips shifted against the bottleneck. */
	public Output shiftedSkips(final int dx, final int dy) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The shift test: the input is moved by 0 to 2^depth - 1 pixels in x, the
	 * output moved back; y is the mean absolute change of the foreground
	 * probability. Without skips it oscillates with the pooling period.
	 *
	 * @return one curve for the full model and one with all skips silenced
	 */
	public List<Curve> shiftTest() {
		throw new UnsupportedOperationException();
	}
}
