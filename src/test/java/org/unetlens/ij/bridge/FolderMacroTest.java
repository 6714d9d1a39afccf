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

package org.unetlens.ij.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ThresholdModel;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Runs <em>Segment Folder...</em> and the example macros about segmenting in a
 * real plain ImageJ, on images with boxes that are known.
 */
public class FolderMacroTest {

	private static PlainImageJ imageJ;

	@TempDir
	private static Path models;
	private static String model;

	@TempDir
	private Path folder;
	private Path in;
	private Path out;

	@BeforeAll
	public static void install() throws IOException {
		imageJ = PlainImageJ.install();
		model = ThresholdModel.write(1, models.resolve("threshold.zip")).toString()
			.replace('\\', '/');
	}

	@AfterAll
	public static void close() {
		if (imageJ != null) imageJ.close();
	}

	/**
	 * Image i has i boxes of 8 x 9 px, one of 3 x 2, and one at the border, in
	 * two channels: 500 in the first, 1000 + i in the second, where they are.
	 */
	@BeforeEach
	public void images() throws IOException {
		in = Files.createDirectory(folder.resolve("in put"));
		out = folder.resolve("out put");
		for (int i = 1; i <= 3; i++) {
			final ImagePlus image = IJ.createHyperStack("i", 50 + i, 40, 2, 1, 1, 16);
			for (int c = 1; c <= 2; c++) {
				final var plane = image.getStack().getProcessor(c);
				plane.setColor(c == 1 ? 500 : 1000 + i);
				for (int k = 0; k < i; k++)
					plane.fill(new Roi(2 + 12 * k, 5, 8, 9));
				plane.fill(new Roi(5, 30, 3, 2));
				plane.fill(new Roi(20, 33, 6, 7));
			}
			ImageFiles.saveTiff(image, in.resolve("cells " + i + ".tif"),
				OnExisting.REFUSE);
		}
		Files.writeString(in.resolve("notes.txt"), "not an image");
	}

	private String macro(final String name, final String more) throws IOException,
		InterruptedException
	{
		return imageJ.run("ij.ImageJ", "-batch", Path.of("macros", name)
			.toAbsolutePath().toString(), "output=[" + out + "] model=[" + model +
				"] " + more);
	}

	/** The images with the second channel alone. */
	private void keepOneChannel() {
		for (int i = 1; i <= 3; i++) {
			final Path file = in.resolve("cells " + i + ".tif");
			final ImagePlus image = ImageFiles.open(file);
			ImageFiles.saveTiff(new ImagePlus("i", image.getStack().getProcessor(2)),
				file, OnExisting.REPLACE);
		}
	}

	@Test
	public void segmentsAFolderAndGoesOnAfterABreak() throws Exception {
		keepOneChannel();
		final String printed = macro("Segment_Folder.ijm", "input=[" + in + "]");
		assertTrue(printed.contains("cells 2.tif: 4 objects"), printed);
		assertTrue(printed.contains("3 images, 12 objects"), printed);
		assertEquals(5, ImageFiles.open(out.resolve("cells 3_labels.tif"))
			.getStatistics().max);
		final List<String> lines = Files.readAllLines(out.resolve(
			"measurements.csv"));
		assertEquals(13, lines.size());
		assertTrue(lines.get(10).startsWith("cells 3.tif,3,72,72,30,9.5,26,5,8,9,"),
			lines.get(10));
		Files.delete(out.resolve("cells 1_labels.tif"));
		final String again = macro("Segment_Folder.ijm", "input=[" + in + "]");
		assertTrue(again.contains(
			"1 image segmented, 3 objects; 2 images finished before"), again);
		assertTrue(again.contains("3 images, 12 objects"), again);
	}

	@Test
	public void segmentsOneImage() throws Exception {
		final String printed = macro("Segment_Image.ijm", "image=[" + in.resolve(
			"cells 2.tif") + "] channel=2");
		assertTrue(printed.contains("cells 2.tif: 4 objects"), printed);
		final ImagePlus labels = ImageFiles.open(out.resolve("cells 2_labels.tif"));
		assertEquals(2, labels.getProcessor().get(14, 5));
		final ImagePlus overlay = ImageFiles.open(out.resolve(
			"cells 2_overlay.tif"));
		assertEquals(4, overlay.getOverlay().size());
		assertEquals(2, overlay.getNChannels());
		final List<String> table = Files.readAllLines(out.resolve(
			"cells 2_objects.csv"));
		assertEquals(5, table.size());
		assertTrue(table.get(1).endsWith("500,0,500,500,1002,0,1002,1002"), table
			.get(1));
		final String again = macro("Segment_Image.ijm", "image=[" + in.resolve(
			"cells 2.tif") + "] channel=2");
		assertFalse(again.contains("4 objects"), again);
	}

	@Test
	public void measuresWhatCounts() throws Exception {
		macro("Measure_Objects.ijm", "input=[" + in + "] channel=2 minimum=10");
		assertEquals(List.of(
			"image,objects,mean area (px),mean brightness,area share",
			"cells 1.tif,1,72,1001,0.03529", "cells 2.tif,2,72,1002,0.06923",
			"cells 3.tif,3,72,1003,0.1019"), Files.readAllLines(out.resolve(
				"summary.csv")));
	}

	private String run(final String line, final String more) throws IOException,
		InterruptedException
	{
		return imageJ.batch("run('Segment Folder...', 'input=[".replace('\'', '"') +
			in + "] output=[" + out + "] modelfile=[" + model + "] " + line +
			"\");\nprint(\"WENT ON\"); " + more);
	}

	@Test
	public void commandWritesWhatIsAskedForAndRefusesToReplace()
		throws Exception
	{
		Files.createDirectory(in.resolve("more"));
		Files.move(in.resolve("cells 3.tif"), in.resolve("more/cells 1.tif"));
		final String printed = run(
			"channel=1 recursive=true pattern=*1.tif masks=true outlines=true table=false",
			"print('images', nImages);".replace('\'', '"'));
		assertTrue(printed.contains("2 images segmented, 8 objects"), printed);
		assertTrue(printed.contains("WENT ON") && printed.contains("images 0"),
			printed);
		assertTrue(Files.exists(out.resolve("more/cells 1_rois.zip")));
		assertEquals(255, ImageFiles.open(out.resolve("cells 1_masks.tif"))
			.getStack().getVoxel(2, 5, 1));
		assertFalse(Files.exists(out.resolve("measurements.csv")));
		final String again = run("channel=1", "");
		assertTrue(again.contains("is there already") && again.contains(
			"resume=true"), again);
		assertFalse(again.contains("WENT ON"), again);
	}

	@Test
	public void aBadFileEndsTheMacroWhenTheOthersAreDone() throws Exception {
		Files.writeString(in.resolve("broken.tif"), "not an image");
		final String printed = run("channel=2", "");
		assertTrue(printed.contains(
			"[ERROR] Segment Folder...: 1 image of 4 could not be segmented; the others are done. broken.tif:"),
			printed);
		assertFalse(printed.contains("WENT ON"), printed);
		assertTrue(Files.exists(out.resolve("cells 3_labels.tif")));
		assertTrue(Files.readString(out.resolve("images.csv")).contains(
			"broken.tif,failed,,,"));
	}
}
