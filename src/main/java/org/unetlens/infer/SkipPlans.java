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

import java.util.ArrayList;
import java.util.List;

import org.unetlens.engine.NativeScope;
import org.unetlens.network.DecoderPlan;
import org.unetlens.network.EncoderPlan;
import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetSpec;

/**
 * The plans of a {@link SkipSession} for one canvas at a time: made when first
 * asked for, reused until another canvas comes. Not thread-safe.
 */
final class SkipPlans implements AutoCloseable {

	private final UNet net;
	private final long budget;
	private final double encoderBytes;
	private final double decoderBytes;
	private NativeScope scope = new NativeScope();
	private TileShape shape;
	private EncoderPlan encoder;
	private final List<DecoderPlan> decoders = new ArrayList<>();

	/**
	 * @param net stays the caller's, and open
	 * @param budget bytes that all plans together may take
	 */
	SkipPlans(final UNet net, final long budget) {
		this.net = net;
		this.budget = budget;
		final int side = 4 * net.signature().tiles().step();
		final TileShape small = new TileShape(1, side, side);
		try (EncoderPlan e = net.encoderPlan(small);
				DecoderPlan d = net.decoderPlan(small))
		{
			encoderBytes = (double) e.bytes() / small.pixels();
			decoderBytes = (double) d.bytes() / small.pixels();
		}
	}

	/** Pixels that a canvas may have. */
	long maxPixels() {
		final UNetSpec spec = net.spec();
		// NB: Maps are copied to Java arrays, whose length is an int.
		final int channels = Math.max(2 * spec.baseWidth(), Math.max(spec
			.channels(), spec.classes()));
		return (long) Math.min(budget / (encoderBytes + decoderBytes),
			(Integer.MAX_VALUE - 8) / channels);
	}

	/** How many expanding paths of that canvas fit beside each other. */
	int workers(final TileShape canvas) {
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (budget /
			(double) canvas.pixels() - encoderBytes) / decoderBytes));
	}

	EncoderPlan encoder(final TileShape canvas) {
		keepOnly(canvas);
		if (encoder == null) encoder = scope.own(net.encoderPlan(canvas));
		return encoder;
	}

	/** Expanding paths for so many workers; the first is always the same. */
	List<DecoderPlan> decoders(final TileShape canvas, final int workers) {
		keepOnly(canvas);
		while (decoders.size() < workers)
			decoders.add(scope.own(net.decoderPlan(canvas)));
		return List.copyOf(decoders);
	}

	private void keepOnly(final TileShape canvas) {
		if (canvas.equals(shape)) return;
		close();
		shape = canvas;
	}

	@Override
	public void close() {
		scope.close();
		scope = new NativeScope();
		shape = null;
		encoder = null;
		decoders.clear();
	}
}
