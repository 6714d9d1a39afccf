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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;
import org.unetlens.engine.NativeArrays;

class KernelRowsGradientTest {

	private static final int WIDTH = 5;
	private static final int IN = 3;
	private static final int OUT = 4;

	@BeforeAll
	static void startEngine() {
		Engine.start();
	}

	/** Against the definition: each tap of the kernel by itself. */
	@ParameterizedTest
	@CsvSource({ "2, 2", "3, 3", "7, 7", "1, 3", "2, 4", "7, 9" })
	void equalsTheDefinition(final int height, final int inputRows) {
		final float[] x = random(1, inputRows * WIDTH * IN);
		final float[] k = random(2, 9 * IN * OUT);
		final float[] g = random(3, height * WIDTH * OUT);
		final float[] dx = new float[x.length], dk = new float[k.length];
		final float[] db = new float[OUT];
		final int above = (height + 2 - inputRows) / 2;
		for (int y = 0; y < height; y++)
			for (int c = 0; c < WIDTH; c++)
				for (int o = 0; o < OUT; o++) {
					final float of = g[(y * WIDTH + c) * OUT + o];
					db[o] += of;
					for (int t = 0; t < 9; t++) {
						final int row = y + t / 3 - above, column = c + t % 3 - 1;
						if (row < 0 || row >= inputRows || column < 0 || column >= WIDTH)
							continue;
						for (int i = 0; i < IN; i++) {
							final int at = (row * WIDTH + column) * IN + i;
							final int tap = (t * IN + i) * OUT + o;
							dx[at] += of * k[tap];
							dk[tap] += of * x[at];
						}
					}
				}
		final List<INDArray> results = List.of(array(new float[dx.length], 1,
			inputRows, WIDTH, IN), array(random(4, dk.length), 3, 3, IN, OUT), array(
				random(5, OUT), OUT));
		final KernelRowsGradient step = new KernelRowsGradient(List.of(array(x, 1,
			inputRows, WIDTH, IN), array(k, 3, 3, IN, OUT), array(new float[OUT],
				OUT), array(g, 1, height, WIDTH, OUT)), results, array(random(6,
					height * WIDTH * IN), height * WIDTH * IN));
		// NB: Twice, since nothing may be left of the first time.
		step.run();
		step.run();
		assertArrayEquals(dx, NativeArrays.toFloats(results.get(0)), 1e-4f);
		assertArrayEquals(dk, NativeArrays.toFloats(results.get(1)), 1e-4f);
		assertArrayEquals(db, NativeArrays.toFloats(results.get(2)), 1e-4f);
		step.close();
	}

	@ParameterizedTest
	@CsvSource({ "512, 512, 8, 16, true", "512, 256, 16, 32, true",
		"256, 256, 16, 32, false", "32, 32, 128, 256, false" })
	void takenWhereItWasMeasuredToBeFaster(final int in, final int out,
		final int rows, final int width, final boolean expected)
	{
		final INDArray kernel = Nd4j.create(DataType.FLOAT, 3, 3, in, out);
		assertEquals(expected, KernelRowsGradient.isFaster(kernel, new long[] { 1,
			rows, width, out }));
		assertFalse(KernelRowsGradient.isFaster(kernel, new long[] { 2, 2, 2,
			out }));
		kernel.close();
	}

	private static INDArray array(final float[] values, final long... shape) {
		return Nd4j.create(values, shape, 'c');
	}

	/** Values from -0.5 to 0.5. */
	static float[] random(final int seed, final int n) {
		final java.util.Random random = new java.util.Random(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = random.nextFloat() - 0.5f;
		return values;
	}
}
