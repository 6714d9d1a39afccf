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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.SkipComparison;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.ij.compare.ImagePlanes;
import org.unetlens.ij.compare.Region;
import org.unetlens.ij.train.TrainedModel;
import org.unetlens.model.ModelExports;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.Models;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

/** Runs macros in a real plain ImageJ. */
public class MacroTest {

	private static PlainImageJ imageJ;

	@TempDir
	private static Path folder;

	private static String model;

	@BeforeAll
	public static void install() throws IOException {
		imageJ = PlainImageJ.install();
		model = ThresholdModel.write(1, folder.resolve("threshold.zip")).toString()
			.replace('\\', '/');
	}

	@AfterAll
	public static void close() {
		if (imageJ != null) imageJ.close();
	}

	private static String boxes(final String rest) {
		return "newImage('boxes', '8-bit black', 90, 70, 1); setColor(200); fillRect(5, 5, 20, 10); fillRect(50, 30, 10, 30);\n" +
			rest;
	}

	private static String run(final String macro) throws IOException,
		InterruptedException
	{
		return imageJ.batch(macro.replace('\'', '"'));
	}

	@Test
	public void segmentsWithDefaultsAndShowsResultsByTitle() throws Exception {
		final String printed = run(boxes("run('Segment...', 'model=[" + model +
			"] probabilities=true table=true outlines=true');\n" +
			"selectImage('boxes-labels'); print('label', getPixel(59, 59), getPixel(4, 5), bitDepth());\n" +
			"selectImage('boxes-probabilities'); print('probability', nSlices, getInfo('slice.label'));\n" +
			"print('rois', roiManager('count'));\n" +
			"selectWindow('boxes-objects'); print('table', Table.size, Table.get('area (px)', 1));\n" +
			"selectImage('boxes'); print('input', getPixel(6, 6), Overlay.size);"));
		assertTrue(printed.contains("label 2 0 16"), printed);
		assertTrue(printed.contains("probability 2 bright"), printed);
		assertTrue(printed.contains("rois 2"), printed);
		assertTrue(printed.contains("table 2 300"), printed);
		assertTrue(printed.contains("input 200 0"), printed);
	}

	@Test
	public void stackKeepsItsShape() throws Exception {
		final String printed = run(
			"newImage('s', '16-bit black', 40, 30, 4); for (i = 1; i <= 4; i++) { setSlice(i);\n" +
				"setColor(900); fillRect(3 + i, 4, 9, 9); setMetadata('Label', 'section ' + i); }\n" +
				"run('Segment...', 'modelfile=[" + model + "]'); setSlice(3);\n" +
				"print(getTitle(), nSlices, getPixel(6, 4), getPixel(5, 4), getInfo('slice.label'));");
		assertTrue(printed.contains("s-labels 4 1 0 section 3"), printed);
	}

	@Test
	public void channelsMasksAndOverlay() throws Exception {
		final String printed = run(
			"newImage('c', '8-bit composite-mode', 60, 40, 3, 1, 1); setSlice(1); fillRect(2, 2, 9, 9);\n" +
				"setSlice(2); setColor(100); fillRect(30, 10, 12, 6); makeRectangle(0, 0, 5, 5);\n" +
				"run('Segment...', 'modelfile=[" + model +
				"] channel=2 masks=true overlay=true labels=false table=true');\n" +
				"print('images', nImages, isOpen('c-labels')); selectWindow('c-objects');\n" +
				"print('table', Table.size, Table.get('mean (channel 2)', 0), Table.get('mean (channel 1)', 0));\n" +
				"selectImage('c-masks'); print('mask', getPixel(30, 10), getPixel(29, 10), getInfo('slice.label'));\n" +
				"selectImage('c-overlay'); print('overlay', Overlay.size, getWidth(), selectionType());\n" +
				"selectImage('c'); print('input', Overlay.size);");
		assertTrue(printed.contains("images 3 0"), printed);
		assertTrue(printed.contains("table 1 100 0"), printed);
		assertTrue(printed.contains("mask 255 0 bright"), printed);
		assertTrue(printed.contains("overlay 1 60 -1"), printed);
		assertTrue(printed.contains("input 0"), printed);
		assertEnds(
			"newImage('c', '8-bit composite-mode', 60, 40, 2, 1, 1); fillRect(2, 2, 9, 9);\n" +
				"run('Segment...', 'modelfile=[" + model + "]');", "channel=1");
		assertEnds(boxes("run('Segment...', 'labels=false');"),
			"No output was chosen");
	}

	private static void assertEnds(final String macro, final String reason)
		throws IOException, InterruptedException
	{
		final String printed = run(macro + "\nprint('WENT ON');");
		assertTrue(printed.contains(reason), printed);
		assertFalse(printed.contains("WENT ON"), printed);
		assertEquals(printed.indexOf("Segment...: "), printed.lastIndexOf(
			"Segment...: "), "said once: " + printed);
	}

	@Test
	public void failureEndsTheMacroWithASentence() throws Exception {
		assertEnds("run('Segment...', 'model=nuclei');", "Open one first");
		assertEnds(boxes("run('Segment...', 'model=nuclei memory=lots');"),
			"memory=lots. Give a whole number from 64 to 1048576");
		assertEnds(boxes("run('Segment...', 'labels=maybe');"),
			"Give true or false");
		assertEnds(boxes("run('Segment...', 'image=[no such]');"),
			"No open image has the title");
		assertEnds(boxes("run('Segment...', 'model=[no such]');"), "no such");
	}

	@Test
	public void wrongImageEndsTheMacroWithASentence() throws Exception {
		assertEnds(
			"newImage('c', 'RGB white', 20, 20, 1); makeRectangle(1, 1, 5, 5); setColor(255, 0, 0); fill();\n" +
				"run('Segment...', 'model=[" + model + "]');", "Image > Type > 8-bit");
		assertEnds(
			"newImage('flat', '8-bit black', 20, 20, 1); run('Segment...', 'model=[" +
				model + "]');", "same value");
	}

	@Test
	public void evaluatesImagesAndFolders() throws Exception {
		final String out = folder.resolve("scores").toString().replace('\\', '/');
		final String printed = run(
			"newImage('t', '8-bit black', 40, 30, 1); setColor(1); fillRect(2, 2, 10, 8); setColor(2); fillRect(20, 2, 10, 10);\n" +
				"run('Duplicate...', 'title=p'); setColor(0); fillRect(20, 10, 10, 2);\n" +
				"run('Evaluate...', 'prediction=p truth=t output=[" + out + "]');\n" +
				"selectWindow('Evaluation'); print('scores', Table.size, Table.get('AP@0.5', 0), Table.getString('image', 0));\n" +
				"print('dice', d2s(Table.get('Dice', 0), 4), File.exists('" + out +
				"/evaluation.json'));\n" + "run('Evaluate...', 'predictionfolder=[" +
				out + "] truthfolder=[" + out + "]'); print('WENT ON');");
		assertTrue(printed.contains("scores 1 1 p"), printed);
		// NB: 2 (80 + 80) / (160 + 180).
		assertTrue(printed.contains("dice 0.9412 1"), printed);
		assertTrue(printed.contains("holds no images"), printed);
		assertFalse(printed.contains("WENT ON"), printed);
	}

	@Test
	public void aModelOfAnotherProgramIsImported() throws Exception {
		final Path net = folder.resolve("net.zip");
		ModelExports.dl4j(ModelFiles.read(Path.of(model)), net, true);
		final String name = "imported" + System.nanoTime();
		final String call = "run('Import Model...', 'file=[" + net.toString()
			.replace('\\', '/') + "] name=" + name +
			" normalization=fixed low=0 high=255');";
		final String printed = run(call + " print('DONE'); " + call +
			" print('WENT ON');");
		assertTrue(printed.contains("DONE"), printed);
		assertTrue(printed.contains("There is a model " + name + " already"),
			printed);
		assertFalse(printed.contains("WENT ON"), printed);
	}

	@Test
	public void tensorsTravelThroughFiles() throws Exception {
		final String file = folder.resolve("a tensor.npy").toString().replace('\\',
			'/');
		final String printed = run(
			"newImage('s', '16-bit ramp', 50, 30, 4); v = getPixel(20, 10);\n" +
				"run('Image to Tensor (.npy)...', 'file=[" + file + "] axes=zyx');\n" +
				"run('Tensor (.npy) to Image...', 'file=[" + file + "] axes=zyx');\n" +
				"print(getTitle(), nSlices, bitDepth(), getPixel(20, 10) - v, v);\n" +
				"selectImage('s'); run('Image to Tensor (.npy)...', 'file=[" + file +
				"]'); print('WENT ON');");
		assertTrue(printed.contains("a tensor.npy 4 16 0 26"), printed);
		assertTrue(printed.contains("is there already"), printed);
		assertFalse(printed.contains("WENT ON"), printed);
	}

	@Test
	public void trainsATwin() throws Exception {
		final Path cells = folder.resolve("cell model");
		TrainedModel.in(cells);
		final String at = cells.toString().replace('\\', '/');
		final String printed = run(
			"run('Train Twin Without Skips...', 'modelfile=[" + at +
				"/model.zip] skips=none images=[" + at + "/images] labels=[" + at +
				"/labels] output=[" + at + "/twin.zip]'); print('DONE');\n" +
				"run('Train Twin Without Skips...', 'modelfile=[" + at +
				"/model.zip] output=[" + at + "/twin.zip]'); print('WENT ON');");
		assertTrue(printed.contains("DONE"), printed);
		assertEquals(Optional.of("cells"), Models.read(at + "/twin.zip").model()
			.card().twinOf());
		assertTrue(printed.contains("No folder of images was given"), printed);
		assertFalse(printed.contains("WENT ON"), printed);
	}

	/** Three small images with labels, and settings that train in no time. */
	private static String trainable(final String name) throws IOException {
		final Path at = folder.resolve(name);
		TrainedModel.images(at);
		Files.writeString(at.resolve("settings.json"),
			"{\"network\": {\"depth\": 2, \"base_width\": 3}, \"training\": {\"steps\": 4, \"patch\": 16, \"batch\": 2, \"validate_every\": 2}}");
		return at.toString().replace('\\', '/');
	}

	private static String macro(final String name, final String arguments)
		throws IOException, InterruptedException
	{
		return imageJ.run("ij.ImageJ", "-batch", Path.of("macros", name)
			.toAbsolutePath().toString(), arguments);
	}

	@Test
	public void trainsFromFoldersAndFineTunes() throws Exception {
		final String at = trainable("to train");
		final String printed = macro("Train_From_Folder.ijm", "images=[" + at +
			"/images] labels=[" + at + "/labels] output=[" + at +
			"/mine.zip] settings=[" + at + "/settings.json]");
		assertTrue(printed.contains("3 annotated images; classes: background"),
			printed);
		assertTrue(printed.contains("Model: " + at + "/mine.zip"), printed);
		assertTrue(printed.contains("objects in f1.tif"), printed);
		assertEquals("4", Models.read(at + "/mine.zip").model().card().training()
			.get("steps done"));
		Files.writeString(folder.resolve("to train/settings.json"),
			"{\"training\": {\"steps\": 2, \"patch\": 16}}");
		final String tuned = macro("Fine_Tune.ijm", "images=[" + at + "] output=[" +
			at + "/tuned.zip] base=[" + at + "/mine.zip] settings=[" + at +
			"/settings.json]");
		assertTrue(tuned.contains("Model: " + at + "/tuned.zip"), tuned);
		assertTrue(Models.read(at + "/tuned.zip").model().card().training().get(
			"configuration").contains("\"base_model\":\"" + at + "/mine.zip\""));
	}

	@Test
	public void trainsOnOutlinesOfAnOpenImage() throws Exception {
		final String at = trainable("outlined");
		final String printed = run("open('" + at + "/images/f1.tif');\n" +
			"for (i = 0; i < 6; i++) { makeOval(2 + 6 * i, 3 + 3 * i, 5, 5); Overlay.addSelection; }\n" +
			"run('Train...', 'output=[" + at + "/rois.zip] minutes=0 settings=[" +
			at + "/settings.json]'); print('DONE', nImages, Overlay.size);\n" +
			"run('Resume Training...', 'checkpoint=[" + at +
			"/rois.checkpoint.zip]'); print('WENT ON');");
		assertTrue(printed.contains("6 outlines in 1 plane"), printed);
		assertTrue(printed.contains("cut each image into 4 parts"), printed);
		assertTrue(printed.contains("DONE 1 6"), printed);
		assertTrue(printed.contains("There is no checkpoint"), printed);
		assertFalse(printed.contains("WENT ON"), printed);
	}

	/** The boxes of the macro below, and their labels, as the core sees them. */
	private static Comparison compared() {
		final ImagePlus image = IJ.createImage("boxes", "8-bit black", 90, 70, 1);
		image.getProcessor().setColor(200);
		image.getProcessor().fill(new Roi(5, 5, 20, 10));
		image.getProcessor().fill(new Roi(50, 30, 10, 30));
		final ImagePlus truth = IJ.createImage("true ones", "8-bit black", 90, 70,
			1);
		truth.getProcessor().setColor(1);
		truth.getProcessor().fill(new Roi(6, 5, 20, 10));
		try (SkipComparison session = SkipComparison.of(ThresholdModel.of(1), List
			.of(), ComparisonSettings.defaults()))
		{
			return session.compare(new ImagePlanes(image, Optional.of(truth), Optional
				.of(new Region(0, 0, 64, 66))).current(ThresholdModel.of(1)),
				Progress.NONE).comparison();
		}
	}

	@Test
	public void comparesSkipsIntoAFolder() throws Exception {
		final Path out = folder.resolve("com parison");
		final String line =
			"run('Compare Skip Connections...', 'image=boxes modelfile=[" + model +
				"] truth=[true ones] output=[" + out + "]');";
		final String printed = run(boxes(
			"newImage('true ones', '8-bit black', 90, 70, 1); setColor(1); fillRect(6, 5, 20, 10);\n" +
				"selectImage('boxes'); makeRectangle(0, 0, 64, 66);\n" + line +
				" print('DONE', nImages, isOpen('Log'));\n" + line +
				" print('WENT ON');"));
		assertTrue(printed.contains("DONE 2"), printed);
		for (final Table table : Tables.of(compared()))
			assertEquals(table.toCsv(), Files.readString(out.resolve(table.name() +
				".csv")), table.name());
		assertTrue(printed.contains("overwrite=true"), printed);
		assertFalse(printed.contains("WENT ON"), printed);
	}

	@Test
	public void compareMacroPrintsWhatSkipsGive() throws Exception {
		final Path in = Files.createDirectory(folder.resolve("compare in"));
		final Path out = folder.resolve("compare out");
		final ImagePlus image = IJ.createImage("i", "16-bit black", 60, 50, 1);
		image.getProcessor().setColor(1000);
		image.getProcessor().fill(new Roi(12, 15, 18, 19));
		ImageFiles.saveTiff(image, in.resolve("a.tif"), OnExisting.REFUSE);
		ImageFiles.saveTiff(image, in.resolve("a truth.tif"), OnExisting.REFUSE);
		final String[] call = { "ij.ImageJ", "-batch", Path.of("macros",
			"Compare_Skips.ijm").toAbsolutePath().toString(), "image=[" + in.resolve(
				"a.tif") + "] truth=[" + in.resolve("a truth.tif") + "] output=[" +
				out + "] model=[" + model + "]" };
		final String printed = imageJ.run(call);
		assertTrue(printed.contains(
			"Skip 0: loss when only this one is off, Boundary F 2 px 1.000"),
			printed);
		final byte[] report = Files.readAllBytes(out.resolve("report.html"));
		final String again = imageJ.run(call);
		assertTrue(again.contains("is there already"), again);
		assertArrayEquals(report, Files.readAllBytes(out.resolve("report.html")));
	}
}
