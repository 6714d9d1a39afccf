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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Engine;
import org.unetlens.file.FileExistsException;
import org.unetlens.file.OnExisting;
import org.unetlens.network.UNetSpec;

class ModelLibraryTest {

	@TempDir
	private Path temp;
	private Path mine;
	private ModelLibrary library;

	@BeforeEach
	void makeLibrary() {
		mine = temp.resolve("imagej/models/unet-lens");
		library = ModelLibrary.of(List.of(mine, temp.resolve("home")));
	}

	private Path model(final String name, final long seed) {
		Engine.start();
		final UNetSpec spec = ModelSamples.spec(1, 2, 1);
		final ModelBundle model = ModelSamples.model(spec, seed);
		final Path file = temp.resolve(name);
		ModelFiles.write(model, null, TestPair.of(model), file, true);
		return file;
	}

	@Test
	void bundledOnesComeFirstAndTwinsAreNotChosen() {
		assertEquals(BundledModels.names(), library.names());
		final List<String> all = new ArrayList<>(BundledModels.names());
		BundledModels.names().forEach(n -> all.addAll(BundledModels.twins(n)));
		assertEquals(all, library.models().stream().map(LibraryModel::name)
			.toList());
		assertEquals(Optional.of("nuclei"), library.get("nuclei-no-skips")
			.twinOf());
	}

	@Test
	void anImportedModelIsThereUnderItsName() throws IOException {
		final Path file = model("my cells.zip", 1);
		final LibraryModel added = library.add(file);
		assertEquals(Optional.of(mine.resolve("my cells.zip")), added.file());
		assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(mine.resolve(
			"my cells.zip")));
		assertEquals(List.of("nuclei", "membranes", "my cells"), library.names());
		assertTrue(added.check() <= ModelFiles.TOLERANCE);
		assertTrue(assertThrows(ModelException.class, () -> library.add(file))
			.getMessage().contains("There is a model my cells already"));
	}

	@Test
	void firstFolderGoesFirstAndOtherFilesAreNoModels() throws IOException {
		Files.createDirectories(mine);
		Files.createDirectories(temp.resolve("home"));
		final Path file = model("a.zip", 1);
		Files.copy(file, mine.resolve("B.zip"));
		Files.copy(file, temp.resolve("home/B.zip"));
		Files.copy(file, temp.resolve("home/a.zip"));
		Files.copy(file, mine.resolve("b.checkpoint.zip"));
		Files.copy(file, mine.resolve("nuclei.zip"));
		Files.writeString(mine.resolve("notes.txt"), "x");
		assertEquals(List.of("nuclei", "membranes", "a", "B"), library.names());
		assertEquals(Optional.of(mine.resolve("B.zip")), library.get("B").file());
	}

	@Test
	void brokenFilesStayOutside() throws IOException {
		final Path file = temp.resolve("broken.zip");
		Files.writeString(file, "no zip");
		assertTrue(assertThrows(ModelException.class, () -> library.add(file))
			.getMessage().contains("cannot be opened"));
		assertTrue(assertThrows(ModelException.class, () -> library.add(temp
			.resolve("model.onnx"))).getMessage().contains("end with .zip"));
		assertFalse(Files.exists(mine));
	}

	/** Its weights are not those that gave its stored result. */
	@Test
	void aModelThatDoesNotGiveItsResultStaysOutside() {
		Engine.start();
		final UNetSpec spec = ModelSamples.spec(1, 2, 1);
		final ModelBundle model = ModelSamples.model(spec, 1);
		final Path file = temp.resolve("wrong.zip");
		ModelFiles.write(model, null, TestPair.of(ModelSamples.model(spec, 2)),
			file, true);
		assertTrue(assertThrows(ModelException.class, () -> library.add(file))
			.getMessage().contains("does not give the result"));
		assertFalse(Files.exists(mine));
	}

	@Test
	void onlyOwnModelsAreDeleted() {
		library.add(model("mine.zip", 1));
		library.delete("mine");
		assertEquals(List.of("nuclei", "membranes"), library.names());
		assertTrue(assertThrows(ModelException.class, () -> library.delete(
			"nuclei")).getMessage().contains("cannot be deleted"));
		assertTrue(assertThrows(ModelException.class, () -> library.delete("mine"))
			.getMessage().contains("There is no model 'mine'; there are [nuclei, "));
	}

	@Test
	void exportedFilesAreTheModels() throws IOException {
		final Path target = temp.resolve("out.zip");
		library.export("membranes", target, OnExisting.REFUSE);
		assertEquals("membranes", ModelFiles.read(target).card().name());
		assertThrows(FileExistsException.class, () -> library.export("nuclei",
			target, OnExisting.REFUSE));
		library.add(model("mine.zip", 3));
		library.export("mine", target, OnExisting.REPLACE);
		assertArrayEquals(Files.readAllBytes(mine.resolve("mine.zip")), Files
			.readAllBytes(target));
	}

	@Test
	void modelsLieInTheImageJOfThePlugin() {
		final Path imageJ = temp.resolve("ImageJ");
		assertEquals(Optional.of(imageJ), ModelFolders.installation(imageJ.resolve(
			"plugins/UNet_Lens/UNet_Lens.jar")));
		assertEquals(Optional.of(imageJ), ModelFolders.installation(imageJ.resolve(
			"jars/UNet_Lens.jar")));
		assertEquals(Optional.empty(), ModelFolders.installation(imageJ.resolve(
			"target/classes")));
	}

	@Test
	void aDescriptionNamesWhatOneMustKnow() {
		final String text = ModelDescription.of(ModelSamples.model(ModelSamples
			.spec(3, 2, 2), 1)).text();
		for (final String line : List.of("3 channels", "0.65 x 0.5 micron",
			"percentiles 1 and 99.8", "classes: background, class 1",
			"threshold 0.45, at least 12 pixels", "U-Net of depth 2 and base width 3",
			"skip connections: 0+1", "AP@0.5: 0.751", "set 1. CC0-1.0. cite: it",
			"steps: 3000", "Licence\n  CC0-1.0", "Paper https://doi.org/10.1234/abc",
			"A. Author, B/C Author"))
			assertTrue(text.contains(line), line + " in\n" + text);
	}
}
