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

package org.unetlens.label;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

import org.unetlens.label.OpenArea.Parted;

/**
 * Finds the objects of an image that comes in bands of rows. What it finds is
 * what {@link LabelImages#from} finds in the whole image, whatever the bands:
 * an area that reaches over several bands is kept until it is complete, and
 * only then parted into objects.
 * <p>
 * All bands are {@link #add added} from the first to the last row, then they
 * are {@link #count counted}, and {@link #finish} gives the labels. The memory
 * beyond the store is about 14 bytes per pixel of a few hundred thousand pixels
 * per thread, 12 bytes per object, and the areas that are not complete. Not
 * thread-safe; uses the threads of the current {@link Parallelization}, whose
 * number does not change the result.
 */
public final class ObjectBands {

	/** Pixels that a thread works on at a time, about. */
	private static final int PIXELS = 1 << 19;
	/** Bytes per pixel of the bounding box while an area is parted. */
	private static final int PARTING_BYTES = 9;

	private final Landscape landscape;
	private final int width;
	private final int height;
	private final LabelStore store;
	private final long memory;
	private final int rowsAtOnce;

	private final ObjectIds ids = new ObjectIds();
	private int row;
	private int bands;

	/** The open labels, or areas, of the last row. */
	private final int[] edge;
	private final OpenArea[] areaEdge;
	private long openBytes;
	private ObjectCleaning cleaning;

	/** Where heights of the landscape come from; asked by several threads. */
	@FunctionalInterface
	public interface Heights {

		/**
		 * @param row first row
		 * @param heights takes {@code rows} rows; all 0
		 */
		void read(int row, int rows, byte[] heights);
	}

	/** Takes the labels of some rows, in order. */
	@FunctionalInterface
	public interface Rows {

		/** @param labels (x, y) in raster order; valid during the call */
		void accept(int row, int rows, int[] labels);
	}

	/**
	 * @param store of width x height pixels; stays the caller's
	 * @param memory bytes that areas may take which are not complete yet, or are
	 *          being parted
	 */
	public ObjectBands(final int width, final int height, final ObjectRule rule,
		final LabelStore store, final long memory)
	{
		this(width, height, rule, store, memory, Math.max(1, Math.max(Math.min(
			height, 64), PIXELS / width)));
	}

	ObjectBands(final int width, final int height, final ObjectRule rule,
		final LabelStore store, final long memory, final int rowsAtOnce)
	{
		landscape = new Landscape(rule);
		this.width = width;
		this.height = height;
		this.store = store;
		this.memory = memory;
		this.rowsAtOnce = rowsAtOnce;
		edge = new int[width];
		areaEdge = new OpenArea[width];
	}

	/** The classes whose probabilities {@link #heights} needs, in that order. */
	public int[] classes() {
		return landscape.classes();
	}

	/**
	 * Turns probabilities into what the rule makes of them.
	 *
	 * @param planes the probabilities of {@link #classes}, {@code count} pixels
	 * @param to takes one byte per pixel from {@code start} on
	 */
	public void heights(final float[][] planes, final int count, final byte[] to,
		final int start)
	{
		landscape.heights(planes, count, to, start);
	}

	/** The row that is to be added next; rows added so far. */
	public int row() {
		return row;
	}

	/** The next {@code rows} rows. */
	public void add(final int rows, final Heights heights) {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int end = row + rows;
		while (row < end) {
			final List<Integer> starts = new ArrayList<>();
			int next = row;
			for (; next < end && starts.size() < 2 * executor
				.getParallelism(); next += rowsAtOnce)
				starts.add(next);
			executor.forEachApply(starts, y -> find(y, Math.min(rowsAtOnce, end - y),
				heights)).forEach(this::join);
			row = Math.min(next, end);
		}
	}

	private BandObjects find(final int y, final int rows, final Heights heights) {
		final byte[] own = new byte[rows * width];
		heights.read(y, rows, own);
		return BandObjects.of(landscape, own, width, y, height);
	}

	private void join(final BandObjects band) {
		final int base = ids.last();
		ids.add(band.sizes());
		final int[] labels = band.labels();
		if (base > 0) for (int i = 0; i < labels.length; i++)
			if (labels[i] != 0) labels[i] += base;
		store.write((long) band.row() * width, labels, 0, labels.length);
		bands++;
		if (landscape.isWhole()) joinLabels(band, base);
		else joinAreas(band);
	}

	private void joinLabels(final BandObjects band, final int base) {
		for (int x = 0; x < width; x++) {
			if (edge[x] != 0 && band.top()[x] != 0) ids.join(edge[x], base + band
				.top()[x]);
			edge[x] = band.bottom()[x] == 0 ? 0 : base + band.bottom()[x];
		}
	}

	private void joinAreas(final BandObjects band) {
		final List<OpenArea> met = new ArrayList<>();
		for (final OpenPart part : band.parts())
			met.add(new OpenArea(part));
		openBytes += met.stream().mapToLong(OpenArea::bytes).sum();
		for (int x = 0; x < width; x++) {
			if (areaEdge[x] == null) continue;
			// NB: Neighbours are mostly of the same area.
			if (x == 0 || areaEdge[x] != areaEdge[x - 1]) met.add(areaEdge[x]);
			if (band.top()[x] != 0) OpenArea.join(areaEdge[x].root(), met.get(band
				.top()[x] - 1).root());
		}
		for (int x = 0; x < width; x++) {
			final int part = band.bottom()[x];
			areaEdge[x] = part == 0 ? null : met.get(part - 1).root();
			if (part != 0) areaEdge[x].goOnAfter(bands);
		}
		requireRoom(openBytes, null);
		part(met.stream().map(OpenArea::root).distinct().filter(a -> !a.goesOnAfter(
			bands)).toList());
	}

	/** Parts complete areas, many small ones at a time. */
	private void part(final List<OpenArea> complete) {
		for (int i = 0; i < complete.size();) {
			final List<OpenArea> some = new ArrayList<>();
			long pixels = 0;
			while (i < complete.size() && (some.isEmpty() || pixels + complete.get(i)
				.boxPixels() <= 8L * PIXELS))
			{
				pixels += complete.get(i).boxPixels();
				some.add(complete.get(i++));
			}
			requireRoom(openBytes + PARTING_BYTES * pixels, some.get(0));
			Parallelization.getTaskExecutor().forEachApply(some, area -> area.part(
				landscape)).forEach(this::write);
		}
	}

	private void write(final Parted parted) {
		parted.write(store, width, ids.last());
		ids.add(parted.sizes());
		openBytes -= parted.area().bytes();
	}

	private void requireRoom(final long bytes, final OpenArea area) {
		if (bytes <= memory) return;
		throw new IllegalArgumentException((area == null
			? "Areas of foreground that go on down to row " + row
			: "An area of foreground from row " + area.top() + " to row " + area
				.bottom()) + " need " + (bytes >> 20) +
			" MB to be parted into objects, more than the " + (memory >> 20) +
			" MB that are allowed. Allow more memory, use a model or threshold that leaves background between objects, or cut the image into parts");
	}

	/**
	 * Counts the objects after all rows were added; to be called once, before
	 * {@link #finish}.
	 */
	public int count() {
		cleaning = new ObjectCleaning(ids.objects(landscape.isWhole() ? landscape
			.rule().minSize() : 0), width, height, landscape.rule());
		if (cleaning.needsSurvey()) forEachBand((y, n, labels) -> {
			for (int from = 0; from < n * width; from += width)
				cleaning.survey(labels, from);
		});
		cleaning.surveyed();
		return cleaning.objects();
	}

	/**
	 * Completes the labels, in the store too, after they were counted.
	 *
	 * @param rows takes the labels, 0 = background, 1..n in raster order of the
	 *          first pixel
	 */
	public void finish(final Rows rows) {
		forEachBand((y, n, labels) -> {
			for (int from = 0; from < n * width; from += width)
				cleaning.clean(labels, from);
			store.write((long) y * width, labels, 0, n * width);
			rows.accept(y, n, labels);
		});
	}

	private void forEachBand(final Rows rows) {
		final int[] labels = new int[Math.min(height, rowsAtOnce) * width];
		for (int y = 0; y < height; y += rowsAtOnce) {
			final int n = Math.min(rowsAtOnce, height - y);
			store.read((long) y * width, labels, 0, n * width);
			rows.accept(y, n, labels);
		}
	}
}
