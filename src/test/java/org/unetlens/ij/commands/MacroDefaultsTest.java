
package org.unetlens.ij.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.IJ;

/** Tests {@link MacroDefaults}. */
public class MacroDefaultsTest {

	private final Context context = new Context(CommandService.class,
		ModuleService.class, org.scijava.app.StatusService.class);

	@AfterEach
	public void close() {
		context.dispose();
	}

	private Module processed() {
		final Module module = context.service(ModuleService.class).createModule(
			context.service(CommandService.class).getCommand(SegmentCommand.class));
		new MacroDefaults().process(module);
		return module;
	}

	/** Called from the macro below. */
	public static String inputsResolvedInMacro() {
		final MacroDefaultsTest test = new MacroDefaultsTest();
		final Module module = test.processed();
		test.close();
		return module.isInputResolved("augmentation") + " " + module
			.isInputResolved("image");
	}

	@Test
	public void aMacroIsNeverAsked() {
		assertEquals("true true", IJ.runMacro("return call('" + getClass()
			.getName() + ".inputsResolvedInMacro');"));
	}

	@Test
	public void aPersonIsAsked() {
		assertFalse(processed().isInputResolved("augmentation"));
	}
}
