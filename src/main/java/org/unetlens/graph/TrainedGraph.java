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

import org.unetlens.network.Network;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TileRule;
import org.unetlens.network.TrainedNetwork;

/**
 * A network from elsewhere that is no U-Net of this project, but can be
 * computed as it is. Immutable and thread-safe.
 */
public final class TrainedGraph implements TrainedNetwork {

	private final LayerGraph graph;
	private final SkipSet silent;
	private final LayerGraph silenced;
	private final GraphTrace trace;
	private final NetworkSignature signature;

	private TrainedGraph(final LayerGraph graph, final SkipSet silent)
		throws UnsupportedNetworkException, InvalidContentException
	{
		this.graph = graph;
		this.silent = silent;
		final GraphSkips skips = new GraphSkips(graph, GraphTrace.of(graph));
		silenced = skips.without(silent);
		trace = GraphTrace.of(silenced);
		signature = new NetworkSignature(graph.channels(), trace.output()
			.channels(), new SkipSet(skips.levels().bits() & ~silent.bits()),
			new TileRule(trace.step(), trace.step(), trace.halo()));
	}

	/**
	 * @param graph from the image to the probabilities of at least two classes,
	 *          which exclude each other
	 * @throws UnsupportedNetworkException that names the layer, when something of
	 *           it cannot be computed here
	 * @throws InvalidContentException when layers do not fit together
	 */
	public static TrainedGraph of(final LayerGraph graph)
		throws UnsupportedNetworkException, InvalidContentException
	{
		final Layer last = graph.layer(graph.output());
		if (!(last.op() instanceof LayerOp.Probability p) || p
			.kind() != OutputKind.SOFTMAX) throw new IllegalArgumentException(
				"The graph ends in " + LayerText.of(last) + ", not in a softmax");
		return new TrainedGraph(graph, SkipSet.none());
	}

	/**
	 * Channels of what a graph gives.
	 *
	 * @throws UnsupportedNetworkException when it cannot be computed here
	 * @throws InvalidContentException when layers do not fit together
	 */
	public static int channels(final LayerGraph graph)
		throws UnsupportedNetworkException, InvalidContentException
	{
		return GraphTrace.of(graph).output().channels();
	}

	/** All layers. */
	public LayerGraph graph() {
		return graph;
	}

	@Override
	public NetworkSignature signature() {
		return signature;
	}

	@Override
	public long weightCount() {
		return GraphWeights.count(graph);
	}

	/** The same with skips silenced: all that they carry is 0. */
	TrainedGraph without(final SkipSet more) {
		if ((more.bits() & ~signature.skips().bits()) != 0)
			throw new IllegalArgumentException("The skip connections " + more +
				" were to be silenced, but the network has " + signature.skips() +
				" only; choose among those");
		try {
			return new TrainedGraph(graph, new SkipSet(silent.bits() | more.bits()));
		}
		catch (final UnsupportedNetworkException | InvalidContentException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public Network open() {
		return new GraphNetwork(this, silenced, trace);
	}
}
