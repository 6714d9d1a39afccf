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
import static org.unetlens.tensor.BridgeAssert.assertSameValues;
import static org.unetlens.tensor.BridgeAssert.last;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.nio.BufferAccess;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.ShortPointer;
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

/**
 * Tests {@link Tensors} and {@link Images} where both share memory, and tensors
 * that are views.
 */
public class SharedMemoryTest {

	@BeforeAll
	public static void start() {
		Engine.start();
	}

	static Stream<Arguments> tensorViews() {
		Engine.start();
		final INDArray base = Nd4j.arange(2 * 3 * 5 * 7).castTo(DataType.FLOAT)
			.reshape(2, 3, 5, 7);
		return Stream.of(Arguments.of("whole", base), //
			Arguments.of("f order", base.dup('f')), //
			Arguments.of("permuted", base.permute(2, 0, 3, 1)), //
			Arguments.of("point", base.get(NDArrayIndex.point(1))), //
			Arguments.of("inner point", base.get(NDArrayIndex.all(), NDArrayIndex
				.point(2), NDArrayIndex.all(), NDArrayIndex.all())), //
			Arguments.of("last point", base.get(NDArrayIndex.all(), NDArrayIndex
				.all(), NDArrayIndex.all(), NDArrayIndex.point(3))), //
			Arguments.of("cropped", base.get(NDArrayIndex.interval(1, 2), NDArrayIndex
				.interval(1, 3), NDArrayIndex.interval(2, 5), NDArrayIndex.interval(1,
					6))), //
			Arguments.of("stepped", base.get(NDArrayIndex.all(), NDArrayIndex.all(),
				NDArrayIndex.interval(0, 2, 5), NDArrayIndex.interval(1, 2, 7))), //
			Arguments.of("stepped columns", Nd4j.create(base.data(), new long[] { 3,
				2 }, new long[] { 14, 2 }, 1, 'c')), //
			Arguments.of("cropped f", base.dup('f').get(NDArrayIndex.all(),
				NDArrayIndex.interval(1, 3), NDArrayIndex.interval(1, 4), NDArrayIndex
					.interval(2, 6))), //
			Arguments.of("nested", base.get(NDArrayIndex.point(1)).get(NDArrayIndex
				.interval(1, 3), NDArrayIndex.all(), NDArrayIndex.all())), //
			Arguments.of("column", base.get(NDArrayIndex.all(), NDArrayIndex.all(),
				NDArrayIndex.all(), NDArrayIndex.interval(6, 7))), //
			Arguments.of("single axes", base.reshape(1, 2, 1, 15, 7, 1)), //
			Arguments.of("vector", base.reshape(210).get(NDArrayIndex.interval(3,
				200))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("tensorViews")
	public void tensorViewsAreReadAsTheyShow(final String name,
		final INDArray tensor)
	{
		assertSameValues(name, Images.<FloatType> copy(tensor), tensor, true);
		if (name.equals("stepped")) {
			assertThrows(IllegalArgumentException.class, () -> Images.wrap(tensor));
			return;
		}
		final Img<FloatType> shared = Images.wrap(tensor);
		assertSameValues(name, shared, tensor, true);
		final long[] last = shared.maxAsLongArray();
		shared.getAt(last).set(-99);
		assertEquals(-99, tensor.getFloat(last(tensor.rank(), tensor)), 0,
			"shared");
		try (INDArray there = Tensors.copy(shared)) {
			assertSameValues(name, shared, there, true);
		}
	}

	@Test
	public void imagesShareTheMemoryOfTensors() {
		final INDArray tensor = Nd4j.create(DataType.FLOAT, 3, 5, 7);
		final Img<FloatType> image = Images.wrap(tensor);
		image.getAt(6, 4, 2).set(42);
		assertEquals(42, tensor.getFloat(2, 4, 6), 0);
		tensor.putScalar(new int[] { 1, 2, 3 }, 17f);
		assertEquals(17, image.getAt(3, 2, 1).get(), 0);
		assertSame(tensor, Tensors.wrap(image));
	}

	@Test
	public void tensorsShareTheMemoryOfBuffers() {
		final ByteBuffer bytes = ByteBuffer.allocateDirect(4 * 7 * 5 * 3).order(
			ByteOrder.nativeOrder());
		final ArrayImg<FloatType, FloatBufferAccess> image = new ArrayImg<>(
			new FloatBufferAccess(bytes.asFloatBuffer(), true), new long[] { 7, 5,
				3 }, new FloatType().getEntitiesPerPixel());
		image.setLinkedType(new FloatType(image));
		try (INDArray tensor = Tensors.wrap(image)) {
			assertArrayEquals(new long[] { 3, 5, 7 }, tensor.shape());
			image.getAt(6, 4, 2).set(42);
			assertEquals(42, tensor.getFloat(2, 4, 6), 0);
			tensor.muli(2);
			assertEquals(84, bytes.asFloatBuffer().get(7 * 5 * 3 - 1), 0);
			final INDArray nhwc = Tensors.wrap(image, AxisOrder.XYC, AxisOrder.NHWC);
			assertArrayEquals(new long[] { 1, 5, 7, 3 }, nhwc.shape());
			assertEquals(84, nhwc.getFloat(0, 4, 6, 2), 0);
			assertEquals(tensor.data().address(), nhwc.data().address());
		}
	}

	/** Not equal values alone: the very same bytes. */
	@ParameterizedTest
	@EnumSource(SampleType.class)
	public void sharedMemoryHasOneAddress(final SampleType sample) {
		final DataType type = TensorMemory.dataType(sample);
		try (INDArray tensor = Nd4j.create(type, 3, 5, 7)) {
			final long start = tensor.data().address();
			assertEquals(start, address(Images.<FloatType> wrap(tensor)));
			assertEquals(start, Tensors.wrap(Images.<FloatType> wrap(tensor)).data()
				.address());
			final INDArray part = tensor.get(NDArrayIndex.point(2));
			final Img<?> inner = Images.<FloatType> wrap(part);
			assertEquals(start + 2L * 5 * 7 * sample.bytes(), address(inner));
			tensor.putScalar(new int[] { 2, 0, 3 }, 7);
			assertEquals(7, ((RealType<?>) inner.getAt(3, 0)).getRealDouble());
			final INDArray turned = Tensors.wrap(Images.<FloatType> wrap(tensor),
				AxisOrder.XYC, AxisOrder.NHWC);
			assertEquals(start, turned.data().address());
			assertEquals(35, turned.stride(3));
		}
	}

	/** Where the first pixel of an image lies. */
	private static long address(final Object image) {
		final ArrayImg<?, ?> pixels = (ArrayImg<?, ?>) image;
		final Object buffer = ((BufferAccess<?>) pixels.update(null))
			.getCurrentStorageArray();
		if (buffer instanceof ByteBuffer b) return new BytePointer(b).address();
		if (buffer instanceof ShortBuffer b) return new ShortPointer(b).address();
		if (buffer instanceof IntBuffer b) return new IntPointer(b).address();
		if (buffer instanceof LongBuffer b) return new LongPointer(b).address();
		if (buffer instanceof FloatBuffer b) return new FloatPointer(b).address();
		return new DoublePointer((DoubleBuffer) buffer).address();
	}

	@Test
	public void createdImagesCanBeShared() {
		final Img<UnsignedShortType> image = Images.create(new UnsignedShortType(),
			7, 5, 3);
		image.getAt(6, 4, 2).set(65535);
		final INDArray tensor = Tensors.wrap(image);
		assertSame(DataType.UINT16, tensor.dataType());
		assertEquals(65535, tensor.getInt(2, 4, 6) & 0xffff);
		assertEquals(65535, tensor.castTo(DataType.FLOAT).getFloat(2, 4, 6), 0);
	}

	@Test
	public void booleansAreBytes() {
		final Img<UnsignedByteType> image = Images.wrap(Nd4j.createFromArray(true,
			false, true));
		assertEquals(1, image.getAt(0).get());
		assertEquals(0, image.getAt(1).get());
		assertEquals(1, image.getAt(2).get());
	}
}
