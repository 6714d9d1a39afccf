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

import java.util.concurrent.atomic.AtomicLong;

import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.NativeBlock;

/** A {@link Network} that computes blocks in one piece. */
class BlockNetworkTest extends NetworkContractTest {

	private static final UNetSpec SPEC = UNetSpec.default2d(CHANNELS, CLASSES)
		.withDepth(2).withBaseWidth(4).withSeed(12);

	private final AtomicLong arrays = new AtomicLong();

	@Override
	protected Network open() {
		return new BlockNetwork(new UNet(SPEC, InitialWeights.he(SPEC)), arrays);
	}

	@Override
	protected double[] expected(final float[] image, final int height,
		final int width, final SkipSet silenced)
	{
		return new ReferenceUNet(SPEC, InitialWeights.he(SPEC)).run(image, height,
			width, silenced);
	}

	@Override
	protected long memoryInUse() {
		return Nd4j.getEnvironment().getDeviceCouner(0) + NativeBlock.bytesInUse() +
			arrays.get();
	}
}
