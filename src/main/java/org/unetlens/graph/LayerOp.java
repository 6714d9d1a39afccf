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

package org.unetlens.graph;

import org.unetlens.network.Activation;

/**
 * What a layer of a network from elsewhere does. Immutable; arrays are shared
 * and not to be changed.
 */
public sealed interface LayerOp {

	/** Pixels added (or, by a transposed convolution, cropped) on each side. */
	record Pads(int top, int left, int bottom, int right) {

		public static final Pads NONE = new Pads(0, 0, 0, 0);
	}

	/** @param bias one value per output channel */
	record Convolution(Kernel kernel, float[] bias, int stride, int dilation,
			Pads pads) implements LayerOp {

		/** Without dilation. */
		public Convolution(final Kernel kernel, final float[] bias,
			final int stride, final Pads pads)
		{
			this(kernel, bias, stride, 1, pads);
		}
	}

	/** @param bias one value per output channel, or null for none */
	record UpConvolution(Kernel kernel, float[] bias, int stride, Pads crop)
			implements
				LayerOp {
	}

	/**
	 * The largest value of a square of pixels, or the mean of them. What is added
	 * at the border counts for neither.
	 */
	record Pooling(Kind kind, int size, int stride, Pads pads)
			implements
				LayerOp {

		public enum Kind {
				MAXIMUM, MEAN
		}

		/** A maximum pooling that adds nothing at the border. */
		public static Pooling max(final int size, final int stride) {
			return new Pooling(Kind.MAXIMUM, size, stride, Pads.NONE);
		}
	}

	/**
	 * @param linear whether between neighbours (pixels are squares, the border
	 *          repeats), not to the nearest one
	 */
	record UpSampling(int factor, boolean linear) implements LayerOp {

		public static UpSampling nearest(final int factor) {
			return new UpSampling(factor, false);
		}
	}

	/** All inputs side by side in the channel axis. */
	record Merge() implements LayerOp {
	}

	/**
	 * All inputs pixel by pixel; one of a single channel goes with all channels
	 * of the others.
	 */
	record Combination(Kind kind) implements LayerOp {

		public enum Kind {
				SUM, DIFFERENCE, PRODUCT, MAXIMUM
		}
	}

	/** A factor and an offset per channel, as batch normalisation has them. */
	record Affine(float[] factor, float[] offset) implements LayerOp {

		/**
		 * Batch normalisation by stored statistics.
		 *
		 * @throws InvalidContentException unless there is one of each per channel,
		 *           and no variance is impossible
		 */
		public static Affine normalization(final float[] gamma, final float[] beta,
			final float[] mean, final float[] variance, final double epsilon)
			throws InvalidContentException
		{
			final int n = mean.length;
			if (gamma.length != n || beta.length != n || variance.length != n)
				throw new InvalidContentException(
					"a batch normalisation in it has statistics of unequal lengths");
			final float[] factor = new float[n];
			final float[] offset = new float[n];
			for (int c = 0; c < n; c++) {
				final double f = gamma[c] / Math.sqrt(variance[c] + epsilon);
				if (!Double.isFinite(f)) throw new InvalidContentException(
					"a batch normalisation in it has the variance " + variance[c]);
				factor[c] = (float) f;
				offset[c] = (float) (beta[c] - mean[c] * f);
			}
			return new Affine(factor, offset);
		}
	}

	/** An activation that networks of this project have too. */
	record Active(Activation activation) implements LayerOp {
	}

	/** A function of each value by itself. */
	record Curve(Kind kind) implements LayerOp {

		/** Swish is x * sigmoid(x), also called SiLU. */
		public enum Kind {
				TANH, SWISH, SOFTPLUS, HARD_SIGMOID, SELU
		}
	}

	/** Values between two limits. */
	record Clip(float least, float most) implements LayerOp {
	}

	/** Factors of negative values, one per channel. */
	record NegativeSlopes(float[] slopes) implements LayerOp {
	}

	/** Zeros around the map. */
	record ZeroPadding(Pads pads) implements LayerOp {
	}

	/** Logits to probabilities; the first kind of each channel by itself. */
	record Probability(OutputKind kind) implements LayerOp {
	}

	/** Something that cannot be run here. */
	record Other(String what) implements LayerOp {
	}
}
