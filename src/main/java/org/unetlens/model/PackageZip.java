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

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.unetlens.graph.InvalidContentException;

/**
 * The entries of a zip file that nobody vouches for. Names and counts are
 * checked when it is opened, sizes while an entry is inflated (what the file
 * says about them is not believed); nothing is ever written to disk. Not
 * thread-safe.
 */
public final class PackageZip implements Closeable {

	private static final int MAX_ENTRIES = 4096;
	private static final int MAX_NAME = 255;
	private static final int MAX_DIRECTORY = 1 << 20;
	private static final int END_SIZE = 22;
	private static final int END_SIGNATURE = 0x06054b50;

	private final ZipFile zip;
	private final Map<String, ZipEntry> entries = new HashMap<>();

	private PackageZip(final ZipFile zip) {
		this.zip = zip;
	}

	/** The file must exist and be readable. */
	public static PackageZip open(final Path file) throws IOException {
		requireSmallDirectory(file);
		final PackageZip opened = new PackageZip(openZip(file));
		try {
			opened.list();
			return opened;
		}
		catch (final IOException exc) {
			opened.close();
			throw exc;
		}
	}

	private static ZipFile openZip(final Path file) throws IOException {
		try {
			return new ZipFile(file.toFile());
		}
		// NB: Names that are not UTF-8 come as IllegalArgumentException.
		catch (final ZipException | IllegalArgumentException exc) {
			throw new InvalidContentException("it is not a whole zip file (" + exc
				.getMessage() + ")", exc);
		}
	}

	public boolean has(final String name) {
		return entries.containsKey(name);
	}

	/** The stated size of an entry in bytes, not packed. */
	public long size(final String name) throws IOException {
		final ZipEntry entry = entries.get(name);
		if (entry == null) throw new InvalidContentException("its entry " + name +
			" is missing");
		return entry.getSize();
	}

	/** All bytes of an entry; more than max are not taken into memory. */
	public byte[] bytes(final String name, final long max) throws IOException {
		try (InputStream in = stream(name, max)) {
			return in.readAllBytes();
		}
	}

	/** The bytes of an entry; reading past max bytes fails. */
	public InputStream stream(final String name, final long max)
		throws IOException
	{
		final ZipEntry entry = entries.get(name);
		if (entry == null) throw new InvalidContentException("its entry " + name +
			" is missing");
		if (entry.getSize() > max) throw tooLarge(name, max);
		return new Checked(entry, zip.getInputStream(entry), max);
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	private void list() throws IOException {
		final Enumeration<? extends ZipEntry> all = zip.entries();
		while (all.hasMoreElements()) {
			final ZipEntry entry = all.nextElement();
			requireHarmless(entry.getName());
			if (entries.put(entry.getName(), entry) != null)
				throw new InvalidContentException("its entry " + entry.getName() +
					" is there twice");
		}
	}

	private static void requireHarmless(final String name)
		throws InvalidContentException
	{
		final boolean odd = name.isEmpty() || name.length() > MAX_NAME || name
			.startsWith("/") || name.contains("\\") || name.contains(":") || name
				.chars().anyMatch(c -> c < 32);
		if (odd || ("/" + name + "/").contains("/../"))
			throw new InvalidContentException("it has an entry with the name '" + name
				.substring(0, Math.min(60, name.length())) +
				"', which no model file has");
	}

	private static InvalidContentException tooLarge(final String name,
		final long max)
	{
		return new InvalidContentException("its entry " + name +
			" is larger than the " + max + " bytes that it may have");
	}

	/**
	 * Looks at the end record itself, because {@link ZipFile} takes memory for
	 * the whole directory before it can be asked for the count.
	 */
	private static void requireSmallDirectory(final Path file)
		throws IOException
	{
		final ByteBuffer tail = tail(file);
		for (int i = tail.limit() - END_SIZE; i >= 0; i--)
			if (tail.getInt(i) == END_SIGNATURE && i + END_SIZE + Short.toUnsignedInt(
				tail.getShort(i + 20)) == tail.limit())
			{
				final int count = Short.toUnsignedInt(tail.getShort(i + 10));
				final long size = Integer.toUnsignedLong(tail.getInt(i + 12));
				if (count > MAX_ENTRIES || size > MAX_DIRECTORY)
					throw new InvalidContentException("it has " + count +
						" entries, more than the " + MAX_ENTRIES +
						" that a model file may have");
				return;
			}
		throw new InvalidContentException(
			"it is not a zip file, or its end is missing");
	}

	/** The bytes in which the end record must lie, behind it a comment. */
	private static ByteBuffer tail(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			final byte[] bytes = new byte[(int) Math.min(in.length(), END_SIZE +
				0xffff)];
			in.seek(in.length() - bytes.length);
			in.readFully(bytes);
			return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		}
	}

	/**
	 * Fails instead of giving more than so many bytes, and at the end when they
	 * have not the stated check sum, which {@link ZipFile} does not look at.
	 */
	private static final class Checked extends FilterInputStream {

		private final ZipEntry entry;
		private final long max;
		private final CRC32 sum = new CRC32();
		private long given;

		Checked(final ZipEntry entry, final InputStream in, final long max) {
			super(in);
			this.entry = entry;
			this.max = max;
		}

		@Override
		public int read() throws IOException {
			final byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(final byte[] b, final int off, final int len)
			throws IOException
		{
			final int n = super.read(b, off, len);
			if (n < 0) requireSum();
			else {
				sum.update(b, off, n);
				given += n;
			}
			if (given > max) throw tooLarge(entry.getName(), max);
			return n;
		}

		@Override
		public long skip(final long n) throws IOException {
			// NB: Skipped bytes count as read.
			return Math.max(0, read(new byte[(int) Math.min(n, 1 << 14)]));
		}

		@Override
		public boolean markSupported() {
			return false;
		}

		private void requireSum() throws InvalidContentException {
			if (entry.getCrc() != sum.getValue()) throw new InvalidContentException(
				"its entry " + entry.getName() + " is damaged");
		}
	}
}
