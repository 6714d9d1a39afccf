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
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the model that was opened last, unless memory is needed, so that a
 * macro over many images reads and checks it once. Thread-safe.
 */
final class LastModel {

	/**
	 * Which state of which file.
	 *
	 * @param key of the file system; changes when a file is replaced
	 */
	private record Version(Path file, FileTime modified, long size,
			Optional<Object> key) {

		static Version of(final Path file) throws IOException {
			final BasicFileAttributes now = Files.readAttributes(file,
				BasicFileAttributes.class);
			return new Version(file.toAbsolutePath(), now.lastModifiedTime(), now
				.size(), Optional.ofNullable(now.fileKey()));
		}
	}

	/** @param source name of a bundled model, or the version of a file */
	private record Opened(Object source, ModelBundle model) {
	}

	private SoftReference<Opened> last = new SoftReference<>(null);

	/**
	 * The model, opened anew unless it is the last one.
	 *
	 * @param name of it, when it lies in no file
	 * @param opener reads and checks it
	 */
	ModelBundle get(final String name, final Optional<Path> file,
		final Supplier<ModelBundle> opener)
	{
		final Object source;
		try {
			source = file.isPresent() ? Version.of(file.get()) : name;
		}
		catch (final IOException e) {
			return opener.get();
		}
		final Opened before = last();
		if (before != null && before.source().equals(source)) return before.model();
		final ModelBundle model = opener.get();
		keep(new Opened(source, model));
		return model;
	}

	private synchronized Opened last() {
		return last.get();
	}

	private synchronized void keep(final Opened opened) {
		last = new SoftReference<>(opened);
	}
}
