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
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.OutputKind;
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
	 * Steps before the network: a normalisation, which may measure the image, and
	 * what is done with each value then.
	 */
	record Preparation(Normalization normalization, List<LayerOp> then) {
	}

	/**
	 * The steps before the network.
	 *
	 * @param channels of the image
	 */
	static Preparation preparation(final List<Processing> steps,
		final int channels) throws InvalidContentException,
		UnsupportedNetworkException
	{
		int last = -1;
		for (int i = 0; i < steps.size(); i++)
			if (steps.get(i).measures()) last = i;
		for (final Processing before : steps.subList(0, Math.max(0, last)))
			before.requireNoEffectBefore(steps.get(last));
		final List<LayerOp> then = new ArrayList<>();
		if (last < 0 && steps.size() == 1 && steps.get(0).isOneForAll())
			return new Preparation(steps.get(0).normalization(channels), then);
		for (final Processing step : steps.subList(last + 1, steps.size()))
			then.add(step.layer(channels));
		return new Preparation(last < 0 ? Normalization.of(Normalization.Kind.NONE)
			: steps.get(last).normalization(channels), then);
	}

	/** Whether it depends on the image. */
	private boolean measures() throws InvalidContentException {
		return id.equals("scale_range") || id.equals("zero_mean_unit_variance") &&
			!text("mode", "per_sample").equals("fixed");
	}

	/** NB: What is measured evens out a gain and an offset before. */
	private void requireNoEffectBefore(final Processing measured)
		throws InvalidContentException, UnsupportedNetworkException
	{
		if (id.equals("scale_linear") && isOneForAll() && one("gain", 1) > 0)
			return;
		throw new UnsupportedNetworkException("asks for the pre-processing '" + id +
			"' before '" + measured.id + "', which cannot be done here");
	}

	/** Whether it gives the same gain and offset to all channels. */
	private boolean isOneForAll() throws InvalidContentException {
		if (!List.of("scale_linear", "fixed_zero_mean_unit_variance",
			"zero_mean_unit_variance").contains(id)) return false;
		for (final String key : List.of("gain", "offset", "mean", "std")) {
			final Optional<YamlNode> found = find(key);
			if (found.isEmpty() || !found.get().isList()) continue;
			final List<YamlNode> list = found.get().list();
			for (final YamlNode n : list)
				if (n.number() != list.get(0).number()) return false;
		}
		return true;
	}

	private LayerOp layer(final int channels) throws InvalidContentException,
		UnsupportedNetworkException
	{
		switch (id) {
			case "clip":
				return new LayerOp.Clip((float) number("min", -Float.MAX_VALUE),
					(float) number("max", Float.MAX_VALUE));
			case "sigmoid":
				return new LayerOp.Probability(OutputKind.SIGMOID);
			case "scale_linear":
				return new LayerOp.Affine(each("gain", 1, channels), each("offset", 0,
					channels));
			case "zero_mean_unit_variance":
			case "fixed_zero_mean_unit_variance":
				final float[] factor = each("std", 1, channels);
				final float[] offset = each("mean", 0, channels);
				for (int c = 0; c < channels; c++) {
					factor[c] = 1 / factor[c];
					offset[c] *= -factor[c];
				}
				return new LayerOp.Affine(factor, offset);
			default:
				throw unknown();
		}
	}

	/** A number for each channel, which may be the same for all. */
	private float[] each(final String key, final double otherwise,
		final int channels) throws InvalidContentException
	{
		final Optional<YamlNode> found = find(key);
		final float[] values = new float[channels];
		final List<YamlNode> list = found.isPresent() && found.get().isList()
			? found.get().list() : List.of();
		if (!list.isEmpty() && list.size() != 1 && list.size() != channels)
			throw new InvalidContentException("its " + id + " has " + list.size() +
				" values as " + key + ", and its image " + channels + " channel(s)");
		for (int c = 0; c < channels; c++)
			values[c] = (float) (found.isEmpty() ? otherwise : list.isEmpty() ? found
				.get().number() : list.get(list.size() == 1 ? 0 : c).number());
		return values;
	}

	private UnsupportedNetworkException unknown() {
		return new UnsupportedNetworkException("asks for the pre-processing '" +
			id +
			"', which is none of scale_range, zero_mean_unit_variance, fixed_zero_mean_unit_variance, scale_linear, clip, sigmoid and ensure_dtype");
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
			default -> throw unknown();
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
