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

package org.unetlens.ij.bridge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.unetlens.ij.ThresholdModel;

/** Models, check and help from macros in a real plain ImageJ. */
class InstallMacroTest {

	@Test
	void ownModelsAreFoundByNameAndTheInstallationIsChecked() throws Exception {
		try (PlainImageJ imageJ = PlainImageJ.install()) {
			final Path folder = Files.createDirectories(imageJ.folder().resolve(
				"models/unet-lens"));
			final Path model = ThresholdModel.write(1, folder.resolve(
				"my cells.zip"));
			try {
				final String printed = imageJ.batch(
					"""
							run("Models...");
							run("U-Net Lens Help...");
							run("Check Installation...");
							newImage("boxes", "8-bit black", 90, 70, 1); setColor(200); fillRect(5, 5, 20, 10);
							run("Segment...", "model=[my cells]");
							print("labels", getPixel(6, 6), getTitle());
							run("Segment...", "model=[their cells]");
							print("WENT ON");
							""");
				assertTrue(printed.contains("my cells\t" + model), printed);
				assertTrue(printed.contains("my cells gives its stored result"),
					printed);
				assertTrue(printed.contains("The installation is sound."), printed);
				assertTrue(printed.contains("The guide to U-Net Lens: https://"),
					printed);
				assertTrue(printed.contains("labels 1 boxes-labels"), printed);
				assertTrue(printed.contains(
					"the models are [nuclei, membranes, my cells]"), printed);
				assertFalse(printed.contains("WENT ON"), printed);
			}
			finally {
				Files.delete(model);
			}
		}
	}
}
