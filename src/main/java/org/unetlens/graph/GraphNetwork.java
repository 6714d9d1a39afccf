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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.unetlens.engine.Engine;
import org.unetlens.network.Network;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.NetworkStream;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TileRule;
import org.unetlens.network.TileShape;

/**
 * A network from elsewhere, computed layer by layer as it is. Thread-safe; its
 * weights are shared by all streams, so close those first. NB: It takes more
 * time and memory than a {@link org.unetlens.network.UNet}, since rows at the
 * borders of blocks are computed twice.
 */
final class GraphNetwork implements Network {

	private final TrainedGraph trained;
	private final LayerGraph graph;
	private final GraphTrace trace;
	private final GraphWeights weights;
	private final Map<Integer, PlanBytes> planBytes = new ConcurrentHashMap<>();

	/**
	 * @param trained what is computed
	 * @param graph of it, or the same with skips silenced
	 */
	GraphNetwork(final TrainedGraph trained, final LayerGraph graph,
		final GraphTrace trace)
	{
		Engine.start();
		this.trained = trained;
		this.graph = graph;
		this.trace = trace;
		weights = new GraphWeights(graph);
	}

	@Override
	public NetworkSignature signature() {
		return trained.signature();
	}

	@Override
	public NetworkStream stream(final TileShape shape, final int rows,
		final int threads)
	{
		signature().tiles().require(shape);
		return new GraphStream(this, GraphStream.Layout.of(signature(), shape, rows,
			threads));
	}

	GraphPlan plan(final TileShape shape) {
		return new GraphPlan(graph, trace, weights, shape);
	}

	@Override
	public long streamBytes(final TileShape shape, final int rows,
		final int threads)
	{
		final GraphStream.Layout layout = GraphStream.Layout.of(signature(), shape,
			rows, threads);
		final TileShape block = layout.block();
		return layout.parts() * planBytes.computeIfAbsent(block.height(),
			this::measure).of(block.width());
	}

	/** Bytes of a plan of one height. */
	private record PlanBytes(long narrow, int width, long perColumn) {

		long of(final int columns) {
			return narrow + perColumn * (columns - width);
		}
	}

	/** NB: Only a plan that was made knows what it takes; two narrow ones do. */
	private PlanBytes measure(final int height) {
		final int width = signature().tiles().step();
		final long narrow = bytes(height, width), wide = bytes(height, 2 * width);
		return new PlanBytes(narrow, width, (wide - narrow) / width);
	}

	private long bytes(final int height, final int width) {
		try (GraphPlan plan = plan(new TileShape(1, height, width))) {
			return plan.bytes();
		}
	}

	@Override
	public long columnBytes(final int rows, final int threads) {
		final TileRule tiles = signature().tiles();
		final int block = GraphStream.Layout.rows(signature(), rows, threads) + 2 *
			tiles.halo();
		return (threads * planBytes.computeIfAbsent(block, this::measure).of(tiles
			.step()) + tiles.step() - 1) / tiles.step();
	}

	@Override
	public Network without(final SkipSet silenced) {
		return trained.without(silenced).open();
	}

	@Override
	public void close() {
		weights.close();
	}
}
