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

package org.unetlens.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unetlens.network.Padding;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/** A model that is opened gives the result that is stored with it. */
class ModelVerificationTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(Normalization.Kind.class)
	void aSoundModelIsOpened(final Normalization.Kind kind) {
		final ModelBundle model = model(2, kind);
		final Path file = folder.resolve("m.zip");
		ModelFiles.write(ModelPackage.of(model, TestPair.of(model)), file, false);
		ModelFilesTest.assertSame(model, Models.open(file.toString()));
	}

	@Test
	void theLastModelIsReadAgainWhenItsFileHasChanged() {
		final String file = folder.resolve("m.zip").toString();
		final ModelBundle first = model(2, Normalization.Kind.NONE);
		final ModelBundle second = model(3, Normalization.Kind.NONE);
		write(first, file);
		final ModelBundle opened = Models.open(file);
		assertSame(opened, Models.open(file));
		write(second, file);
		ModelFilesTest.assertSame(second, Models.open(file));
		final ModelBundle bundled = Models.open("nuclei");
		assertSame(bundled, Models.open("nuclei"));
		ModelFilesTest.assertSame(second, Models.open(file));
	}

	private static void write(final ModelBundle model, final String file) {
		ModelFiles.write(ModelPackage.of(model, TestPair.of(model)), Path.of(file),
			true);
	}

	@Test
	void theTestPairIsWhatThePlainReferenceGives() {
		final ModelBundle model = model(3, Normalization.Kind.MIN_MAX);
		final TestPair pair = TestPair.of(model);
		final int size = pair.width();
		assertEquals(size, pair.height());
		assertEquals(13 << 2, size);
		final float[] scaled = new float[pair.input().length];
		for (int c = 0; c < 3; c++)
			scale(pair.input(), scaled, c, 3);
		assertArrayEquals(new NaiveUNet(model.spec(), model.weights()).run(scaled,
			size, size), pair.output(), 1e-5f);
	}

	private static void scale(final float[] in, final float[] out,
		final int channel, final int channels)
	{
		float min = Float.MAX_VALUE;
		float max = -Float.MAX_VALUE;
		for (int i = channel; i < in.length; i += channels) {
			min = Math.min(min, in[i]);
			max = Math.max(max, in[i]);
		}
		for (int i = channel; i < in.length; i += channels)
			out[i] = (in[i] - min) / (max - min);
	}

	@Test
	void otherWeightsAreNoticed() {
		final ModelBundle model = model(1, Normalization.Kind.NONE);
		final TestPair pair = TestPair.of(model);
		assertEquals(0, pair.deviation(model), 1e-6);
		model.weights().get("head.bias").values()[0] += 0.5f;
		final Path file = folder.resolve("changed.zip");
		ModelFiles.write(ModelPackage.of(model, pair), file, false);
		final ModelException exc = assertThrows(ModelException.class, () -> Models
			.open(file.toString()));
		assertTrue(exc.getMessage().contains(
			"changed.zip does not give the result"), exc.getMessage());
	}

	@Test
	void netsOfValidConvolutionsAreRefusedInWords() {
		final ModelPackage source = ModelSamples.source(ModelSamples.spec(1, 2, 1)
			.withPadding(Padding.VALID), 1);
		final ModelException exc = assertThrows(ModelException.class,
			() -> ModelFiles.verify(source, "x"));
		assertTrue(exc.getMessage().contains("without padding"), exc.getMessage());
	}

	private static ModelBundle model(final int channels,
		final Normalization.Kind kind)
	{
		final UNetSpec spec = ModelSamples.spec(channels, 2, 2);
		final Normalization n = kind == Normalization.Kind.PERCENTILE
			? Normalization.percentile(1, 99.8) : Normalization.of(kind);
		return new ModelBundle(ModelSamples.card(), spec, ModelSamples.weights(spec,
			channels), n, PixelSize.UNCALIBRATED, List.of("a", "b"), ModelSamples
				.model(spec, 1).rule());
	}
}
