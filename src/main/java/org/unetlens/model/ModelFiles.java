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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.unetlens.graph.InvalidContentException;

/**
 * Reading and writing model files: bioimage.io packages (format 0.5) with ONNX
 * weights. Files from elsewhere are not trusted: names, counts, sizes, shapes,
 * check sums and values are checked before they are used, no Java object is
 * ever deserialised, and nothing is unpacked to disk. Every failure is a
 * {@link ModelException} that names the file. Thread-safe.
 * <p>
 * Specification: {@code bioimage-io/spec-bioimage-io}, model description 0.5;
 * ONNX operators of opset 15.
 * </p>
 */
public final class ModelFiles {

	/**
	 * How far the probabilities of the stored test pair may be off when a model
	 * is verified; the tolerance of bioimage.io.
	 */
	public static final double TOLERANCE = 1e-3;

	private ModelFiles() {}

	/**
	 * Writes a model file, first under another name beside it, then moved, so
	 * that it is whole or not there at all. A card without documentation gets a
	 * page made from what the model says about itself.
	 *
	 * @param overwrite whether a file that exists is replaced
	 */
	public static void write(final ModelPackage source, final Path file,
		final boolean overwrite)
	{
		final Path target = file.toAbsolutePath();
		if (Files.exists(target) && !overwrite) throw new ModelException(
			"The file " + file +
				" exists already; choose another name, or allow overwriting");
		if (!Files.isDirectory(target.getParent())) throw new ModelException(
			"The folder " + target.getParent() +
				" does not exist; create it, or choose another one for the model");
		try {
			PackageWriter.write(source, target);
		}
		catch (final InvalidContentException exc) {
			throw new ModelException("The model " + source.model().card().name() +
				" cannot be stored: " + exc.getMessage(), exc);
		}
		catch (final IOException exc) {
			throw new ModelException("The model could not be written to " + file +
				" (" + exc + "); check the free space and your rights in that folder",
				exc);
		}
	}

	/**
	 * The same for a model that is not a checkpoint.
	 *
	 * @param cover the bytes of a PNG file, or null
	 */
	public static void write(final ModelBundle model, final byte[] cover,
		final TestPair test, final Path file, final boolean overwrite)
	{
		final ModelPackage source = ModelPackage.of(model, test);
		write(cover == null ? source : source.withCover(cover), file, overwrite);
	}

	/**
	 * Whether a file says of itself that it is a model file of this project, not
	 * one from elsewhere; it may still be damaged.
	 */
	public static boolean isOwn(final Path file) {
		try (PackageZip zip = PackageZip.open(file)) {
			return zip.has(Entries.RDF) && PackageReader.isOwn(new String(zip.bytes(
				Entries.RDF, Entries.MAX_RDF), StandardCharsets.UTF_8));
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/** The model alone; see {@link #readPackage(Path)}. */
	public static ModelBundle read(final Path file) {
		return readPackage(file).model();
	}

	/** All that a model file holds. It is not run; see {@link #verify}. */
	public static ModelPackage readPackage(final Path file) {
		return open(file, zip -> new PackageReader(zip).read());
	}

	/**
	 * The bytes of one entry, e.g. {@code cover.png} or {@code documentation.md};
	 * empty when there is none of that name. At most 8 MB are read.
	 */
	public static Optional<byte[]> readEntry(final Path file,
		final String entry)
	{
		return open(file, zip -> zip.has(entry) ? Optional.of(zip.bytes(entry,
			Entries.MAX_PAGE)) : Optional.empty());
	}

	/**
	 * Runs the model on its stored test image and compares; starts the engine for
	 * it.
	 *
	 * @param name of the model or file, for the message
	 * @throws ModelException when a probability differs by more than
	 *           {@link #TOLERANCE}
	 */
	public static void verify(final ModelPackage source, final String name) {
		final double deviation = source.test().deviation(source.model());
		if (!(deviation <= TOLERANCE)) throw new ModelException("The model " +
			name +
			" does not give the result that is stored with it: on its test image a probability differs by " +
			deviation + ", and at most " + TOLERANCE +
			" is allowed; its weights and its description do not belong together, so get the file again");
	}

	private interface Content<T> {

		T of(PackageZip zip) throws IOException;
	}

	private static <T> T open(final Path file, final Content<T> content) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file))
			throw new ModelException("There is no readable model file " + file +
				"; check the name and your rights");
		try (PackageZip zip = PackageZip.open(file)) {
			return content.of(zip);
		}
		// NB: The types that a file is made of refuse values out of range as
		// arguments; here these come from the file.
		catch (final IOException | IllegalArgumentException
				| ArithmeticException exc)
		{
			throw new ModelException("The model file " + file +
				" cannot be opened: " + reason(exc) +
				". Get the file again or choose another model", exc);
		}
	}

	private static String reason(final Exception exc) {
		final String message = exc.getMessage() == null ? exc.toString() : exc
			.getMessage();
		return message.replaceFirst("\\.$", "");
	}
}
