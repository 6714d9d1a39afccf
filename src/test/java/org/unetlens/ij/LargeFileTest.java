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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.FileException;
import org.unetlens.file.FileExistsException;
import org.unetlens.file.OnExisting;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.label.MeasurementTable;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ShortProcessor;

/** Files segmented in bands, beside the same ones segmented in memory. */
class LargeFileTest {

	private static final int W = 211, H = 157;
	private static final SegmenterOptions OPTIONS = SegmenterOptions.defaults()
		.withMemoryBudget(3 << 20);

	@TempDir
	private Path folder;

	/** Noise with bars through the whole height, and boxes on them. */
	private static ImagePlus stack(final int slices, final int frames) {
		final Random random = new Random(6);
		final ImageStack stack = new ImageStack(W, H);
		for (int s = 0; s < slices * frames; s++) {
			final ShortProcessor plane = new ShortProcessor(W, H);
			for (int y = 0; y < H; y++)
				for (int x = 0; x < W; x++)
					plane.set(x, y, (x % 37 < 5 || y % (31 + s) < 9 && x / 37 % 2 == 1
						? 3000 : 200) + random.nextInt(700));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("bars", stack);
		image.setDimensions(1, slices, frames);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.25;
		image.getCalibration().setUnit("micron");
		return image;
	}

	private ImageSegmenter segmenter() {
		Engine.start();
		return ImageSegmenter.of(ThresholdModel.of(1), OPTIONS);
	}

	@Test
	void tableAndLabelsAreThoseOfTheImageInMemory() {
		for (final int frames : List.of(1, 2)) {
			final ImagePlus image = stack(frames == 1 ? 1 : 2, frames);
			final Path file = folder.resolve("bars" + frames + ".tif");
			new FileSaver(image).saveAsTiff(file.toString());
			final Path labels = folder.resolve("labels" + frames + ".tif");
			try (ImageSegmenter segmenter = segmenter()) {
				final SegmentedImage expected = segmenter.segment(image, Progress.NONE);
				final MeasurementTable found = LargeFile.segment(file, segmenter,
					ChannelChoice.AUTO, labels, OnExisting.REFUSE, Progress.NONE);
				assertTrue(found.rows().size() >= 4, "too few objects");
				assertEquals(expected.measurements().toCsv(), found.toCsv());
				compare(expected.labels(), ImageFiles.open(labels));
				assertThrows(FileExistsException.class, () -> LargeFile.segment(file,
					segmenter, ChannelChoice.AUTO, labels, OnExisting.REFUSE,
					Progress.NONE));
			}
		}
	}

	private static void compare(final ImagePlus expected, final ImagePlus found) {
		assertEquals(expected.getBitDepth(), found.getBitDepth());
		assertEquals(expected.getNSlices(), found.getNSlices());
		assertEquals(expected.getNFrames(), found.getNFrames());
		assertEquals(0.25, found.getCalibration().pixelHeight, 1e-9);
		for (int s = 1; s <= expected.getStackSize(); s++)
			for (int i = 0; i < W * H; i++)
				assertEquals(expected.getStack().getProcessor(s).get(i), found
					.getStack().getProcessor(s).get(i), "slice " + s + ", pixel " + i);
	}

	@Test
	void chosenChannelsAreSegmentedAndAllAreMeasured() {
		final ImagePlus bars = stack(2, 1);
		bars.setDimensions(2, 1, 1);
		final Path file = folder.resolve("bars.tif");
		new FileSaver(bars).saveAsTiff(file.toString());
		try (ImageSegmenter segmenter = segmenter()) {
			final ChannelChoice second = ChannelChoice.of(2);
			final MeasurementTable found = LargeFile.segment(file, segmenter, second,
				folder.resolve("labels.tif"), OnExisting.REFUSE, Progress.NONE);
			assertEquals(segmenter.segment(bars, second, Progress.NONE).measurements()
				.toCsv(), found.toCsv());
			assertThrows(UnsuitableImageException.class, () -> LargeFile.segment(file,
				segmenter, ChannelChoice.of(3), folder.resolve("none.tif"),
				OnExisting.REFUSE, Progress.NONE));
		}
	}

	@Test
	void canceledWorkLeavesNothingBehind() throws IOException {
		final Path file = folder.resolve("bars.tif");
		new FileSaver(stack(1, 1)).saveAsTiff(file.toString());
		final AtomicBoolean begun = new AtomicBoolean();
		final Progress progress = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				begun.compareAndSet(false, message.equals("Segmenting"));
			}

			@Override
			public boolean isCanceled() {
				return begun.get();
			}
		};
		final Path results = folder.resolve("results");
		try (ImageSegmenter segmenter = segmenter()) {
			assertThrows(CancellationException.class, () -> LargeFile.segment(file,
				segmenter, ChannelChoice.AUTO, results.resolve("labels.tif"),
				OnExisting.REFUSE, progress));
		}
		try (var left = Files.list(results)) {
			assertEquals(0, left.count());
		}
	}

	@Test
	void sizeDecidesAboutBands() throws IOException {
		final Path file = folder.resolve("bars.tif");
		new FileSaver(stack(3, 1)).saveAsTiff(file.toString());
		final long pixels = 3L * W * H;
		assertFalse(LargeFile.isLarge(file));
		assertFalse(LargeFile.isLarge(file, pixels * 26));
		assertTrue(LargeFile.isLarge(file, pixels * 26 - 1));
		assertFalse(LargeFile.isLarge(Files.writeString(folder.resolve("a.png"),
			"abc"), 1));
		final Path damaged = Files.writeString(folder.resolve("a.tif"), "abcdefgh");
		assertFalse(LargeFile.isLarge(damaged));
		assertThrows(FileException.class, () -> LargeFile.isLarge(damaged, 1));
	}

	@Test
	void wrongChannelsAndConstantImagesAreToldInASentence() {
		final ImagePlus image = new ImagePlus("even", new ShortProcessor(W, H));
		final Path file = folder.resolve("even.tif");
		new FileSaver(image).saveAsTiff(file.toString());
		Engine.start();
		try (ImageSegmenter one = segmenter();
				ImageSegmenter two = ImageSegmenter.of(ThresholdModel.of(2), OPTIONS))
		{
			assertTrue(refusal(file, one).contains("same value"));
			assertTrue(refusal(file, two).contains(
				"has 1 channel, of which channel=auto was given, but the model takes 2 channels"));
		}
	}

	private String refusal(final Path file, final ImageSegmenter segmenter) {
		return assertThrows(UnsuitableImageException.class, () -> LargeFile.segment(
			file, segmenter, ChannelChoice.AUTO, folder.resolve("labels.tif"),
			OnExisting.REFUSE, Progress.NONE)).getMessage();
	}
}
