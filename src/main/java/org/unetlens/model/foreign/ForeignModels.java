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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.LayerGraph;
import org.unetlens.graph.OnnxImport;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.PackageZip;
import org.unetlens.tensor.PixelSize;

/**
 * Opens models from elsewhere. Files are not trusted: sizes, shapes and names
 * are checked before memory is taken, nothing in them is executed or
 * deserialised as Java objects, and nothing is unpacked to disk. Thread-safe.
 */
public final class ForeignModels {

	private static final byte[] HDF5 = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n',
		0x1a, '\n' };

	private ForeignModels() {}

	/**
	 * Reads a bioimage.io package, an ONNX file, a Keras HDF5 file or a DL4J zip,
	 * whatever its content is.
	 *
	 * @throws ModelException that says why, when it is none of these or cannot be
	 *           read
	 */
	public static ForeignModel open(final Path file) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file))
			throw new ModelException("There is no readable model file " + file +
				"; check the name and your rights");
		try {
			return new ForeignModel(file.getFileName().toString(), read(file));
		}
		// NB: Values out of range come as such from the types that are made.
		catch (final IOException | IllegalArgumentException | ArithmeticException
				| UnsupportedNetworkException exc)
		{
			throw new ModelException("The model file " + file +
				" cannot be opened: " + reason(exc), exc);
		}
	}

	/**
	 * The model in any file that can be opened: one of this project as it is, one
	 * from elsewhere translated with these options, for which the engine is
	 * started.
	 *
	 * @throws ModelException that says why, when there is none
	 */
	public static ModelPackage load(final Path file,
		final ImportOptions options)
	{
		return ModelFiles.isOwn(file) ? ModelFiles.readPackage(file) : open(file)
			.translate(options);
	}

	private static String reason(final Exception exc) {
		if (exc instanceof ArithmeticException)
			return "it states sizes beyond all measure";
		final String message = exc.getMessage() == null ? exc.toString() : exc
			.getMessage();
		return (exc instanceof UnsupportedNetworkException ? "it " : "") + message
			.replaceFirst("\\.$", "");
	}

	private static ForeignContent read(final Path file) throws IOException,
		UnsupportedNetworkException
	{
		final byte[] start = start(file);
		if (start.length > 1 && start[0] == 'P' && start[1] == 'K') return zip(
			file);
		requireMemory(Files.size(file));
		if (Arrays.equals(start, HDF5)) return keras(file);
		if (!file.getFileName().toString().toLowerCase(java.util.Locale.ROOT)
			.endsWith(".onnx")) throw new InvalidContentException(
				"it is no model that is known here: bioimage.io packages (.zip), ONNX files (.onnx), Keras files (.h5, .hdf5) and DL4J models (.zip) can be opened");
		return onnx(file);
	}

	private static byte[] start(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(HDF5.length);
		}
	}

	private static ForeignContent zip(final Path file) throws IOException,
		UnsupportedNetworkException
	{
		try (PackageZip zip = PackageZip.open(file)) {
			if (zip.has(BioimagePackage.DESCRIPTION)) return bioimage(BioimagePackage
				.of(zip));
			if (zip.has(Dl4jImport.CONFIGURATION)) return dl4j(file, zip);
			throw new InvalidContentException(
				"it is a zip file with neither an rdf.yaml, as bioimage.io packages have it, nor a configuration.json, as DL4J models have it");
		}
	}

	private static ForeignContent dl4j(final Path file, final PackageZip zip)
		throws IOException
	{
		final LayerGraph graph = Dl4jImport.read(new String(zip.bytes(
			Dl4jImport.CONFIGURATION, Limits.CONFIGURATION), StandardCharsets.UTF_8),
			zip.bytes(Dl4jImport.COEFFICIENTS, Limits.weights()));
		return silent(file, "DL4J model", graph);
	}

	private static ForeignContent keras(final Path file) throws IOException {
		return silent(file, "Keras HDF5 file", KerasImport.read(Files.readAllBytes(
			file)));
	}

	/** Of a file that holds a network and nothing else. */
	private static ForeignContent silent(final Path file, final String format,
		final LayerGraph graph)
	{
		return new ForeignContent(format, graph, card(file, format), Optional
			.empty(), List.of(), PixelSize.UNCALIBRATED, List.of(), Optional.empty());
	}

	private static ForeignContent onnx(final Path file) throws IOException {
		return silent(file, "ONNX file", OnnxImport.read(Files.readAllBytes(file))
			.graph());
	}

	private static ForeignContent bioimage(final BioimagePackage source)
		throws IOException, UnsupportedNetworkException
	{
		final TensorDescription input = source.input();
		final TensorDescription output = source.output();
		input.requirePlane();
		output.requirePlane();
		final OnnxImport.Result onnx = network(source);
		if (onnx.inputChannelsLast() != input.axes().endsWith("c") || onnx
			.outputChannelsLast() != output.axes().endsWith("c"))
			throw new InvalidContentException("its description says the axes " + input
				.axes() + " and " + output.axes() +
				", but its network has the channels elsewhere");
		return new ForeignContent("bioimage.io package, format " + source.format(),
			onnx.graph(), source.card(), Optional.of(input.processing()), output
				.processing(), input.pixelSize(), output.channels(), test(source, input,
					output));
	}

	/** NB: Keras has the channels last. */
	private static OnnxImport.Result network(final BioimagePackage source)
		throws IOException
	{
		final Optional<byte[]> keras = source.keras();
		return keras.isPresent() ? new OnnxImport.Result(KerasImport.read(keras
			.get()), true, true) : OnnxImport.read(source.onnx());
	}

	private static Optional<ForeignTest> test(final BioimagePackage source,
		final TensorDescription input, final TensorDescription output)
		throws IOException
	{
		final Optional<byte[]> in = source.test(input);
		final Optional<byte[]> out = source.test(output);
		return in.isPresent() && out.isPresent() ? Optional.of(ForeignTest.read(in
			.get(), input.axes(), out.get(), output.axes())) : Optional.empty();
	}

	/** For files that say nothing about themselves. */
	private static ModelCard card(final Path file, final String format) {
		final String name = file.getFileName().toString().replaceFirst("\\.[^.]*$",
			"");
		return new ModelCard(name, "", "", List.of(), List.of(), "", List.of(), List
			.of(), Map.of(), Map.of("imported from", format));
	}

	private static void requireMemory(final long bytes)
		throws InvalidContentException
	{
		if (bytes > Limits.weights()) throw new InvalidContentException("it has " +
			(bytes >> 20) + " MB, and up to " + (Limits.weights() >> 20) +
			" MB can be read with the memory that Java has left; give Java more memory (in ImageJ: Edit > Options > Memory & Threads)");
	}
}
