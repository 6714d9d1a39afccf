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

package org.unetlens.network;

/**
 * Description of a U-Net: two 3x3 convolutions with ReLU per level, 2x2 max
 * pooling between levels, 2x2 transposed convolutions on the way up, a 1x1
 * convolution with softmax at the end (Ronneberger et al., MICCAI 2015,
 * doi:10.1007/978-3-319-24574-4_28). Immutable and thread-safe.
 *
 * @param dims number of spatial dimensions, 2 or 3
 * @param channels input channels, at least 1
 * @param classes output classes, background included, at least 2
 * @param depth number of poolings, 1 to 6; level {@code depth} is the
 *          bottleneck
 * @param baseWidth feature channels at level 0; level k has baseWidth * 2^k
 * @param padding border rule of the 3x3 convolutions
 * @param skips the skip connections present
 * @param batchNorm whether a batch normalisation follows each 3x3 convolution
 * @param seed of the weight initialisation
 * @param form how it departs from the plain U-Net described above
 */
public record UNetSpec(int dims, int channels, int classes, int depth,
		int baseWidth, Padding padding, SkipSet skips, boolean batchNorm, long seed,
		UNetForm form) {

	public UNetSpec {
		require(dims == 2 || dims == 3, "dims", dims, "2 or 3");
		require(channels >= 1 && channels <= 1024, "channels", channels,
			"1 to 1024");
		require(classes >= 2 && classes <= 256, "classes", classes, "2 to 256");
		require(depth >= 1 && depth <= 6, "depth", depth, "1 to 6");
		require(baseWidth >= 1 && baseWidth <= 512, "baseWidth", baseWidth,
			"1 to 512");
		require(SkipSet.all(depth).bits() == (SkipSet.all(depth).bits() | skips
			.bits()), "skips", skips, "a subset of " + SkipSet.all(depth));
	}

	/** A plain network. */
	public UNetSpec(final int dims, final int channels, final int classes,
		final int depth, final int baseWidth, final Padding padding,
		final SkipSet skips, final boolean batchNorm, final long seed)
	{
		this(dims, channels, classes, depth, baseWidth, padding, skips, batchNorm,
			seed, UNetForm.PLAIN);
	}

	/**
	 * A 2D net of depth 4 and base width 32 with all skips, SAME padding, no
	 * batch norm, seed 1.
	 */
	public static UNetSpec default2d(final int channels, final int classes) {
		return new UNetSpec(2, channels, classes, 4, 32, Padding.SAME, SkipSet.all(
			4), false, 1);
	}

	/** The same with another depth and all its skips. */
	public UNetSpec withDepth(final int d) {
		return new UNetSpec(dims, channels, classes, d, baseWidth, padding, SkipSet
			.all(d), batchNorm, seed, form);
	}

	public UNetSpec withBaseWidth(final int width) {
		return new UNetSpec(dims, channels, classes, depth, width, padding, skips,
			batchNorm, seed, form);
	}

	public UNetSpec withSkips(final SkipSet s) {
		return new UNetSpec(dims, channels, classes, depth, baseWidth, padding, s,
			batchNorm, seed, form);
	}

	public UNetSpec withPadding(final Padding p) {
		return new UNetSpec(dims, channels, classes, depth, baseWidth, p, skips,
			batchNorm, seed, form);
	}

	public UNetSpec withBatchNorm(final boolean on) {
		return new UNetSpec(dims, channels, classes, depth, baseWidth, padding,
			skips, on, seed, form);
	}

	public UNetSpec withSeed(final long s) {
		return new UNetSpec(dims, channels, classes, depth, baseWidth, padding,
			skips, batchNorm, s, form);
	}

	public UNetSpec withForm(final UNetForm f) {
		return new UNetSpec(dims, channels, classes, depth, baseWidth, padding,
			skips, batchNorm, seed, f);
	}

	/** Feature channels at a level: baseWidth * 2^level. */
	public int width(final int level) {
		return baseWidth << level;
	}

	/** Feature channels that the up-convolution to a level gives. */
	public int upWidth(final int level) {
		return form.upWide() ? width(level + 1) : width(level);
	}

	/** Sides of legal tiles are multiples of this: 2^depth pixels. */
	public int tileStep() {
		return 1 << depth;
	}

	private static void require(final boolean ok, final String what,
		final Object found, final String allowed)
	{
		if (!ok) throw new IllegalArgumentException("The network's " + what +
			" is " + found + "; allowed: " + allowed);
	}
}
