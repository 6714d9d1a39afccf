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

package org.unetlens.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.Sample;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFileException;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ObjectRois;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiEncoder;

class AnnotatedFoldersTest {

	@TempDir
	private Path folder;

	private Roi first;
	private Roi second;

	@BeforeEach
	void draw() throws IOException {
		Files.createDirectories(folder.resolve("images"));
		Files.createDirectories(folder.resolve("labels"));
		first = new Roi(1, 1, 4, 3);
		first.setName("cell");
		second = new OvalRoi(8, 2, 6, 6);
		second.setName("cell-1");
	}

	private static ImagePlus picture() {
		return IJ.createImage("p", "8-bit ramp", 17, 11, 1);
	}

	private void save(final ImagePlus image, final String file) {
		ImageFiles.saveTiff(image, folder.resolve(file), OnExisting.REFUSE);
	}

	private void saveLabels(final String file) {
		final ImagePlus labels = IJ.createImage("l", "8-bit black", 17, 11, 1);
		labels.getProcessor().setValue(255);
		labels.getProcessor().fill(first);
		labels.getProcessor().fill(second);
		save(labels, file);
	}

	private void saveZip(final String file) {
		ObjectRois.saveZip(List.of(first, second), folder.resolve(file),
			OnExisting.REFUSE);
	}

	private Annotations read() {
		return AnnotatedFolders.read(folder, AnnotationSettings.defaults());
	}

	/** Both outlines, by whatever means they came. */
	private void assertTwoObjects(final Annotations read) {
		final Sample sample = read.samples().get(0);
		final int[] labels = sample.labelArray();
		assertEquals(1, labels[1 * 17 + 1]);
		assertEquals(1, labels[3 * 17 + 4]);
		assertEquals(0, labels[4 * 17 + 4]);
		assertEquals(2, labels[5 * 17 + 11]);
		assertEquals(0, labels[2 * 17 + 8], "corner of the oval");
		assertEquals(16 * 15.0f, sample.channelArray(0)[16], 15.0f);
	}

	@Test
	void imagesAndLabelImages() {
		save(picture(), "images/a.tif");
		saveLabels("labels/a.tif");
		final Annotations read = read();
		assertTwoObjects(read);
		assertEquals("a", read.samples().get(0).name());
		assertEquals("This mask holds 0 and 255: read as background and object.",
			read.findings().get(0).sentence());
	}

	@Test
	void imagesAndZipsOfOutlines() {
		save(picture(), "images/a.tif");
		save(picture(), "images/b.tif");
		saveZip("labels/a_RoiSet.zip");
		final Annotations read = read();
		assertTwoObjects(read);
		assertEquals(Finding.warning(
			"1 of 2 images have no annotation and are left out: b.tif. An annotation needs the name of its image."),
			read.findings().get(read.findings().size() - 1));
	}

	@Test
	void outlinesAndMasksBesideImages() throws IOException {
		final Path flat = Files.createDirectories(folder.resolve("flat"));
		save(picture(), "flat/a.tif");
		saveZip("flat/a.zip");
		assertTwoObjects(AnnotatedFolders.read(flat, AnnotationSettings
			.defaults()));
		Files.delete(flat.resolve("a.zip"));
		saveLabels("flat/a_mask.tif");
		assertTwoObjects(AnnotatedFolders.read(flat, AnnotationSettings
			.defaults()));
	}

	@Test
	void outlinesInsideImages() throws IOException {
		final Path flat = Files.createDirectories(folder.resolve("flat"));
		final ImagePlus image = picture();
		image.setOverlay(new Overlay());
		image.getOverlay().add(first);
		image.getOverlay().add(second);
		save(image, "flat/a.tif");
		assertTwoObjects(AnnotatedFolders.read(flat, AnnotationSettings
			.defaults()));
	}

	@Test
	void oneOutlineInAFile() throws IOException {
		Files.write(folder.resolve("labels/a.roi"), RoiEncoder.saveAsByteArray(
			first));
		save(picture(), "images/a.tif");
		assertEquals(1, read().samples().get(0).labelArray()[18]);
		assertEquals("cell", RoiFiles.read(folder.resolve("labels/a.roi")).get(0)
			.getName());
	}

	@Test
	void whatDoesNotFitIsSaid() throws IOException {
		assertRefused("holds no images and no ROI files");
		save(picture(), "images/a.tif");
		saveLabels("labels/x.tif");
		saveLabels("labels/y.tif");
		assertRefused(
			"No image has an annotation of the same name: images a.tif, annotations x.tif, y.tif");
		saveZip("labels/a.zip");
		assertRefused("holds both ROI files and label images");
		assertTrue(assertThrows(IllegalArgumentException.class,
			() -> AnnotatedFolders.read(folder.resolve("images"), AnnotationSettings
				.defaults())).getMessage().contains(
					"holds 1 image but no annotations"));
		assertTrue(assertThrows(IllegalArgumentException.class,
			() -> AnnotatedFolders.read(folder.resolve("none"), AnnotationSettings
				.defaults())).getMessage().startsWith("There is no folder"));
	}

	private void assertRefused(final String words) {
		final String message = assertThrows(IllegalArgumentException.class,
			this::read).getMessage();
		assertTrue(message.contains(words), message);
	}

	@Test
	void damagedOutlinesAreNamed() throws IOException {
		final Path file = folder.resolve("a.roi");
		Files.write(file, new byte[] { 'I', 'o', 'u', 't', 0, 1 });
		assertTrue(assertThrows(ImageFileException.class, () -> RoiFiles.read(file))
			.getMessage().contains("a.roi"));
		Files.write(file, new byte[70]);
		assertTrue(assertThrows(ImageFileException.class, () -> RoiFiles.read(file))
			.getMessage().contains("a.roi"));
		save(picture(), "a.tif");
		assertFalse(RoiFiles.isRoiFile(folder.resolve("a.tif")));
	}
}
