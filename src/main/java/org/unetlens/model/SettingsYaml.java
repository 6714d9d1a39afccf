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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.label.ObjectRule;
import org.unetlens.network.Activation;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetForm;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * What only this project knows about a model, under {@code config: unetlens}.
 * Values out of range come as {@link IllegalArgumentException} from the types
 * themselves.
 */
final class SettingsYaml {

	/** Raised when older versions of the plugin could misread a file. */
	static final int FORMAT = 3;
	/** The format of U-Nets that older versions could not build. */
	private static final int FORMED = 2;
	/** The format of plain networks, which older versions read too. */
	private static final int PLAIN = 1;
	static final String KEY = "unetlens";
	/** Stands there for a network that is no U-Net of this project. */
	static final String GRAPH = "graph";

	private SettingsYaml() {}

	static Map<String, Object> write(final ModelBundle model) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("format", format(model));
		if (model.isUNet()) map.put("spec", spec(model.spec()));
		else map.put(GRAPH, graph(model.signature()));
		map.put("classes", model.classes());
		map.put("normalization", normalization(model.normalization()));
		map.put("pixel_size", pixelSize(model.pixelSize()));
		map.put("objects", rule(model.rule()));
		map.put("card", CardYaml.write(model.card()));
		return map;
	}

	private static int format(final ModelBundle model) {
		if (!model.isUNet()) return FORMAT;
		return model.spec().form().isPlain() && model.normalization()
			.kind() != Normalization.Kind.FIXED ? PLAIN : FORMED;
	}

	/** NB: For people; the network itself lies in the weights. */
	private static Map<String, Object> graph(final NetworkSignature signature) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("channels", signature.channels());
		map.put("classes", signature.classes());
		map.put("skips", Arrays.stream(signature.skips().levels()).boxed()
			.toList());
		return map;
	}

	private static Map<String, Object> spec(final UNetSpec spec) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("dims", spec.dims());
		map.put("channels", spec.channels());
		map.put("classes", spec.classes());
		map.put("depth", spec.depth());
		map.put("base_width", spec.baseWidth());
		map.put("padding", YamlNode.word(spec.padding()));
		map.put("skips", Arrays.stream(spec.skips().levels()).boxed().toList());
		map.put("batch_norm", spec.batchNorm());
		map.put("seed", spec.seed());
		if (!spec.form().isPlain()) map.put("form", form(spec.form()));
		return map;
	}

	static UNetSpec spec(final YamlNode settings) throws InvalidContentException {
		final YamlNode node = settings.get("spec");
		final int depth = node.get("depth").integer(1, 6);
		SkipSet skips = SkipSet.none();
		for (final YamlNode level : node.get("skips").list())
			skips = skips.with(level.integer(0, depth - 1));
		return new UNetSpec(node.get("dims").integer(2, 2), node.get("channels")
			.integer(1, 1024), node.get("classes").integer(2, 256), depth, node.get(
				"base_width").integer(1, 512), node.get("padding").choice(
					Padding.class), skips, node.get("batch_norm").flag(), node.get("seed")
						.integer(), form(node));
	}

	private static Map<String, Object> form(final UNetForm form) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("up_reach", form.upReach());
		map.put("up_bias", form.upBias());
		map.put("up_activation", form.upActivation());
		map.put("up_wide", form.upWide());
		map.put("head_width", form.headWidth());
		map.put("activation", YamlNode.word(form.activation().kind()));
		map.put("slope", form.activation().slope());
		return map;
	}

	private static UNetForm form(final YamlNode spec)
		throws InvalidContentException
	{
		final Optional<YamlNode> found = spec.find("form");
		if (found.isEmpty()) return UNetForm.PLAIN;
		final YamlNode node = found.get();
		return new UNetForm(node.get("up_reach").integer(0, 1), node.get("up_bias")
			.flag(), node.get("up_activation").flag(), node.get("up_wide").flag(),
			node.get("head_width").integer(0, 4096), new Activation(node.get(
				"activation").choice(Activation.Kind.class), node.get("slope")
					.number()));
	}

	static List<String> classes(final YamlNode settings,
		final NetworkSignature spec) throws InvalidContentException
	{
		final List<String> names = settings.get("classes").texts();
		if (names.size() != spec.classes()) throw new InvalidContentException(
			"it names the classes " + names + ", but its network has " + spec
				.classes());
		return names;
	}

	private static Map<String, Object> normalization(final Normalization n) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("kind", YamlNode.word(n.kind()));
		map.put("low", n.low());
		map.put("high", n.high());
		if (n.scope() != Normalization.Scope.STACK) map.put("scope", YamlNode.word(n
			.scope()));
		return map;
	}

	static Normalization normalization(final YamlNode settings)
		throws InvalidContentException
	{
		final YamlNode node = settings.get("normalization");
		final double low = node.get("low").number();
		final double high = node.get("high").number();
		final Normalization.Kind kind = node.get("kind").choice(
			Normalization.Kind.class);
		if (kind != Normalization.Kind.FIXED && !(low >= 0 && low < high &&
			high <= 100)) throw new InvalidContentException(
				"its normalisation goes from percentile " + low + " to " + high +
					"; both must be 0 to 100, the second higher");
		final Normalization found = new Normalization(kind, low, high);
		final Optional<YamlNode> scope = node.find("scope");
		return scope.isEmpty() ? found : found.withScope(scope.get().choice(
			Normalization.Scope.class));
	}

	private static Map<String, Object> pixelSize(final PixelSize size) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("x", size.x());
		map.put("y", size.y());
		map.put("unit", size.unit());
		return map;
	}

	static PixelSize pixelSize(final YamlNode settings)
		throws InvalidContentException
	{
		final YamlNode node = settings.get("pixel_size");
		return new PixelSize(node.get("x").number(), node.get("y").number(), node
			.get("unit").text());
	}

	private static Map<String, Object> rule(final ObjectRule rule) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("kind", YamlNode.word(rule.kind()));
		map.put("threshold", rule.threshold());
		map.put("seed_threshold", rule.seedThreshold());
		map.put("prominence", rule.prominence());
		map.put("min_size", rule.minSize());
		map.put("fill_holes", rule.fillHoles());
		map.put("exclude_border", rule.excludeBorder());
		return map;
	}

	static ObjectRule rule(final YamlNode settings, final NetworkSignature spec)
		throws InvalidContentException
	{
		final YamlNode node = settings.get("objects");
		final ObjectRule.Kind kind = node.get("kind").choice(ObjectRule.Kind.class);
		if (kind == ObjectRule.Kind.INTERIOR_BORDER && spec.classes() < 3)
			throw new InvalidContentException(
				"its objects need the classes background, interior and border, but its network has only 2");
		return new ObjectRule(kind, probability(node.get("threshold")), probability(
			node.get("seed_threshold")), probability(node.get("prominence")), node
				.get("min_size").integer(0, Integer.MAX_VALUE), node.get("fill_holes")
					.flag(), node.get("exclude_border").flag());
	}

	private static double probability(final YamlNode node)
		throws InvalidContentException
	{
		final double p = node.number();
		if (!(p >= 0 && p <= 1)) throw new InvalidContentException(
			"one of its thresholds is " + p + "; it must be 0 to 1");
		return p;
	}
}
