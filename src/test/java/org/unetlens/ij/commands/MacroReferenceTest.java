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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

import ij.ImagePlus;

/**
 * The reference of macros ({@code docs/macros.md}) says what the annotations
 * say: every command, key, default, range and choice.
 */
class MacroReferenceTest {

	private static final Pattern KEY = Pattern.compile("`([a-z]+)`");

	private final List<String> wrong = new ArrayList<>();

	@Test
	void theReferenceIsTheAnnotations() throws IOException {
		final Map<String, Map<String, String[]>> reference = reference();
		try (Context context = context()) {
			for (final CommandInfo command : commands(context)) {
				final Map<String, String[]> rows = reference.get(command.getTitle());
				if (rows == null) wrong.add("no section ## " + command.getTitle());
				else compare(command, rows, context.service(ModuleService.class)
					.createModule(command));
			}
		}
		assertEquals(List.of(), wrong, String.join("\n", wrong));
	}

	/** Names are API, and ImageJ finds a key also at the end of another one. */
	@Test
	void namesOfInputsAreRightForMacros() {
		try (Context context = context()) {
			for (final CommandInfo command : commands(context)) {
				final List<String> names = inputs(command).stream().map(
					ModuleItem::getName).toList();
				for (final String name : names) {
					assertEquals(name.toLowerCase(Locale.ROOT), name, command.getTitle());
					for (final String other : names)
						assertFalse(!other.equals(name) && other.endsWith(name), command
							.getTitle() + ": " + name + " ends " + other);
				}
			}
		}
	}

	@Test
	void everyInputHasALabelAndATooltip() {
		try (Context context = context()) {
			for (final CommandInfo command : commands(context))
				for (final ModuleItem<?> input : inputs(command)) {
					final String what = command.getTitle() + " " + input.getName();
					assertTrue(input.getLabel() != null && !input.getLabel().isBlank(),
						what);
					assertTrue(input.getDescription() != null && !input.getDescription()
						.isBlank(), what);
					assertTrue(input.getType() != ImagePlus.class || !input.isPersisted(),
						what + " must not be remembered");
				}
		}
	}

	private static Context context() {
		return new Context(CommandService.class, ModuleService.class,
			StatusService.class);
	}

	private static List<CommandInfo> commands(final Context context) {
		return context.service(CommandService.class).getCommands().stream().filter(
			c -> c.getClassName().startsWith("org.unetlens")).toList();
	}

	private static List<ModuleItem<?>> inputs(final CommandInfo command) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> input : command.inputs())
			if (!Service.class.isAssignableFrom(input.getType()) && input
				.getType() != Context.class && input
					.getVisibility() == ItemVisibility.NORMAL) inputs.add(input);
		return inputs;
	}

	/** Title of each section to its keys, and the cells of their rows. */
	private static Map<String, Map<String, String[]>> reference()
		throws IOException
	{
		final Map<String, Map<String, String[]>> sections = new LinkedHashMap<>();
		Map<String, String[]> rows = new LinkedHashMap<>();
		boolean keys = false;
		for (final String line : Files.readAllLines(Path.of("docs", "macros.md"))) {
			if (line.startsWith("## ")) sections.put(line.substring(3).strip(), rows =
				new LinkedHashMap<>());
			keys = line.startsWith("| key ") || keys && line.startsWith("|");
			if (!keys) continue;
			final String[] cells = line.split("(?<!\\\\)\\|");
			final Matcher names = KEY.matcher(cells[1]);
			while (names.find())
				rows.put(names.group(1), cells);
		}
		return sections;
	}

	private void compare(final CommandInfo command,
		final Map<String, String[]> rows, final Module module)
	{
		final List<String> known = new ArrayList<>(rows.keySet());
		for (final ModuleItem<?> input : inputs(command)) {
			final String what = command.getTitle() + " " + input.getName() + ": ";
			known.remove(input.getName());
			final String[] cells = rows.get(input.getName());
			if (cells == null) wrong.add(what + "no row");
			else {
				standard(what, cells[2].strip(), input.getValue(module));
				values(what, cells[3], input);
			}
		}
		known.forEach(k -> wrong.add(command.getTitle() + " has no input " + k));
	}

	private void standard(final String what, final String cell,
		final Object value)
	{
		final boolean none = value == null || value.toString().isEmpty();
		final String expected = none ? "none, must be given or active image" : "`" +
			number(value) + "`";
		final boolean fits = none ? !cell.contains("`") : cell.equals(expected);
		if (!fits) wrong.add(what + "default " + cell + " is " + expected);
	}

	private void values(final String what, final String cell,
		final ModuleItem<?> input)
	{
		if (input.getMinimumValue() != null && input.getMaximumValue() != null &&
			!cell.contains(number(input.getMinimumValue()) + " to " + number(input
				.getMaximumValue()))) wrong.add(what + "range " + cell + " is " +
					number(input.getMinimumValue()) + " to " + number(input
						.getMaximumValue()));
		if (input.getChoices() != null) for (final Object choice : input
			.getChoices())
			if (!cell.contains("`" + choice + "`")) wrong.add(what + "lacks choice " +
				choice);
	}

	/** As people write numbers. */
	private static String number(final Object value) {
		return value.toString().replaceFirst("\\.0$", "");
	}
}
