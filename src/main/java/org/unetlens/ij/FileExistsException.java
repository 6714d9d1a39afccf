
package org.unetlens.ij;

import java.nio.file.Path;

/**
 * A file that is already there would have been replaced without being asked.
 */
public final class FileExistsException extends ImageFileException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param file the file that is there
	 */
	public FileExistsException(final Path file) {
		super("The file " + file +
			" is already there and was left as it is. Choose another name or folder, delete it, or allow overwriting (--overwrite on the command line)");
	}
}
