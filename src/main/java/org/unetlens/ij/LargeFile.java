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

package org.unetlens.ij;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.engine.Progress;
import org.unetlens.file.FileException;
import org.unetlens.file.FileExistsException;
import org.unetlens.file.OnExisting;
import org.unetlens.label.BandMeasurements;
import org.unetlens.label.LabelFile;
import org.unetlens.label.LabelStore;
import org.unetlens.label.MeasurementTable;
import org.unetlens.label.ObjectBands;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.Scaling;
import org.unetlens.tiff.LabelTiff;
import org.unetlens.tiff.TiffImage;

/**
 * Segments a TIFF file that memory does not hold: it is read, segmented and
 * written in bands of rows. The objects and their numbers are those that the
 * image as a whole would give.
 */
public final class LargeFile {

	/**
	 * Bytes per pixel and channel in memory, and per pixel beside that: two
	 * probabilities, labels, what finding objects takes, the label image.
	 */
	private static final int PIXEL_BYTES = 24;
	/** Pixels of the file that are kept in memory, in bytes. */
	private static final long CACHE = 48L << 20;
	/** The longest array that ImageJ can hold a plane in. */
	private static final long MOST_PIXELS = Integer.MAX_VALUE - 8;

	private final TiffImage image;
	private final ImageSegmenter segmenter;
	private final Progress progress;
	private final PixelSize size;
	private final PickedChannels channels;
	private final PickedChannels measured;

	private LargeFile(final Path file, final TiffImage image,
		final ImageSegmenter segmenter, final ChannelChoice choice,
		final Progress progress)
	{
		this.image = image;
		this.segmenter = segmenter;
		this.progress = progress;
		size = image.pixelSize();
		final int wanted = segmenter.model().signature().channels();
		channels = channels(file, wanted, choice);
		measured = choice.isAuto() ? PickedChannels.first(wanted) : PickedChannels
			.first(image.channels());
	}

	/**
	 * Whether a file has to be segmented in bands: a TIFF file that memory does
	 * not hold as an image, or a BigTIFF, which ImageJ does not open. Only its
	 * header is read.
	 *
	 * @throws FileException when it has to, but is of a kind that cannot be read
	 *           so
	 */
	public static boolean isLarge(final Path file) {
		return isLarge(file, Runtime.getRuntime().maxMemory() * 3 / 5);
	}

	/** @param room bytes of memory for images */
	static boolean isLarge(final Path file, final long room) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		final long bytes = file.toFile().length();
		if (!name.endsWith(".tif") && !name.endsWith(".tiff")) return false;
		if (TiffImage.isBigTiff(file)) return true;
		// NB: A small compressed file can hold a large image only if it is empty.
		if (bytes * PIXEL_BYTES < room) return false;
		try (TiffImage image = TiffImage.open(file, 0)) {
			return image.pixels() * (PIXEL_BYTES + (long) image.channels() * image
				.type().bytes()) > room || (long) image.width() * image
					.height() > MOST_PIXELS;
		}
		catch (final FileException e) {
			// NB: ImageJ reads more kinds of files, if they fit into memory.
			if (bytes * PIXEL_BYTES / 4 < room) return false;
			throw e;
		}
	}

	/**
	 * Segments a file and writes its label image.
	 *
	 * @param choice the channels that the model is given; no grey of colours
	 * @param labels the file to write; its folder also takes a temporary file
	 * @return what was measured
	 * @throws UnsuitableImageException when its channels are not those of the
	 *           model, or it is constant
	 * @throws FileException when it cannot be read in bands, or results cannot be
	 *           written
	 * @throws IllegalArgumentException when it holds NaN or infinite values, or
	 *           touching objects do not fit into memory
	 * @throws java.util.concurrent.CancellationException when progress says so;
	 *           nothing is left behind
	 */
	public static MeasurementTable segment(final Path file,
		final ImageSegmenter segmenter, final ChannelChoice choice,
		final Path labels, final OnExisting onExisting, final Progress progress)
	{
		// NB: It would be a pity to find out after an hour.
		if (onExisting == OnExisting.REFUSE && labels.toFile().exists())
			throw new FileExistsException(labels);
		final Path folder = labels.toAbsolutePath().getParent();
		try (TiffImage image = TiffImage.open(file, CACHE);
				LabelFile store = new LabelFile(folder))
		{
			requireDisk(folder, image.pixels() * 8);
			return new LargeFile(file, image, segmenter, choice, progress).segment(
				store, labels, onExisting);
		}
	}

	/** For the temporary file and the label image. */
	private static void requireDisk(final Path folder, final long bytes) {
		final long found = folder.toFile().getUsableSpace();
		if (found < bytes) throw new FileException("The output folder " + folder +
			" has room for " + (found >> 20) +
			" MB, but segmenting the image needs " + (bytes >> 20) +
			" MB there. Free some space, or choose another folder");
	}

	private PickedChannels channels(final Path file, final int wanted,
		final ChannelChoice choice)
	{
		final int found = image.channels();
		final List<Integer> given = choice.grey() && found == 1 ? List.of(1)
			: choice.channels();
		final boolean fits = choice.isAuto() ? found == wanted : given
			.size() == 1 || given.size() == wanted;
		if (!fits || given.stream().anyMatch(c -> c > found))
			throw new UnsuitableImageException("\"" + file.getFileName() + "\" has " +
				count(found) + ", of which channel=" + choice +
				" was given, but the model takes " + count(wanted) +
				". Give the numbers of the channels, e.g. channel=1, or choose another model");
		return choice.isAuto() ? PickedChannels.first(wanted) : PickedChannels.of(
			given, wanted);
	}

	private static String count(final int channels) {
		return channels == 1 ? "1 channel" : channels + " channels";
	}

	private <T extends RealType<T>> MeasurementTable segment(
		final LabelFile store, final Path labels, final OnExisting onExisting)
	{
		progress.update(0, 1, "Measuring intensities");
		final Normalization normalization = segmenter.model().normalization();
		final StackScaling scaling = new StackScaling(normalization, normalization
			.scope() == Normalization.Scope.PLANE ? Optional.empty() : Optional.of(
				normalization.measure(channels.of(image.<T> all()))));
		if (scaling.whole().filter(LargeFile::isConstant).isPresent())
			throw new UnsuitableImageException(
				"All pixels of the image have the same value, so there is nothing to see in it. Check that the right channel and file are open");
		final List<MeasurementTable> tables = new ArrayList<>();
		int largest = 0;
		final int planes = image.slices() * image.frames();
		for (int i = 0; i < planes; i++) {
			final MeasurementTable table = plane(i, planes, store.from((long) i *
				image.width() * image.height()), scaling);
			largest = Math.max(largest, table.rows().size());
			tables.add(table);
		}
		progress.update(0, 1, "Writing labels");
		new LabelTiff(image.width(), image.height(), image.slices(), image.frames(),
			size, largest).write(labels, onExisting, (pixel, to, n) -> store.read(
				pixel, to, 0, n));
		return MeasurementTable.concat(tables);
	}

	private static boolean isConstant(final Scaling scaling) {
		for (final float factor : scaling.factor())
			if (factor != 0) return false;
		return true;
	}

	/** @param i plane, from 0; slices run fastest */
	private <T extends RealType<T>> MeasurementTable plane(final int i,
		final int planes, final LabelStore store, final StackScaling scaling)
	{
		final int z = 1 + i % image.slices();
		final int t = 1 + i / image.slices();
		final RandomAccessibleInterval<T> plane = image.plane(z, t);
		final ObjectBands objects = segmenter.planes().find(channels.of(plane),
			scaling.of(channels.of(plane)), store, new PlaneProgress(progress, i,
				planes));
		progress.checkCanceled();
		progress.update(i + 1L, planes, "Completing objects");
		final RandomAccessibleInterval<T> intensities = measured.of(plane);
		final BandMeasurements sums = new BandMeasurements(objects.count(),
			intensities);
		progress.checkCanceled();
		objects.finish(sums);
		final MeasurementTable table = MeasurementTable.of(sums.finish(store, size),
			size, (int) intensities.dimension(2));
		return planes == 1 ? table : table.withColumn("frame", t).withColumn(
			"slice", z);
	}
}
