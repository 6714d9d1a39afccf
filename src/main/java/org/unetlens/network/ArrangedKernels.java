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

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unetlens.engine.NativeArrays;
import org.unetlens.engine.NativeBlock;
import org.unetlens.engine.NativeScope;
import org.unetlens.onednn.Convolution;
import org.unetlens.onednn.MemoryShape;
import org.unetlens.onednn.Primitive;

/**
 * Copies of kernels in the layouts that oneDNN reads fastest, which all plans
 * of the same weights share. Thread-safe. Close it after the plans and before
 * the weights.
 */
public final class ArrangedKernels implements AutoCloseable {

	private record Arranged(INDArray kernel, MemoryShape layout,
			NativeBlock block, Primitive arrangement) implements PreparedStep {

		INDArray copy() {
			return block.array();
		}

		@Override
		public String name() {
			return "arrange";
		}

		@Override
		public void run() {
			arrangement.run();
		}

		@Override
		public void close() {
			arrangement.close();
			layout.close();
			block.close();
		}
	}

	private final BufferSource source;
	private final boolean fixed;
	private final List<Arranged> all = new ArrayList<>();

	private ArrangedKernels(final BufferSource source, final boolean fixed) {
		this.source = source;
		this.fixed = fixed;
	}

	/** Of weights that stay as they are. */
	public static ArrangedKernels ofFixed() {
		return new ArrangedKernels(BufferSource.MEMORY, true);
	}

	/** Of weights whose {@link #arrangements} run whenever they have changed. */
	static ArrangedKernels ofChanging(final BufferSource source) {
		return new ArrangedKernels(source, false);
	}

	/**
	 * The copy of a kernel in a layout.
	 *
	 * @param kernel {@code [h, w, in, out]}; stays open
	 * @param layout taken over
	 */
	synchronized INDArray get(final Convolution convolution,
		final INDArray kernel, final MemoryShape layout)
	{
		for (final Arranged one : all)
			if (one.kernel() == kernel && one.layout().isSame(layout)) {
				layout.close();
				return one.copy();
			}
		final Arranged arranged = arranged(convolution, kernel, layout);
		all.add(arranged);
		if (fixed) arranged.run();
		return arranged.copy();
	}

	private Arranged arranged(final Convolution convolution,
		final INDArray kernel, final MemoryShape layout)
	{
		final NativeScope scope = new NativeScope();
		try {
			final NativeBlock block = scope.own(source.take(DataType.FLOAT, scope.own(
				layout).length()));
			return new Arranged(kernel, layout, block, convolution.arrange(
				NativeArrays.bytes(kernel), layout, NativeArrays.bytes(block.array())));
		}
		catch (final RuntimeException | Error e) {
			scope.close();
			throw e;
		}
	}

	boolean isFixed() {
		return fixed;
	}

	/** What brings changed values into the copies, in any order. */
	synchronized List<PreparedStep> arrangements() {
		return fixed ? List.of() : List.copyOf(all);
	}

	/** Bytes of native memory that the copies take. */
	synchronized long bytes() {
		return all.stream().mapToLong(k -> Float.BYTES * k.copy().length()).sum();
	}

	@Override
	public synchronized void close() {
		all.forEach(Arranged::close);
		all.clear();
	}
}
