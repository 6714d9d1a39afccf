
package org.unetlens.ij;

/** What happens when a file to be written is already there. */
public enum OnExisting {
		/** The old file stays and a {@link FileExistsException} is thrown. */
		REFUSE,
		/** The old file is replaced once the new one is complete. */
		REPLACE
}
