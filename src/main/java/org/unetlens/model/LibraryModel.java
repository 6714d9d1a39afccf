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

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model on offer by its name. Immutable.
 *
 * @param name what a user chooses: of a bundled model its name, of a file its
 *          name without {@code .zip}
 * @param file where it lies; empty when it comes with the plugin
 * @param twinOf the bundled model that it is a twin of, to compare with; empty
 *          for all others
 */
public record LibraryModel(String name, Optional<Path> file,
		Optional<String> twinOf) {

	static LibraryModel bundled(final String name) {
		return new LibraryModel(name, Optional.empty(), Optional.empty());
	}

	static LibraryModel twin(final String name, final String of) {
		return new LibraryModel(name, Optional.empty(), Optional.of(of));
	}

	static LibraryModel of(final Path file) {
		final String name = file.getFileName().toString();
		return new LibraryModel(name.substring(0, name.length() -
			ModelLibrary.ENDING.length()), Optional.of(file), Optional.empty());
	}

	/** Whether it comes with the plugin, and so cannot be deleted. */
	public boolean isBundled() {
		return file.isEmpty();
	}

	/**
	 * All that it holds; it is not run.
	 *
	 * @throws ModelException when it cannot be read
	 */
	public ModelPackage read() {
		return file.map(ModelFiles::readPackage).orElseGet(() -> BundledModels.open(
			name));
	}

	/**
	 * Runs it on its stored test image and compares; starts the engine for it.
	 *
	 * @return the largest difference of a probability
	 * @throws ModelException when it cannot be read, or differs by more than
	 *           {@link ModelFiles#TOLERANCE}
	 */
	public double check() {
		final ModelPackage source = read();
		ModelFiles.verify(source, name);
		return source.test().deviation(source.model());
	}

	/** Bundled, twin of which model, or the file. */
	public String origin() {
		return file.map(Path::toString).orElseGet(() -> twinOf.map(
			t -> "comes with U-Net Lens, a twin of " + t + " to compare with").orElse(
				"comes with U-Net Lens"));
	}
}
