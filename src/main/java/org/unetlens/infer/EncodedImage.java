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

import java.util.HashMap;
import java.util.Map;

import org.unetlens.network.EncodedMaps;
import org.unetlens.network.SkipMap;

/**
 * What the contracting path made of one image: the map at each skip connection
 * and at the bottleneck, on the image and a mirrored margin around it.
 * Immutable and thread-safe; in Java memory.
 */
public final class EncodedImage {

	private final Canvas canvas;
	private final float[] input;
	private final float[] bottleneckInput;
	private final EncodedMaps maps;

	/**
	 * @param input the canvas as the network reads it, {@code [1, h, w,
	 *          channels]}; shared
	 */
	EncodedImage(final Canvas canvas, final float[] input,
		final EncodedMaps maps)
	{
		this(canvas, input, input, maps);
	}

	private EncodedImage(final Canvas canvas, final float[] input,
		final float[] bottleneckInput, final EncodedMaps maps)
	{
		this.canvas = canvas;
		this.input = input;
		this.bottleneckInput = bottleneckInput;
		this.maps = maps;
	}

	/** Width of the image in pixels. */
	public long width() {
		return canvas.width();
	}

	/** Height of the image in pixels. */
	public long height() {
		return canvas.height();
	}

	Canvas canvas() {
		return canvas;
	}

	/** The canvas that gave the skips' maps; shared. */
	float[] input() {
		return input;
	}

	/** The canvas that gave the bottleneck's map; shared. */
	float[] bottleneckInput() {
		return bottleneckInput;
	}

	EncodedMaps maps() {
		return maps;
	}

	/**
	 * The skips of this image with the bottleneck of another one of the same size
	 * ("where" of this, "what" of the other); shares both.
	 *
	 * @throws IllegalArgumentException when the sizes differ, or the other one
	 *           was encoded by a network of another shape
	 */
	public EncodedImage withBottleneckOf(final EncodedImage other) {
		requireTakenApart();
		if (!canvas.equals(other.canvas)) throw new IllegalArgumentException(
			"The bottleneck of an image of " + other.width() + " x " + other
				.height() + " px cannot stand in one of " + width() + " x " + height() +
				" px; crop the larger image to the size of the other");
		if (maps.bottleneck().length != other.maps.bottleneck().length)
			throw new IllegalArgumentException(
				"The two images were encoded by networks of different width; encode both with the same model");
		return new EncodedImage(canvas, input, other.bottleneckInput,
			new EncodedMaps(maps.skips(), other.maps.bottleneck()));
	}

	/**
	 * The same with every skip map shifted against the bottleneck, by image
	 * pixels that are divided by the level's jump and rounded; what enters at the
	 * edge (of the mirrored margin) repeats the edge.
	 *
	 * @param dx to the right, in pixels
	 * @param dy down, in pixels
	 */
	public EncodedImage withSkipsShifted(final int dx, final int dy) {
		requireTakenApart();
		final Map<Integer, SkipMap> shifted = new HashMap<>();
		maps.skips().forEach((level, map) -> shifted.put(level, shifted(level, map,
			dx, dy)));
		return new EncodedImage(canvas, input, bottleneckInput, new EncodedMaps(
			shifted, maps.bottleneck()));
	}

	private void requireTakenApart() {
		if (maps.skips().isEmpty()) throw new IllegalArgumentException(
			"The network came from elsewhere and is computed as it is, so that the maps of its skips are not there to be changed");
	}

	private SkipMap shifted(final int level, final SkipMap map, final int dx,
		final int dy)
	{
		final int h = canvas.shape().height() >> level;
		final int w = canvas.shape().width() >> level;
		final int c = map.channels();
		final int right = cells(dx, level);
		final int down = cells(dy, level);
		if (right == 0 && down == 0) return map;
		final float[] out = new float[map.values().length];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				System.arraycopy(map.values(), (inside(y - down, h) * w + inside(x -
					right, w)) * c, out, (y * w + x) * c, c);
		return new SkipMap(out, canvas.means(level, out, c));
	}

	/** NB: Half a cell counts as one, to either side. */
	private static int cells(final int pixels, final int level) {
		return Integer.signum(pixels) * (int) Math.round(Math.abs(pixels) / Math
			.scalb(1.0, level));
	}

	private static int inside(final int i, final int length) {
		return Math.max(0, Math.min(length - 1, i));
	}
}
