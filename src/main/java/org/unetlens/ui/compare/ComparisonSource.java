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

package org.unetlens.ui.compare;

import org.unetlens.compare.Comparison;
import org.unetlens.engine.Progress;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.report.HtmlReport;

/**
 * Where the window gets its images from: one, or the slices of a stack, each
 * compared when it is first asked for. Called by one background thread at a
 * time.
 */
public interface ComparisonSource extends AutoCloseable {

	/** Number of images, at least 1. */
	int size();

	/** Name of an image, e.g. {@code slice 3}. */
	String name(int index);

	/**
	 * Compares an image; at once when that was done before.
	 *
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	ComparedImage compare(int index, SkipFill fill, Progress progress);

	/** Sums over all images, comparing those that were not yet. */
	Comparison summary(SkipFill fill, Progress progress);

	/**
	 * The report on all images together.
	 *
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	HtmlReport report(SkipFill fill, Progress progress);

	/** Frees native memory; nothing can be computed any more. */
	@Override
	void close();
}
