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

package org.unetlens.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFolderTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void makeFolders() throws IOException {
		Files.createDirectories(folder.resolve("images"));
		Files.createDirectories(folder.resolve("labels"));
	}

	/** A file holds its dimensions. */
	private void write(final String file, final String dimensions)
		throws IOException
	{
		Files.writeString(folder.resolve(file), dimensions);
	}

	private static final ImageReader READER = file -> {
		final String[] numbers = Files.readString(file).split(" ");
		final long[] dimensions = new long[numbers.length];
		for (int d = 0; d < dimensions.length; d++)
			dimensions[d] = Long.parseLong(numbers[d]);
		final var image = ArrayImgs.bytes(dimensions);
		byte value = 0;
		for (final var pixel : image)
			pixel.set((byte) (value++ & 7));
		return image;
	};

	private void assertRefused(final String... words) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> SampleFolder.open(folder).read(READER)).getMessage();
		for (final String word : words)
			assertTrue(message.contains(word), message);
	}

	@Test
	void pairsByNameAndSkipsHiddenFiles() throws IOException {
		write("images/b.tif", "5 3 2");
		write("labels/b.png", "5 3 1");
		write("images/a.ome.tif", "7 2 1");
		write("labels/a.tif", "7 2 1");
		write("images/.DS_Store", "");
		write("labels/Thumbs.db", "");
		final SampleFolder open = SampleFolder.open(folder);
		assertEquals(List.of("a", "b"), open.names());
		final List<Sample> samples = open.read(READER);
		assertEquals("b (5 x 3, 2 channels)", samples.get(1).toString());
		assertEquals(6, samples.get(1).labelArray()[14]);
		assertEquals(14 + 15 & 7, samples.get(1).channelArray(1)[14]);
	}

	@Test
	void planesOfAStackAreSamplesOfOneGroup() throws IOException {
		write("images/s.tif", "5 3 1 4");
		write("labels/s.tif", "5 3 1 4");
		final List<Sample> samples = SampleFolder.open(folder).read(READER);
		assertEquals(4, samples.size());
		assertEquals("s:3", samples.get(2).name());
		assertEquals("s", samples.get(2).group());
		assertEquals(30 & 7, samples.get(2).labelArray()[0]);
		assertEquals(30 & 7, samples.get(2).channelArray(0)[0]);
	}

	@Test
	void whatDoesNotFitIsNamed() throws IOException {
		assertRefused("images", "holds no files");
		write("images/a.tif", "5 3 1");
		assertRefused("labels", "holds no files");
		write("labels/b.tif", "5 3 1");
		assertRefused("1 of 1", "a", "labels");
		write("labels/a.tif", "5 4 1");
		assertRefused("1 of 2", "b", "images");
		Files.delete(folder.resolve("labels/b.tif"));
		assertRefused("a", "5 x 3", "5 x 4");
		write("labels/a.tif", "5 3 3");
		assertRefused("a.tif", "3 channels");
		write("labels/a.tif", "5 3 1 2");
		assertRefused("a.tif", "stack");
		write("labels/a.png", "5 3 1");
		assertRefused("a.png", "a.tif", "same name");
	}

	@Test
	void missingFolderIsNamed() throws IOException {
		Files.delete(folder.resolve("labels"));
		write("images/a.tif", "5 3 1");
		assertRefused("No folder", "labels");
	}
}
