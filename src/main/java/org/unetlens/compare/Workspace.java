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

package org.unetlens.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.engine.Progress;
import org.unetlens.infer.EncodedImage;
import org.unetlens.infer.SkipSession;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.tensor.Scaling;

/**
 * What all computing on one image needs, and takes much memory: its encoding,
 * the full model's output, the reference. A session keeps it for the last
 * images only; it can be made again. One thread at a time.
 */
final class Workspace {

	private final SkipSession session;
	private final ComparedObjects objects;
	private final EncodedImage encoded;
	private final OutputPictures full;
	private final RandomAccessibleInterval<IntType> reference;
	private final ReferenceMap map;

	/**
	 * Encodes the image and computes the full model's output.
	 */
	Workspace(final SkipSession session, final ComparedObjects objects,
		final ComparisonImage image, final Progress progress)
	{
		this.session = session;
		this.objects = objects;
		encoded = session.encode(image.anyType(), scaling(session, image),
			progress);
		full = decode(encoded, all(), SkipFill.MEAN);
		reference = image.truth().map(objects::truth).orElse(full.labels());
		map = ReferenceMap.of(reference);
	}

	/** How the intensities of an image are normalised. */
	static Scaling scaling(final SkipSession session,
		final ComparisonImage image)
	{
		return image.scaling().orElseGet(() -> session.measure(image.anyType()));
	}

	private SkipGains all() {
		return SkipGains.of(session.model().signature().skips(), session.model()
			.depth());
	}

	private OutputPictures decode(final EncodedImage maps, final SkipGains gains,
		final SkipFill fill)
	{
		return OutputPictures.of(objects, session.decode(maps, gains, fill));
	}

	EncodedImage encoded() {
		return encoded;
	}

	/** The full model's output. */
	OutputPictures full() {
		return full;
	}

	/** The output of a knock-out. */
	OutputPictures knockOut(final SkipGains gains, final SkipFill fill) {
		return gains.equals(all()) ? full : decode(encoded, gains, fill);
	}

	/** The full model's output on other maps than this image's own. */
	OutputPictures of(final EncodedImage maps) {
		return decode(maps, all(), SkipFill.MEAN);
	}

	RandomAccessibleInterval<IntType> reference() {
		return reference;
	}

	ReferenceMap map() {
		return map;
	}

	/**
	 * Measures the outputs of all subsets of the skips. Pictures are dropped as
	 * soon as they are measured.
	 *
	 * @return the full set first, none last
	 */
	Map<SkipSet, OutputMeasures> measureKnockOuts(final SkipFill fill,
		final Progress progress)
	{
		final Map<SkipSet, OutputMeasures> found = new ConcurrentHashMap<>();
		final int threads = Runtime.getRuntime().availableProcessors();
		try (Backlog backlog = new Backlog(threads)) {
			session.decodeAll(encoded, fill, (on, planes) -> backlog.add(() -> found
				.put(on, OutputPictures.of(objects, planes).measure(map))), progress);
			backlog.finish();
		}
		final Map<SkipSet, OutputMeasures> ordered = new LinkedHashMap<>();
		Figures.subsets(session.model().signature().skips()).forEach(on -> ordered
			.put(on, found.get(on)));
		return ordered;
	}
}
