
package org.unetlens.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds models by what a user types: a bundled name or a file. Thread-safe. */
public final class Models {

	private Models() {}

	/**
	 * Opens a model and checks that it still gives its stored result; starts the
	 * engine for it.
	 *
	 * @param nameOrFile name of a bundled model, or path of a model file
	 * @throws ModelException when it is neither, cannot be read or fails the
	 *           check; the message says which names there are
	 */
	public static ModelBundle open(final String nameOrFile) {
		final ModelPackage found = read(nameOrFile);
		ModelFiles.verify(found, nameOrFile);
		return found.model();
	}

	/** The same without running it; needs no engine. */
	public static ModelPackage read(final String nameOrFile) {
		if (BundledModels.contains(nameOrFile)) return BundledModels.open(
			nameOrFile);
		if (isFile(nameOrFile)) return ModelFiles.readPackage(Path.of(nameOrFile));
		throw new ModelException("There is no model '" + nameOrFile +
			"': the bundled models are " + BundledModels.names() +
			", and no file of that name exists; give one of these names or the path of a model file");
	}

	private static boolean isFile(final String name) {
		try {
			return Files.isRegularFile(Path.of(name));
		}
		catch (final InvalidPathException exc) {
			return false;
		}
	}
}
