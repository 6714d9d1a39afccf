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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unetlens.network.LayerNames;
import org.unetlens.network.NetworkSignature;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * The {@code inputs} and {@code outputs} of a bioimage.io model description:
 * tensors with the axes (batch, channel, y, x).
 */
final class RdfTensors {

	/** What ImageJ calls a unit, and how OME-Zarr and bioimage.io spell it. */
	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry(
		"micron", "micrometer"), Map.entry("microns", "micrometer"), Map.entry("um",
			"micrometer"), Map.entry("µm", "micrometer"), Map.entry("\u03bcm",
				"micrometer"), Map.entry("micrometer", "micrometer"), Map.entry("nm",
					"nanometer"), Map.entry("nanometer", "nanometer"), Map.entry("mm",
						"millimeter"), Map.entry("millimeter", "millimeter"), Map.entry(
							"cm", "centimeter"), Map.entry("m", "meter"), Map.entry("inch",
								"inch"));

	private final ModelBundle model;
	private final NetworkSignature spec;
	private final SizeRule sizes;

	RdfTensors(final ModelBundle model) {
		this.model = model;
		spec = model.signature();
		sizes = SizeRule.of(model.network());
	}

	Map<String, Object> input(final Map<String, Object> testTensor) {
		final Map<String, Object> size = new LinkedHashMap<>();
		size.put("min", sizes.min());
		size.put("step", sizes.step());
		final List<String> channels = IntStream.range(0, spec.channels()).mapToObj(
			c -> "channel" + c).toList();
		final Map<String, Object> map = tensor(LayerNames.INPUT,
			"intensities of one image plane", channels, space("y", size), space("x",
				size));
		map.put("data", data());
		map.put("test_tensor", testTensor);
		if (model.normalization().kind() != Normalization.Kind.NONE) map.put(
			"preprocessing", List.of(preprocessing()));
		return map;
	}

	Map<String, Object> output(final Map<String, Object> testTensor) {
		final List<String> channels = model.classes().stream().map(
			RdfTensors::identifier).toList();
		final Map<String, Object> map = tensor(LayerNames.PROBABILITIES,
			"probability of each class, summing to 1", channels, outputSpace("y"),
			outputSpace("x"));
		final Map<String, Object> data = data();
		data.put("range", List.of(0.0, 1.0));
		map.put("data", data);
		map.put("test_tensor", testTensor);
		return map;
	}

	private static Map<String, Object> tensor(final String id,
		final String description, final List<String> channels,
		final Map<String, Object> y, final Map<String, Object> x)
	{
		final Map<String, Object> channel = new LinkedHashMap<>();
		channel.put("type", "channel");
		channel.put("id", "channel");
		channel.put("channel_names", channels);
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("id", id);
		map.put("description", description);
		map.put("axes", List.of(Map.of("type", "batch"), channel, y, x));
		return map;
	}

	private Map<String, Object> outputSpace(final String axis) {
		final Map<String, Object> size = new LinkedHashMap<>();
		size.put("tensor_id", LayerNames.INPUT);
		size.put("axis_id", axis);
		size.put("offset", -sizes.loss());
		final Map<String, Object> map = space(axis, size);
		if (sizes.halo() > 0) map.put("halo", sizes.halo());
		return map;
	}

	private Map<String, Object> space(final String axis,
		final Map<String, Object> size)
	{
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("type", "space");
		map.put("id", axis);
		map.put("size", size);
		final PixelSize pixel = model.pixelSize();
		final String unit = UNITS.get(pixel.unit());
		if (unit != null) {
			map.put("unit", unit);
			map.put("scale", axis.equals("x") ? pixel.x() : pixel.y());
		}
		return map;
	}

	private static Map<String, Object> data() {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("type", "float32");
		return map;
	}

	/** Per image and channel, as {@link Normalization} does it. */
	private Map<String, Object> preprocessing() {
		final Normalization n = model.normalization();
		final Map<String, Object> arguments = new LinkedHashMap<>();
		if (n.kind() == Normalization.Kind.FIXED) return linear(n);
		arguments.put("axes", List.of("y", "x"));
		if (n.kind() == Normalization.Kind.PERCENTILE) {
			arguments.put("min_percentile", n.low());
			arguments.put("max_percentile", n.high());
		}
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("id", n.kind() == Normalization.Kind.MEAN_SD
			? "zero_mean_unit_variance" : "scale_range");
		map.put("kwargs", arguments);
		return map;
	}

	/** v * gain + offset. */
	private static Map<String, Object> linear(final Normalization n) {
		final double gain = 1 / (n.high() - n.low());
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("id", "scale_linear");
		map.put("kwargs", Map.of("gain", gain, "offset", 0.0 - n.low() * gain));
		return map;
	}

	private static String identifier(final String name) {
		final String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
		return plain.matches("[A-Za-z_].*") ? plain : "class_" + plain;
	}
}
