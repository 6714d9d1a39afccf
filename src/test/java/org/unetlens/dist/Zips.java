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

package org.unetlens.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zips that {@code mvn package -Pdist} makes. */
final class Zips {

	/** Platforms by their names in jars to those of Fiji. */
	static final Map<String, String> PLATFORMS = new TreeMap<>(Map.of(
		"linux-x86_64", "linux64", "linux-arm64", "linux-arm64", "windows-x86_64",
		"win64", "macosx-x86_64", "macos64", "macosx-arm64", "macos-arm64"));

	static final Path FOLDER = Path.of(System.getProperty("dist.folder",
		"target/dist"));

	private Zips() {}

	/** @param host {@code fiji} or {@code imagej} */
	static Path of(final String host, final String platform) {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter(f -> f.toString().endsWith("-" + host + "-" +
				platform + ".zip")).findFirst().orElseThrow();
		}
		catch (final IOException e) {
			throw new IllegalStateException("No zips in " + FOLDER, e);
		}
	}

	/** Paths of the files in it. */
	static List<String> files(final Path zip) throws IOException {
		try (ZipFile file = new ZipFile(zip.toFile())) {
			return file.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName)
				.toList();
		}
	}

	static void unpack(final Path zip, final Path folder) throws IOException {
		try (ZipFile file = new ZipFile(zip.toFile())) {
			final Enumeration<? extends ZipEntry> entries = file.entries();
			while (entries.hasMoreElements()) {
				final ZipEntry entry = entries.nextElement();
				final Path target = folder.resolve(entry.getName());
				if (entry.isDirectory()) continue;
				Files.createDirectories(target.getParent());
				try (InputStream in = file.getInputStream(entry);
						OutputStream out = Files.newOutputStream(target))
				{
					in.transferTo(out);
				}
			}
		}
	}
}
