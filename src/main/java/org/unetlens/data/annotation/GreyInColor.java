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

package org.unetlens.data.annotation;

import java.util.Arrays;
import java.util.List;

import net.imglib2.view.Views;

import org.unetlens.data.Sample;

/** Grey pictures saved in colour: three channels that are all the same. */
final class GreyInColor {

	private GreyInColor() {}

	/** One channel each if all samples are so; else the samples as they are. */
	static List<Sample> reduced(final List<Sample> samples) {
		final boolean three = samples.stream().anyMatch(s -> s.channels() == 3);
		if (!three || !samples.stream().allMatch(GreyInColor::isGrey)) return List
			.copyOf(samples);
		return samples.stream().map(GreyInColor::firstChannel).toList();
	}

	private static boolean isGrey(final Sample sample) {
		if (sample.channels() == 1) return true;
		if (sample.channels() != 3) return false;
		final float[] first = sample.channelArray(0);
		return Arrays.equals(first, sample.channelArray(1)) && Arrays.equals(first,
			sample.channelArray(2));
	}

	private static Sample firstChannel(final Sample sample) {
		return sample.channels() == 1 ? sample : Sample.of(sample.name(), Views
			.interval(sample.image(), new long[3], new long[] { sample.width() - 1,
				sample.height() - 1, 0 }), sample.labels()).inGroup(sample.group())
			.withPixelSize(sample.pixelSize());
	}
}
