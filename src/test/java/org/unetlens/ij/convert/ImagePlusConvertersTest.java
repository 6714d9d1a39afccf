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

package org.unetlens.ij.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.unetlens.engine.Engine;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

/** Tests the converters of this package through SciJava's own service. */
public class ImagePlusConvertersTest {

	private Context context;

	@BeforeEach
	public void createContext() {
		Engine.start();
		context = new Context(ConvertService.class);
	}

	@AfterEach
	public void disposeContext() {
		context.dispose();
	}

	@Test
	public void hyperstacksBecomeTensorsAndBack() {
		final ImageStack stack = new ImageStack(7, 5);
		for (int i = 0; i < 2 * 3; i++)
			stack.addSlice(null, new ShortProcessor(7, 5));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(2, 3, 1);
		stack.getProcessor(image.getStackIndex(2, 3, 1)).set(6, 4, 60000);
		final ConvertService convert = context.service(ConvertService.class);
		final INDArray tensor = convert.convert(image, INDArray.class);
		assertArrayEquals(new long[] { 3, 2, 5, 7 }, tensor.shape());
		assertEquals(60000, tensor.castTo(DataType.FLOAT).getFloat(2, 1, 4, 6), 0);
		final ImagePlus back = convert.convert(tensor, ImagePlus.class);
		assertArrayEquals(image.getDimensions(), back.getDimensions());
		assertEquals(16, back.getBitDepth());
		assertEquals(60000, back.getStack().getProcessor(back.getStackIndex(2, 3,
			1)).get(6, 4));
	}

	@Test
	public void coloursAreThreeChannels() {
		final ColorProcessor pixels = new ColorProcessor(7, 5);
		pixels.set(6, 4, 0xff0102f3);
		final INDArray tensor = context.service(ConvertService.class).convert(
			new ImagePlus("rgb", pixels), INDArray.class);
		assertArrayEquals(new long[] { 3, 5, 7 }, tensor.shape());
		assertSame(DataType.UBYTE, tensor.dataType());
		assertEquals(0xf3, tensor.castTo(DataType.FLOAT).getFloat(2, 4, 6), 0);
	}
}
