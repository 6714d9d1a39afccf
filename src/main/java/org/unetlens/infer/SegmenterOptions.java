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

package org.unetlens.infer;

/**
 * How a network is applied. Immutable.
 *
 * @param threads that compute a tile together, at least 1
 * @param memoryBudget bytes that the plan of a tile may take
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
