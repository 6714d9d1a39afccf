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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.unetlens.data.NucleiField;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/** Small models before training, and an image, for tests of sessions. */
abstract class SkipSessionFixture {

	static final int WIDTH = 61;
	static final int HEIGHT = 47;
	static final RandomAccessibleInterval<UnsignedShortType> IMAGE = nuclei(1);

	static void assertSame(final ClassPlanes expected, final ClassPlanes found) {
		assertTrue(Intervals.equals(expected, found));
		for (int c = 0; c < expected.dimension(2); c++)
			assertArrayEquals(expected.plane(c), found.plane(c));
	}

	static RandomAccessibleInterval<UnsignedShortType> nuclei(final long seed) {
		return nuclei(seed, WIDTH, HEIGHT);
	}

	static RandomAccessibleInterval<UnsignedShortType> nuclei(final long seed,
		final int width, final int height)
	{
		return Views.addDimension(NucleiField.default2d().withSize(width, height)
			.withSeed(seed).generate().image(), 0, 0);
	}

	static SkipSession session(final ModelBundle model) {
		return SkipSession.of(model, SegmenterOptions.defaults());
	}

	static ModelBundle model(final int depth, final int classes,
		final SkipSet skips)
	{
		final UNetSpec spec = UNetSpec.default2d(1, classes).withDepth(depth)
			.withBaseWidth(4).withSkips(skips).withSeed(5);
		return new ModelBundle(new ModelCard("random", "A test.", "", List.of(
			"nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map.of(), Map
				.of()), spec, InitialWeights.he(spec), Normalization.percentile(1, 99),
			PixelSize.UNCALIBRATED, java.util.stream.IntStream.range(0, classes)
				.mapToObj(c -> "class " + c).toList(), ObjectRule.of(
					ObjectRule.Kind.FOREGROUND));
	}
}
