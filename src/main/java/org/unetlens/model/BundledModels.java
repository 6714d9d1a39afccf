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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models that come with the plugin: resources
 * {@code /org/unetlens/models/NAME.zip}, listed one name a line in
 * {@code models.txt} beside them, those for comparisons only as
 * {@code NAME twin of MODEL}. Thread-safe.
 */
public final class BundledModels {

	private static final String FOLDER = "/org/unetlens/models/";
	private static final String TWIN_OF = " twin of ";

	private BundledModels() {}

	/** Those to segment with, in the order in which they are offered. */
	public static List<String> names() {
		return entries().filter(e -> e.length == 1).map(e -> e[0]).toList();
	}

	/**
	 * The twins of a bundled model: trained in the same way, but without some of
	 * its skip connections. Empty for any other name.
	 */
	public static List<String> twins(final String model) {
		return entries().filter(e -> e.length == 2 && e[1].equals(model)).map(
			e -> e[0]).toList();
	}

	/** Name and, for a twin, the name of its model. */
	private static Stream<String[]> entries() {
		try (InputStream in = BundledModels.class.getResourceAsStream(FOLDER +
			"models.txt"))
		{
			if (in == null) return Stream.empty();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(
				String::strip).filter(s -> !s.isEmpty() && !s.startsWith("#")).map(
					s -> s.split(TWIN_OF));
		}
		catch (final IOException exc) {
			throw new ModelException(
				"The list of bundled models could not be read (" + exc +
					"); install U-Net Lens again", exc);
		}
	}

	/** Whether there is a bundled model, or twin, of that name. */
	public static boolean contains(final String name) {
		return entries().anyMatch(e -> e[0].equals(name));
	}

	/**
	 * The bundled model of that name, with its test pair.
	 *
	 * @throws ModelException that says which there are, when there is none
	 */
	public static ModelPackage open(final String name) {
		if (!contains(name)) throw new ModelException(
			"There is no bundled model named " + name + "; there are " + names());
		final String resource = FOLDER + name + ".zip";
		try (InputStream in = BundledModels.class.getResourceAsStream(resource)) {
			if (in == null) throw new ModelException("The bundled model " + name +
				" is missing from this installation; install U-Net Lens again");
			return read(in);
		}
		catch (final IOException exc) {
			throw new ModelException("The bundled model " + name +
				" could not be read (" + exc +
				"); check the free space in the folder for temporary files", exc);
		}
	}

	/** Writes the model file as it is. */
	static void copy(final String name, final OutputStream out)
		throws IOException
	{
		try (InputStream in = BundledModels.class.getResourceAsStream(FOLDER +
			name + ".zip"))
		{
			if (in == null) throw new IOException("the file is missing");
			in.transferTo(out);
		}
	}

	/** A zip is read from its end; so it must be a file for a moment. */
	private static ModelPackage read(final InputStream in) throws IOException {
		final Path copy = Files.createTempFile("unetlens", ".zip");
		try {
			Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
			return ModelFiles.readPackage(copy);
		}
		finally {
			Files.delete(copy);
		}
	}
}
