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

package org.unetlens.ui.report;

import java.util.List;

import org.unetlens.infer.FeatureMap;
import org.unetlens.network.LayerGeometry;
import org.unetlens.ui.picture.FeatureMontage;

/** Feature maps: full resolution beside the bottleneck. */
final class FeatureSection implements Section {

	private static final int CHANNELS = 12;
	private static final int COLUMNS = 6;
	private static final int TILE = 173;

	/** What the maps of {@link ReportImage#features} are, in its order. */
	private static final List<String> MEANINGS = List.of(
		"Through the uppermost skip: low-level features. They follow edges and grain exactly and mean little by themselves.",
		"From below, just before the uppermost merge: context, up-sampled. It knows what is where, but coarsely.",
		"After the merge: what both give together.",
		"The bottleneck: the most context and the fewest places. Each square is one cell.");

	private final ReportImage image;

	FeatureSection(final ReportImage image) {
		this.image = image;
	}

	@Override
	public void write(final Page page) {
		page.section("features", "Low-level features and context", () -> {
			page.paragraph(
				"Each picture is one channel of a layer, scaled to its own range. Shown are the channels that contribute most to the next layer (size of the weights times mean activation), the most important first; the number is the channel's.");
			for (int i = 0; i < image.features().size(); i++)
				montage(page, image.features().get(i), MEANINGS.get(i));
		});
	}

	private static void montage(final Page page, final FeatureMap map,
		final String meaning)
	{
		final LayerGeometry g = map.geometry();
		final int shown = FeatureMontage.channels(map, CHANNELS).size();
		page.figure("one", meaning + " Layer " + g.layer() + ", level " + g
			.level() + ": " + g.height() + " x " + g.width() + " cells, one every " +
			g.jump() + " px; " + shown + " of " + g.channels() + " channels.",
			() -> page.picture(FeatureMontage.of(map, CHANNELS, COLUMNS, TILE),
				shown + " channels of the layer " + g.layer()));
	}
}
