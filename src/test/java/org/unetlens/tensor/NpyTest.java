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

package org.unetlens.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unetlens.engine.Engine;
import org.unetlens.tensor.Npy.IfExists;

/** Tests {@link Npy}. */
public class NpyTest {

	@TempDir
	Path folder;

	@BeforeAll
	public static void start() {
		Engine.start();
	}

	private static void assertSameImages(
		final RandomAccessibleInterval<? extends RealType<?>> expected,
		final RandomAccessibleInterval<? extends RealType<?>> actual)
	{
		assertArrayEquals(expected.dimensionsAsLongArray(), actual
			.dimensionsAsLongArray());
		final RandomAccess<? extends RealType<?>> access = actual.randomAccess();
		final Cursor<? extends RealType<?>> cursor = Views.zeroMin(expected)
			.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			assertEquals(cursor.get().getRealDouble(), access.setPositionAndGet(
				cursor).getRealDouble(), 0, () -> Arrays.toString(cursor
					.positionAsLongArray()));
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static <T extends NativeType<T> & RealType<T>> Img<T> random(
		final SampleType sample, final long... size)
	{
		final Img<T> image = (Img) new ArrayImgFactory(sample.pixelType()).create(
			size);
		final Random random = new Random(sample.ordinal());
		image.forEach(v -> v.setReal(random.nextInt()));
		return image;
	}

	@ParameterizedTest
	@EnumSource(SampleType.class)
	public <T extends NativeType<T> & RealType<T>> void imagesRoundTrip(
		final SampleType sample)
	{
		final Img<T> image = random(sample, 7, 5, 3, 2);
		final Path file = folder.resolve("image.npy");
		Npy.save(image, file, IfExists.REFUSE);
		final Img<T> back = Npy.open(file);
		assertSame(image.getType().getClass(), back.getType().getClass());
		assertSameImages(image, back);
	}

	@Test
	public void viewsAndLargeImagesRoundTrip() {
		final Img<UnsignedShortType> image = random(SampleType.U16, 331, 457, 3);
		final RandomAccessibleInterval<UnsignedShortType> view = Views.translate(
			Views.rotate(image, 0, 1), 3, -4, 5);
		final Path file = folder.resolve("view.npy");
		Npy.save(view, file, IfExists.REFUSE);
		assertSameImages(view, Npy.<UnsignedShortType> open(file));
	}

	@Test
	public void coloursAndOtherTypesAreConverted() {
		final int[] colours = new Random(1).ints(35).toArray();
		final Path file = folder.resolve("colour.npy");
		Npy.save(ArrayImgs.argbs(colours, 7, 5), file, IfExists.REFUSE);
		assertSameImages(ArgbChannels.of(ArrayImgs.argbs(colours, 7, 5)), Npy
			.<UnsignedByteType> open(file));
		Npy.save(ArrayImgs.unsigned12Bits(7, 5), file, IfExists.OVERWRITE);
		assertSame(FloatType.class, Npy.<FloatType> open(file).getType()
			.getClass());
	}

	@Test
	public void tensorsRoundTripInAnyOrder() {
		final INDArray tensor = Nd4j.arange(2 * 3 * 5).castTo(DataType.FLOAT)
			.reshape(2, 3, 5);
		final Path file = folder.resolve("tensor.npy");
		for (final INDArray order : new INDArray[] { tensor, tensor.dup('f'), tensor
			.permute(2, 0, 1), Nd4j.create(tensor.data(), new long[] { 2, 2, 3 },
				new long[] { 15, 5, 2 }, 1, 'c') })
		{
			Npy.saveTensor(order, file, IfExists.OVERWRITE);
			assertEquals(order.dup('c'), Npy.openTensor(file));
			assertEquals(order.dup('c'), Nd4j.createFromNpyFile(file.toFile()));
		}
	}

	@Test
	public void filesOfNd4jAreRead() throws IOException {
		final INDArray tensor = Nd4j.arange(2 * 3 * 5).castTo(DataType.DOUBLE)
			.reshape(2, 3, 5);
		final Path file = folder.resolve("nd4j.npy");
		Nd4j.writeAsNumpy(tensor, file.toFile());
		assertEquals(tensor, Npy.openTensor(file));
	}

	/** A file as numpy writes it. */
	private Path file(final int version, final String header, final byte... data)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y',
			(byte) version, 0 });
		final ByteBuffer length = ByteBuffer.allocate(version == 1 ? 2 : 4).order(
			ByteOrder.LITTLE_ENDIAN);
		if (version == 1) length.putShort((short) header.length());
		else length.putInt(header.length());
		bytes.write(length.array());
		bytes.write(header.getBytes(StandardCharsets.ISO_8859_1));
		bytes.write(data);
		final Path file = folder.resolve("made.npy");
		Files.write(file, bytes.toByteArray());
		return file;
	}

	private static String header(final String type, final boolean fortran,
		final String shape)
	{
		return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True"
			: "False") + ", 'shape': " + shape + ", }     \n";
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	public void allVersionsAndByteOrdersAreRead(final int version)
		throws IOException
	{
		final Img<UnsignedShortType> big = Npy.open(file(version, header(">u2",
			false, "(2, 3)"), new byte[] { 0, 1, 0, 2, 0, 3, 1, 0, 2, 0, -1, -2 }));
		assertArrayEquals(new long[] { 3, 2 }, big.dimensionsAsLongArray());
		assertEquals(2, big.getAt(1, 0).get());
		assertEquals(256, big.getAt(0, 1).get());
		assertEquals(65534, big.getAt(2, 1).get());
		final Img<UnsignedShortType> little = Npy.open(file(version, header("<u2",
			false, "(1L, 2L)"), new byte[] { 1, 0, -2, -1 }));
		assertEquals(1, little.getAt(0, 0).get());
		assertEquals(65534, little.getAt(1, 0).get());
	}

	@Test
	public void fortranOrderIsTurned() throws IOException {
		final Img<UnsignedByteType> image = Npy.open(file(1, header("|u1", true,
			"(2, 3)"), new byte[] { 1, 4, 2, 5, 3, 6 }));
		assertArrayEquals(new long[] { 3, 2 }, image.dimensionsAsLongArray());
		for (int y = 0; y < 2; y++)
			for (int x = 0; x < 3; x++)
				assertEquals(1 + x + 3 * y, image.getAt(x, y).get(), x + " " + y);
	}

	@Test
	public void booleansVectorsAndSingleValuesAreRead() throws IOException {
		final Img<UnsignedByteType> flags = Npy.open(file(1, header("|b1", false,
			"(3,)"), new byte[] { 1, 0, 1 }));
		assertEquals(1, flags.getAt(2).get());
		assertArrayEquals(new long[] { 3 }, flags.dimensionsAsLongArray());
		final Img<UnsignedByteType> one = Npy.open(file(1, header("|u1", false,
			"()"), (byte) -1));
		assertEquals(255, one.getAt(0).get());
	}

	static Stream<String> hostileHeaders() {
		return Stream.of(header("<f4", false, "(100000, 100000)"), header("<f4",
			false, "(999999999999999999, 999999999999999999, 9999999999)"), header(
				"<f4", false, "(46341, 46341)"), header("<f4", false, "(0, 3)"), header(
					"<f4", false, "(-1, 3)"), header("<f4", false, "(1e3,)"), header("|O",
						false, "(3,)"), header("<f2", false, "(3,)"), header("<c8", false,
							"(3,)"), header("<f4", false, "(" + "1,".repeat(33) + ")"),
			"{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (3,), }",
			"{'descr': '<f4', 'fortran_order': 1, 'shape': (3,), }",
			"{'descr': '<f4', 'shape': (3,), }", "", "__import__('os')",
			"{'descr': '<f4', 'fortran_order': False, 'shape': (3,), 'more': 1 }",
			"{" + "'".repeat(5000) + "}");
	}

	@ParameterizedTest
	@MethodSource("hostileHeaders")
	public void hostileHeadersAreRefused(final String header) throws IOException {
		final Path file = file(1, header, new byte[16]);
		final String message = assertThrows(NpyException.class, () -> Npy.open(
			file)).getMessage();
		assertTrue(message.startsWith("made.npy: "), message);
	}

	@Test
	public void damagedFilesAreRefused() throws IOException {
		final Path file = file(2, header("<f4", false, "(3, 5)"), new byte[59]);
		assertThrows(NpyException.class, () -> Npy.open(file));
		final byte[] whole = Files.readAllBytes(file);
		for (int n = 0; n < whole.length; n += 7) {
			Files.write(file, Arrays.copyOf(whole, n));
			assertThrows(NpyException.class, () -> Npy.open(file), "length " + n);
		}
		whole[6] = 9;
		Files.write(file, whole);
		assertThrows(NpyException.class, () -> Npy.open(file));
		whole[6] = 2;
		whole[11] = 127;
		Files.write(file, whole);
		assertThrows(NpyException.class, () -> Npy.open(file));
		assertThrows(NpyException.class, () -> Npy.open(folder.resolve("none")));
	}

	@Test
	public void filesAreReplacedOnlyWhenAsked() throws IOException {
		final Path file = folder.resolve("kept.npy");
		Npy.save(ArrayImgs.floats(new float[] { 1, 2 }, 2), file, IfExists.REFUSE);
		assertThrows(NpyException.class, () -> Npy.save(ArrayImgs.bytes(3), file,
			IfExists.REFUSE));
		assertEquals(2, Npy.<FloatType> open(file).getAt(1).get(), 0);
		Npy.save(ArrayImgs.floats(new float[] { 1, 7 }, 2), file,
			IfExists.OVERWRITE);
		assertEquals(7, Npy.<FloatType> open(file).getAt(1).get(), 0);
		assertThrows(NpyException.class, () -> Npy.save(ArrayImgs.bytes(3), folder
			.resolve("no/such/folder.npy"), IfExists.REFUSE));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(1, left.count(), "parts left behind");
		}
	}

	@Test
	public void headersAreAlignedAsNumpyDoes() {
		final byte[] header = new NpyHeader(SampleType.F32, ByteOrder.LITTLE_ENDIAN,
			false, new long[] { 3, 4 }).bytes();
		assertEquals(0, header.length % 64);
		assertEquals('\n', header[header.length - 1]);
		assertTrue(new String(header, StandardCharsets.ISO_8859_1).contains(
			"{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }"));
	}
}
