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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Pointer;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.folder.EarlierResults;
import org.unetlens.ij.folder.FolderListener;
import org.unetlens.ij.folder.FolderReport;
import org.unetlens.ij.folder.FolderSegmentation;
import org.unetlens.ij.folder.FolderSettings;

/**
 * Many images through <em>Segment Folder...</em>: memory over time, and the
 * time against that of single runs. Arguments: number of images, side in
 * pixels, number of single runs, folder. Resident memory is read on Linux.
 */
public final class FolderBenchmark {

	/** Memory is looked at after each of so many parts. */
	private static final int PARTS = 10;

	private final Path folder;
	private final int images;
	private final List<String> lines = new ArrayList<>();

	private FolderBenchmark(final Path folder, final int images) {
		this.folder = folder;
		this.images = images;
	}

	public static void main(final String[] args) throws IOException {
		final int images = args.length > 0 ? Integer.parseInt(args[0]) : 500;
		final int side = args.length > 1 ? Integer.parseInt(args[1]) : 512;
		final int singles = args.length > 2 ? Integer.parseInt(args[2]) : 20;
		final Path folder = args.length > 3 ? Path.of(args[3]) : Files
			.createTempDirectory("many");
		final FolderBenchmark benchmark = new FolderBenchmark(folder, images);
		benchmark.generate(side);
		benchmark.run(Math.min(images, singles));
	}

	private Path image(final int i) {
		return folder.resolve(String.format("in/field%04d.tif", i));
	}

	/**
	 * NB: Fields of nuclei take longer to make than to segment; 20 are enough.
	 */
	private void generate(final int side) throws IOException {
		for (int i = 0; i < images; i++) {
			if (Files.exists(image(i))) continue;
			if (i >= 20) Files.copy(image(i % 20), image(i));
			else SampleFiles.write(NucleiField.default2d().withSize(side, side)
				.withSeed(i).generate(), image(i), folder.resolve("truth/t" + i +
					".tif"), OnExisting.REPLACE);
		}
	}

	private void run(final int singles) throws IOException {
		// NB: Unpacks and warms up.
		segment(image(0), "warm", FolderListener.NONE);
		single(1);
		final double first = single(singles);
		System.gc();
		final long before = Pointer.totalBytes();
		print("before", 0);
		final long start = System.nanoTime();
		final FolderReport report = segment(folder.resolve("in"), "out",
			new FolderListener()
			{

				private int done;

				@Override
				public void segmented(final String image, final int objects,
					final double seconds)
			{
					if (++done % Math.max(1, images / PARTS) == 0) print("after " + done,
						(System.nanoTime() - start) / 1e9);
				}
			});
		final double seconds = (System.nanoTime() - start) / 1e9;
		System.gc();
		final double second = single(singles);
		System.out.printf("%s in %.1f s: %.3f s per image%n", report.summary(),
			seconds, seconds / images);
		System.out.printf(
			"single runs, %d each before and after: %.3f and %.3f s per image%n",
			singles, first, second);
		System.out.printf("native bytes before %,d, after %,d%n", before, Pointer
			.totalBytes());
		lines.forEach(System.out::println);
	}

	/** Seconds per image when each is a run of its own in this JVM. */
	private double single(final int count) throws IOException {
		final long start = System.nanoTime();
		for (int i = 0; i < count; i++)
			segment(image(i), "single", FolderListener.NONE);
		return (System.nanoTime() - start) / 1e9 / count;
	}

	private FolderReport segment(final Path input, final String output,
		final FolderListener listener) throws IOException
	{
		delete(folder.resolve(output));
		final FolderReport report = new FolderSegmentation(FolderSettings.of(input,
			folder.resolve(output), SegmentationSettings.of("nuclei")).withEarlier(
				EarlierResults.REFUSE)).run(Progress.NONE, listener);
		report.requireAllDone();
		return report;
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}

	private void print(final String when, final double seconds) {
		final Runtime runtime = Runtime.getRuntime();
		lines.add(String.format(
			"%-10s %6.1f s, heap in use %4d MB, native %4d MB, resident %s", when,
			seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20, Pointer
				.totalBytes() >> 20, resident()));
	}

	private static String resident() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(
				l -> l.startsWith("VmRSS")).map(l -> l.substring(6).strip()).findFirst()
				.orElse("unknown");
		}
		catch (final IOException e) {
			return "unknown";
		}
	}
}
