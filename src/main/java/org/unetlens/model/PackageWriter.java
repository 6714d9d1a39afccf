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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.unetlens.graph.GraphOnnx;
import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.TrainedGraph;
import org.unetlens.model.OptimizerState.NamedArray;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;
import org.unetlens.network.Weights.Weight;

/** Writes a model file, whole or not at all. */
final class PackageWriter {

	private PackageWriter() {}

	static void write(final ModelPackage source, final Path file)
		throws IOException
	{
		requireSound(source);
		write(entries(source), file);
	}

	/** Writes entries as a zip file, whole or not at all. */
	static void write(final Map<String, byte[]> entries, final Path file)
		throws IOException
	{
		// NB: Beside the file, so that the move cannot cross a file system.
		final Path part = file.resolveSibling(file.getFileName() + "." + UUID
			.randomUUID() + ".part");
		try {
			writeZip(entries, part);
			move(part, file);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private static Map<String, byte[]> entries(final ModelPackage source)
		throws IOException
	{
		final ModelBundle model = source.model();
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		// NB: A description stands first in its zip, so that it is found fast.
		entries.put(Entries.RDF, new byte[0]);
		entries.put(Entries.DOCUMENTATION, page(model).getBytes(
			StandardCharsets.UTF_8));
		source.cover().ifPresent(png -> entries.put(Entries.COVER, png));
		entries.put(Entries.WEIGHTS, onnx(model));
		TestTensors.write(source.test(), model.network(), entries);
		source.optimizer().ifPresent(state -> addOptimizer(state, entries));
		final RdfWriter rdf = new RdfWriter(source);
		entries.forEach(rdf::contains);
		entries.put(Entries.RDF, rdf.write().getBytes(StandardCharsets.UTF_8));
		requireReadable(entries);
		return entries;
	}

	private static byte[] onnx(final ModelBundle model) {
		return model.network() instanceof TrainedGraph graph ? GraphOnnx.write(graph
			.graph()) : OnnxWriter.write(model.spec(), model.weights());
	}

	private static String page(final ModelBundle model) {
		final String page = model.card().documentation();
		return page.isBlank() ? ModelPage.of(model) : page;
	}

	private static void addOptimizer(final OptimizerState state,
		final Map<String, byte[]> entries)
	{
		int i = 0;
		for (final NamedArray a : state.arrays())
			entries.put(Entries.optimizer(i++), NpyCodec.encode(a.values(), a
				.values().length));
	}

	private static void requireSound(final ModelPackage source)
		throws InvalidContentException
	{
		final ModelBundle model = source.model();
		if (model.classes().size() != model.signature().classes())
			throw new InvalidContentException("it names the classes " + model
				.classes() + ", but its network has " + model.signature().classes());
		requireAtMost(model.network().weightCount());
		if (model.isUNet()) requireSound(model);
		source.test().requireFits(model.network());
	}

	private static void requireAtMost(final long values)
		throws InvalidContentException
	{
		if (values > Entries.MAX_VALUES) throw new InvalidContentException(
			"it has a network of " + values + " values, more than " +
				Entries.MAX_VALUES);
	}

	private static void requireSound(final ModelBundle model)
		throws InvalidContentException
	{
		final UNetSpec spec = model.spec();
		if (spec.dims() != 2) throw new InvalidContentException(
			"it has a network of " + spec.dims() +
				" dimensions; only 2 can be stored");
		for (final Map.Entry<String, long[]> e : WeightShapes.of(spec).entrySet())
			requireSound(model.weights().get(e.getKey()), e.getValue());
	}

	private static void requireSound(final Weight w, final long[] shape)
		throws InvalidContentException
	{
		if (!Arrays.equals(w.shape(), shape)) throw new InvalidContentException(
			"its weight " + w.name() + " has the shape " + Arrays.toString(w
				.shape()) + " where " + Arrays.toString(shape) + " is needed");
		for (final float v : w.values())
			if (!Float.isFinite(v)) throw new InvalidContentException("its weight " +
				w.name() + " holds the value " + v);
	}

	/** What the reader would refuse is not written. */
	private static void requireReadable(final Map<String, byte[]> entries)
		throws InvalidContentException
	{
		requireAtMost(entries, Entries.RDF, Entries.MAX_RDF);
		requireAtMost(entries, Entries.DOCUMENTATION, Entries.MAX_PAGE);
		requireAtMost(entries, Entries.COVER, Entries.MAX_PAGE);
		requireAtMost(entries, Entries.TEST_INPUT, Entries.MAX_TEST);
		requireAtMost(entries, Entries.TEST_OUTPUT, Entries.MAX_TEST);
	}

	private static void requireAtMost(final Map<String, byte[]> entries,
		final String name, final long max) throws InvalidContentException
	{
		final byte[] bytes = entries.get(name);
		if (bytes != null && bytes.length > max) throw new InvalidContentException(
			"its " + name + " has " + bytes.length + " bytes, more than " + max);
	}

	private static void writeZip(final Map<String, byte[]> entries,
		final Path part) throws IOException
	{
		try (OutputStream out = Files.newOutputStream(part,
			StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				ZipOutputStream zip = new ZipOutputStream(out))
		{
			// NB: Weights hardly shrink, and training waits for its checkpoints.
			if (entries.containsKey(Entries.optimizer(0))) zip.setLevel(
				Deflater.NO_COMPRESSION);
			for (final Map.Entry<String, byte[]> e : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(e.getKey()));
				zip.write(e.getValue());
				zip.closeEntry();
			}
		}
	}

	private static void move(final Path part, final Path file)
		throws IOException
	{
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
