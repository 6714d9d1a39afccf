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

package org.unetlens.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.graph.LayerOp.Affine;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.NegativeSlopes;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.ZeroPadding;
import org.unetlens.network.ArrangedKernels;

/**
 * The numbers of a graph's layers as native arrays, by names made of the
 * layer's place. Thread-safe. Close it to free the memory.
 */
final class GraphWeights implements AutoCloseable {

	private final Map<String, INDArray> arrays = new LinkedHashMap<>();
	private final ArrangedKernels kernels = ArrangedKernels.ofFixed();

	/** Copies them to native memory. */
	GraphWeights(final LayerGraph graph) {
		try {
			for (int i = 0; i < graph.layers().size(); i++)
				add(i, graph.layers().get(i).op());
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	/** @param part of the layer, e.g. {@code bias} */
	static String name(final int layer, final String part) {
		return "layer" + layer + "." + part;
	}

	/** By name; shared. */
	Map<String, INDArray> arrays() {
		return Collections.unmodifiableMap(arrays);
	}

	/** Copies of the kernels for all plans. */
	ArrangedKernels kernels() {
		return kernels;
	}

	private void add(final int layer, final LayerOp op) {
		if (op instanceof Convolution c) {
			// NB: The engine fails at dilated convolutions.
			put(layer, "kernel", c.kernel().spread(c.dilation()));
			put(layer, "bias", c.bias());
			addPads(layer, c.pads());
		}
		else if (op instanceof UpConvolution c) {
			final UpPhases phases = UpPhases.of(c);
			for (int p = 0; p < c.stride(); p++)
				put(layer, "kernel" + p, phases.rows(p));
			if (c.bias() != null) put(layer, "bias", repeated(c.bias(), c.stride()));
		}
		else if (op instanceof Affine a) {
			put(layer, "factor", a.factor());
			put(layer, "offset", a.offset());
		}
		else if (op instanceof NegativeSlopes s) put(layer, "slopes", s.slopes());
		else if (op instanceof Pooling p) addPads(layer, p.pads());
		else if (op instanceof ZeroPadding p) addPads(layer, p.pads());
		else if (op instanceof LayerOp.Combination) put(layer, "minus", -1);
	}

	private static float[] repeated(final float[] values, final int times) {
		final float[] all = new float[values.length * times];
		for (int i = 0; i < times; i++)
			System.arraycopy(values, 0, all, i * values.length, values.length);
		return all;
	}

	private void put(final int layer, final String part, final Kernel k) {
		arrays.put(name(layer, part), Nd4j.create(k.values(), new long[] { k
			.height(), k.width(), k.inputs(), k.outputs() }, 'c'));
	}

	private void put(final int layer, final String part, final float... values) {
		arrays.put(name(layer, part), Nd4j.create(values, new long[] {
			values.length }, 'c'));
	}

	private void addPads(final int layer, final Pads p) {
		if (p.equals(Pads.NONE)) return;
		arrays.put(name(layer, "pads"), Nd4j.createFromArray(new int[][] { { 0, 0 },
			{ p.top(), p.bottom() }, { p.left(), p.right() }, { 0, 0 } }));
	}

	/** So many numbers were trained. */
	static long count(final LayerGraph graph) {
		return graph.layers().stream().mapToLong(l -> numbers(l.op())).sum();
	}

	private static long numbers(final LayerOp op) {
		final List<float[]> all = op instanceof Convolution c ? List.of(c.kernel()
			.values(), c.bias()) : op instanceof UpConvolution c ? List.of(c.kernel()
				.values(), c.bias() == null ? new float[0] : c.bias())
				: op instanceof Affine a ? List.of(a.factor(), a.offset())
					: op instanceof NegativeSlopes s ? List.of(s.slopes()) : List.of();
		return all.stream().mapToLong(values -> values.length).sum();
	}

	@Override
	public void close() {
		kernels.close();
		arrays.values().forEach(INDArray::close);
		arrays.clear();
	}
}
