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

package org.unetlens.ui.compare;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.unetlens.infer.FeatureMap;
import org.unetlens.network.LayerNames;
import org.unetlens.network.SkipGains;
import org.unetlens.ui.picture.FeatureMontage;

/**
 * One layer of the feature strip. Immutable.
 *
 * @param title what this map is
 * @param map of the layer
 * @param pictures of its channels, the one that contributes most first
 */
record FeatureRow(String title, FeatureMap map, List<BufferedImage> pictures) {

	/** Channels shown; all leave as an ImageJ image. */
	private static final int CHANNELS = 24;

	/**
	 * The maps at a level: through the skip, before and after the merge, and the
	 * bottleneck's to compare with. On the background thread.
	 */
	static List<FeatureRow> at(final ComparedImage image, final int level,
		final SkipGains gains)
	{
		final int depth = image.depth();
		final List<FeatureRow> rows = new ArrayList<>();
		if (level < depth) {
			rows.add(row(image, gains, "Encoder: what the skip carries", LayerNames
				.encoder(level, 2)));
			rows.add(row(image, gains, "Up-sampled, before the merge", LayerNames.up(
				level)));
			rows.add(row(image, gains, "After the merge", LayerNames.decoder(level,
				2)));
		}
		rows.add(row(image, gains, "Bottleneck: the context", LayerNames.encoder(
			depth, 2)));
		return rows;
	}

	private static FeatureRow row(final ComparedImage image,
		final SkipGains gains, final String title, final String layer)
	{
		final FeatureMap map = image.probe().features(layer, gains);
		return new FeatureRow(title, map, FeatureMontage.channels(map, CHANNELS)
			.stream().map(c -> FeatureMontage.channel(map, c)).toList());
	}

	/** E.g. {@code 128 x 128 x 64}. */
	String size() {
		return map.geometry().height() + " \u00d7 " + map.geometry().width() +
			" \u00d7 " + map.geometry().channels();
	}
}
