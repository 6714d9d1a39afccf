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

package org.unetlens.ij.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.SkipComparison;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;
import org.unetlens.engine.Progress;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.ij.compare.ImagePlanes;
import org.unetlens.ij.compare.Region;
import org.unetlens.network.SkipFill;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;

/** Tests {@link CompareSkipsCommand} through SciJava's services. */
class CompareSkipsCommandTest {

	@TempDir
	private Path folder;

	private Context context;

	@BeforeEach
	void open() {
		context = new Context(CommandService.class, ModuleService.class,
			org.scijava.app.StatusService.class);
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	/** Two slices with a box each, the second one in view. */
	private static ImagePlus boxes() {
		final ImageStack stack = new ImageStack(61, 47);
		for (int i = 0; i < 2; i++) {
			final ByteProcessor plane = new ByteProcessor(61, 47);
			plane.setColor(180);
			plane.fill(new Roi(5 + i, 5, 11, 7));
			plane.fill(new Roi(30, 20, 9, 13 + i));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("boxes", stack);
		image.setSlice(2);
		return image;
	}

	private Module run(final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		final Map<String, Object> all = new HashMap<>(Map.of("model", "nuclei",
			"truth", "None", "slices", "current", "fill", "mean", "classname", "all",
			"overwrite", false, "memory", 256));
		// NB: Inputs that are left out would be asked for.
		for (final String key : List.of("modelfile", "twin", "output"))
			all.put(key, null);
		for (int i = 0; i < inputs.length; i += 2)
			all.put((String) inputs[i], inputs[i + 1]);
		return context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(CompareSkipsCommand.class), true, all)
			.get();
	}

	private List<String> csv(final String table) throws Exception {
		return Files.readAllLines(folder.resolve("out").resolve(table + ".csv"));
	}

	private static List<String> lines(final Table table) {
		return table.toCsv().lines().toList();
	}

	@Test
	void writesTheNumbersOfTheCore() throws Exception {
		final Path model = ThresholdModel.write(1, folder.resolve("m.zip"));
		final ImagePlus image = boxes();
		image.setRoi(2, 1, 44, 40);
		final Module module = run("image", image, "modelfile", model.toFile(),
			"fill", "zero", "output", folder.resolve("out").toFile());
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module)
			.getCancelReason());
		try (SkipComparison session = SkipComparison.of(ThresholdModel.of(1), List
			.of(), ComparisonSettings.defaults().withFill(SkipFill.ZERO)))
		{
			final Comparison expected = session.compare(new ImagePlanes(image,
				java.util.Optional.empty(), java.util.Optional.of(new Region(2, 1, 44,
					40))).current(ThresholdModel.of(1)), Progress.NONE).comparison();
			assertEquals("boxes, slice 2", expected.title());
			for (final Table table : Tables.of(expected))
				assertEquals(lines(table), csv(table.name()), table.name());
		}
		final String report = Files.readString(folder.resolve("out/report.html"));
		assertTrue(report.contains("boxes, slice 2"));
		for (final String picture : List.of("full_model", "knock-out_of_all_skips",
			"knock-out_of_all_skips_difference", "image_with_reference",
			"plot_skip_effects", "plot_shift_test"))
			assertTrue(Files.size(folder.resolve("out/" + picture + ".png")) > 200,
				picture);
	}

	@Test
	void sumsUpAllSlices() throws Exception {
		final Path model = ThresholdModel.write(1, folder.resolve("m.zip"));
		run("image", boxes(), "modelfile", model.toFile(), "slices", "all",
			"output", folder.resolve("out").toFile());
		assertEquals(1 + 2 * (csv("skips").size() - 1), csv("skips_by_image")
			.size());
		assertTrue(csv("skips_by_image").get(1).startsWith("\"boxes, slice 1\","),
			csv("skips_by_image").get(1));
		final int objects = List.of(csv("skips").get(0).split(",")).indexOf(
			"Objects");
		assertEquals("4", csv("skips").get(1).split(",")[objects]);
	}

	private String refusal(final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		final List<Object> all = new ArrayList<>(List.of("output", folder.resolve(
			"out").toFile()));
		all.addAll(List.of(inputs));
		final Cancelable command = (Cancelable) run(all.toArray());
		assertTrue(command.isCanceled());
		assertFalse(Files.exists(folder.resolve("out/report.html")));
		return command.getCancelReason();
	}

	@Test
	void badInputGetsASentence() throws Exception {
		assertTrue(refusal("image", new ImagePlus()).contains("Open one first"));
		assertTrue(refusal("image", boxes(), "truth", "no such").contains(
			"No open image has the title \"no such\""));
		assertTrue(refusal("image", boxes(), "fill", "noise").contains(
			"zero, mean"));
		assertTrue(refusal("image", boxes(), "slices", "some").contains(
			"current, all"));
		assertTrue(refusal("image", boxes(), "memory", 1).contains("64"));
		assertTrue(refusal("image", boxes(), "classname", "cells").contains(
			"has the classes background, interior, border"));
		assertTrue(refusal("image", boxes(), "model", "nuclei-no-skips").contains(
			"has no skip connections"));
		assertTrue(refusal("image", boxes(), "twin", ThresholdModel.write(1, folder
			.resolve("m.zip")).toFile()).contains("The twin threshold has"));
		Files.createDirectories(folder.resolve("out"));
		Files.writeString(folder.resolve("out/skips.csv"), "mine");
		assertTrue(refusal("image", boxes()).contains("overwrite=true"));
	}

	@Test
	void withoutADisplayAFolderIsNeeded() throws Exception {
		if (!java.awt.GraphicsEnvironment.isHeadless()) return;
		final Cancelable command = (Cancelable) run("image", boxes());
		assertTrue(command.getCancelReason().contains("output=[path]"));
	}

	@Test
	void openImagesAreOfferedAsTruth() throws Exception {
		final Module module = context.service(ModuleService.class).createModule(
			context.service(CommandService.class).getCommand(
				CompareSkipsCommand.class));
		module.initialize();
		assertEquals(List.of("None"), module.getInfo().getInput("truth")
			.getChoices());
	}
}
