
package org.unetlens.infer;

/**
 * How a network is applied. Immutable.
 *
 * @param threads tiles computed at the same time, at least 1
 * @param memoryBudget bytes that all plans together may take
 * @param augmentation averaging over mirrored and rotated inputs
 */
public record SegmenterOptions(int threads, long memoryBudget,
		TestTimeAugmentation augmentation) {

	/** Views of the input whose predictions are averaged. */
	public enum TestTimeAugmentation {

			/** The image as it is. */
			NONE,
			/** The image and its mirror images in x, y and both: 4 predictions. */
			MIRROR,
			/** Those and their quarter turns: 8 predictions. */
			MIRROR_ROTATE

	}

	/** As many threads as processors, 1 GB, no augmentation. */
	public static SegmenterOptions defaults() {
		return new SegmenterOptions(Runtime.getRuntime().availableProcessors(),
			1L << 30, TestTimeAugmentation.NONE);
	}

	public SegmenterOptions withThreads(final int n) {
		return new SegmenterOptions(n, memoryBudget, augmentation);
	}

	public SegmenterOptions withMemoryBudget(final long bytes) {
		return new SegmenterOptions(threads, bytes, augmentation);
	}

	public SegmenterOptions withAugmentation(final TestTimeAugmentation a) {
		return new SegmenterOptions(threads, memoryBudget, a);
	}
}
