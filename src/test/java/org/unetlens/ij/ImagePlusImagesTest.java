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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Tests {@link ImagePlusImages}. */
public class ImagePlusImagesTest {

	private static final int W = 7, H = 5, C = 2, Z = 3, T = 2;

	/** A value that tells its place, and needs the upper half of the type. */
	private static int value(final long x, final long y, final long c,
		final long z, final long t)
	{
		return (int) (200 + x + 7 * (y + 5 * (c + 2 * (z + 3 * t)))) % 256;
	}

	private static ImageProcessor processor(final int bitDepth) {
		return switch (bitDepth) {
			case 8 -> new ByteProcessor(W, H);
			case 16 -> new ShortProcessor(W, H);
			default -> new FloatProcessor(W, H);
		};
	}

	private static ImageProcessor plane(final int bitDepth, final int c,
		final int z, final int t)
	{
		final ImageProcessor plane = processor(bitDepth);
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++)
				plane.setf(x, y, scale(bitDepth) * value(x, y, c, z, t));
		return plane;
	}

	private static float scale(final int bitDepth) {
		return bitDepth == 8 ? 1 : bitDepth == 16 ? 255 : -0.5f;
	}

	private static ImagePlus hyperstack(final int bitDepth) {
		final ImageStack stack = new ImageStack(W, H);
		for (int t = 0; t < T; t++)
			for (int z = 0; z < Z; z++)
				for (int c = 0; c < C; c++)
					stack.addSlice(null, plane(bitDepth, c, z, t));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(C, Z, T);
		return image;
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	public <R extends RealType<R>> void hyperstacksKeepTheirAxes(
		final int bitDepth)
	{
		final RandomAccessibleInterval<R> image = ImagePlusImages.image(hyperstack(
			bitDepth));
		assertArrayEquals(new long[] { W, H, C, Z, T }, image
			.dimensionsAsLongArray());
		for (final var cursor = image.localizingCursor(); cursor.hasNext();) {
			cursor.fwd();
			final long[] p = cursor.positionAsLongArray();
			assertEquals(scale(bitDepth) * value(p[0], p[1], p[2], p[3], p[4]), cursor
				.get().getRealFloat(), 0, Arrays.toString(p));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	public <R extends RealType<R>> void planesHaveTheChannelAxis(
		final int bitDepth)
	{
		final ImagePlus stack = hyperstack(bitDepth);
		final RandomAccessibleInterval<R> image = ImagePlusImages.plane(stack, 3,
			2);
		assertArrayEquals(new long[] { W, H, C }, image.dimensionsAsLongArray());
		assertEquals(scale(bitDepth) * value(4, 3, 1, 2, 1), image.getAt(4, 3, 1)
			.getRealFloat(), 0);
		image.getAt(4, 3, 1).setReal(77);
		assertEquals(77, stack.getStack().getProcessor(stack.getStackIndex(2, 3, 2))
			.getf(4, 3), 0, "shared");
	}

	@Test
	public void singleImagesAreShared() {
		final ByteProcessor pixels = new ByteProcessor(W, H);
		final RandomAccessibleInterval<UnsignedByteType> image = ImagePlusImages
			.image(new ImagePlus("one", pixels));
		assertArrayEquals(new long[] { W, H, 1 }, image.dimensionsAsLongArray());
		image.getAt(6, 4, 0).set(200);
		assertEquals(200, pixels.get(6, 4));
		assertSame(pixels.getPixels(), ((PlanarImg<?, ?>) (Object) image).getPlane(
			0).getCurrentStorageArray());
	}

	@Test
	public void stacksWithOneSliceHaveTimeAsLastAxis() {
		final ImagePlus image = hyperstack(8);
		image.setDimensions(1, 1, C * Z * T);
		assertArrayEquals(new long[] { W, H, 1, 1, C * Z * T }, ImagePlusImages
			.<UnsignedByteType> image(image).dimensionsAsLongArray());
		image.setDimensions(1, C * Z * T, 1);
		assertArrayEquals(new long[] { W, H, 1, C * Z * T }, ImagePlusImages
			.<UnsignedByteType> image(image).dimensionsAsLongArray());
	}

	@Test
	public void coloursAreThreeSharedChannels() {
		final ImageStack stack = new ImageStack(W, H);
		for (int z = 0; z < Z; z++)
			stack.addSlice(null, new ColorProcessor(W, H));
		final ImagePlus colours = new ImagePlus("rgb", stack);
		stack.getProcessor(2).set(6, 4, 0xff01f203);
		final RandomAccessibleInterval<UnsignedByteType> image = ImagePlusImages
			.image(colours);
		assertArrayEquals(new long[] { W, H, 3, Z }, image.dimensionsAsLongArray());
		assertEquals(0x01, image.getAt(6, 4, 0, 1).get());
		assertEquals(0xf2, image.getAt(6, 4, 1, 1).get());
		assertEquals(0x03, image.getAt(6, 4, 2, 1).get());
		ImagePlusImages.<UnsignedByteType> plane(colours, 2, 1).getAt(6, 4, 0).set(
			9);
		assertEquals(0xff09f203, stack.getProcessor(2).get(6, 4));
	}

	@Test
	public void virtualStacksAreReadWhenNeeded() {
		final AtomicInteger reads = new AtomicInteger();
		final ImageStack stack = new VirtualStack(W, H, 101) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				reads.incrementAndGet();
				final ImageProcessor plane = new ShortProcessor(W, H);
				plane.set(6, 4, 60000 + n);
				return plane;
			}
		};
		stack.setBitDepth(16);
		final ImagePlus virtual = new ImagePlus("virtual", stack);
		final int before = reads.get();
		final RandomAccessibleInterval<UnsignedShortType> image = ImagePlusImages
			.image(virtual);
		assertEquals(before, reads.get(), "read too early");
		assertEquals(60101, image.getAt(6, 4, 0, 100).get());
		final int after = reads.get();
		assertEquals(60101, image.getAt(6, 4, 0, 100).get());
		assertEquals(after, reads.get(), "read again");
		assertEquals(60007, ImagePlusImages.<UnsignedShortType> plane(virtual, 7, 1)
			.getAt(6, 4, 0).get());
	}

	@Test
	public void planarImagesAreShownWithoutCopies() {
		final PlanarImg<UnsignedShortType, ?> image = PlanarImgs.unsignedShorts(W,
			H, C, Z, T);
		final ImagePlus shown = ImagePlusImages.wrap(image, "shown");
		assertArrayEquals(new int[] { W, H, C, Z, T }, shown.getDimensions());
		image.getAt(6, 4, 1, 2, 0).set(65535);
		assertEquals(65535, shown.getStack().getProcessor(shown.getStackIndex(2, 3,
			1)).get(6, 4));
		assertSame(image.getPlane(3).getCurrentStorageArray(), shown.getStack()
			.getPixels(4));
	}

	@Test
	public void flatArrayImagesAreShownWithoutCopies() {
		final float[] pixels = new float[W * H];
		assertSame(pixels, ImagePlusImages.wrap(ArrayImgs.floats(pixels, W, H, 1),
			"shown").getProcessor().getPixels());
	}

	@Test
	public void otherImagesAreCopiedPlaneByPlane() {
		final Img<IntType> image = ArrayImgs.ints(H, W, Z);
		image.getAt(4, 6, 2).set(-70000);
		final ImagePlus shown = ImagePlusImages.wrap(Views.permute(Views.translate(
			image, 10, 20, 30), 0, 1), "shown");
		assertInstanceOf(VirtualStack.class, shown.getStack());
		assertEquals(32, shown.getBitDepth());
		assertArrayEquals(new int[] { W, H, Z, 1, 1 }, shown.getDimensions());
		assertEquals(-70000, shown.getStack().getProcessor(3).getf(6, 4), 0);
		assertEquals(0, shown.getStack().getProcessor(2).getf(6, 4), 0);
	}

	@Test
	public void copiesAreApart() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(W, H, C, Z);
		image.getAt(6, 4, 1, 2).set(200);
		final ImagePlus copy = ImagePlusImages.copy(image, "copy");
		image.getAt(6, 4, 1, 2).set(1);
		assertEquals(200, copy.getStack().getProcessor(copy.getStackIndex(2, 3, 1))
			.get(6, 4));
		assertTrue(!copy.getStack().isVirtual());
	}

	@Test
	public void whatCannotBeReadIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> ImagePlusImages.image(
			null));
		assertThrows(IllegalArgumentException.class, () -> ImagePlusImages.image(
			new ImagePlus()));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> ImagePlusImages.plane(hyperstack(8), 4, 1)).getMessage();
		assertTrue(message.contains("Slice 4"), message);
		assertThrows(IllegalArgumentException.class, () -> ImagePlusImages.wrap(
			ArrayImgs.complexFloats(3, 5), "complex"));
	}
}
