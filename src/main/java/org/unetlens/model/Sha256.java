
package org.unetlens.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The check sums of a bioimage.io package: SHA-256 in lower-case hex digits.
 */
final class Sha256 {

	private Sha256() {}

	static String of(final byte[] bytes) {
		return hex(digest().digest(bytes));
	}

	static String hex(final byte[] digest) {
		return HexFormat.of().formatHex(digest);
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException exc) {
			// NB: Every Java platform must have it.
			throw new IllegalStateException(exc);
		}
	}

	/** Throws when the file states another sum than was found. */
	static void require(final String entry, final String stated,
		final String found) throws InvalidContentException
	{
		if (!stated.equalsIgnoreCase(found)) throw new InvalidContentException(
			"the check sum of its entry " + entry + " is " + found +
				", but the file states " + stated + ": it was changed or damaged");
	}
}
