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

package org.unetlens.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ChannelChoice;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.LargeFile;
import org.unetlens.ij.SegmentedImage;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.infer.Segmenter;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.MeasurementTable;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;

/**
 * Time and peak memory of one large 8-bit image, from a TIFF file to its label
 * image and table: in bands when memory does not hold it, which a small heap
 * (-Xmx) brings about. Arguments: side in pixels, MB for tiles, and a model:
 * {@code nuclei}, or {@code threshold} for one of a few weights, to see what
 * all but the network takes. Peak memory is read on Linux.
 */
public final class LargeImageBenchmark {

	private LargeImageBenchmark() {}

	public static void main(final String[] args) throws IOException {
		final int side = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
		final long memory = args.length > 1 ? Long.parseLong(args[1]) : 1024;
		final Path folder = Files.createTempDirectory("large");
		Engine.start();
		try {
			run(folder, side, memory, args.length > 2 && args[2].equals("threshold")
				? ThresholdModel.of(1) : Models.open("nuclei"));
		}
		finally {
			try (Stream<Path> all = Files.walk(folder)) {
				for (final Path file : all.sorted(Comparator.reverseOrder()).toList())
					Files.delete(file);
			}
		}
	}

	private static void run(final Path folder, final int side, final long memory,
		final ModelBundle model) throws IOException
	{
		final Path file = folder.resolve("large.tif");
		write(file, side);
		final SegmenterOptions options = SegmenterOptions.defaults()
			.withMemoryBudget(memory << 20);
		try (Segmenter segmenter = Segmenter.of(model, options)) {
			System.out.printf("before: %s; the network will take %d MB%n", status(
				"VmRSS"), segmenter.bandBytes(side, side) >> 20);
		}
		final long start = System.nanoTime();
		try (ImageSegmenter segmenter = ImageSegmenter.of(model, options)) {
			final Steps steps = new Steps();
			final MeasurementTable table = segment(file, segmenter, folder.resolve(
				"results/large_labels.tif"), steps);
			steps.update(0, 1, "");
			System.out.printf(
				"%d x %d px, %d MB for tiles, heap %d MB: %.1f s, %.1f s of processors, %d objects%n",
				side, side, memory, Runtime.getRuntime().maxMemory() >> 20, (System
					.nanoTime() - start) / 1e9, processors(), table.rows().size());
		}
		try (Stream<Path> all = Files.list(folder.resolve("results"))) {
			for (final Path result : all.toList())
				System.out.println(result.getFileName() + ": " + (Files.size(
					result) >> 20) + " MB");
		}
		System.out.println("peak resident memory " + status("VmHWM"));
	}

	/** Seconds that all threads have computed: hardly more on a busy machine. */
	private static double processors() {
		return ((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}

	private static MeasurementTable segment(final Path file,
		final ImageSegmenter segmenter, final Path labels, final Progress progress)
	{
		if (LargeFile.isLarge(file)) return LargeFile.segment(file, segmenter,
			ChannelChoice.AUTO, labels, OnExisting.REFUSE, progress);
		final SegmentedImage result = segmenter.segment(ImageFiles.open(file),
			progress);
		ImageFiles.saveTiff(result.labels(), labels, OnExisting.REFUSE);
		return result.measurements();
	}

	/** Notes when one kind of work follows another. */
	private static final class Steps implements Progress {

		private String step = "";
		private long since = System.nanoTime();

		@Override
		public synchronized void update(final long done, final long total,
			final String message)
		{
			final long now = System.nanoTime();
			if (message.equals(step)) return;
			if (!step.isEmpty()) System.out.printf("  %s: %.1f s, %s; %.1f s%n", step,
				(now - since) / 1e9, status("VmHWM"), processors());
			step = message;
			since = now;
		}
	}

	private static String status(final String key) {
		try {
			final Path status = Path.of("/proc/self/status");
			if (!Files.exists(status)) return "unknown";
			final List<String> lines = Files.readAllLines(status);
			return lines.stream().filter(l -> l.startsWith(key)).findFirst().map(
				l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024 + " MB").orElse(
					"unknown");
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** A generated field repeated over the whole image, written row by row. */
	private static void write(final Path file, final int side)
		throws IOException
	{
		final int period = 1000;
		final Img<UnsignedShortType> field = NucleiField.default2d().withSize(
			period, period).withBits(8).generate().image();
		final byte[] one = new byte[period * period];
		int i = 0;
		for (final UnsignedShortType value : field)
			one[i++] = (byte) value.get();
		try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE))
		{
			writeFully(out, header(side));
			final byte[] row = new byte[side];
			for (int y = 0; y < side; y++) {
				for (int x = 0; x < side; x += period)
					System.arraycopy(one, y % period * period, row, x, Math.min(period,
						side - x));
				writeFully(out, ByteBuffer.wrap(row));
			}
		}
	}

	private static void writeFully(final FileChannel out, final ByteBuffer bytes)
		throws IOException
	{
		while (bytes.hasRemaining())
			out.write(bytes);
	}

	/** Of an uncompressed 8-bit TIFF file of one strip. */
	private static ByteBuffer header(final int side) {
		final int[][] fields = { { 256, side }, { 257, side }, { 258, 8 }, { 259,
			1 }, { 262, 1 }, { 273, 8 + 2 + 9 * 12 + 4 }, { 277, 1 }, { 278, side }, {
				279, side * side } };
		final ByteBuffer header = ByteBuffer.allocate(8 + 2 + 9 * 12 + 4).order(
			ByteOrder.LITTLE_ENDIAN);
		header.putShort((short) 0x4949).putShort((short) 42).putInt(8);
		header.putShort((short) fields.length);
		for (final int[] field : fields)
			header.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(
				field[1]);
		return header.putInt(0).flip();
	}
}
