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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelCard.Citation;
import org.unetlens.model.PackageZip;
import org.unetlens.model.Sha256;
import org.unetlens.model.YamlNode;

/**
 * A bioimage.io model package of format 0.4 or 0.5, read after the public
 * specification (bioimage-io/spec-bioimage-io).
 */
final class BioimagePackage {

	static final String DESCRIPTION = "rdf.yaml";
	private static final long MAX_DESCRIPTION = 1 << 18;
	private static final long MAX_PAGE = 1 << 22;
	private static final long MAX_TEST = 1 << 26;

	private final PackageZip zip;
	private final YamlNode rdf;
	private final String format;

	private BioimagePackage(final PackageZip zip) throws IOException {
		this.zip = zip;
		rdf = YamlNode.parse(DESCRIPTION, text(DESCRIPTION, MAX_DESCRIPTION));
		final String type = rdf.get("type").text();
		format = rdf.get("format_version").text();
		if (!type.equals("model") || !format.matches("0\\.[45]\\..*"))
			throw new InvalidContentException("it is a bioimage.io " + type +
				" of format " + format +
				"; models of the formats 0.4 and 0.5 can be opened");
	}

	static BioimagePackage of(final PackageZip zip) throws IOException {
		return new BioimagePackage(zip);
	}

	String format() {
		return format;
	}

	private boolean isOld() {
		return format.startsWith("0.4.");
	}

	TensorDescription input() throws IOException {
		return isOld() ? TensorDescription.old(single("inputs"), "preprocessing",
			single("test_inputs").text()) : TensorDescription.of(single("inputs"),
				"preprocessing");
	}

	TensorDescription output() throws IOException {
		return isOld() ? TensorDescription.old(single("outputs"), "postprocessing",
			single("test_outputs").text()) : TensorDescription.of(single("outputs"),
				"postprocessing");
	}

	private YamlNode single(final String key) throws InvalidContentException {
		final List<YamlNode> list = rdf.get(key).list();
		if (list.size() != 1) throw new InvalidContentException("it has " + list
			.size() + " " + key.replace('_', ' ') +
			"; only models with one input image and one output can be used");
		return list.get(0);
	}

	/** The bytes of the ONNX weights. */
	byte[] onnx() throws IOException {
		final Map<String, YamlNode> weights = rdf.get("weights").entries();
		final YamlNode onnx = weights.get("onnx");
		if (onnx == null) throw new InvalidContentException("it has weights as " +
			weights.keySet() +
			" only; those as ONNX or Keras HDF5 can be opened. Ask its authors for them, or convert it to ONNX with its own software");
		return checked(onnx.get("source").text(), onnx.find("sha256"), Limits
			.weights());
	}

	/** The bytes of Keras HDF5 weights; empty when there are ONNX weights. */
	Optional<byte[]> keras() throws IOException {
		final Map<String, YamlNode> weights = rdf.get("weights").entries();
		final YamlNode keras = weights.get("keras_hdf5");
		if (keras == null || weights.containsKey("onnx")) return Optional.empty();
		return Optional.of(checked(keras.get("source").text(), keras.find("sha256"),
			Limits.weights()));
	}

	/** The bytes of a test array; empty when there is none. */
	Optional<byte[]> test(final TensorDescription tensor) throws IOException {
		if (tensor.test().isEmpty()) return Optional.empty();
		final byte[] bytes = zip.bytes(local(tensor.test()), MAX_TEST);
		if (!tensor.testSum().isEmpty()) Sha256.require(tensor.test(), tensor
			.testSum(), Sha256.of(bytes));
		return Optional.of(bytes);
	}

	private byte[] checked(final String source, final Optional<YamlNode> sum,
		final long max) throws IOException
	{
		final byte[] bytes = zip.bytes(local(source), max);
		if (sum.isPresent()) Sha256.require(source, sum.get().text(), Sha256.of(
			bytes));
		return bytes;
	}

	/** NB: What a description names by its address lies in the package too. */
	private static String local(final String source) {
		return source.matches("https?://.*") ? source.substring(source.lastIndexOf(
			'/') + 1) : source.replaceFirst("^\\./", "");
	}

	/** What a person should know about the model. */
	ModelCard card() throws IOException {
		final Map<String, String> origin = new LinkedHashMap<>();
		origin.put("imported from", "bioimage.io package, format " + format);
		return new ModelCard(text("name", "imported"), text("description", ""),
			page(), authors(), citations(), text("license", ""), tags(), List.of(),
			Map.of(), origin);
	}

	private List<String> authors() throws InvalidContentException {
		final List<String> names = new ArrayList<>();
		for (final YamlNode author : list("authors"))
			names.add(author.get("name").text());
		return names;
	}

	private List<Citation> citations() throws InvalidContentException {
		final List<Citation> list = new ArrayList<>();
		for (final YamlNode cite : list("cite")) {
			final Optional<YamlNode> doi = cite.find("doi");
			list.add(new Citation(cite.get("text").text(), doi.isPresent() ? doi.get()
				.text() : ""));
		}
		return list;
	}

	private List<String> tags() throws InvalidContentException {
		final List<String> tags = new ArrayList<>();
		for (final YamlNode tag : list("tags"))
			tags.add(tag.text());
		return tags;
	}

	private List<YamlNode> list(final String key) throws InvalidContentException {
		final Optional<YamlNode> node = rdf.find(key);
		return node.isPresent() ? node.get().list() : List.of();
	}

	private String text(final String key, final String otherwise)
		throws InvalidContentException
	{
		final Optional<YamlNode> node = rdf.find(key);
		return node.isPresent() && !node.get().isList() ? node.get().text()
			: otherwise;
	}

	private String page() throws IOException {
		final String entry = local(text("documentation", ""));
		return zip.has(entry) ? text(entry, MAX_PAGE) : "";
	}

	private String text(final String entry, final long max) throws IOException {
		return new String(zip.bytes(entry, max), StandardCharsets.UTF_8);
	}
}
