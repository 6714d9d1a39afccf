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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.unetlens.model.NpyCodec;

/** A bioimage.io package, its description written by hand. */
final class BioimageSketch {

	final Map<String, byte[]> entries = new LinkedHashMap<>();

	private BioimageSketch() {}

	/** @param sizes of both test arrays */
	static BioimageSketch old(final byte[] onnx, final String axes,
		final String before, final String after, final float[] in,
		final int[] inSizes, final float[] out, final int[] outSizes)
	{
		return new BioimageSketch().with(onnx, in, inSizes, out, outSizes).rdf(
			"""
					format_version: 0.4.9
					type: model
					name: Old Model
					description: finds things
					license: MIT
					timestamp: '2021-02-03T04:05:06'
					authors: [{name: Ada, affiliation: nowhere}, {name: Bo}]
					cite: [{text: A paper, doi: 10.1/2}, {text: A page, url: 'https://example.org'}]
					tags: [nuclei]
					documentation: ./README.md
					inputs:
					- name: input0
					  axes: %1$s
					  data_type: float32
					  shape: {min: [1, 1, 16, 16], step: [0, 0, 4, 4]}
					  preprocessing: %2$s
					outputs:
					- name: output0
					  axes: %1$s
					  data_type: float32
					  halo: [0, 0, 4, 4]
					  shape: {reference_tensor: input0, scale: [1, 1, 1, 1], offset: [0, 0, 0, 0]}
					  postprocessing: %3$s
					test_inputs: [in.npy]
					test_outputs: ['https://example.org/files/out.npy']
					weights:
					  onnx: {source: net.onnx, opset_version: 15}
					"""
				.formatted(axes, before, after));
	}

	static BioimageSketch recent(final byte[] onnx, final String axes,
		final String before, final String after, final float[] in,
		final int[] inSizes, final float[] out, final int[] outSizes)
	{
		return new BioimageSketch().with(onnx, in, inSizes, out, outSizes).rdf("""
				format_version: 0.5.3
				type: model
				name: Recent Model
				description: finds more things
				license: CC-BY-4.0
				authors: [{name: Ada}]
				cite: [{text: A paper, doi: 10.1/2}]
				inputs:
				- id: raw
				  axes: %s
				  test_tensor: {source: in.npy}
				  preprocessing: %s
				outputs:
				- id: prob
				  axes: %s
				  test_tensor: {source: out.npy}
				  postprocessing: %s
				weights:
				  onnx: {source: net.onnx, opset_version: 15}
				""".formatted(axes(axes, "{min: 16, step: 4}", inSizes), before, axes(
			axes, "{tensor_id: raw, axis_id: x}", outSizes), after));
	}

	private static String axes(final String letters, final String size,
		final int[] sizes)
	{
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < letters.length(); i++)
			text.append(i > 0 ? ", " : "[").append(switch (letters.charAt(i)) {
				case 'b' -> "{type: batch}";
				case 'c' -> "{type: channel, channel_names: [" +
					java.util.stream.IntStream.range(0, sizes[i]).mapToObj(c -> "part" +
						c).collect(java.util.stream.Collectors.joining(", ")) + "]}";
				default -> "{type: space, id: " + letters.charAt(i) + ", size: " +
					size + ", unit: micrometer, scale: 0.25}";
			});
		return text.append("]").toString();
	}

	private BioimageSketch with(final byte[] onnx, final float[] in,
		final int[] inSizes, final float[] out, final int[] outSizes)
	{
		entries.put("rdf.yaml", new byte[0]);
		entries.put("README.md", "# Page".getBytes(StandardCharsets.UTF_8));
		entries.put("net.onnx", onnx);
		entries.put("in.npy", NpyCodec.encode(in, inSizes));
		entries.put("out.npy", NpyCodec.encode(out, outSizes));
		return this;
	}

	BioimageSketch rdf(final String text) {
		entries.put("rdf.yaml", text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	/** The same with something in the description replaced. */
	BioimageSketch edit(final String before, final String after) {
		final String rdf = new String(entries.get("rdf.yaml"),
			StandardCharsets.UTF_8);
		if (!rdf.contains(before)) throw new IllegalStateException(before);
		return rdf(rdf.replace(before, after));
	}

	byte[] zip() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (final Map.Entry<String, byte[]> e : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(e.getKey()));
				zip.write(e.getValue());
				zip.closeEntry();
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	ForeignModel open(final Path folder) {
		try {
			return ForeignModels.open(Files.write(folder.resolve("package.zip"),
				zip()));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
