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

package org.unetlens.ij;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * What a TIFF file promises in its header. ImageJ fills missing pixels with
 * zeros and reads an unknown compression as if there were none, and says
 * nothing in either case; so this is looked at before.
 */
final class TiffHeader {

	/** Types whose pixels are not whole bytes. */
	private static final Set<Integer> PACKED = Set.of(FileInfo.BITMAP,
		FileInfo.GRAY12_UNSIGNED, FileInfo.GRAY10_UNSIGNED);

	private final Path file;
	private final List<FileInfo> pages;

	private TiffHeader(final Path file, final FileInfo[] pages) {
		this.file = file;
		this.pages = List.of(pages);
	}

	/**
	 * Reads the header.
	 *
	 * @throws ImageFileException when it is damaged
	 */
	static TiffHeader read(final Path file) {
		final Path absolute = file.toAbsolutePath();
		try {
			final FileInfo[] pages = new TiffDecoder(absolute.getParent() +
				File.separator, absolute.getFileName().toString()).getTiffInfo();
			return new TiffHeader(file, pages == null ? new FileInfo[0] : pages);
		}
		catch (final IOException | RuntimeException e) {
			throw ImageFiles.notAnImage(file,
				"its TIFF header is damaged or cut short", e);
		}
	}

	/** Throws when the file is shorter than its header says. */
	void requireComplete() {
		if (pages.isEmpty() || pages.stream().anyMatch(
			p -> p.stripLengths == null || p.width < 1 || p.height < 1))
			throw ImageFiles.notAnImage(file,
				"its TIFF header is incomplete, or of a kind that ImageJ does not read",
				null);
		final long promised = pages.stream().mapToLong(TiffHeader::end).max()
			.orElse(0);
		final long found = file.toFile().length();
		if (found < promised) throw ImageFiles.notAnImage(file,
			"it is cut short: its header promises " + promised + " bytes, it has " +
				found, null);
	}

	/** The largest page and the number of all; nothing if there is no page. */
	Optional<ImageExtent> extent() {
		final int slices = pages.size() == 1 ? Math.max(1, pages.get(0).nImages)
			: pages.size();
		return pages.stream().max(Comparator.comparingLong(TiffHeader::planeBytes))
			.map(p -> new ImageExtent(p.width, p.height, slices, p
				.getBytesPerPixel()));
	}

	/**
	 * Whether a page holds another number of bytes than its pixels need although
	 * ImageJ sees no compression: it is compressed in a way that ImageJ does not
	 * know, e.g. JPEG.
	 */
	boolean hidesCompression() {
		return pages.stream().anyMatch(TiffHeader::hidesCompression);
	}

	private static boolean hidesCompression(final FileInfo page) {
		if (page.compression > FileInfo.COMPRESSION_NONE || page.nImages > 1 ||
			PACKED.contains(page.fileType) || page.stripLengths == null) return false;
		return Arrays.stream(page.stripLengths).mapToLong(TiffHeader::unsigned)
			.sum() != planeBytes(page);
	}

	/** First byte behind the last pixel. */
	private static long end(final FileInfo page) {
		if (page.nImages > 1) return page.getOffset() + (planeBytes(page) + page
			.getGap()) * page.nImages - page.getGap();
		if (page.stripOffsets == null || page.stripLengths == null) return 0;
		final int strips = Math.min(page.stripOffsets.length,
			page.stripLengths.length);
		long end = 0;
		for (int i = 0; i < strips; i++)
			end = Math.max(end, unsigned(page.stripOffsets[i]) + unsigned(
				page.stripLengths[i]));
		return end;
	}

	private static long planeBytes(final FileInfo page) {
		return (long) page.width * page.height * page.getBytesPerPixel();
	}

	private static long unsigned(final int value) {
		return Integer.toUnsignedLong(value);
	}
}
