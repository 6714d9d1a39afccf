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

package org.unetlens.model;

import java.util.List;

import org.unetlens.label.ObjectRule;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.TrainedNetwork;
import org.unetlens.network.TrainedUNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * A trained network with all that is needed to use it rightly. Immutable and
 * thread-safe; holds no native memory.
 *
 * @param card what a person should know about it
 * @param network with its trained numbers
 * @param normalization of the input
 * @param pixelSize of the training images; {@link PixelSize#UNCALIBRATED} when
 *          unknown
 * @param classes name of each class, in the order of the output's channel axis
 * @param rule how probabilities become objects, tuned on validation images
 */
public record ModelBundle(ModelCard card, TrainedNetwork network,
		Normalization normalization, PixelSize pixelSize, List<String> classes,
		ObjectRule rule) {

	/** With a U-Net of this project. */
	public ModelBundle(final ModelCard card, final UNetSpec spec,
		final Weights weights, final Normalization normalization,
		final PixelSize pixelSize, final List<String> classes,
		final ObjectRule rule)
	{
		this(card, new TrainedUNet(spec, weights), normalization, pixelSize,
			classes, rule);
	}

	/** What goes into the network and comes out of it. */
	public NetworkSignature signature() {
		return network.signature();
	}

	/** Levels of the network below full resolution. */
	public int depth() {
		return signature().depth();
	}

	/** Side of the square of pixels that can decide about one, in pixels. */
	public long receptiveField() {
		return isUNet() ? ReceptiveField.size(spec()) : 2L * signature().tiles()
			.halo() + 1;
	}

	/** Whether the network is a U-Net of this project. */
	public boolean isUNet() {
		return network instanceof TrainedUNet;
	}

	/**
	 * What the U-Net is built of.
	 *
	 * @throws ModelException unless it is one of this project
	 */
	public UNetSpec spec() {
		return unet().spec();
	}

	/**
	 * The trained numbers of the U-Net.
	 *
	 * @throws ModelException unless it is one of this project
	 */
	public Weights weights() {
		return unet().weights();
	}

	private TrainedUNet unet() {
		if (network instanceof TrainedUNet u) return u;
		throw new ModelException("The network of the model " + card.name() +
			" came from elsewhere and is computed as it is: it can segment images, but not be trained, taken apart or written in other forms. For that, choose a model whose network U-Net Lens could translate, or has trained");
	}

	public ModelBundle withCard(final ModelCard c) {
		return new ModelBundle(c, network, normalization, pixelSize, classes, rule);
	}

	public ModelBundle withRule(final ObjectRule r) {
		return new ModelBundle(card, network, normalization, pixelSize, classes, r);
	}
}
