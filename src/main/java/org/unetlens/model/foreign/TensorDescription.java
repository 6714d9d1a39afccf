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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.YamlNode;
import org.unetlens.tensor.PixelSize;

/**
 * An input or output of a bioimage.io model, format 0.4 or 0.5.
 *
 * @param name of it
 * @param axes one letter for each: b, c, y, x; others for what this project
 *          does not know
 * @param channels names of the channels; empty when it has none
 * @param pixelSize as stated
 * @param processing before or behind the network
 * @param test entry that holds the test array; empty for none
 * @param testSum check sum of it, empty for none
 */
record TensorDescription(String name, String axes, List<String> channels,
		PixelSize pixelSize, List<Processing> processing, String test,
		String testSum) {

	private static final Map<String, String> UNITS = Map.of("micrometer",
		"micron", "nanometer", "nm", "millimeter", "mm", "centimeter", "cm",
		"meter", "m");

	/** @param test entry of the test array, which stands elsewhere in 0.4 */
	static TensorDescription old(final YamlNode node, final String processing,
		final String test) throws InvalidContentException
	{
		return new TensorDescription(node.get("name").text(), node.get("axes")
			.text(), List.of(), PixelSize.UNCALIBRATED, Processing.read(node,
				processing), test, "");
	}

	static TensorDescription of(final YamlNode node, final String processing)
		throws InvalidContentException
	{
		final StringBuilder letters = new StringBuilder();
		List<String> channels = List.of();
		double x = 1;
		double y = 1;
		String unit = "pixel";
		for (final YamlNode axis : node.get("axes").list()) {
			final String letter = letter(axis);
			letters.append(letter);
			if (letter.equals("c")) channels = names(axis);
			final Optional<YamlNode> stated = axis.find("unit");
			if (!"xy".contains(letter) || stated.isEmpty() || axis.find("scale")
				.isEmpty()) continue;
			unit = UNITS.getOrDefault(stated.get().text(), stated.get().text());
			if (letter.equals("x")) x = axis.get("scale").number();
			else y = axis.get("scale").number();
		}
		final Optional<YamlNode> test = node.find("test_tensor");
		final String sum = test.isPresent() && test.get().find("sha256").isPresent()
			? test.get().get("sha256").text() : "";
		return new TensorDescription(node.get("id").text(), letters.toString(),
			channels, new PixelSize(x, y, unit), Processing.read(node, processing),
			test.isPresent() ? test.get().get("source").text() : "", sum);
	}

	private static String letter(final YamlNode axis)
		throws InvalidContentException
	{
		return switch (axis.get("type").text()) {
			case "batch" -> "b";
			case "channel" -> "c";
			case "time" -> "t";
			case "index" -> "i";
			default -> axis.find("id").isPresent() && axis.get("id").text()
				.length() == 1 ? axis.get("id").text() : "x";
		};
	}

	private static List<String> names(final YamlNode axis)
		throws InvalidContentException
	{
		final Optional<YamlNode> names = axis.find("channel_names");
		return names.isPresent() ? names.get().texts() : List.of();
	}

	/** Throws unless it is a 2D image with channels. */
	void requirePlane() throws UnsupportedNetworkException {
		final char[] letters = axes.toCharArray();
		java.util.Arrays.sort(letters);
		if (!new String(letters).equals("bcxy"))
			throw new UnsupportedNetworkException("has the tensor '" + name +
				"' with the axes " + axes +
				"; only 2D images with the axes batch, channel, y and x can be used");
	}
}
