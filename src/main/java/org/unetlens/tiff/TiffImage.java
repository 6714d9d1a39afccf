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

package org.unetlens.tiff;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.unetlens.file.FileException;
import org.unetlens.tensor.PixelSize;
import org.unetlens.tensor.SampleType;

/**
 * An uncompressed TIFF file of any size, seen as an image. Pixels are read when
 * they are asked for; those used last are kept within the memory given. Stacks
 * and hyperstacks are understood as ImageJ writes and reads them. Thread-safe;
 * close it when the image is not used any more.
 */
public final class TiffImage implements AutoCloseable {

	private final FileChannel channel;
	private final TiffSource source;
	private final List<PixelBlocks> planes;
	private final TiffText text;
	private final TiffDirectory first;
	private final RandomAccessibleInterval<?> all;

	private TiffImage(final FileChannel channel, final Path file,
		final long memory) throws IOException
	{
		this.channel = channel;
		source = TiffSource.of(file, channel);
		final List<TiffDirectory> directories = TiffDirectory.all(source);
		if (directories.isEmpty()) throw source.damaged("it holds no image", null);
		first = directories.get(0);
		text = TiffText.of(first.description());
		planes = planes(directories);
		all = image(memory);
	}

	/**
	 * Opens a file; reads its header alone.
	 *
	 * @param memory bytes of pixels that may be kept
	 * @throws FileException when it is no TIFF file, cut short, compressed, or of
	 *           a type other than 8 or 16 bits unsigned and 32 bits
	 *           floating-point
	 */
	public static TiffImage open(final Path file, final long memory) {
		FileChannel channel = null;
		try {
			channel = FileChannel.open(file);
			return new TiffImage(channel, file, memory);
		}
		catch (final IOException | RuntimeException e) {
			close(channel, e);
			if (e instanceof FileException known) throw known;
			throw new FileException("The TIFF file " + file +
				" cannot be read; it is damaged or cut short (" + e.getMessage() +
				"). Copy it again, or export it again from the program that made it",
				e);
		}
	}

	/**
	 * Whether a file says that it is a TIFF file with 64-bit offsets; false for
	 * anything that cannot be read.
	 */
	public static boolean isBigTiff(final Path file) {
		try (FileChannel channel = FileChannel.open(file)) {
			return TiffSource.of(file, channel).big();
		}
		catch (final IOException | FileException e) {
			return false;
		}
	}

	private static void close(final FileChannel channel, final Exception e) {
		try {
			if (channel != null) channel.close();
		}
		catch (final IOException second) {
			e.addSuppressed(second);
		}
	}

	/**
	 * Every directory is a plane, unless ImageJ says in the first one that more
	 * planes follow the first without directories.
	 */
	private List<PixelBlocks> planes(final List<TiffDirectory> directories)
		throws IOException
	{
		final PixelBlocks one = PixelBlocks.of(source, first);
		final List<PixelBlocks> found = new ArrayList<>();
		if (text.images() > directories.size()) for (long i = 0; i < text
			.images(); i++)
			found.add(one.shifted(i));
		else for (final TiffDirectory directory : directories)
			found.add(PixelBlocks.of(source, directory));
		for (final PixelBlocks plane : found)
			if (!plane.isLike(one)) throw new FileException("The TIFF file " + source
				.file() +
				" holds images of different sizes or types (e.g. an image pyramid). Save the one to be segmented as a file of its own");
		final long end = found.stream().mapToLong(PixelBlocks::end).max()
			.orElseThrow();
		if (channel.size() < end) throw source.damaged("its header promises " +
			end + " bytes, it has " + channel.size(), null);
		return found;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private RandomAccessibleInterval<?> image(final long memory) {
		final long channels = (long) planes.get(0).samples() * ownChannels();
		final TiffCells cells = new TiffCells(source, planes, planes.get(0).width(),
			planes.get(0).height(), channels, slices(), frames());
		final int kept = (int) Math.max(4, Math.min(1 << 20, memory / cells
			.cellBytes()));
		return lazy(cells, (NativeType) planes.get(0).type().pixelType(), kept);
	}

	private static <T extends NativeType<T>, A extends DataAccess>
		RandomAccessibleInterval<T> lazy(final TiffCells cells, final T type,
			final int kept)
	{
		return new LazyCellImg<T, A>(cells.grid(), type, new CellCache<Cell<A>>(
			kept, cells::load));
	}

	public int width() {
		return planes.get(0).width();
	}

	public int height() {
		return planes.get(0).height();
	}

	/** Channels of a plane: those of a stack, or the colours of a pixel. */
	public int channels() {
		return (int) all.dimension(2);
	}

	private long ownChannels() {
		return fits() ? text.channels() : 1;
	}

	public int slices() {
		return (int) (fits() ? text.slices() : planes.size());
	}

	public int frames() {
		return (int) (fits() ? text.frames() : 1);
	}

	/** Whether what ImageJ wrote about the stack is true. */
	private boolean fits() {
		return text.channels() * text.slices() * text.frames() == planes.size();
	}

	/** The type of its pixels. */
	public SampleType type() {
		return planes.get(0).type();
	}

	/** Pixels of all planes, channels not counted. */
	public long pixels() {
		return (long) width() * height() * slices() * frames();
	}

	/** From ImageJ's calibration, or the resolution in inches or centimetres. */
	public PixelSize pixelSize() {
		return text.pixelSize(first);
	}

	/** Its size: x, y, channel, z, t. */
	@Override
	public String toString() {
		return List.of(width(), height(), channels(), slices(), frames()).stream()
			.map(n -> "" + n).collect(Collectors.joining(" x "));
	}

	/**
	 * All planes, axes (x, y, channel, z, t), read from the file when needed.
	 *
	 * @param <T> the pixel type of {@link #type()}
	 */
	@SuppressWarnings("unchecked")
	public <T extends RealType<T>> RandomAccessibleInterval<T> all() {
		return (RandomAccessibleInterval<T>) all;
	}

	/**
	 * One plane, axes (x, y, channel).
	 *
	 * @param z slice, from 1
	 * @param t frame, from 1
	 */
	public <T extends RealType<T>> RandomAccessibleInterval<T> plane(final int z,
		final int t)
	{
		return Views.hyperSlice(Views.hyperSlice(this.<T> all(), 4, t - 1L), 3, z -
			1L);
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw new FileException("The file " + source.file() +
				" could not be closed: " + e.getMessage(), e);
		}
	}
}
