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

package org.unetlens.ij.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ChannelChoice;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.label.Csv;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/** Images of all kinds in one folder, and the one table of all. */
public class MixedImagesTest {

	private static final int W = 43, H = 31;

	@TempDir
	private Path folder;

	/** A box of 6 x (4 + slice) px in every slice. */
	private static ImagePlus image(final String kind, final int channels,
		final int slices, final int frames)
	{
		final ImagePlus image = IJ.createHyperStack("i", W, H, channels, slices,
			frames, kind.equals("RGB") ? 24 : Integer.parseInt(kind));
		for (int i = 1; i <= image.getStackSize(); i++) {
			final ImageProcessor plane = image.getStack().getProcessor(i);
			plane.setColor(0);
			plane.fill();
			plane.setColor(100 + i);
			plane.fill(new Roi(5, 7, 6, 4 + i));
			image.getStack().setSliceLabel("slice " + i, i);
		}
		return image;
	}

	private void save(final ImagePlus image, final String name) {
		ImageFiles.saveTiff(image, folder.resolve("in").resolve(name),
			OnExisting.REFUSE);
	}

	private List<String> segment() throws IOException {
		final String model = ThresholdModel.write(1, folder.resolve("m.zip"))
			.toString();
		new FolderSegmentation(FolderSettings.of(folder.resolve("in"), folder
			.resolve("out"), SegmentationSettings.of(model).withChannel(ChannelChoice
				.of(1)))).run(Progress.NONE, FolderListener.NONE).requireAllDone();
		return Files.readAllLines(folder.resolve("out/measurements.csv"));
	}

	/** A cell of the table; row 0 is the first object. */
	private static String cell(final List<String> table, final int row,
		final String column)
	{
		final int at = Csv.cells(table.get(0)).indexOf(column);
		assertTrue(at >= 0, column + " is missing in " + table.get(0));
		return Csv.cells(table.get(row + 1)).get(at);
	}

	@Test
	void kindsUnitsAndChannelsInOneTable() throws IOException {
		save(image("8", 1, 1, 1), "a8.tif");
		final ImagePlus stack = image("16", 1, 3, 1);
		stack.getCalibration().pixelWidth = 0.5;
		stack.getCalibration().pixelHeight = 0.5;
		stack.getCalibration().setUnit("um");
		save(stack, "b16.tif");
		save(image("32", 1, 1, 1), "c32.tif");
		save(image("16", 2, 1, 2), "d two channels.tif");
		Files.createDirectories(folder.resolve("in"));
		final ImagePlus rgb = image("RGB", 1, 1, 1);
		rgb.getProcessor().setColor(0x0000ff);
		rgb.getProcessor().fill(new Roi(30, 3, 5, 5));
		rgb.getProcessor().setColor(0xff0000);
		rgb.getProcessor().fill(new Roi(20, 3, 5, 5));
		ImageFiles.savePng(rgb.getBufferedImage(), folder.resolve("in/e.png"),
			OnExisting.REFUSE);
		final List<String> table = segment();
		assertEquals(List.of("a8.tif", "b16.tif", "b16.tif", "b16.tif", "c32.tif",
			"d two channels.tif", "d two channels.tif", "e.png"), IntStream.range(0,
				8).mapToObj(i -> cell(table, i, "image")).toList());
		assertEquals("30", cell(table, 0, "area (pixel^2)"));
		assertEquals("", cell(table, 0, "area (micron^2)"));
		assertEquals("101", cell(table, 0, "mean"));
		assertEquals("", cell(table, 0, "slice"));
		assertEquals("3", cell(table, 3, "slice"));
		assertEquals("42", cell(table, 3, "area (px)"));
		assertEquals("10.5", cell(table, 3, "area (micron^2)"));
		assertEquals("", cell(table, 3, "area (pixel^2)"));
		assertEquals("103", cell(table, 6, "mean (channel 1)"));
		assertEquals("2", cell(table, 6, "frame"));
		assertEquals("", cell(table, 6, "mean"));
		assertEquals("20", cell(table, 7, "left (px)"));
		assertEquals("0", cell(table, 7, "mean (channel 3)"));
	}

	@Test
	void hyperstackOpensRight() throws IOException {
		final ImagePlus image = image("16", 2, 3, 2);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().pixelDepth = 2;
		image.getCalibration().frameInterval = 12;
		image.getCalibration().setUnit("micron");
		save(image, "h.tif");
		segment();
		final ImagePlus labels = ImageFiles.open(folder.resolve(
			"out/h_labels.tif"));
		assertArrayEquals(new int[] { W, H, 1, 3, 2 }, labels.getDimensions());
		assertEquals("slice 11", labels.getStack().getSliceLabel(6));
		assertEquals(2, labels.getCalibration().pixelDepth);
		assertEquals(12, labels.getCalibration().frameInterval);
		assertEquals(0.5, labels.getCalibration().pixelWidth);
		assertTrue(labels.isHyperStack());
		assertTrue(labels.getProcessor().isColorLut());
		assertEquals(1, labels.getStack().getVoxel(5, 7 + 14, 5));
	}
}
