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

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders in which users keep models: {@code models/unet-lens} of the
 * ImageJ that this plugin is installed in, and {@code .unet-lens/models} in the
 * home folder. The system property {@value #PROPERTY} names one folder instead.
 */
public final class ModelFolders {

	/** Names the folder of models. */
	public static final String PROPERTY = "unetlens.models";

	private ModelFolders() {}

	/**
	 * In the order in which they are searched. They need not exist.
	 */
	public static List<Path> all() {
		final String given = System.getProperty(PROPERTY, "");
		if (!given.isBlank()) return List.of(Path.of(given).toAbsolutePath());
		final List<Path> folders = new ArrayList<>();
		installation().ifPresent(f -> folders.add(f.resolve("models").resolve(
			"unet-lens")));
		folders.add(Path.of(System.getProperty("user.home"), ".unet-lens",
			"models"));
		return List.copyOf(folders);
	}

	/** The folder of the ImageJ in whose plugins or jars this class lies. */
	private static Optional<Path> installation() {
		final CodeSource source = ModelFolders.class.getProtectionDomain()
			.getCodeSource();
		if (source == null || source.getLocation() == null) return Optional.empty();
		try {
			return installation(Path.of(source.getLocation().toURI()));
		}
		catch (final URISyntaxException | IllegalArgumentException
				| FileSystemNotFoundException exc)
		{
			// NB: Loaded from something that is not a file.
			return Optional.empty();
		}
	}

	/** @param jar what holds the plugin */
	static Optional<Path> installation(final Path jar) {
		Path folder = jar.getParent();
		// NB: ImageJ looks one level below its folder of plugins.
		for (int level = 0; level < 2 && folder != null; level++) {
			if (folder.endsWith("plugins") || folder.endsWith("jars")) return Optional
				.ofNullable(folder.getParent());
			folder = folder.getParent();
		}
		return Optional.empty();
	}
}
