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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.unetlens.network.Padding;
import org.unetlens.network.Weights.Weight;

/**
 * Writes models for other programs, beside the model file itself, which every
 * program reads that knows bioimage.io packages or ONNX. Thread-safe.
 */
public final class ModelExports {

	private ModelExports() {}

	/** Writes a model in one of the formats. */
	public static void write(final ModelPackage source, final ExportFormat format,
		final Path file, final boolean overwrite)
	{
		switch (format) {
			case BIOIMAGE -> ModelFiles.write(source, file, overwrite);
			case NPZ -> npz(source.model(), file, overwrite);
			case DL4J -> dl4j(source.model(), file, overwrite);
		}
	}

	/**
	 * Writes the trained numbers as NumPy arrays in one {@code .npz} file, which
	 * {@code numpy.load} opens; an array for each weight, axes and layout as in
	 * {@link org.unetlens.network.Weights}.
	 *
	 * @param overwrite whether a file that exists is replaced
	 */
	public static void npz(final ModelBundle model, final Path file,
		final boolean overwrite)
	{
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		for (final Weight w : model.weights().all()) {
			final int[] shape = new int[w.shape().length];
			for (int d = 0; d < shape.length; d++)
				shape[d] = Math.toIntExact(w.shape()[d]);
			entries.put(w.name() + ".npy", NpyCodec.encode(w.values(), shape));
		}
		write(entries, file, overwrite);
	}

	/**
	 * Writes the network as a DL4J {@code ComputationGraph} (1.0.0-beta4 and
	 * newer), axes (batch, channel, y, x). It takes images that are normalised as
	 * the model wants it.
	 *
	 * @param overwrite whether a file that exists is replaced
	 * @throws ModelException when the network's convolutions are not padded
	 */
	public static void dl4j(final ModelBundle model, final Path file,
		final boolean overwrite)
	{
		if (model.spec().padding() != Padding.SAME) throw new ModelException(
			"The model " + model.card().name() +
				" has convolutions without padding, which cannot be written for DL4J; use its ONNX weights");
		final Dl4jWriter writer = new Dl4jWriter(model.spec(), model.weights());
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		entries.put("configuration.json", writer.configuration());
		entries.put("coefficients.bin", writer.coefficients());
		write(entries, file, overwrite);
	}

	private static void write(final Map<String, byte[]> entries, final Path file,
		final boolean overwrite)
	{
		final Path target = file.toAbsolutePath();
		if (Files.exists(target) && !overwrite) throw new ModelException(
			"The file " + file +
				" exists already; choose another name, or allow overwriting");
		if (!Files.isDirectory(target.getParent())) throw new ModelException(
			"The folder " + target.getParent() +
				" does not exist; create it, or choose another one");
		try {
			PackageWriter.write(entries, target);
		}
		catch (final IOException exc) {
			throw new ModelException("The file " + file + " could not be written (" +
				exc + "); check the free space and your rights in that folder", exc);
		}
	}
}
