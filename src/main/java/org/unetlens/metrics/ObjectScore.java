
package org.unetlens.metrics;

import java.util.List;

/**
 * What shall be as large as possible when an object rule is tuned. Called from
 * one thread.
 */
@FunctionalInterface
public interface ObjectScore {

	/**
	 * Scores the results of one rule.
	 *
	 * @param images the overlap of truth and prediction of each image, not empty
	 */
	double of(List<OverlapTable> images);

	/**
	 * The mean of AP (pooled over the images) at several IoU thresholds.
	 *
	 * @param thresholds 0.5 to below 1
	 */
	static ObjectScore meanAp(final double... thresholds) {
		return images -> {
			double sum = 0;
			for (final double t : thresholds)
				sum += images.stream().map(table -> ObjectMatches.of(table, t)).reduce(
					ObjectMatches.none(t), ObjectMatches::plus).ap();
			return sum / thresholds.length;
		};
	}

	/** V_rand of regions, pooled over the images. */
	static ObjectScore rand() {
		return images -> images.stream().map(RandScores::of).reduce(RandScores.NONE,
			RandScores::plus).rand();
	}

	/** Dice of the foreground, pooled over the images. */
	static ObjectScore dice() {
		return images -> images.stream().map(PixelCounts::of).reduce(
			PixelCounts.NONE, PixelCounts::plus).dice();
	}
}
