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

package org.unetlens.benchmark;

import java.util.Locale;

import net.imglib2.parallel.Parallelization;

import org.unetlens.engine.Engine;

/**
 * Guards against becoming slow: measures a few ratios in about a minute, and
 * ends with exit code 1 when one is beyond its bound. Ratios do not depend on
 * how fast the machine is; run it when nothing else runs.
 */
public final class GuardBenchmark {

	private boolean passed = true;

	private GuardBenchmark() {}

	public static void main(final String[] args) throws Exception {
		Engine.start();
		System.out.println(Machine.text());
		final GuardBenchmark guard = new GuardBenchmark();
		// NB: Measured 0.97, 1.05, 3.0 and 3.4 (26 November 2026) and a tenth more.
		guard.inference("4/32/1/512", 1.07);
		guard.inference("3/16/1/512", 1.16);
		guard.step(4, 16, 4, 3.3);
		guard.step(4, 32, 1, 3.75);
		System.exit(guard.passed ? 0 : 1);
	}

	/** From pixels to labels, against ONNX Runtime on the image in one piece. */
	private void inference(final String network, final double bound)
		throws Exception
	{
		check("segmenting " + network + " against ONNX Runtime",
			new InferenceBenchmark(network, 1L << 30).rounds(7).ratio(0, 1), bound);
	}

	/** A training step against the network's forward pass on as many patches. */
	private void step(final int depth, final int width, final int batch,
		final double bound) throws Exception
	{
		final TrainingBenchmark training = new TrainingBenchmark(depth, width, 256,
			batch, 20);
		final double step = training.medianStep();
		final double forward = Parallelization.runMultiThreaded(
			training::medianForward);
		check(String.format("training step %d/%d, batch %d, against the network",
			depth, width, batch), step / (batch * forward), bound);
	}

	private void check(final String what, final double ratio,
		final double bound)
	{
		final boolean ok = ratio <= bound;
		passed &= ok;
		System.out.printf(Locale.ROOT, "%s: %.2f, bound %.2f: %s%n", what, ratio,
			bound, ok ? "passed" : "FAILED");
	}
}
