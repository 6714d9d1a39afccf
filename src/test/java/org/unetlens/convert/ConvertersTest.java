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

package org.unetlens.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.plugin.Parameter;
import org.unetlens.engine.Engine;

/** Tests the converters of this package through SciJava's own services. */
public class ConvertersTest {

	private Context context;

	@BeforeEach
	public void createContext() {
		Engine.start();
		context = new Context(ConvertService.class, CommandService.class);
	}

	@AfterEach
	public void disposeContext() {
		context.dispose();
	}

	/** Doubles a tensor. */
	public static class Doubling implements Command {

		@Parameter
		private INDArray tensor;

		@Parameter(type = ItemIO.OUTPUT)
		private INDArray doubled;

		@Override
		public void run() {
			doubled = tensor.mul(2);
		}
	}

	private static Img<UnsignedShortType> image() {
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(7, 5, 3);
		image.getAt(6, 4, 2).set(60000);
		image.getAt(1, 2, 0).set(17);
		return image;
	}

	@Test
	public void imagesBecomeTensorsAndBack() {
		final ConvertService convert = context.service(ConvertService.class);
		final INDArray tensor = convert.convert(image(), INDArray.class);
		assertArrayEquals(new long[] { 3, 5, 7 }, tensor.shape());
		final Img<?> back = convert.convert(tensor, Img.class);
		assertInstanceOf(UnsignedShortType.class, back.firstElement());
		assertEquals(60000, ((UnsignedShortType) back.getAt(6, 4, 2)).get());
		assertEquals(17, ((UnsignedShortType) back.getAt(1, 2, 0)).get());
		assertTrue(convert.supports(tensor, RandomAccessibleInterval.class));
	}

	@Test
	public void viewsAreConverted() {
		final INDArray tensor = context.service(ConvertService.class).convert(Views
			.rotate(image(), 0, 1), INDArray.class);
		assertArrayEquals(new long[] { 3, 7, 5 }, tensor.shape());
	}

	@Test
	public void commandsTakeImagesAsTensors() throws Exception {
		final INDArray doubled = (INDArray) context.service(CommandService.class)
			.run(Doubling.class, false, "tensor", ArrayImgs.floats(new float[] { 1, 2,
				3, 4, 5, 6 }, 3, 2)).get().getOutput("doubled");
		assertArrayEquals(new long[] { 2, 3 }, doubled.shape());
		assertEquals(12, doubled.getFloat(1, 2), 0);
	}
}
