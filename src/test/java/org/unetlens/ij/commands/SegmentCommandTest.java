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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.model.BundledModels;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

/** Tests {@link SegmentCommand} through SciJava's command service. */
public class SegmentCommandTest {

	@TempDir
	private Path folder;

	private Context context;

	@BeforeEach
	public void open() {
		context = new Context(CommandService.class,
			org.scijava.app.StatusService.class);
	}

	@AfterEach
	public void close() {
		context.dispose();
	}

	private static ImagePlus boxes() {
		final ByteProcessor plane = new ByteProcessor(61, 47);
		plane.setColor(180);
		plane.fill(new Roi(5, 5, 11, 7));
		plane.fill(new Roi(30, 20, 9, 13));
		return new ImagePlus("boxes", plane);
	}

	private Module run(final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		final List<Object> all = new ArrayList<>(List.of(inputs));
		// NB: Inputs that are left out would be asked for.
		for (final Object[] standard : new Object[][] { { "model", "nuclei" }, {
			"labels", true }, { "probabilities", false }, { "outlines", false }, {
				"table", false }, { "augmentation", "none" }, { "memory", 256 } })
			if (!all.contains(standard[0])) all.addAll(List.of(standard));
		return context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(SegmentCommand.class), true, all
				.toArray()).get();
	}

	private String refusal(final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		final Module module = run(inputs);
		final Cancelable command = (Cancelable) module.getDelegateObject();
		assertTrue(command.isCanceled());
		assertNull(module.getOutput("labelimage"));
		return command.getCancelReason();
	}

	@Test
	public void givesLabelsAndProbabilities() throws Exception {
		final Path model = ThresholdModel.write(1, folder.resolve("m.zip"));
		final ImagePlus image = boxes();
		final Module module = run("image", image, "modelfile", model.toFile(),
			"probabilities", true);
		final ImagePlus labels = (ImagePlus) module.getOutput("labelimage");
		assertEquals("boxes-labels", labels.getTitle());
		assertEquals(1, labels.getProcessor().get(5, 5));
		assertEquals(2, labels.getProcessor().get(38, 32));
		final ImagePlus probabilities = (ImagePlus) module.getOutput(
			"probabilityimage");
		assertEquals(2, probabilities.getStackSize());
		assertEquals("bright", probabilities.getStack().getSliceLabel(2));
		assertEquals(180, image.getProcessor().get(5, 5));
	}

	@Test
	public void modelMayBeAPathAndOutputsMayBeLeftOut() throws Exception {
		final Path model = ThresholdModel.write(3, folder.resolve("m3.zip"));
		final ColorProcessor rgb = new ColorProcessor(40, 30);
		rgb.setColor(0xff2040);
		rgb.fill(new Roi(3, 3, 8, 8));
		final Module module = run("image", new ImagePlus("rgb", rgb), "model", model
			.toString(), "labels", false, "augmentation", "mirror+rotate",
			"probabilities", true);
		assertNull(module.getOutput("labelimage"));
		assertNotNull(module.getOutput("probabilityimage"));
	}

	@Test
	public void badInputGetsASentence() throws Exception {
		final String model = ThresholdModel.write(1, folder.resolve("m.zip"))
			.toString();
		assertTrue(refusal("model", model, "image", new ImagePlus()).contains(
			"Open one first"));
		assertTrue(refusal("model", model, "image", new ImagePlus("rgb",
			gradient())).contains("8-bit"));
		final FloatProcessor nan = new FloatProcessor(9, 9);
		nan.setf(4, Float.NaN);
		nan.setf(5, 1);
		assertTrue(refusal("model", model, "image", new ImagePlus("nan", nan))
			.contains("NaN"));
		assertTrue(refusal("model", model, "image", new ImagePlus("flat",
			new ByteProcessor(9, 9))).contains("same value"));
		assertTrue(refusal("image", boxes(), "model", "no such").contains(
			"no such"));
		assertTrue(refusal("image", boxes(), "modelfile", folder.toFile()).contains(
			folder.toString()));
		assertTrue(refusal("image", boxes(), "augmentation", "flip").contains(
			"none, mirror, mirror+rotate"));
		assertTrue(refusal("image", boxes(), "memory", 0).contains("64"));
	}

	private static ColorProcessor gradient() {
		final ColorProcessor rgb = new ColorProcessor(9, 9);
		rgb.set(3, 0xff8000);
		return rgb;
	}

	@Test
	public void choicesAreTheBundledModels() {
		final List<String> names = BundledModels.names();
		Assumptions.assumeFalse(names.isEmpty(),
			"no models are bundled in this build");
		final CommandInfo command = context.service(CommandService.class)
			.getCommand(SegmentCommand.class);
		assertEquals(names, command.getInput("model").getChoices());
		assertTrue(names.contains(SegmentSettings.DEFAULT_MODEL));
	}

	@Test
	public void noParameterIsASuffixOfAnotherOrNeedsUpperCase() {
		for (final CommandInfo command : context.service(CommandService.class)
			.getCommands())
		{
			if (!command.getClassName().startsWith("org.unetlens")) continue;
			final List<String> names = new ArrayList<>();
			for (final ModuleItem<?> input : command.inputs())
				if (!org.scijava.service.Service.class.isAssignableFrom(input
					.getType())) names.add(input.getName());
			for (final String a : names) {
				assertEquals(a.toLowerCase(Locale.ROOT), a);
				for (final String b : names)
					assertFalse(!a.equals(b) && a.endsWith(b), a + " ends with " + b);
			}
		}
	}
}
