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

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

import org.unetlens.network.EncodedMaps;
import org.unetlens.network.EncoderPlan;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerNames;
import org.unetlens.network.LayerTable;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.UNet;

/** Reads the activations of single layers. Not thread-safe. */
final class LayerReader {

	private final UNet net;
	private final SkipPlans plans;

	/**
	 * @param net stays the caller's, and open
	 * @param plans of that net; stay the caller's
	 */
	LayerReader(final UNet net, final SkipPlans plans) {
		this.net = net;
		this.plans = plans;
	}

	FeatureMap read(final EncodedImage image, final SkipGains gains,
		final SkipFill fill, final String layer)
	{
		final LayerGeometry geometry = LayerTable.row(net.spec(), image.height(),
			image.width(), layer);
		final float[] map = isEncoder(geometry) ? encoder(image, geometry) : plans
			.decoders(image.canvas().shape(), 1).get(0).map(image.maps(), gains, fill,
				geometry.level(), layer);
		final PlanarImg<FloatType, FloatArray> picture = image.canvas().crop(
			geometry.level(), map, geometry.channels(), geometry.channels());
		return new FeatureMap(geometry, picture, order(geometry, picture));
	}

	private static boolean isEncoder(final LayerGeometry layer) {
		return IntStream.of(1, 2).anyMatch(i -> layer.layer().equals(LayerNames
			.encoder(layer.level(), i))) || layer.level() > 0 && layer.layer().equals(
				LayerNames.pool(layer.level() - 1));
	}

	private float[] encoder(final EncodedImage image, final LayerGeometry layer) {
		final int level = layer.level();
		final boolean bottleneck = level == net.spec().depth();
		final EncodedMaps maps = image.maps();
		if (layer.layer().equals(LayerNames.encoder(level, 2))) {
			if (bottleneck) return maps.bottleneck();
			if (maps.skips().containsKey(level)) return maps.skips().get(level)
				.values();
		}
		try (EncoderPlan part = net.encoderPlan(image.canvas().shape(), layer
			.layer()))
		{
			part.run(bottleneck ? image.bottleneckInput() : image.input());
			return part.map(layer.layer());
		}
	}

	private List<Integer> order(final LayerGeometry layer,
		final PlanarImg<FloatType, FloatArray> picture)
	{
		final double[] contribution = net.channelWeights(layer);
		for (int c = 0; c < contribution.length; c++) {
			double sum = 0;
			for (final float value : picture.getPlane(c).getCurrentStorageArray())
				sum += Math.abs(value);
			contribution[c] *= sum;
		}
		return IntStream.range(0, contribution.length).boxed().sorted(Comparator
			.comparingDouble(c -> -contribution[c])).toList();
	}
}
