
package org.unetlens.label;

/**
 * For each pixel of a label image: how far the nearest object is and which one,
 * and how far the nearest other object is. Distances are exact, Euclidean, in
 * pixels, centre to centre; inside an object the distance is 0 and the label
 * its own. Where two objects are equally near, either may be named. Planes in
 * raster order, not to be changed.
 *
 * @param distance to the nearest object; {@link Float#POSITIVE_INFINITY} where
 *          there is none within the limit
 * @param label of the nearest object; 0 where there is none within the limit
 * @param secondDistance to the nearest object with another label;
 *          {@link Float#POSITIVE_INFINITY} where there is none within the limit
 */
public record NearestObjects(float[] distance, int[] label,
		float[] secondDistance) {
}
