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

import java.util.ArrayList;
import java.util.List;

/** The names of a U-Net's layers and weights, made here and nowhere else. */
public final class LayerNames {

	public static final String HEAD = "head";
	/** The 3x3 convolution before the head that some networks have. */
	public static final String THIRD = "decoder0.conv3";
	/** Placeholder of the graph, {@code [N, H, W, C]}. */
	public static final String INPUT = "input";
	public static final String LOGITS = "logits";
	/** Softmax of the logits over the last axis, {@code [N, H, W, classes]}. */
	public static final String PROBABILITIES = "probabilities";

	private LayerNames() {}

	/**
	 * 3x3 convolution 1 or 2 on the way down, e.g. {@code encoder0.conv1}. Level
	 * depth is the bottleneck.
	 */
	public static String encoder(final int level, final int conv) {
		return "encoder" + level + ".conv" + conv;
	}

	/** 3x3 convolution 1 or 2 on the way up, e.g. {@code decoder0.conv2}. */
	public static String decoder(final int level, final int conv) {
		return "decoder" + level + ".conv" + conv;
	}

	/**
	 * Transposed convolution from level + 1 to level, e.g. {@code decoder0.up}.
	 * It has a bias in some networks from elsewhere only.
	 */
	public static String up(final int level) {
		return "decoder" + level + ".up";
	}

	/** The max pooling from level to level + 1. */
	public static String pool(final int level) {
		return "encoder" + level + ".pool";
	}

	/** The merge at a level: skip first, then up, on the channel axis. */
	public static String merge(final int level) {
		return "decoder" + level + ".merge";
	}

	/**
	 * The layer whose map enters decoder level {@code level} from below: the
	 * bottleneck, or the decoder of the next level.
	 */
	static String below(final int level, final int depth) {
		return level + 1 == depth ? encoder(depth, 2) : decoder(level + 1, 2);
	}

	public static String weight(final String layer) {
		return layer + ".weight";
	}

	public static String bias(final String layer) {
		return layer + ".bias";
	}

	/** All 3x3 convolutions in the order in which they run. */
	public static List<String> convolutions(final int depth) {
		final List<String> names = new ArrayList<>();
		for (int k = 0; k <= depth; k++)
			for (int i = 1; i <= 2; i++)
				names.add(encoder(k, i));
		for (int k = depth - 1; k >= 0; k--)
			for (int i = 1; i <= 2; i++)
				names.add(decoder(k, i));
		return names;
	}
}
