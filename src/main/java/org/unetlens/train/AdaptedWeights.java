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

package org.unetlens.train;

import java.util.ArrayList;
import java.util.List;

import org.unetlens.model.ModelBundle;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.LayerNames;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.network.Weights.Weight;

/**
 * The weights of a model for a network that differs from its own in input
 * channels or classes alone.
 * <p>
 * Channels: each of the n new ones gets the sum of the kernels of the old ones,
 * divided by n, so that an image that is the same in all channels gives the
 * same answer as before. Classes: a class with the name of an old one takes its
 * weights over; others begin by He's rule.
 */
final class AdaptedWeights {

	private final ModelBundle model;
	private final UNetSpec spec;
	private final List<String> classes;
	private final Weights random;

	private AdaptedWeights(final ModelBundle model, final UNetSpec spec,
		final List<String> classes)
	{
		this.model = model;
		this.spec = spec;
		this.classes = classes;
		random = InitialWeights.he(spec);
	}

	/**
	 * @param spec the model's own, but for channels, classes and seed
	 * @param classes names of the classes of the new network
	 */
	static Weights of(final ModelBundle model, final UNetSpec spec,
		final List<String> classes)
	{
		return new AdaptedWeights(model, spec, classes).all();
	}

	private Weights all() {
		final String first = LayerNames.weight(LayerNames.encoder(0, 1));
		final List<Weight> all = new ArrayList<>();
		for (final Weight w : model.weights().all())
			all.add(w.name().equals(first) && spec.channels() != model.spec()
				.channels() ? channels(w) : w.name().startsWith(LayerNames.HEAD) &&
					!classes.equals(model.classes()) ? head(w) : w);
		return new Weights(all);
	}

	private Weight channels(final Weight old) {
		final int before = model.spec().channels();
		final int now = spec.channels();
		final int out = (int) old.shape()[3];
		final float[] values = new float[9 * now * out];
		for (int k = 0; k < 9; k++)
			for (int o = 0; o < out; o++) {
				float sum = 0;
				for (int c = 0; c < before; c++)
					sum += old.values()[(k * before + c) * out + o];
				for (int c = 0; c < now; c++)
					values[(k * now + c) * out + o] = sum / now;
			}
		return new Weight(old.name(), new long[] { 3, 3, now, out }, values);
	}

	/** Kernel {@code [1, 1, iC, classes]} or bias {@code [classes]}. */
	private Weight head(final Weight old) {
		final Weight now = random.get(old.name());
		final float[] values = now.values().clone();
		final int before = model.classes().size();
		for (int c = 0; c < classes.size(); c++) {
			final int same = model.classes().indexOf(classes.get(c));
			if (same < 0) continue;
			for (int i = 0; i < values.length / classes.size(); i++)
				values[i * classes.size() + c] = old.values()[i * before + same];
		}
		return new Weight(old.name(), now.shape(), values);
	}
}
