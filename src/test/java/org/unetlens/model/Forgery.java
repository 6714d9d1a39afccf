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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A model file whose entries are changed at will before it is zipped again. */
final class Forgery {

	private final Map<String, byte[]> entries = new LinkedHashMap<>();

	static Forgery of(final Path file) {
		final Forgery forgery = new Forgery();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			final Enumeration<? extends ZipEntry> all = zip.entries();
			while (all.hasMoreElements()) {
				final ZipEntry e = all.nextElement();
				forgery.entries.put(e.getName(), zip.getInputStream(e).readAllBytes());
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return forgery;
	}

	byte[] get(final String entry) {
		return entries.get(entry);
	}

	Forgery with(final String entry, final byte[] bytes) {
		entries.put(entry, bytes);
		return this;
	}

	Forgery without(final String entry) {
		entries.remove(entry);
		return this;
	}

	Forgery rdf(final String text) {
		return with(Entries.RDF, text.getBytes(StandardCharsets.UTF_8));
	}

	Forgery rdf(final UnaryOperator<String> edit) {
		final String before = new String(get(Entries.RDF), StandardCharsets.UTF_8);
		final String after = edit.apply(before);
		if (before.equals(after)) throw new IllegalStateException(
			"Nothing was changed in " + before);
		return rdf(after);
	}

	/** Replaces the value of the first such key. */
	Forgery set(final String key, final String value) {
		return rdf(s -> s.replaceFirst("(?m)^(\\s*(?:- )?" + key + ":) .*$", "$1 " +
			value));
	}

	/** So that other checks than those of the sums are reached. */
	Forgery withoutSums() {
		return rdf(s -> s.replaceAll("(?m)^\\s*sha256: .*\\n", ""));
	}

	byte[] zip() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.setLevel(1);
			for (final Map.Entry<String, byte[]> e : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(e.getKey()));
				zip.write(e.getValue());
				zip.closeEntry();
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	Path write(final Path file) {
		return write(zip(), file);
	}

	static Path write(final byte[] bytes, final Path file) {
		try {
			return Files.write(file, bytes);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
