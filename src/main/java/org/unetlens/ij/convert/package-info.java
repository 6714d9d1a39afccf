/**
 * SciJava converters between ImageJ's images and tensors, so that scripts and
 * commands can ask for either. Each calls the bridge in
 * {@link org.unetlens.tensor} and nothing else.
 */

package org.unetlens.ij.convert;
