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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.unetlens.file.AtomicFile;
import org.unetlens.file.FileException;
import org.unetlens.file.OnExisting;

/**
 * All models that can be chosen by name: those that come with the plugin, and
 * the model files in the user's folders. Holds no list of its own, so that it
 * is always what lies in the folders. Thread-safe.
 */
public final class ModelLibrary {

	/** Of model files. */
	static final String ENDING = ".zip";
	private static final String CHECKPOINT = ".checkpoint" + ENDING;

	private final List<Path> folders;

	private ModelLibrary(final List<Path> folders) {
		this.folders = List.copyOf(folders);
	}

	/** The library of this computer, see {@link ModelFolders}. */
	public static ModelLibrary here() {
		return new ModelLibrary(ModelFolders.all());
	}

	/** @param folders in the order in which they are searched; at least one */
	public static ModelLibrary of(final List<Path> folders) {
		if (folders.isEmpty()) throw new IllegalArgumentException(
			"A library of models needs a folder; give one");
		return new ModelLibrary(folders);
	}

	/** The folders of the user's models; they need not exist. */
	public List<Path> folders() {
		return folders;
	}

	/** Bundled ones, their twins, then those of the user by name. */
	public List<LibraryModel> models() {
		final List<LibraryModel> all = new ArrayList<>();
		for (final String name : BundledModels.names())
			all.add(LibraryModel.bundled(name));
		for (final String name : BundledModels.names())
			for (final String twin : BundledModels.twins(name))
				all.add(LibraryModel.twin(twin, name));
		all.addAll(own());
		return all;
	}

	/** The names of the models to segment with, for a list of choices. */
	public List<String> names() {
		return models().stream().filter(m -> m.twinOf().isEmpty()).map(
			LibraryModel::name).toList();
	}

	/** The model of that name, if there is one. */
	public Optional<LibraryModel> find(final String name) {
		return models().stream().filter(m -> m.name().equals(name)).findFirst();
	}

	/**
	 * The model of that name.
	 *
	 * @throws ModelException that says which there are, when there is none
	 */
	public LibraryModel get(final String name) {
		return find(name).orElseThrow(() -> new ModelException(
			"There is no model '" + name + "'; there are " + models().stream().map(
				LibraryModel::name).toList()));
	}

	/** NB: A model of a folder hides one of the same name in the next. */
	private List<LibraryModel> own() {
		final Map<String, LibraryModel> found = new LinkedHashMap<>();
		for (final Path folder : folders)
			for (final Path file : files(folder)) {
				final LibraryModel model = LibraryModel.of(file);
				if (!BundledModels.contains(model.name())) found.putIfAbsent(model
					.name(), model);
			}
		return found.values().stream().sorted(Comparator.comparing(m -> m.name()
			.toLowerCase(Locale.ROOT))).toList();
	}

	private static List<Path> files(final Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> isModel(f.getFileName().toString()) && Files
				.isRegularFile(f)).sorted().toList();
		}
		catch (final IOException | UncheckedIOException exc) {
			// NB: A folder that cannot be read must not keep the bundled models.
			return List.of();
		}
	}

	private static boolean isModel(final String file) {
		return file.endsWith(ENDING) && !file.endsWith(CHECKPOINT) && !file
			.startsWith(".");
	}

	/**
	 * Copies a model file into the library, under its own name, after it was read
	 * and gave its stored result; starts the engine for it.
	 *
	 * @throws ModelException when it is no sound model, or one of that name is
	 *           there
	 * @throws FileException when it cannot be written
	 */
	public LibraryModel add(final Path file) {
		if (!isModel(file.getFileName().toString())) throw new ModelException(
			"The file " + file +
				" is not a model file, whose names end with .zip. Choose a bioimage.io package, as training writes it");
		final LibraryModel source = LibraryModel.of(file);
		source.check();
		requireFree(source.name());
		final Path target = writableFolder().resolve(file.getFileName());
		AtomicFile.write(target, OnExisting.REFUSE, out -> Files.copy(file, out));
		return LibraryModel.of(target);
	}

	/**
	 * Writes a model into the library.
	 *
	 * @param name under which it will be found
	 * @throws ModelException when there is one of that name, or it is no name of
	 *           a file
	 */
	public LibraryModel add(final ModelPackage source, final String name) {
		requireFree(name);
		final Path target = writableFolder().resolve(name + ENDING);
		ModelFiles.write(source, target, false);
		return LibraryModel.of(target);
	}

	/**
	 * @throws ModelException when a model of that name is there, or it is no name
	 *           of a file
	 */
	public void requireFree(final String name) {
		if (!name.matches("[^\\p{Cntrl}/\\\\:*?\"<>|.][^\\p{Cntrl}/\\\\:*?\"<>|]*"))
			throw new ModelException("'" + name +
				"' cannot be the name of a model, which is that of its file too; use letters, digits, spaces, - and _");
		find(name).ifPresent(there -> {
			throw new ModelException("There is a model " + there.name() +
				" already (it " + (there.isBundled() ? there.origin() : "lies at " +
					there.origin()) + "). Rename the file, or delete that model first");
		});
	}

	private Path writableFolder() {
		for (final Path folder : folders)
			if (canWrite(folder)) return folder;
		throw new FileException("None of the folders of models " + folders +
			" can be written to. Change your rights there, or start Java with -D" +
			ModelFolders.PROPERTY + "=FOLDER");
	}

	private static boolean canWrite(final Path folder) {
		try {
			return Files.isWritable(Files.createDirectories(folder));
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/**
	 * Deletes the file of a model of the user.
	 *
	 * @throws ModelException for a bundled model
	 */
	public void delete(final String name) {
		final LibraryModel model = get(name);
		final Path file = model.file().orElseThrow(() -> new ModelException(
			"The model " + name +
				" comes with U-Net Lens and cannot be deleted; choose one of your own"));
		try {
			Files.delete(file);
		}
		catch (final IOException exc) {
			throw new FileException("The model file " + file +
				" could not be deleted (" + exc + "). Check your rights in that folder",
				exc);
		}
	}

	/** Copies a model to a file. */
	public void export(final String name, final Path target,
		final OnExisting onExisting)
	{
		final LibraryModel model = get(name);
		AtomicFile.write(target, onExisting, out -> {
			if (model.file().isPresent()) Files.copy(model.file().get(), out);
			else BundledModels.copy(name, out);
		});
	}
}
