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

package org.unetlens.ij.compare;

import java.util.List;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.SkipComparison;
import org.unetlens.engine.Progress;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.compare.ComparedImage;
import org.unetlens.ui.compare.ComparisonSource;
import org.unetlens.ui.report.HtmlReport;

/**
 * The images of a session, each compared when it is first asked for. Not
 * thread-safe.
 */
public final class SessionSource implements ComparisonSource {

	private final SkipComparison session;
	private final List<ComparisonImage> images;
	private final ImageComparison[] compared;

	/**
	 * @param session closed with this
	 * @param images at least one
	 */
	public SessionSource(final SkipComparison session,
		final List<ComparisonImage> images)
	{
		this.session = session;
		this.images = List.copyOf(images);
		compared = new ImageComparison[images.size()];
	}

	@Override
	public int size() {
		return images.size();
	}

	@Override
	public String name(final int index) {
		return images.get(index).name();
	}

	@Override
	public ComparedImage compare(final int index, final SkipFill fill,
		final Progress progress)
	{
		return ComparedImage.of(image(index, fill, progress), other -> image(other,
			fill, Progress.NONE));
	}

	@Override
	public Comparison summary(final SkipFill fill, final Progress progress) {
		all(fill, progress);
		return images.size() == 1 ? compared[0].comparison() : session.summary(List
			.of(compared));
	}

	@Override
	public HtmlReport report(final SkipFill fill, final Progress progress) {
		final List<ImageComparison> all = all(fill, progress);
		return all.size() == 1 ? HtmlReport.of(all.get(0), progress) : HtmlReport
			.summary(summary(fill, progress), all, progress);
	}

	/** All images, compared. */
	public List<ImageComparison> all(final SkipFill fill,
		final Progress progress)
	{
		for (int i = 0; i < compared.length; i++)
			image(i, fill, progress);
		return List.of(compared);
	}

	private ImageComparison image(final int index, final SkipFill fill,
		final Progress progress)
	{
		if (compared[index] == null) compared[index] = session.compare(images.get(
			index), progress);
		compared[index] = compared[index].withFill(fill, progress);
		return compared[index];
	}

	@Override
	public void close() {
		session.close();
	}
}
