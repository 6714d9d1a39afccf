/**
 * SciJava converters between ImgLib2 images and tensors, so that scripts and
 * commands can ask for either. Each calls the bridge in
 * {@link org.unetlens.tensor} and nothing else. Converters of ImageJ's images
 * are in {@code org.unetlens.ij.convert}.
 */

package org.unetlens.convert;
