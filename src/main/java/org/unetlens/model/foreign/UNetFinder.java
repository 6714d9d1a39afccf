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

package org.unetlens.model.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.LayerOp.Active;
import org.unetlens.graph.LayerOp.Convolution;
import org.unetlens.graph.LayerOp.Merge;
import org.unetlens.graph.LayerOp.Other;
import org.unetlens.graph.LayerOp.Pads;
import org.unetlens.graph.LayerOp.Pooling;
import org.unetlens.graph.LayerOp.UpConvolution;
import org.unetlens.graph.LayerOp.UpSampling;
import org.unetlens.graph.LayerText;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.foreign.UNetBlocks.Conv;
import org.unetlens.model.foreign.UNetBlocks.Up;
import org.unetlens.network.Activation;

/**
 * Finds a U-Net in a graph of layers by walking from its input to its output:
 * convolutions and poolings down, then steps up, each perhaps with a merge with
 * the map that left the contracting path at the same level. Whatever else is
 * met is named.
 */
final class UNetFinder {

	private static final int MAX_DEPTH = 6;

	private final LayerGraph graph;
	private final UNetBlocks found = new UNetBlocks();
	/** Level of each map that leaves the contracting path. */
	private final Map<String, Integer> leaving = new HashMap<>();
	private Activation activation;
	private String at;

	private UNetFinder(final LayerGraph graph) {
		this.graph = graph;
		at = graph.input();
	}

	/** What was found. */
	record Result(UNetBlocks blocks, Activation activation) {
	}

	/** @param graph to the logits, without what makes probabilities of them */
	static Result find(final LayerGraph graph)
		throws UnsupportedNetworkException
	{
		final UNetFinder finder = new UNetFinder(graph);
		finder.contract();
		finder.expand();
		return new Result(finder.found, finder.activation == null ? Activation.RELU
			: finder.activation);
	}

	private void contract() throws UnsupportedNetworkException {
		while (true) {
			found.down.add(convolutions());
			final Layer pool = pooling();
			if (pool == null) break;
			leaving.put(at, found.down.size() - 1);
			if (found.down.size() > MAX_DEPTH) throw new UnsupportedNetworkException(
				"has more than " + MAX_DEPTH + " poolings");
			at = pool.name();
		}
		if (found.down.size() == 1) throw new UnsupportedNetworkException(
			"has no 2 x 2 maximum pooling behind " + name(at) + ", but " + describe(
				at));
	}

	/** The pooling that reads this map; null at the bottleneck. */
	private Layer pooling() throws UnsupportedNetworkException {
		Layer pool = null;
		for (final Layer reader : graph.readers(at)) {
			if (reader.op() instanceof Merge) continue;
			if (!(reader.op() instanceof Pooling p)) return null;
			if (pool != null || !isPlain(p)) throw new UnsupportedNetworkException(
				"has the pooling " + name(reader.name()) + " of " + p.size() +
					" px and stride " + p.stride() +
					" where a single maximum pooling of 2 px is needed");
			pool = reader;
		}
		return pool;
	}

	private static boolean isPlain(final Pooling p) {
		return p.kind() == Pooling.Kind.MAXIMUM && p.size() == 2 && p
			.stride() == 2 && p.pads().equals(Pads.NONE);
	}

	private void expand() throws UnsupportedNetworkException {
		final int depth = found.down.size() - 1;
		for (int level = depth - 1; level >= 0; level--) {
			found.steps.add(step());
			merge(level);
			final List<Conv> block = convolutions();
			if (level == 0) found.head = head(block);
			found.up.add(block);
		}
		if (!at.equals(graph.output())) throw new UnsupportedNetworkException(
			"goes on behind " + name(at) + " at full resolution with " + describe(
				at));
		// NB: They were found from below.
		for (final List<?> list : List.of(found.steps, found.up, found.skips,
			found.skipFirst))
			Collections.reverse(list);
	}

	private static Convolution head(final List<Conv> block)
		throws UnsupportedNetworkException
	{
		final Conv last = block.isEmpty() ? null : block.remove(block.size() - 1);
		if (last == null || last.active() || last.op().kernel().height() != 1 ||
			last.op().kernel().width() != 1) throw new UnsupportedNetworkException(
				"does not end in a 1 x 1 convolution, to which no activation but sigmoid or softmax belongs");
		return last.op();
	}

	/** Convolutions one after the other, as long as nothing else reads. */
	private List<Conv> convolutions() throws UnsupportedNetworkException {
		final List<Conv> list = new ArrayList<>();
		for (Layer next = only(at); next != null && next
			.op() instanceof Convolution c; next = only(at))
		{
			at = next.name();
			list.add(new Conv(c, active()));
		}
		return list;
	}

	/** Whether an activation follows; goes behind it. */
	private boolean active() throws UnsupportedNetworkException {
		final Layer next = only(at);
		if (next == null || !(next.op() instanceof Active a)) return false;
		if (activation != null && !activation.equals(a.activation()))
			throw new UnsupportedNetworkException("has the activations " +
				activation + " and " + a.activation() + ", at " + name(next.name()) +
				"; all must be the same");
		activation = a.activation();
		at = next.name();
		return true;
	}

	private Up step() throws UnsupportedNetworkException {
		final Layer next = only(at);
		if (next != null && next.op() instanceof UpConvolution up && up
			.stride() == 2)
		{
			requireDoubling(next.name(), up);
			at = next.name();
			return new Up(up.kernel(), -up.crop().top(), up.bias(), active());
		}
		if (next != null && next.op() instanceof UpSampling up && !up.linear() && up
			.factor() == 2)
		{
			at = next.name();
			return upSampling();
		}
		throw new UnsupportedNetworkException(
			"has no step up by the factor 2 behind " + name(at) + ", but " + describe(
				at));
	}

	private static void requireDoubling(final String layer,
		final UpConvolution up) throws UnsupportedNetworkException
	{
		final LayerOp.Pads crop = up.crop();
		if (up.kernel().height() - crop.top() - crop.bottom() != 2 || up.kernel()
			.width() - crop.left() - crop.right() != 2 || crop.top() != crop.left())
			throw new UnsupportedNetworkException("has the transposed convolution " +
				name(layer) + ", whose map is not exactly twice as large in both axes");
	}

	/** With the convolution behind it, when that still belongs to the step. */
	private Up upSampling() throws UnsupportedNetworkException {
		final int channels = channels(at);
		if (convolutionsAhead() > 2 || convolutionsAhead() > 0 && mergesAhead()) {
			final Layer layer = only(at);
			final Convolution c = (Convolution) layer.op();
			at = layer.name();
			return UpKernels.ofUpSampling(c, active());
		}
		return UpKernels.ofUpSampling(channels);
	}

	/** How many convolutions follow one another, the head not counted. */
	private int convolutionsAhead() {
		int n = 0;
		for (Layer l = only(at); l != null && (l.op() instanceof Convolution || l
			.op() instanceof Active); l = only(l.name()))
			if (l.op() instanceof Convolution && !l.name().equals(graph.output()))
				n++;
		return n;
	}

	/** Whether a merge follows the next convolution. */
	private boolean mergesAhead() {
		Layer l = only(at);
		while (l != null && (l.op() instanceof Active || l
			.op() instanceof Convolution))
			l = only(l.name());
		return l != null && l.op() instanceof Merge;
	}

	private void merge(final int level) throws UnsupportedNetworkException {
		final Layer next = only(at);
		final boolean merges = next != null && next.op() instanceof Merge;
		found.skips.add(merges);
		found.skipFirst.add(merges && !next.inputs().get(0).equals(at));
		if (!merges) return;
		final List<String> others = new ArrayList<>(next.inputs());
		others.remove(at);
		if (others.size() != 1 || !Integer.valueOf(level).equals(leaving.get(others
			.get(0)))) throw new UnsupportedNetworkException("has the merge " + name(
				next.name()) + " of " + next.inputs() +
				", which does not join the two paths at level " + level);
		at = next.name();
	}

	/** The one layer that reads a map; null when there are none or several. */
	private Layer only(final String map) {
		final List<Layer> readers = graph.readers(map);
		return readers.size() == 1 && !map.equals(graph.output()) ? readers.get(0)
			: null;
	}

	/** Channels of a map on the way from the last convolution. */
	private int channels(final String map) throws UnsupportedNetworkException {
		for (Layer l = graph.layer(map); l != null; l = graph.layer(l.inputs().get(
			0)))
		{
			if (l.op() instanceof Convolution c) return c.kernel().outputs();
			if (l.op() instanceof UpConvolution c) return c.kernel().outputs();
			if (l.op() instanceof Merge) break;
		}
		throw new UnsupportedNetworkException("has no convolution before " + name(
			map));
	}

	private String describe(final String map) {
		final List<String> what = graph.readers(map).stream().map(l -> kind(l) +
			" (" + l.name() + ")").toList();
		return what.isEmpty() ? "nothing" : String.join(" and ", what);
	}

	private static String kind(final Layer layer) {
		if (layer.op() instanceof Other other) return other.what();
		if (layer.op() instanceof Convolution c && c.stride() != 1)
			return "a convolution of stride " + c.stride();
		if (layer.op() instanceof LayerOp.Affine)
			return "a normalisation that does not follow a convolution";
		return "a layer of the kind '" + LayerText.of(layer.op()) + "'";
	}

	private static String name(final String layer) {
		return "'" + layer + "'";
	}
}
