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

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds models by what a user types: the name of a model that comes with the
 * plugin or lies in the user's folder, or a file. Thread-safe.
 */
public final class Models {

	private static final LastModel LAST = new LastModel();

	private Models() {}

	/**
	 * Opens a model and checks that it still gives its stored result; starts the
	 * engine for it. The model that was opened last is not read again, unless its
	 * file has changed.
	 *
	 * @param nameOrFile name of a bundled model or of one in the user's folders
	 *          ({@link ModelFolders}), or path of a model file
	 * @throws ModelException when it is neither, cannot be read or fails the
	 *           check; the message says which names there are
	 */
	public static ModelBundle open(final String nameOrFile) {
		return LAST.get(nameOrFile, file(nameOrFile), () -> checked(nameOrFile));
	}

	private static ModelBundle checked(final String nameOrFile) {
		final ModelPackage found = read(nameOrFile);
		ModelFiles.verify(found, nameOrFile);
		return found.model();
	}

	/** The same without running it; needs no engine. */
	public static ModelPackage read(final String nameOrFile) {
		if (BundledModels.contains(nameOrFile)) return BundledModels.open(
			nameOrFile);
		return ModelFiles.readPackage(file(nameOrFile).orElseThrow(
			() -> new ModelException("There is no model '" + nameOrFile +
				"': the models are " + ModelLibrary.here().names() +
				", and no file of that name exists; give one of these names or the path of a model file")));
	}

	/** Where a model lies; empty when it is bundled or not there. */
	private static Optional<Path> file(final String nameOrFile) {
		if (BundledModels.contains(nameOrFile)) return Optional.empty();
		final Optional<LibraryModel> own = ModelLibrary.here().find(nameOrFile);
		if (own.isPresent()) return own.get().file();
		return isFile(nameOrFile) ? Optional.of(Path.of(nameOrFile)) : Optional
			.empty();
	}

	private static boolean isFile(final String name) {
		try {
			return Files.isRegularFile(Path.of(name));
		}
		catch (final InvalidPathException exc) {
			return false;
		}
	}
}
