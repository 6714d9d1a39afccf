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

package org.unetlens.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file under another name in the same folder and moves it into place
 * when it is complete: a reader never sees half a file, and a failure leaves
 * nothing behind. Stateless and thread-safe.
 */
public final class AtomicFile {

	private static final int BUFFER_BYTES = 1 << 18;

	/** What goes into the file. */
	@FunctionalInterface
	public interface Content {

		/** Writes everything; need not flush or close. */
		void writeTo(OutputStream out) throws IOException;
	}

	private AtomicFile() {}

	/**
	 * Writes the content; missing folders are made.
	 *
	 * @throws FileExistsException when the target is there and shall not be
	 *           replaced; nothing is written then
	 * @throws FileException when writing fails, e.g. on a full disk
	 */
	public static void write(final Path target, final OnExisting onExisting,
		final Content content)
	{
		final Path file = target.toAbsolutePath();
		refuseExisting(file, onExisting);
		Path part = null;
		try {
			Files.createDirectories(file.getParent());
			// NB: createTempFile would keep the file from everyone else.
			part = Files.createFile(file.resolveSibling("." + UUID.randomUUID() +
				".part"));
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
				part), BUFFER_BYTES))
			{
				content.writeTo(out);
			}
			move(part, file, onExisting);
		}
		catch (final IOException e) {
			throw new FileException("The file " + target + " could not be written (" +
				reason(e) +
				"). Check that the folder can be written to and that the disk has room",
				e);
		}
		finally {
			discard(part);
		}
	}

	private static void refuseExisting(final Path file,
		final OnExisting onExisting)
	{
		if (onExisting == OnExisting.REFUSE && Files.exists(file))
			throw new FileExistsException(file);
		if (Files.isDirectory(file)) throw new FileException("The file " + file +
			" cannot be written because a folder has that name. Choose another name");
	}

	private static void move(final Path part, final Path file,
		final OnExisting onExisting) throws IOException
	{
		if (onExisting == OnExisting.REFUSE) {
			// NB: An atomic move would replace a file that appeared meanwhile.
			try {
				Files.move(part, file);
			}
			catch (final FileAlreadyExistsException e) {
				throw new FileExistsException(file);
			}
			return;
		}
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void discard(final Path part) {
		try {
			if (part != null) Files.deleteIfExists(part);
		}
		catch (final IOException e) {
			part.toFile().deleteOnExit();
		}
	}

	private static String reason(final IOException e) {
		final String message = e.getMessage();
		return message == null ? e.getClass().getSimpleName() : e.getClass()
			.getSimpleName() + ": " + message;
	}
}
