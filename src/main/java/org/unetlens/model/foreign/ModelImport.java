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

import java.nio.file.Path;

import org.unetlens.model.LibraryModel;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelLibrary;
import org.unetlens.model.ModelPackage;

/** Brings models of any kind into the user's library. Thread-safe. */
public final class ModelImport {

	private ModelImport() {}

	/**
	 * Adds a model under the name of its file, or the name that the options give:
	 * a model file of this project as it is, one from elsewhere translated. It is
	 * checked; the engine is started for it.
	 *
	 * @throws ModelException that says why, when it cannot be used, or a model of
	 *           that name is there
	 */
	public static LibraryModel into(final ModelLibrary library, final Path file,
		final ImportOptions options)
	{
		if (ModelFiles.isOwn(file)) return own(library, file, options);
		final String name = options.name().isBlank() ? file.getFileName().toString()
			.replaceFirst("\\.[^.]*$", "") : options.name();
		library.requireFree(name);
		return library.add(ForeignModels.open(file).translate(options.withName(
			name)), name);
	}

	private static LibraryModel own(final ModelLibrary library, final Path file,
		final ImportOptions options)
	{
		if (!options.withName("").equals(ImportOptions.defaults()))
			throw new ModelException("The file " + file +
				" is a model file of U-Net Lens, which says all about itself; give nothing but a name");
		if (options.name().isBlank()) return library.add(file);
		library.requireFree(options.name());
		final ModelPackage source = ModelFiles.readPackage(file);
		ModelFiles.verify(source, options.name());
		return library.add(source, options.name());
	}
}
