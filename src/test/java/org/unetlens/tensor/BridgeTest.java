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
import static org.unetlens.tensor.BridgeAssert.assertSameImages;
import static org.unetlens.tensor.BridgeAssert.assertSameValues;
import static org.unetlens.tensor.BridgeAssert.last;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unetlens.engine.Engine;

/** Tests {@link Tensors} and {@link Images}: kinds x types x ranks x views. */
public class BridgeTest {

	private static final long[] SIZE = { 7, 5, 3, 2, 4 };

	@BeforeAll
	public static void start() {
		Engine.start();
	}

	static Stream<Arguments> images() {
		final List<Arguments> all = new ArrayList<>();
		for (final SampleType sample : SampleType.values())
			for (int rank = 2; rank <= 5; rank++)
				add(all, sample, rank);
		return all.stream();
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static void add(final List<Arguments> all, final SampleType sample,
		final int rank)
	{
		final long[] size = Arrays.copyOf(SIZE, rank);
		final NativeType type = sample.pixelType();
		final Map<String, RandomAccessibleInterval> kinds = new LinkedHashMap<>();
		kinds.put("array", random(new ArrayImgFactory(type), sample, size));
		kinds.put("planar", random(new PlanarImgFactory(type), sample, size));
		kinds.put("cell", random(new CellImgFactory(type, 3, 2, 2, 1, 3), sample,
			size));
		for (final String kind : kinds.keySet())
			views(kinds.get(kind)).forEach((view, image) -> all.add(Arguments.of(
				sample + " " + kind + " " + view + " " + rank + "D", image)));
	}

	private static <T> Map<String, RandomAccessibleInterval<T>> views(
		final RandomAccessibleInterval<T> image)
	{
		final int n = image.numDimensions();
		final long[] min = new long[n];
		final long[] max = image.maxAsLongArray();
		Arrays.setAll(min, d -> Math.min(1, max[d]));
		final long[] steps = new long[n];
		Arrays.setAll(steps, d -> d == 0 ? 2 : d == 1 ? 3 : 1);
		final long[] shift = new long[n];
		Arrays.setAll(shift, d -> 100 - 37 * d);
		final Map<String, RandomAccessibleInterval<T>> views =
			new LinkedHashMap<>();
		views.put("whole", image);
		views.put("cropped", Views.interval(image, min, max));
		views.put("rotated", Views.rotate(image, 0, n - 1));
		views.put("sub-sampled", Views.subsample(image, steps));
		views.put("moved", Views.translate(image, shift));
		return views;
	}

	private static <T extends NativeType<T> & RealType<T>> Img<T> random(
		final ImgFactory<T> factory, final SampleType sample, final long[] size)
	{
		final Img<T> image = factory.create(size);
		final Random random = new Random(size.length * 100 + sample.ordinal());
		final double max = sample.isFloating() ? 1e6 : image.getType()
			.getMaxValue();
		final double min = sample.isFloating() ? -1e6 : image.getType()
			.getMinValue();
		image.forEach(v -> v.setReal(Math.rint(min + random.nextDouble() * (max -
			min))));
		// NB: The ends of the range are where signs get lost.
		final Cursor<T> cursor = image.cursor();
		cursor.next().setReal(max);
		cursor.next().setReal(min);
		return image;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	public <T extends NativeType<T> & RealType<T>> void roundTripKeepsAllValues(
		final String name, final RandomAccessibleInterval<T> image)
	{
		try (INDArray tensor = Tensors.copy(image)) {
			assertSameValues(name, image, tensor, false);
			final ArrayImg<T, ?> copy = Images.copy(tensor);
			assertSame(image.getType().getClass(), copy.getType().getClass());
			assertSameImages(name, image, copy);
			assertSameImages(name, image, Images.<T> wrap(tensor));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	public <T extends NativeType<T> & RealType<T>> void floatsAreExactOrRounded(
		final String name, final RandomAccessibleInterval<T> image)
	{
		try (INDArray tensor = Tensors.copyFloats(image)) {
			assertSame(DataType.FLOAT, tensor.dataType());
			assertSameValues(name, image, tensor, true);
		}
	}

	@Test
	public void namedAxesAreTurned() {
		final Img<UnsignedShortType> image = random(new PlanarImgFactory<>(
			new UnsignedShortType()), SampleType.U16, new long[] { 7, 5, 3 });
		try (INDArray nhwc = Tensors.copyFloats(image, AxisOrder.XYC,
			AxisOrder.NHWC);
				INDArray nchw = Tensors.copy(image, AxisOrder.XYC, AxisOrder.NCHW))
		{
			assertArrayEquals(new long[] { 1, 5, 7, 3 }, nhwc.shape());
			assertArrayEquals(new long[] { 1, 3, 5, 7 }, nchw.shape());
			for (int y = 0; y < 5; y++)
				for (int x = 0; x < 7; x++)
					for (int c = 0; c < 3; c++) {
						final int expected = image.getAt(x, y, c).get();
						assertEquals(expected, nhwc.getFloat(0, y, x, c), 0, x + " " + y +
							" " + c);
						assertEquals(expected, nchw.getInt(0, c, y, x) & 0xffff, x + " " +
							y + " " + c);
					}
			assertSameImages("from NHWC", image, Images.<FloatType> copy(nhwc,
				AxisOrder.NHWC, AxisOrder.XYC));
			assertSameImages("from NCHW", image, Images.<UnsignedShortType> wrap(nchw,
				AxisOrder.NCHW, AxisOrder.XYC));
		}
	}

	@Test
	public void strangeOrdersGoThereAndBack() {
		final Img<FloatType> image = random(new CellImgFactory<>(new FloatType(), 2,
			3, 2, 2, 2), SampleType.F32, SIZE);
		for (final String[] orders : new String[][] { { "xyczt", "NDHWC" }, {
			"cxtyz", "CNDWH" }, { "tzcyx", "WCHND" } })
		{
			final AxisOrder from = AxisOrder.of(orders[0]);
			final AxisOrder to = AxisOrder.of(orders[1]);
			try (INDArray tensor = Tensors.copy(image, from, to)) {
				final String name = orders[0] + " " + orders[1];
				assertArrayEquals(from.reorder(SIZE, to), tensor.shape(), name);
				assertSameImages(name, image, Images.<FloatType> copy(tensor, to,
					from));
				assertSameImages(name, image, Images.<FloatType> wrap(tensor, to,
					from));
				assertEquals(image.getAt(6, 4, 2, 1, 3).get(), tensor.getFloat(last(to
					.rank(), tensor)), 0, name);
			}
		}
	}

	@Test
	public void axesOfOneAreAddedAndDropped() {
		final Img<FloatType> image = random(new ArrayImgFactory<>(new FloatType()),
			SampleType.F32, new long[] { 7, 1, 5 });
		try (INDArray tensor = Tensors.copy(image, AxisOrder.of("xcy"), AxisOrder
			.of("NDHW")))
		{
			assertArrayEquals(new long[] { 1, 1, 5, 7 }, tensor.shape());
			assertSameImages("dropped", image, Images.<FloatType> copy(tensor,
				AxisOrder.of("NDHW"), AxisOrder.of("xcy")));
		}
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Tensors.copy(image, AxisOrder.of("xcy"), AxisOrder.of("NHC")))
			.getMessage();
		assertTrue(message.contains("axis X has the length 7"), message);
	}

	@Test
	public void coloursBecomeThreeChannels() {
		final int[] pixels = new Random(1).ints(7 * 5 * 2).toArray();
		final Img<ARGBType> image = ArrayImgs.argbs(pixels, 7, 5, 2);
		final RandomAccessibleInterval<ARGBType> view = Views.translate(Views
			.permute(image, 0, 1), 3, -4, 5);
		try (INDArray bytes = Tensors.copy(view);
				INDArray nhwc = Tensors.copyFloats(view, AxisOrder.of("xyct"),
					AxisOrder.NHWC))
		{
			assertSame(DataType.UBYTE, bytes.dataType());
			assertSameValues("colour", ArgbChannels.of(view), bytes, false);
			assertSameImages("colour", ArgbChannels.of(view), Images.<FloatType> wrap(
				nhwc, AxisOrder.NHWC, AxisOrder.of("xyct")));
		}
	}

	@Test
	public void typesWithoutArraysBecomeFloats() {
		final Img<? extends RealType<?>> image = ArrayImgs.unsigned12Bits(7, 5);
		image.getAt(6, 4).setReal(4095);
		try (INDArray tensor = Tensors.copy(image)) {
			assertSame(DataType.FLOAT, tensor.dataType());
			assertEquals(4095, tensor.getFloat(4, 6), 0);
		}
	}

	@Test
	public void largeImagesAreCopiedInManyBlocks() {
		final Img<UnsignedByteType> image = random(new PlanarImgFactory<>(
			new UnsignedByteType()), SampleType.U8, new long[] { 331, 457, 3 });
		try (INDArray nhwc = Tensors.copyFloats(image, AxisOrder.XYC,
			AxisOrder.NHWC); INDArray same = Tensors.copy(image))
		{
			assertSameImages("NHWC", image, Images.<FloatType> copy(nhwc,
				AxisOrder.NHWC, AxisOrder.XYC));
			assertSameImages("same", image, Images.<UnsignedByteType> copy(same));
		}
	}

	@Test
	public void tensorsAreFilledInPlace() {
		final Img<UnsignedByteType> image = random(new PlanarImgFactory<>(
			new UnsignedByteType()), SampleType.U8, new long[] { 7, 5, 3 });
		try (INDArray batch = Nd4j.create(DataType.FLOAT, 4, 5, 7, 3)) {
			final INDArray third = batch.get(NDArrayIndex.interval(2, 3));
			Tensors.write(image, AxisOrder.XYC, AxisOrder.NHWC, third);
			assertSameImages("third", image, Images.<FloatType> copy(batch.get(
				NDArrayIndex.point(2)), AxisOrder.of("HWC"), AxisOrder.XYC));
			assertEquals(0, batch.get(NDArrayIndex.point(1)).maxNumber()
				.doubleValue(), 0);
			assertEquals(0, batch.get(NDArrayIndex.point(3)).maxNumber()
				.doubleValue(), 0);
			assertThrows(IllegalArgumentException.class, () -> Tensors.write(image,
				AxisOrder.XYC, AxisOrder.NHWC, batch));
		}
	}

	@ParameterizedTest
	@EnumSource
	@SuppressWarnings({ "rawtypes", "unchecked" })
	public void planesOfManyPixelsAreCopiedInPieces(final SampleType sample) {
		final Img image = random(new PlanarImgFactory(sample.pixelType()), sample,
			new long[] { 300, 227, 2 });
		try (INDArray floats = Tensors.copyFloats(image);
				INDArray same = Tensors.copy(image))
		{
			assertSameValues("floats", image, floats, true);
			assertSameValues("same", image, same, false);
		}
	}

	@Test
	public void rowsAreWrittenFarFromEachOther() {
		Engine.start();
		final short[] values = { 1, 2, 3, -1 };
		try (INDArray floats = Nd4j.create(DataType.FLOAT, 100);
				INDArray shorts = Nd4j.create(DataType.UINT16, 100))
		{
			for (final INDArray tensor : List.of(floats, shorts)) {
				final TensorWriter writer = new TensorWriter(new TensorMemory(tensor),
					SampleType.U16, 16);
				final float[] expected = new float[100];
				for (final int at : new int[] { 96, 0, 40, 37, 70, 12 }) {
					writer.accept(values, 1, at, 3);
					System.arraycopy(new float[] { 2, 3, 65535 }, 0, expected, at, 3);
				}
				assertArrayEquals(expected, tensor.castTo(DataType.FLOAT)
					.toFloatVector());
			}
		}
	}

	@Test
	public void whatCannotBeSharedIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> Tensors.wrap(ArrayImgs
			.floats(7, 5)));
		assertThrows(IllegalArgumentException.class, () -> Images.wrap(Nd4j.empty(
			DataType.FLOAT)));
		assertThrows(IllegalArgumentException.class, () -> Images.wrap(Nd4j.create(
			DataType.HALF, 3, 5)));
		assertThrows(IllegalArgumentException.class, () -> Tensors.copy(ArrayImgs
			.complexFloats(3, 5)));
	}
}
