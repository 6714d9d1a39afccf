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

package org.unetlens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.TestPair;
import org.unetlens.network.InitialWeights;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/** Command lines on the files of three fields of nuclei. */
abstract class CommandLineTest {

	@TempDir
	Path folder;
	final StringWriter out = new StringWriter();
	final StringWriter err = new StringWriter();

	@BeforeEach
	void makeFiles() throws IOException {
		Files.createDirectories(folder.resolve("images"));
		Files.createDirectories(folder.resolve("labels"));
		for (int i = 1; i <= 3; i++) {
			final Field field = NucleiField.default2d().withSize(83 + i, 71).withSeed(
				i).generate();
			SampleFiles.write(field, folder.resolve("images/f" + i + ".tif"), folder
				.resolve("labels/f" + i + ".tif"), OnExisting.REFUSE);
		}
	}

	/** The exit code; what it says is in {@link #out} and {@link #err}. */
	int run(final String... args) {
		return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(
			new PrintWriter(err, true)).execute(args);
	}

	static String[] with(final List<String> args, final String last) {
		final List<String> all = new ArrayList<>(args);
		all.add(last);
		return all.toArray(String[]::new);
	}

	/** A file of a model that was not trained. */
	Path model(final int channels) {
		final UNetSpec spec = UNetSpec.default2d(channels, 3).withDepth(1)
			.withBaseWidth(4).withSeed(2);
		final ModelBundle model = new ModelBundle(new ModelCard("random", "A test.",
			"", List.of("nobody"), List.of(), "CC0-1.0", List.of(), List.of(), Map
				.of(), Map.of()), spec, InitialWeights.he(spec), Normalization
					.percentile(1, 99), PixelSize.UNCALIBRATED, List.of("background",
						"interior", "border"), ObjectRule.of(
							ObjectRule.Kind.INTERIOR_BORDER).withThreshold(0.6));
		final Path file = folder.resolve("random" + channels + ".zip");
		ModelFiles.write(model, null, TestPair.of(model), file, true);
		return file;
	}
}
