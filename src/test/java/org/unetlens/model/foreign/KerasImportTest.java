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

package org.unetlens.model.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelException;
import org.unetlens.network.SkipSet;
import org.unetlens.network.TileShape;

/**
 * Keras files that the HDF5 library wrote, compared with a plain computation of
 * what Keras documents.
 */
class KerasImportTest {

	private static final int H = 12;
	private static final int W = 20;

	@TempDir
	Path folder;
	private final float[] image = new float[H * W];

	private KerasSketch sketch() {
		final Random random = new Random(3);
		for (int i = 0; i < image.length; i++)
			image[i] = (float) random.nextGaussian();
		return new KerasSketch(H, W, 1, image);
	}

	/** As notebooks write it: up-sampling, 2x2 convolution, drop-out. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void upSamplingWithConvolution(final boolean keras3) {
		final KerasSketch s = sketch();
		if (keras3) s.asKeras3();
		final String e0 = s.conv(s.conv(s.input(), 4, 3, "relu"), 4, 3, "relu");
		final String e1 = s.dropOut(s.conv(s.conv(s.pool(e0), 8, 3, "relu"), 8, 3,
			"relu"));
		String x = s.dropOut(s.conv(s.conv(s.pool(e1), 16, 3, "relu"), 16, 3,
			"relu"));
		x = s.concat(e1, s.conv(s.upSample(x), 8, 2, "relu"));
		x = s.conv(s.conv(x, 8, 3, "relu"), 8, 3, "relu");
		x = s.concat(e0, s.conv(s.upSample(x), 4, 2, "relu"));
		x = s.conv(s.conv(s.conv(x, 4, 3, "relu"), 4, 3, "relu"), 2, 3, "relu");
		x = s.conv(x, 1, 1, "sigmoid");
		s.save(folder.resolve("net.h5"), s.configuration(x), !keras3);
		final ModelBundle model = assertSame(s.values(x));
		assertEquals(SkipSet.all(2), model.spec().skips());
		assertEquals(2, model.spec().form().headWidth());
	}

	@Test
	void transposedConvolutionsAndBatchNormalisation() {
		final KerasSketch s = sketch();
		final String e0 = normed(s, normed(s, s.input(), 3), 3);
		String x = normed(s, normed(s, s.pool(e0), 6), 6);
		x = s.concat(s.transposed(x, 3, 3, "linear"), e0);
		x = s.conv(normed(s, normed(s, x, 3), 3), 3, 1, "softmax");
		s.save(folder.resolve("net.h5"), x);
		assertSame(s.values(x));
	}

	private static String normed(final KerasSketch s, final String x,
		final int out)
	{
		return s.activation(s.norm(s.conv(x, out, 3, "linear")), "relu");
	}

	/** Sums, gates, strides, depth-wise and bilinear: no U-Net of ours. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatIsNoUNetIsComputedAsItIs(final boolean keras3) {
		final KerasSketch s = sketch();
		if (keras3) s.asKeras3();
		final String a = s.conv(s.input(), 4, 3, "swish");
		final String e0 = s.combined("Add", a, s.conv(s.norm(a), 4, 5, "relu"));
		final String e1 = s.depthwise(s.strided(e0, 3));
		final String deep = s.linear(s.conv(s.means(e1), 6, 3, "softplus"));
		final String gated = s.combined("Multiply", e1, s.conv(deep, 1, 1,
			"sigmoid"));
		String x = s.conv(s.concat(gated, deep), 4, 3, "tanh");
		x = s.combined("Subtract", e0, s.linear(s.combined("Maximum", x, s.conv(x,
			4, 1, "linear"))));
		x = s.conv(s.concat(x, e0), 1, 1, "sigmoid");
		s.save(folder.resolve("net.h5"), x);
		final ModelBundle model = assertSame(s.values(x));
		assertEquals(SkipSet.all(2), model.signature().skips());
		assertEquals(4, model.signature().tiles().step());
	}

	@Test
	void weightsInABioimagePackage() throws IOException {
		final KerasSketch s = sketch();
		final String e0 = s.conv(s.conv(s.input(), 3, 3, "relu"), 3, 3, "relu");
		String x = s.conv(s.conv(s.pool(e0), 6, 3, "relu"), 6, 3, "relu");
		x = s.concat(e0, s.transposed(x, 3, 2, "relu"));
		x = s.conv(s.conv(s.conv(x, 3, 3, "relu"), 3, 3, "relu"), 1, 1, "sigmoid");
		s.save(folder.resolve("net.h5"), x);
		final float[] out = new float[H * W];
		for (int i = 0; i < out.length; i++)
			out[i] = (float) s.values(x)[i];
		final int[] sizes = { 1, H, W, 1 };
		final BioimageSketch sketch = BioimageSketch.recent(new byte[0], "byxc",
			"[]", "[]", image, sizes, out, sizes).edit("onnx: {source: net.onnx",
				"keras_hdf5: {source: net.h5");
		sketch.entries.put("net.h5", Files.readAllBytes(folder.resolve("net.h5")));
		final ModelBundle model = sketch.open(folder).translate(ImportOptions
			.defaults()).model();
		assertTrue(model.card().training().get("test arrays").startsWith(
			"reproduced"));
	}

	@Test
	void layersThatHoldCodeAreNamed() {
		final KerasSketch s = sketch();
		String x = s.other("Lambda", "'function': ['4wEAAAA', null, null]", s
			.input());
		x = s.conv(x, 1, 1, "sigmoid");
		s.save(folder.resolve("net.h5"), x);
		assertTrue(assertThrows(ModelException.class, () -> open().translate(
			ImportOptions.defaults())).getMessage().contains(
				"the Keras layer Lambda"));
	}

	@Test
	void weightsAloneAreRefused() {
		final KerasSketch s = sketch();
		s.conv(s.input(), 1, 1, "sigmoid");
		s.save(folder.resolve("net.h5"), (String) null, true);
		assertTrue(assertThrows(ModelException.class, this::open).getMessage()
			.contains("save the whole model"));
	}

	private ForeignModel open() {
		return ForeignModels.open(folder.resolve("net.h5"));
	}

	private ModelBundle assertSame(final double[] theirs) {
		final ForeignModel foreign = open();
		assertEquals("Keras HDF5 file", foreign.format());
		final ModelBundle model = foreign.translate(ImportOptions.defaults())
			.model();
		assertEquals(ImportOptions.NORMALIZATION, model.normalization());
		final float[] ours = model.network().probabilities(image, new TileShape(1,
			H, W));
		final int outputs = theirs.length / (H * W);
		for (int i = 0; i < theirs.length; i++)
			assertEquals(theirs[i], ours[outputs == 1 ? 2 * i + 1 : i], 1e-4,
				"value " + i);
		return model;
	}
}
