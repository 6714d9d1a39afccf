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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.YamlNode;
import org.unetlens.tensor.Normalization;

/**
 * A step of the pre- or post-processing that a bioimage.io description asks
 * for.
 *
 * @param id name of the step, e.g. {@code scale_range}
 * @param arguments of it
 */
record Processing(String id, Optional<YamlNode> arguments) {

	private static final double WHOLE = 100;

	/** @param tensor of a description of format 0.4 or 0.5 */
	static List<Processing> read(final YamlNode tensor, final String key)
		throws InvalidContentException
	{
		final List<Processing> steps = new ArrayList<>();
		final Optional<YamlNode> found = tensor.find(key);
		if (found.isEmpty()) return steps;
		for (final YamlNode step : found.get().list()) {
			final Optional<YamlNode> id = step.find("id");
			final String name = (id.isPresent() ? id.get() : step.get("name")).text();
			// NB: All numbers are 32-bit floating point here anyway.
			if (!name.equals("ensure_dtype")) steps.add(new Processing(name, step
				.find("kwargs")));
		}
		return steps;
	}

	/**
	 * The steps before the network as the one normalisation that they are.
	 *
	 * @param axes of the tensor, as letters
	 * @param channels of the image
	 */
	static Normalization normalization(final List<Processing> steps,
		final int channels) throws InvalidContentException,
		UnsupportedNetworkException
	{
		if (steps.isEmpty()) return Normalization.of(Normalization.Kind.NONE);
		if (steps.size() > 1) throw new UnsupportedNetworkException(
			"asks for the pre-processing " + steps.stream().map(Processing::id)
				.toList() + "; only a single step can be taken over");
		return steps.get(0).normalization(channels);
	}

	private Normalization normalization(final int channels)
		throws InvalidContentException, UnsupportedNetworkException
	{
		return switch (id) {
			case "scale_range" -> range(channels);
			case "zero_mean_unit_variance" -> text("mode", "per_sample").equals(
				"fixed") ? fixed() : mean(channels);
			case "fixed_zero_mean_unit_variance" -> fixed();
			case "scale_linear" -> linear();
			default -> throw new UnsupportedNetworkException(
				"asks for the pre-processing '" + id +
					"', which is none of scale_range, zero_mean_unit_variance, scale_linear and ensure_dtype");
		};
	}

	private Normalization range(final int channels)
		throws InvalidContentException, UnsupportedNetworkException
	{
		requireSeparate(channels);
		if (find("reference_tensor").isPresent())
			throw new UnsupportedNetworkException(
				"asks for percentiles of another tensor");
		final double low = number("min_percentile", 0);
		final double high = number("max_percentile", WHOLE);
		return low == 0 && high == WHOLE ? Normalization.of(
			Normalization.Kind.MIN_MAX) : Normalization.percentile(low, high);
	}

	private Normalization mean(final int channels) throws InvalidContentException,
		UnsupportedNetworkException
	{
		requireSeparate(channels);
		return Normalization.of(Normalization.Kind.MEAN_SD);
	}

	private Normalization fixed() throws InvalidContentException,
		UnsupportedNetworkException
	{
		final double mean = one("mean", 0);
		return Normalization.fixed(mean, mean + one("std", 1));
	}

	private Normalization linear() throws InvalidContentException,
		UnsupportedNetworkException
	{
		final double gain = one("gain", 1);
		final double zero = -one("offset", 0) / gain;
		return Normalization.fixed(zero, zero + 1 / gain);
	}

	/** NB: Without axes all are meant, the channels too. */
	private void requireSeparate(final int channels)
		throws InvalidContentException, UnsupportedNetworkException
	{
		if (channels == 1) return;
		final Optional<YamlNode> axes = find("axes");
		if (axes.isPresent() && !mentionsChannels(axes.get())) return;
		throw new UnsupportedNetworkException("asks for " + id +
			" over all channels together; here each channel is normalised by itself");
	}

	private static boolean mentionsChannels(final YamlNode axes)
		throws InvalidContentException
	{
		if (!axes.isList()) return axes.text().contains("c");
		return axes.texts().stream().anyMatch(a -> a.equals("channel") || a.equals(
			"c"));
	}

	/** A number, or a list of numbers that are all the same. */
	private double one(final String key, final double otherwise)
		throws InvalidContentException, UnsupportedNetworkException
	{
		final Optional<YamlNode> found = find(key);
		if (found.isEmpty()) return otherwise;
		if (!found.get().isList()) return found.get().number();
		final List<YamlNode> list = found.get().list();
		for (final YamlNode n : list)
			if (n.number() != list.get(0).number())
				throw new UnsupportedNetworkException("asks for another " + key +
					" for each channel; here one for all can be taken over");
		if (list.isEmpty()) throw new InvalidContentException("its " + id +
			" has an empty list as " + key);
		return list.get(0).number();
	}

	/** Of a step of post-processing; the value of an argument. */
	double number(final String key, final double otherwise)
		throws InvalidContentException
	{
		final Optional<YamlNode> found = find(key);
		return found.isPresent() ? found.get().number() : otherwise;
	}

	private String text(final String key, final String otherwise)
		throws InvalidContentException
	{
		final Optional<YamlNode> found = find(key);
		return found.isPresent() ? found.get().text() : otherwise;
	}

	private Optional<YamlNode> find(final String key)
		throws InvalidContentException
	{
		return arguments.isPresent() ? arguments.get().find(key) : Optional.empty();
	}
}
