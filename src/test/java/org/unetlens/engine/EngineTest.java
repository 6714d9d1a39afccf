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

package org.unetlens.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.nativeblas.NativeOpsHolder;

class EngineTest {

	@Test
	void startsOnceAndLimitsMemory() {
		Engine.start();
		Engine.start();
		assertEquals(6, Nd4j.createFromArray(1f, 2f, 3f).sumNumber().floatValue());
		assertTrue(Long.parseLong(System.getProperty(
			"org.bytedeco.javacpp.maxbytes")) > 1L << 28);
	}

	@Test
	void everyWorkerUsesItsOwnThreadOnly() throws InterruptedException {
		Engine.start();
		final int[] threads = new int[1];
		final Thread worker = new Thread(() -> {
			Engine.useThisThreadOnly();
			threads[0] = NativeOpsHolder.getInstance().getDeviceNativeOps()
				.ompGetMaxThreads();
		});
		worker.start();
		worker.join();
		assertEquals(1, threads[0]);
	}

	@Test
	void thisProcessorIsReadRight() {
		final Processor here = Processor.here();
		assertEquals(Loader.getPlatform(), here.platform());
		assertDoesNotThrow(() -> Processor.requireSupported(here));
	}

	@Test
	void refusesAProcessorThatWouldEndTheJvm() {
		final String message = assertThrows(EngineException.class, () -> Processor
			.requireSupported(new Processor("linux", "x86_64", Optional.of(false))))
			.getMessage();
		assertTrue(message.contains("AVX2") && message.contains("newer computer"),
			message);
	}

	@Test
	void refusesAPlatformWithoutNatives() {
		final String message = assertThrows(EngineException.class, () -> Processor
			.requireSupported(new Processor("windows", "arm64", Optional.empty())))
			.getMessage();
		assertTrue(message.contains("windows-arm64"), message);
	}

	@Test
	void namesBothVersionsWhenNativesDoNotFit() {
		final String jar =
			"jar:file:/fiji/jars/linux64/javacpp-1.5.7-linux-x86_64.jar!/org/bytedeco/javacpp/linux-x86_64/libjnijavacpp.so";
		final String message = assertThrows(EngineException.class, () -> Natives
			.requireSameVersion("1.5.10", jar)).getMessage();
		assertTrue(message.contains("1.5.10") && message.contains("1.5.7"),
			message);
		assertDoesNotThrow(() -> Natives.requireSameVersion("1.5.7", jar));
	}

	@Test
	void scopesCloseInReverseOrderAndGoOnAfterAFailure() {
		final List<Integer> closed = new ArrayList<>();
		final NativeScope scope = new NativeScope();
		scope.own(() -> closed.add(1));
		scope.own((AutoCloseable) () -> {
			throw new IllegalStateException("broken");
		});
		scope.own(() -> closed.add(3));
		assertThrows(IllegalStateException.class, scope::close);
		assertEquals(List.of(3, 1), closed);
	}

	@Test
	void viewsStartAtTheirOffset() {
		Engine.start();
		try (INDArray array = Nd4j.create(new float[] { 0, 1, 2, 3, 4, 5, 6, 7 },
			new long[] { 4, 2 }, 'c'))
		{
			final INDArray rows = array.get(NDArrayIndex.interval(1, 3));
			assertArrayEquals(new float[] { 2, 3, 4, 5 }, NativeArrays.toFloats(
				rows));
		}
	}

	@Test
	void copiesPartsOfArraysBothWays() {
		Engine.start();
		try (INDArray array = Nd4j.create(new float[] { 1, 2, 3, 4, 5, 6 },
			new long[] { 2, 3 }, 'c'))
		{
			NativeArrays.write(new float[] { 9, 8, 7 }, 1, 2, array);
			final float[] values = new float[8];
			NativeArrays.read(array, values, 2, 6);
			assertEquals(List.of(0f, 0f, 8f, 7f, 3f, 4f, 5f, 6f),
				java.util.stream.IntStream.range(0, 8).mapToObj(i -> values[i])
					.toList());
		}
	}
}
