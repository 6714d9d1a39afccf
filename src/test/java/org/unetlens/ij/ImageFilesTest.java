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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.FileException;
import org.unetlens.file.FileExistsException;
import org.unetlens.file.OnExisting;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Tests {@link ImageFiles} and {@link AtomicFile}. */
public class ImageFilesTest {

	private static final int W = 23, H = 17;

	@TempDir
	private Path folder;

	private static int value(final int x, final int y, final int slice) {
		return x * 7 + y * 3 + slice * 11;
	}

	private static ImagePlus image(final int bits, final int slices) {
		final ImageStack stack = new ImageStack(W, H);
		for (int s = 0; s < slices; s++) {
			final ImageProcessor plane = switch (bits) {
				case 8 -> new ByteProcessor(W, H);
				case 16 -> new ShortProcessor(W, H);
				case 24 -> new ColorProcessor(W, H);
				default -> new FloatProcessor(W, H);
			};
			for (int y = 0; y < H; y++)
				for (int x = 0; x < W; x++)
					if (bits == 32) plane.setf(x, y, value(x, y, s) / 8f);
					else plane.set(x, y, value(x, y, s));
			stack.addSlice("slice " + s, plane);
		}
		return new ImagePlus("image", stack);
	}

	private static BufferedImage picture(final int type) {
		final BufferedImage picture = new BufferedImage(W, H, type);
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++)
				for (int b = 0; b < picture.getRaster().getNumBands(); b++)
					picture.getRaster().setSample(x, y, b, value(x, y, b) *
						(type == BufferedImage.TYPE_USHORT_GRAY ? 90 : 1));
		return picture;
	}

	private Path compressed(final BufferedImage picture, final String compression)
		throws IOException
	{
		final Path file = folder.resolve(compression + ".tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff")
			.next();
		final ImageWriteParam parameters = writer.getDefaultWriteParam();
		parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		parameters.setCompressionType(compression);
		if (compression.equals("JPEG")) parameters.setCompressionQuality(1);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file
			.toFile()))
		{
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), parameters);
		}
		return file;
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "8,5", "16,1", "16,3", "24,1", "24,2", "32,1", "32,2" })
	public void tiffKeepsPixelsCalibrationLabelsAndRange(final int bits,
		final int slices)
	{
		final ImagePlus image = image(bits, slices);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("micron");
		if (bits != 24) image.setDisplayRange(3, 77);
		final Path file = folder.resolve("a.tif");
		ImageFiles.saveTiff(image, file, OnExisting.REFUSE);
		final ImagePlus opened = ImageFiles.open(file);
		assertEquals(bits, opened.getBitDepth());
		assertEquals(slices, opened.getStackSize());
		for (int s = 1; s <= slices; s++)
			assertSamePixels(image.getStack().getProcessor(s), opened.getStack()
				.getProcessor(s), bits);
		assertEquals(0.25, opened.getCalibration().pixelWidth, 1e-6);
		assertEquals(0.5, opened.getCalibration().pixelHeight, 1e-6);
		assertEquals("micron", opened.getCalibration().getUnit());
		if (slices > 1) assertEquals("slice 1", opened.getStack().getSliceLabel(2));
		if (bits != 24) assertEquals(77, opened.getDisplayRangeMax(), 0.5);
	}

	private static void assertSamePixels(final ImageProcessor expected,
		final ImageProcessor found, final int bits)
	{
		// NB: ImageJ may set the unused byte of RGB.
		final int mask = bits == 24 ? 0xffffff : -1;
		for (int i = 0; i < W * H; i++)
			assertEquals(expected.get(i) & mask, found.get(i) & mask, "pixel " + i);
	}

	@Test
	public void hyperstackKeepsItsAxes() {
		final ImagePlus image = image(16, 12);
		image.setDimensions(2, 3, 2);
		image.setOpenAsHyperStack(true);
		ImageFiles.saveTiff(image, folder.resolve("h.tif"), OnExisting.REFUSE);
		final int[] size = ImageFiles.open(folder.resolve("h.tif")).getDimensions();
		assertArrayEquals(new int[] { W, H, 2, 3, 2 }, size);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Deflate", "ZLib", "LZW", "PackBits" })
	public void opensCompressedTiff(final String compression) throws IOException {
		final ImagePlus opened = ImageFiles.open(compressed(picture(
			BufferedImage.TYPE_USHORT_GRAY), compression));
		assertEquals(16, opened.getBitDepth());
		assertEquals(value(13, 11, 0) * 90, opened.getProcessor().get(13, 11));
		final ImagePlus color = ImageFiles.open(compressed(picture(
			BufferedImage.TYPE_INT_RGB), compression));
		assertEquals(picture(BufferedImage.TYPE_INT_RGB).getRGB(13, 11) & 0xffffff,
			color.getProcessor().get(13, 11) & 0xffffff);
	}

	@Test
	public void opensTiffWhoseCompressionImageJDoesNotKnow() throws IOException {
		final ImagePlus opened = ImageFiles.open(compressed(picture(
			BufferedImage.TYPE_BYTE_GRAY), "JPEG"));
		assertEquals(value(13, 11, 0) & 0xff, opened.getProcessor().get(13, 11), 3);
	}

	@Test
	public void opensPictures() throws IOException {
		for (final String format : new String[] { "png", "bmp", "gif" }) {
			final Path file = folder.resolve("p." + format);
			ImageIO.write(picture(BufferedImage.TYPE_BYTE_GRAY), format, file
				.toFile());
			assertEquals(value(9, 4, 0) & 0xff, ImageFiles.open(file).getProcessor()
				.convertToByte(false).get(9, 4), format);
		}
		ImageFiles.savePng(picture(BufferedImage.TYPE_USHORT_GRAY), folder.resolve(
			"deep.png"), OnExisting.REFUSE);
		assertEquals(value(9, 4, 0) * 90, ImageFiles.open(folder.resolve(
			"deep.png")).getProcessor().get(9, 4));
	}

	@Test
	public void refusesWhatIsNoImage() throws IOException {
		Files.writeString(folder.resolve("note.txt"), "x y\n1 2\n");
		Files.writeString(folder.resolve("fake.png"), "this is not a picture");
		Files.writeString(folder.resolve("fake.tif"),
			"this is not a picture either");
		Files.write(folder.resolve("empty.tif"), new byte[0]);
		Files.write(folder.resolve("blob.tif"), new byte[] { 'I', 'I', 42, 0, 1, 2,
			3, 4, 5, 6 });
		for (final String name : new String[] { "note.txt", "fake.png", "fake.tif",
			"empty.tif", "blob.tif", "missing.tif", "" })
		{
			final String message = assertThrows(ImageFileException.class,
				() -> ImageFiles.open(folder.resolve(name)), name).getMessage();
			assertTrue(message.contains(folder.resolve(name).toString()), message);
		}
		assertTrue(assertThrows(ImageFileException.class, () -> ImageFiles.open(
			folder.resolve("missing.tif"))).getMessage().contains("does not exist"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 60, 120, 205, 700, -1 })
	public void refusesTiffCutShort(final int length) throws IOException {
		final Path file = folder.resolve("cut.tif");
		ImageFiles.saveTiff(image(16, 3), file, OnExisting.REFUSE);
		final byte[] bytes = Files.readAllBytes(file);
		final int end = length > 0 ? length : lastPixel(bytes);
		Files.write(file, Arrays.copyOf(bytes, end));
		assertThrows(ImageFileException.class, () -> ImageFiles.open(file));
	}

	/** A cut one byte before the end of the pixels, which the labels follow. */
	private static int lastPixel(final byte[] tiff) throws IOException {
		final Path file = Files.createTempFile("cut", ".tif");
		Files.write(file, tiff);
		final int offset = (int) new ij.io.TiffDecoder(file.getParent() + "/", file
			.getFileName().toString()).getTiffInfo()[0].getOffset();
		Files.delete(file);
		return offset + W * H * 2 * 3 - 1;
	}

	@Test
	public void replacesOnlyWhenTold() throws IOException {
		final Path file = folder.resolve("new/deep/a.tif");
		ImageFiles.saveTiff(image(8, 1), file, OnExisting.REFUSE);
		final byte[] before = Files.readAllBytes(file);
		final String message = assertThrows(FileExistsException.class,
			() -> ImageFiles.saveTiff(image(16, 1), file, OnExisting.REFUSE))
			.getMessage();
		assertTrue(message.contains(file.toString()) && message.contains(
			"--overwrite"), message);
		assertArrayEquals(before, Files.readAllBytes(file));
		ImageFiles.saveTiff(image(16, 1), file, OnExisting.REPLACE);
		assertEquals(16, ImageFiles.open(file).getBitDepth());
	}

	@Test
	public void failureLeavesNothingBehind() throws IOException {
		final Path file = folder.resolve("a.bin");
		Files.writeString(file, "old");
		final String message = assertThrows(FileException.class, () -> AtomicFile
			.write(file, OnExisting.REPLACE, out -> {
				out.write(new byte[1 << 20]);
				throw new IOException("No space left on device");
			})).getMessage();
		assertTrue(message.contains("No space left on device") && message.contains(
			"disk"), message);
		assertEquals("old", Files.readString(file));
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}

	@Test
	public void folderCannotBeReplaced() {
		assertThrows(FileException.class, () -> AtomicFile.write(folder,
			OnExisting.REPLACE, out -> out.write(1)));
	}

	@Test
	public void tellsImagesByName() {
		assertTrue(ImageFiles.isImageName(Path.of("x", "A.TIF")));
		assertTrue(ImageFiles.isImageName(Path.of("b.jpeg")));
		assertFalse(ImageFiles.isImageName(Path.of(".tif")));
		assertFalse(ImageFiles.isImageName(Path.of("measurements.csv")));
		assertFalse(ImageFiles.isImageName(Path.of("tif")));
	}
}
