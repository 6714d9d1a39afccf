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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelException;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * Packages with hand-written descriptions, their test arrays computed by ONNX
 * Runtime and by the formulas of the bioimage.io specification.
 */
class BioimagePackageTest {

	private static final int H = 16;
	private static final int W = 24;
	private static final int[] SIZES = { 1, 1, H, W };

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[{name: zero_mean_unit_variance, kwargs: {mode: per_sample, axes: xy, eps: 1.0e-6}}] | MEAN_SD",
		"[{name: scale_range, kwargs: {mode: per_sample, axes: xy, min_percentile: 5, max_percentile: 90}}] | PERCENTILE",
		"[{name: scale_range, kwargs: {mode: per_sample, axes: xy}}] | MIN_MAX",
		"[{name: scale_linear, kwargs: {axes: xy, gain: 0.01, offset: -0.7}}] | FIXED",
		"[{name: zero_mean_unit_variance, kwargs: {mode: fixed, axes: xy, mean: [70], std: [100]}}] | FIXED",
		"[] | NONE" })
	void format4(final String before, final Normalization.Kind kind) {
		final byte[] onnx = Sketches.torch(1, 1, "");
		final float[] raw = raw();
		final float[] out = OnnxSketch.run(onnx, normalized(raw, kind), 1, 1, H, W);
		for (int i = 0; i < out.length; i++)
			out[i] = (float) (1 / (1 + Math.exp(-out[i])));
		final ForeignModel foreign = BioimageSketch.old(onnx, "bcyx", before,
			"[{name: sigmoid}]", raw, SIZES, out, SIZES).open(folder);
		assertEquals("bioimage.io package, format 0.4.9", foreign.format());
		final ModelBundle model = foreign.translate(ImportOptions.defaults())
			.model();
		assertEquals(kind, model.normalization().kind());
		assertEquals("Old Model", model.card().name());
		assertEquals(List.of("Ada", "Bo"), model.card().authors());
		assertEquals("MIT", model.card().license());
		assertEquals("# Page", model.card().documentation());
		assertEquals("10.1/2", model.card().citations().get(0).doi());
		assertReproduced(model);
	}

	/** What is done with each value then goes into the network. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[{name: scale_range, kwargs: {mode: per_sample, axes: xy, min_percentile: 5, max_percentile: 90}}, {name: clip, kwargs: {min: 0.1, max: 0.8}}] | PERCENTILE",
		"[{name: scale_linear, kwargs: {gain: 3, offset: 2}}, {name: zero_mean_unit_variance, kwargs: {mode: per_sample, axes: xy}}, {name: clip, kwargs: {min: 0.1, max: 0.8}}] | MEAN_SD",
		"[{name: clip, kwargs: {min: 0.1, max: 0.8}}] | NONE" })
	void severalSteps(final String before, final Normalization.Kind kind) {
		final byte[] onnx = Sketches.torch(1, 1, "Sigmoid");
		final float[] raw = raw();
		final float[] scaled = normalized(raw, kind).clone();
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = Math.max(0.1f, Math.min(0.8f, scaled[i]));
		final ModelBundle model = BioimageSketch.old(onnx, "bcyx", before, "[]",
			raw, SIZES, OnnxSketch.run(onnx, scaled, 1, 1, H, W), SIZES).open(folder)
			.translate(ImportOptions.defaults()).model();
		assertEquals(kind, model.normalization().kind());
		assertFalse(model.isUNet());
		assertReproduced(model);
	}

	private static void assertReproduced(final ModelBundle model) {
		final String test = model.card().training().get("test arrays");
		assertTrue(test.startsWith("reproduced"), test);
	}

	@Test
	void format5WithChannelsLastAndThreshold() {
		final byte[] onnx = Sketches.keras();
		final float[] raw = raw();
		final int[] in = { 1, H, W, 1 };
		final int[] sizes = { 1, H, W, 3 };
		final float[] out = OnnxSketch.run(onnx, normalized(raw,
			Normalization.Kind.PERCENTILE), 1, H, W, 1);
		final String before =
			"[{id: ensure_dtype, kwargs: {dtype: float32}}, {id: scale_range, kwargs: {axes: [y, x], min_percentile: 5, max_percentile: 90}}]";
		final ModelBundle model = BioimageSketch.recent(onnx, "byxc", before, "[]",
			raw, in, out, sizes).open(folder).translate(ImportOptions.defaults())
			.model();
		assertEquals(List.of("part0", "part1", "part2"), model.classes());
		assertEquals(new PixelSize(0.25, 0.25, "micron"), model.pixelSize());
		assertReproduced(model);
		for (int i = 0; i < out.length; i++)
			out[i] = out[i] > 0.4f ? 1 : 0;
		final ModelBundle masked = BioimageSketch.recent(onnx, "byxc", before,
			"[{id: binarize, kwargs: {threshold: 0.4}}]", raw, in, out, sizes).open(
				folder).translate(ImportOptions.defaults()).model();
		assertEquals(0.4, masked.rule().threshold());
		assertReproduced(masked);
	}

	@Test
	void aStoredResultThatIsNotReproduced() {
		final BioimageSketch sketch = torch();
		final byte[] npy = sketch.entries.get("out.npy");
		npy[npy.length - 1] ^= 1;
		assertTrue(assertThrows(ModelException.class, () -> sketch.open(folder)
			.translate(ImportOptions.defaults())).getMessage().contains(
				"a value differs by"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"inputs: | inputs: [{}, {}]\\nother: | it has 2 inputs",
		"onnx: { | torchscript: { | it has weights as [torchscript] only",
		"id: y, | id: z, | only 2D images", "0.5.3 | 0.3.2 | formats 0.4 and 0.5",
		"preprocessing: [] | preprocessing: [{id: binarize, kwargs: {threshold: 1}}] | pre-processing 'binarize'",
		"preprocessing: [] | preprocessing: [{id: clip, kwargs: {min: 0, max: 1}}, {id: scale_range}] | pre-processing 'clip' before 'scale_range'",
		"preprocessing: [] | preprocessing: [{id: scale_linear, kwargs: {gain: 0}}] | two different numbers",
		"net.onnx | ../net.onnx | its entry ../net.onnx is missing",
		"source: in.npy | source: in.npy, sha256: 00 | check sum" })
	void whatCannotBeUsedIsRefusedWithItsReason(final String before,
		final String after, final String reason)
	{
		final String message = assertThrows(ModelException.class, () -> torch()
			.edit(before, after.replace("\\n", "\n")).open(folder).translate(
				ImportOptions.defaults())).getMessage();
		assertTrue(message.contains(reason) && message.contains("package.zip"),
			message);
	}

	private static BioimageSketch torch() {
		final byte[] onnx = Sketches.torch(1, 1, "Sigmoid");
		final float[] raw = raw();
		return BioimageSketch.recent(onnx, "bcyx", "[]", "[]", raw, SIZES,
			OnnxSketch.run(onnx, raw, 1, 1, H, W), SIZES);
	}

	/** NB: Small, for without normalisation they enter as they are. */
	private static float[] raw() {
		final float[] values = new float[H * W];
		final Random random = new Random(8);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (2 * random.nextDouble());
		return values;
	}

	/** By the formulas of the specification. */
	private static float[] normalized(final float[] raw,
		final Normalization.Kind kind)
	{
		final double[] sorted = new double[raw.length];
		for (int i = 0; i < raw.length; i++)
			sorted[i] = raw[i];
		Arrays.sort(sorted);
		final double mean = Arrays.stream(sorted).average().orElseThrow();
		final double sd = Math.sqrt(Arrays.stream(sorted).map(v -> (v - mean) * (v -
			mean)).average().orElseThrow());
		final double[] map = switch (kind) {
			case MEAN_SD -> new double[] { mean, sd + 1e-6 };
			case PERCENTILE -> range(percentile(sorted, 5), percentile(sorted, 90));
			case MIN_MAX -> range(sorted[0], sorted[sorted.length - 1]);
			case FIXED -> new double[] { 70, 100 };
			case NONE -> new double[] { 0, 1 };
		};
		final float[] result = new float[raw.length];
		for (int i = 0; i < raw.length; i++)
			result[i] = (float) ((raw[i] - map[0]) / map[1]);
		return result;
	}

	private static double[] range(final double low, final double high) {
		return new double[] { low, high - low + 1e-6 };
	}

	private static double percentile(final double[] sorted, final double p) {
		final double at = p / 100 * (sorted.length - 1);
		final int below = (int) at;
		return sorted[below] + (at - below) * (sorted[Math.min(below + 1,
			sorted.length - 1)] - sorted[below]);
	}
}
