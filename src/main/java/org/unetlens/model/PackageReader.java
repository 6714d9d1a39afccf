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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.OnnxImport;
import org.unetlens.graph.TrainedGraph;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.OptimizerState.NamedArray;
import org.unetlens.network.TrainedNetwork;
import org.unetlens.network.TrainedUNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights;

/**
 * Reads a model from the entries of a package. The description is read first;
 * it says what the other entries must hold, and no more than that is taken into
 * memory. Not thread-safe.
 */
final class PackageReader {

	/** Room for names, shapes and nodes beside the weights, in bytes. */
	private static final long GRAPH = 1 << 20;
	/** Header of a .npy entry at most, in bytes. */
	private static final long HEADER = 1 << 13;

	/**
	 * Values that an optimiser may keep per weight: the last weights, their mean,
	 * and Adam's two moments.
	 */
	private static final long STATE = 4;
	/** Values that it may keep beside, e.g. scores. */
	private static final long EXTRA = 64;

	private final PackageZip zip;

	PackageReader(final PackageZip zip) {
		this.zip = zip;
	}

	ModelPackage read() throws IOException {
		final YamlNode rdf = YamlNode.parse(Entries.RDF, text(Entries.RDF,
			Entries.MAX_RDF));
		final YamlNode settings = settings(rdf);
		final Optional<YamlNode> optimizer = settings.find("optimizer");
		final TrainedNetwork network = settings.find(SettingsYaml.GRAPH).isPresent()
			? graph(rdf) : unet(rdf, SettingsYaml.spec(settings), optimizer
				.isPresent());
		final ModelBundle model = model(settings, network);
		ModelPackage result = ModelPackage.of(model, test(rdf, network));
		if (zip.has(Entries.COVER)) result = result.withCover(zip.bytes(
			Entries.COVER, Entries.MAX_PAGE));
		return optimizer.isPresent() ? result.withOptimizer(optimizer(optimizer
			.get(), model.spec())) : result;
	}

	private TrainedUNet unet(final YamlNode rdf, final UNetSpec spec,
		final boolean checkpoint) throws IOException
	{
		final long values = WeightShapes.count(spec);
		// NB: The largest array is there twice while its axes are reordered, that
		// of an optimiser three times.
		requireMemory(values, checkpoint ? 8 + 9 * STATE : 8);
		return new TrainedUNet(spec, weights(rdf, spec));
	}

	private TrainedGraph graph(final YamlNode rdf) throws IOException {
		final YamlNode onnx = onnx(rdf);
		final String entry = onnx.get("source").text();
		final long bytes = zip.size(entry);
		requireMemory(bytes / Float.BYTES, 4 * Float.BYTES);
		try {
			return TrainedGraph.of(OnnxImport.read(file(onnx, Float.BYTES *
				Entries.MAX_VALUES + GRAPH)).graph());
		}
		catch (final UnsupportedNetworkException exc) {
			throw new InvalidContentException("its network " + exc.getMessage(), exc);
		}
	}

	private ModelBundle model(final YamlNode settings,
		final TrainedNetwork network) throws IOException
	{
		final ModelCard card = CardYaml.read(settings.get("card"), text(
			Entries.DOCUMENTATION, Entries.MAX_PAGE));
		return new ModelBundle(card, network, SettingsYaml.normalization(settings),
			SettingsYaml.pixelSize(settings), SettingsYaml.classes(settings, network
				.signature()), SettingsYaml.rule(settings, network.signature()));
	}

	static boolean isOwn(final String rdf) throws InvalidContentException {
		final Optional<YamlNode> config = YamlNode.parse(Entries.RDF, rdf).find(
			"config");
		return config.isPresent() && config.get().find(SettingsYaml.KEY)
			.isPresent();
	}

	private static YamlNode settings(final YamlNode rdf)
		throws InvalidContentException
	{
		final String type = rdf.get("type").text();
		final String version = rdf.get("format_version").text();
		if (!type.equals("model") || !version.startsWith("0.5."))
			throw new InvalidContentException("it is a bioimage.io " + type +
				" of format " + version + "; a model of format 0.5 is needed");
		final Optional<YamlNode> config = rdf.find("config");
		final Optional<YamlNode> settings = config.isPresent() ? config.get().find(
			SettingsYaml.KEY) : Optional.empty();
		if (settings.isEmpty()) throw new InvalidContentException(
			"it is a bioimage.io model that was not made by U-Net Lens; import it first (Models..., or models import on the command line)");
		final long format = settings.get().get("format").integer();
		if (format < 1 || format > SettingsYaml.FORMAT)
			throw new InvalidContentException("it was written in version " + format +
				" of the model file, and only 1 to " + SettingsYaml.FORMAT +
				" are known here; a newer U-Net Lens may open it");
		return settings.get();
	}

	private static void requireMemory(final long values, final long bytesPerValue)
		throws InvalidContentException
	{
		if (values > Entries.MAX_VALUES) throw new InvalidContentException(
			"it describes a network of " + values + " values, more than the " +
				Entries.MAX_VALUES + " that a model file can hold");
		final long needed = bytesPerValue * values + GRAPH;
		if (needed > free()) Runtime.getRuntime().gc();
		if (needed > free()) throw new InvalidContentException(
			"its network needs up to " + (needed >> 20) +
				" MB to open, and Java has " + (free() >> 20) +
				" MB left; give Java more memory (in ImageJ: Edit > Options > Memory & Threads)");
	}

	private static long free() {
		final Runtime java = Runtime.getRuntime();
		return java.maxMemory() - java.totalMemory() + java.freeMemory();
	}

	private Weights weights(final YamlNode rdf, final UNetSpec spec)
		throws IOException
	{
		final YamlNode onnx = onnx(rdf);
		final String entry = onnx.get("source").text();
		final MessageDigest digest = Sha256.digest();
		final long max = 4 * WeightShapes.count(spec) + GRAPH;
		try (InputStream in = new DigestInputStream(zip.stream(entry, max),
			digest))
		{
			final Weights weights = OnnxReader.read(in, spec);
			in.transferTo(OutputStream.nullOutputStream());
			requireSum(entry, onnx, Sha256.hex(digest.digest()));
			return weights;
		}
	}

	private static YamlNode onnx(final YamlNode rdf)
		throws InvalidContentException
	{
		final Optional<YamlNode> onnx = rdf.get("weights").find("onnx");
		if (onnx.isEmpty()) throw new InvalidContentException(
			"it has no ONNX weights");
		return onnx.get();
	}

	private TestPair test(final YamlNode rdf, final TrainedNetwork network)
		throws IOException
	{
		return TestTensors.read(testTensor(rdf.get("inputs")), testTensor(rdf.get(
			"outputs")), network);
	}

	private byte[] testTensor(final YamlNode tensors) throws IOException {
		final List<YamlNode> list = tensors.list();
		if (list.size() != 1) throw new InvalidContentException("it describes " +
			list.size() + " tensors where 1 is needed");
		return file(list.get(0).get("test_tensor"), Entries.MAX_TEST);
	}

	private OptimizerState optimizer(final YamlNode node, final UNetSpec spec)
		throws IOException
	{
		final List<NamedArray> arrays = new ArrayList<>();
		long left = STATE * WeightShapes.count(spec) + EXTRA;
		for (final YamlNode array : node.get("arrays").list()) {
			final byte[] npy = file(array, 4 * left + HEADER);
			final String source = array.get("source").text();
			final long[] shape = NpyCodec.shape(source, npy);
			if (shape.length != 1 || shape[0] > left)
				throw new InvalidContentException("its entry " + source +
					" is not a list of at most " + left + " values");
			left -= shape[0];
			arrays.add(new NamedArray(array.get("name").text(), NpyCodec.decode(
				source, npy, shape)));
		}
		return new OptimizerState(node.get("step").integer(), arrays);
	}

	/** The bytes of an entry that a node names, with the stated check sum. */
	private byte[] file(final YamlNode node, final long max) throws IOException {
		final String entry = node.get("source").text();
		final byte[] bytes = zip.bytes(entry, max);
		requireSum(entry, node, Sha256.of(bytes));
		return bytes;
	}

	private static void requireSum(final String entry, final YamlNode node,
		final String found) throws InvalidContentException
	{
		final Optional<YamlNode> stated = node.find("sha256");
		if (stated.isPresent()) Sha256.require(entry, stated.get().text(), found);
	}

	private String text(final String entry, final long max) throws IOException {
		return new String(zip.bytes(entry, max), StandardCharsets.UTF_8);
	}
}
