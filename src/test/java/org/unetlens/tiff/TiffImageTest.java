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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unetlens.file.FileException;
import org.unetlens.tensor.FloatBlocks;
import org.unetlens.tensor.PixelSize;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

/** Files written as the specification says, and by ImageJ. */
class TiffImageTest {

	private static final ByteOrder[] ORDERS = { ByteOrder.LITTLE_ENDIAN,
		ByteOrder.BIG_ENDIAN };

	@TempDir
	private Path folder;

	static Stream<TiffSample> samples() {
		return Stream.of(ORDERS).flatMap(order -> Stream.of(false, true).flatMap(
			big -> Stream.of(new TiffSample(order, big, 37, 53, 1, 8, 0, 7, 1),
				new TiffSample(order, big, 37, 53, 1, 16, 16, 32, 1), new TiffSample(
					order, big, 16, 9, 1, 32, 16, 16, 3), new TiffSample(order, big, 29,
						31, 3, 8, 0, 31, 2), new TiffSample(order, big, 33, 17, 3, 8, 16,
							16, 1), new TiffSample(order, big, 5, 23, 2, 16, 0, 4, 2),
				new TiffSample(order, big, 1, 1, 1, 32, 0, 1, 1))));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void pixelsAreThoseOfTheFile(final TiffSample sample) throws IOException {
		final Path file = folder.resolve("sample.tif");
		sample.write(file);
		assertEquals(sample.big(), TiffImage.isBigTiff(file));
		try (TiffImage image = TiffImage.open(file, 1 << 10)) {
			assertEquals(sample.pages(), image.slices());
			final RandomAccessibleInterval<? extends RealType<?>> all = all(image);
			for (int z = 0; z < sample.pages(); z++)
				for (int c = 0; c < sample.samples(); c++)
					for (int y = 0; y < sample.height(); y++)
						for (int x = 0; x < sample.width(); x++)
							assertEquals(sample.value(x, y, c, z), all.getAt(x, y, c, z, 0)
								.getRealDouble(), x + ", " + y + ", " + c + ", " + z);
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void blocksAreThoseOfTheFile(final TiffSample sample) throws IOException {
		final Path file = folder.resolve("sample.tif");
		sample.write(file);
		final Random random = new Random(3);
		try (TiffImage image = TiffImage.open(file, 1 << 12)) {
			final FloatBlocks blocks = blocks(image);
			for (int k = 0; k < 20; k++) {
				final int x = random.nextInt(sample.width());
				final int y = random.nextInt(sample.height());
				final int[] size = { sample.width() - x, 1 + random.nextInt(sample
					.height() - y), sample.samples(), 1, 1 };
				final float[] found = new float[size[0] * size[1] * size[2]];
				blocks.read(new long[] { x, y, 0, sample.pages() - 1, 0 }, size, found);
				for (int i = 0; i < found.length; i++)
					assertEquals(sample.value(x + i % size[0], y + i / size[0] % size[1],
						i / size[0] / size[1], sample.pages() - 1), found[i]);
			}
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static RandomAccessibleInterval<? extends RealType<?>> all(
		final TiffImage image)
	{
		return (RandomAccessibleInterval) image.all();
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static FloatBlocks blocks(final TiffImage image) {
		return FloatBlocks.of((RandomAccessibleInterval) image.all());
	}

	@Test
	void hyperstacksOfImageJKeepTheirAxesAndScale() {
		final ImagePlus stack = IJ.createHyperStack("s", 23, 17, 2, 3, 4, 16);
		for (int i = 1; i <= 24; i++)
			for (int k = 0; k < 23 * 17; k++)
				stack.getStack().getProcessor(i).set(k, k * 5 + i * 1000);
		stack.getCalibration().pixelWidth = 0.25;
		stack.getCalibration().pixelHeight = 0.5;
		stack.getCalibration().setUnit("um");
		final Path file = folder.resolve("stack.tif");
		new FileSaver(stack).saveAsTiff(file.toString());
		try (TiffImage image = TiffImage.open(file, 0)) {
			assertEquals("23 x 17 x 2 x 3 x 4", image.toString());
			assertEquals(new PixelSize(0.25, 0.5, "micron"), image.pixelSize());
			for (int t = 1; t <= 4; t++)
				for (int z = 1; z <= 3; z++)
					for (int c = 1; c <= 2; c++)
						assertEquals(stack.getStack().getProcessor(stack.getStackIndex(c, z,
							t)).get(22, 16), value(image, z, t, 22, 16, c - 1));
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static double value(final TiffImage image, final int z, final int t,
		final int... position)
	{
		return ((RealType<?>) ((RandomAccessibleInterval) image.plane(z, t)).getAt(
			position)).getRealDouble();
	}

	/** Stacks beyond 4 GB have one directory only, and planes that follow. */
	@Test
	void planesWithoutDirectoriesAreFound() throws IOException {
		final TiffSample sample = new TiffSample(ByteOrder.BIG_ENDIAN, false, 7, 5,
			1, 8, 0, 5, 1);
		final Path file = folder.resolve("plain.tif");
		final ImagePlus stack = IJ.createImage("s", 7, 5, 3, 8);
		for (int z = 1; z <= 3; z++)
			for (int i = 0; i < 35; i++)
				stack.getStack().getProcessor(z).set(i, sample.value(i % 7, i / 7, 0,
					z));
		new FileSaver(stack).saveAsTiffStack(file.toString());
		final byte[] bytes = Files.readAllBytes(file);
		// NB: ImageJ writes the first directory at byte 8; what follows it goes.
		final int fields = Math.max(bytes[8], bytes[9]);
		Arrays.fill(bytes, 10 + 12 * fields, 14 + 12 * fields, (byte) 0);
		Files.write(file, bytes);
		try (TiffImage image = TiffImage.open(file, 0)) {
			assertEquals(3, image.slices());
			for (int z = 1; z <= 3; z++)
				assertEquals(sample.value(6, 4, 0, z), value(image, z, 1, 6, 4, 0));
		}
	}

	@Test
	void compressedFilesAreRefusedInASentence() throws IOException {
		final Path file = folder.resolve("lzw.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff")
			.next();
		final ImageWriteParam how = writer.getDefaultWriteParam();
		how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		how.setCompressionType("LZW");
		try (var out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(IJ.createImage("i", 20, 20, 1, 8)
				.getBufferedImage(), null, null), how);
		}
		assertRefused(file, "compressed (LZW)");
	}

	@Test
	void otherTypesAreRefusedInASentence() throws IOException {
		final Path file = folder.resolve("long.tif");
		new TiffSample(ByteOrder.BIG_ENDIAN, false, 9, 9, 1, 64, 0, 9, 1).write(
			file);
		assertRefused(file, "pixels of 64 bits");
	}

	@Test
	void damagedFilesAreRefusedInASentence() throws IOException {
		final Path file = folder.resolve("sample.tif");
		new TiffSample(ByteOrder.LITTLE_ENDIAN, false, 37, 53, 1, 8, 0, 7, 1).write(
			file);
		final byte[] bytes = Files.readAllBytes(file);
		for (int length = 0; length < bytes.length - 40; length += 61) {
			Files.write(file, Arrays.copyOf(bytes, length));
			assertRefused(file, length < 4 ? "file" : "cut short");
		}
		final Random random = new Random(1);
		for (int k = 0; k < 300; k++) {
			final byte[] broken = bytes.clone();
			// NB: The directory lies at the end.
			for (int n = 0; n < 3; n++)
				broken[4 + (bytes.length - 150 + random.nextInt(146))] = (byte) random
					.nextInt();
			Files.write(file, broken);
			try (TiffImage image = TiffImage.open(file, 0)) {
				assertTrue(image.width() > 0);
			}
			catch (final FileException e) {
				assertTrue(e.getMessage().contains("sample.tif"), e.getMessage());
			}
		}
		Files.writeString(file, "no image at all");
		assertRefused(file, "not a TIFF file");
	}

	private static void assertRefused(final Path file, final String words) {
		final FileException e = assertThrows(FileException.class, () -> TiffImage
			.open(file, 0).close());
		assertTrue(e.getMessage().contains(words) && e.getMessage().contains(file
			.toString()), e.getMessage());
	}
}
