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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.unetlens.model.ModelFolders;

/** Models of the user are on offer wherever a model is chosen. */
class ModelChoiceTest {

	@TempDir
	private Path folder;

	@AfterEach
	void forget() {
		System.clearProperty(ModelFolders.PROPERTY);
	}

	private static Context context() {
		return new Context(CommandService.class, ModuleService.class,
			org.scijava.app.StatusService.class);
	}

	/** Every command of ours with an input {@code model} that has choices. */
	static List<String> commands() {
		try (Context context = context()) {
			return context.service(CommandService.class).getCommands().stream()
				.filter(c -> c.getClassName().startsWith("org.unetlens")).filter(
					ModelChoiceTest::hasChoice).map(CommandInfo::getClassName).toList();
		}
	}

	private static boolean hasChoice(final CommandInfo command) {
		final ModuleItem<?> model = command.getInput("model");
		return model != null && model.getChoices() != null && !model.getChoices()
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void offersOwnModels(final String command) throws Exception {
		Files.createFile(folder.resolve("mine.zip"));
		System.setProperty(ModelFolders.PROPERTY, folder.toString());
		try (Context context = context()) {
			final Module module = context.service(ModuleService.class).createModule(
				context.service(CommandService.class).getCommand(command));
			module.initialize();
			final List<?> choices = module.getInfo().getInput("model").getChoices();
			assertEquals(List.of("nuclei", "membranes", "mine"), choices.stream()
				.filter(c -> !"None".equals(c)).toList());
		}
	}

	@Test
	void someCommandsChooseModels() {
		assertEquals(true, commands().size() >= 3, commands()::toString);
	}
}
