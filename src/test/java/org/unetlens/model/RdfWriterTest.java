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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.unetlens.graph.InvalidContentException;
import org.unetlens.network.Padding;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * The description keeps the rules of the bioimage.io model description 0.5
 * ({@code bioimage-io/spec-bioimage-io}, {@code model/v0_5.py}).
 */
class RdfWriterTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "1, SAME", "3, SAME", "2, VALID" })
	void axesKeepTheRules(final int depth, final Padding padding)
		throws InvalidContentException
	{
		final UNetSpec spec = ModelSamples.spec(2, 3, depth).withPadding(padding);
		final ModelPackage source = ModelSamples.source(spec, 1);
		final YamlNode rdf = written(source);
		final List<YamlNode> in = only(rdf.get("inputs")).get("axes").list();
		final List<YamlNode> out = only(rdf.get("outputs")).get("axes").list();
		assertEquals(List.of("batch", "channel", "space", "space"), types(in));
		assertEquals(List.of("batch", "channel", "space", "space"), types(out));
		assertEquals(2, in.get(1).get("channel_names").list().size());
		assertEquals(List.of("background", "class_1", "class_2"), out.get(1).get(
			"channel_names").texts());
		requireAxis(in.get(2), out.get(2), "y", source.test().height(), padding);
		requireAxis(in.get(3), out.get(3), "x", source.test().width(), padding);
	}

	/** As validate_tensors and _validate_axis of the specification check it. */
	private static void requireAxis(final YamlNode in, final YamlNode out,
		final String id, final int test, final Padding padding)
		throws InvalidContentException
	{
		assertEquals(id, in.get("id").text());
		assertEquals(id, out.get("id").text());
		final int min = in.get("size").get("min").integer(1, 10_000);
		final int step = in.get("size").get("step").integer(1, 64);
		assertEquals(0, (test - min) % step, "test image of " + test);
		assertTrue(test >= min);
		final YamlNode size = out.get("size");
		assertEquals("input", size.get("tensor_id").text());
		assertEquals(id, size.get("axis_id").text());
		final long smallest = min + size.get("offset").integer();
		final int halo = out.find("halo").isPresent() ? out.get("halo").integer(1,
			10_000) : 0;
		assertTrue(smallest - 2 * halo >= 1, "halo " + halo + " in " + smallest);
		assertEquals(padding == Padding.SAME, halo > 0);
		assertEquals("micrometer", in.get("unit").text());
		assertEquals("micrometer", out.get("unit").text());
		final double scale = id.equals("x") ? 0.65 : 0.5;
		assertEquals(scale, in.get("scale").number());
		assertEquals(scale, out.get("scale").number());
	}

	@Test
	void headKeepsTheRules() throws InvalidContentException {
		final YamlNode rdf = written(ModelSamples.source(ModelSamples.spec(1, 2, 1),
			1).withCover(new byte[9]));
		assertTrue(rdf.get("format_version").text().startsWith("0.5."));
		assertEquals("model", rdf.get("type").text());
		assertTrue(rdf.get("name").text().matches("[A-Za-z0-9_+\\- ()]{5,128}"));
		assertTrue(rdf.get("description").text().length() <= 1024);
		OffsetDateTime.parse(rdf.get("timestamp").text());
		for (final YamlNode author : rdf.get("authors").list())
			assertFalse(author.get("name").text().matches(".*[/\\\\].*"));
		for (final YamlNode cite : rdf.get("cite").list())
			assertTrue(cite.get("doi").text().matches("10\\.[0-9]{4}.+"));
		assertEquals("CC0-1.0", rdf.get("license").text());
		assertEquals("documentation.md", rdf.get("documentation").text());
		assertEquals(List.of("cover.png"), rdf.get("covers").texts());
		final YamlNode onnx = rdf.get("weights").get("onnx");
		assertEquals("weights.onnx", onnx.get("source").text());
		assertTrue(onnx.get("sha256").text().matches("[0-9a-f]{64}"));
		assertEquals(15, onnx.get("opset_version").integer());
	}

	@ParameterizedTest
	@EnumSource(Normalization.Kind.class)
	void normalisationIsThatOfTheModel(final Normalization.Kind kind)
		throws InvalidContentException
	{
		final ModelPackage s = ModelSamples.source(ModelSamples.spec(1, 2, 1), 1);
		final Normalization n = kind == Normalization.Kind.PERCENTILE
			? Normalization.percentile(2, 99.5) : Normalization.of(kind);
		final YamlNode input = only(written(with(s, n, "x")).get("inputs"));
		if (kind == Normalization.Kind.NONE) {
			assertTrue(input.find("preprocessing").isEmpty());
			return;
		}
		final YamlNode step = only(input.get("preprocessing"));
		if (kind == Normalization.Kind.FIXED) {
			assertEquals("scale_linear", step.get("id").text());
			assertEquals(0.01, step.get("kwargs").get("gain").number(), 1e-12);
			assertEquals(0, step.get("kwargs").get("offset").number());
			return;
		}
		assertEquals(kind == Normalization.Kind.MEAN_SD ? "zero_mean_unit_variance"
			: "scale_range", step.get("id").text());
		assertEquals(List.of("y", "x"), step.get("kwargs").get("axes").texts());
		if (kind == Normalization.Kind.PERCENTILE) {
			assertEquals(2, step.get("kwargs").get("min_percentile").number());
			assertEquals(99.5, step.get("kwargs").get("max_percentile").number());
		}
	}

	@ParameterizedTest
	@CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
		"x,U-Net Lens x", "a/b: ü?,a_b_ __", "12345,12345" })
	void namesAreAdapted(final String name, final String expected)
		throws InvalidContentException
	{
		final ModelPackage s = ModelSamples.source(ModelSamples.spec(1, 2, 1), 1);
		assertEquals(expected, written(with(s, s.model().normalization(), name))
			.get("name").text());
	}

	private static ModelPackage with(final ModelPackage s, final Normalization n,
		final String name)
	{
		final ModelBundle m = s.model();
		final ModelCard c = m.card();
		return ModelPackage.of(new ModelBundle(new ModelCard(name, c.description(),
			c.documentation(), c.authors(), c.citations(), c.license(), c.tags(), c
				.data(), c.metrics(), c.training()), m.spec(), m.weights(), n,
			PixelSize.UNCALIBRATED, m.classes(), m.rule()), s.test());
	}

	private YamlNode written(final ModelPackage source)
		throws InvalidContentException
	{
		final Path file = folder.resolve("m.zip");
		ModelFiles.write(source, file, true);
		return YamlNode.parse("rdf.yaml", new String(ModelFiles.readEntry(file,
			"rdf.yaml").orElseThrow(), StandardCharsets.UTF_8));
	}

	private static YamlNode only(final YamlNode node)
		throws InvalidContentException
	{
		assertEquals(1, node.list().size());
		return node.list().get(0);
	}

	private static List<String> types(final List<YamlNode> axes) {
		return axes.stream().map(a -> {
			try {
				return a.get("type").text();
			}
			catch (final InvalidContentException exc) {
				throw new AssertionError(exc);
			}
		}).toList();
	}
}
