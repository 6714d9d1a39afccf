
package org.unetlens.model;

import java.util.List;

import org.unetlens.label.ObjectRule;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.Weights;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * A trained network with all that is needed to use it rightly. Immutable and
 * thread-safe; holds no native memory.
 *
 * @param card what a person should know about it
 * @param spec the network
 * @param weights its trained numbers
 * @param normalization of the input
 * @param pixelSize of the training images; {@link PixelSize#UNCALIBRATED} when
 *          unknown
 * @param classes name of each class, in the order of the output's channel axis
 * @param rule how probabilities become objects, tuned on validation images
 */
public record ModelBundle(ModelCard card, UNetSpec spec, Weights weights,
		Normalization normalization, PixelSize pixelSize, List<String> classes,
		ObjectRule rule) {

	public ModelBundle withCard(final ModelCard c) {
		return new ModelBundle(c, spec, weights, normalization, pixelSize, classes,
			rule);
	}

	public ModelBundle withRule(final ObjectRule r) {
		return new ModelBundle(card, spec, weights, normalization, pixelSize,
			classes, r);
	}
}
