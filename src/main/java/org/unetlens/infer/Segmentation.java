
package org.unetlens.infer;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;

/**
 * What a network made of one image plane.
 *
 * @param probabilities axes (x, y, class), 0 to 1, summing to 1 over the
 *          classes
 * @param labels axes (x, y); 0 = background, i = object i
 */
public record Segmentation(ClassPlanes probabilities, Img<IntType> labels) {
}
