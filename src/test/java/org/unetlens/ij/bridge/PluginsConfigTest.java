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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.MenuEntry;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** {@code plugins.config} and the annotations must name the same menu items. */
public class PluginsConfigTest {

	private static final Pattern LINE = Pattern.compile("(\\S.*), \"(.*)\", " +
		Pattern.quote(CommandPlugIn.class.getName()) + "\\(\"(.*)\"\\)");

	private static final String SEPARATOR = "Plugins>U-Net Lens, \"-\"";

	@Test
	public void menusOfFijiAndPlainImageJAgree() throws IOException {
		assertEquals(annotated(), configured());
	}

	/** No separator at an end of the menu, nor two in a row. */
	@Test
	public void separatorsAreBetweenItems() throws IOException {
		boolean before = true;
		for (final String line : lines()) {
			final boolean separator = line.equals(SEPARATOR);
			assertFalse(separator && before, "a separator without an item before it");
			before = separator;
		}
		assertFalse(before, "a separator at the end");
	}

	/** By weight in Fiji, line by line in plain ImageJ. */
	@Test
	public void bothMenusHaveTheSameOrder() throws IOException {
		try (Context context = new Context(CommandService.class)) {
			final List<String> byWeight = commands(context).sorted(Comparator
				.comparingDouble(c -> c.getMenuPath().getLeaf().getWeight())).map(
					CommandInfo::getClassName).toList();
			assertEquals(lines().stream().map(LINE::matcher).filter(Matcher::matches)
				.map(m -> m.group(3)).toList(), byWeight);
			commands(context).forEach(c -> assertNotNull(PluginsConfigTest.class
				.getResource(c.getIconPath()), c.getTitle() + " has no icon"));
		}
	}

	private static Stream<CommandInfo> commands(final Context context) {
		return context.service(CommandService.class).getCommands().stream().filter(
			c -> c.getClassName().startsWith("org.unetlens"));
	}

	private static List<String> lines() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
			CommandPlugIn.class.getResourceAsStream("/plugins.config"),
			StandardCharsets.UTF_8)))
		{
			return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#"))
				.toList();
		}
	}

	/** Class name to menu path. */
	private static Map<String, String> configured() throws IOException {
		final Map<String, String> items = new TreeMap<>();
		for (final String line : lines()) {
			if (line.equals(SEPARATOR)) continue;
			final Matcher matcher = LINE.matcher(line);
			assertTrue(matcher.matches(), line);
			items.put(matcher.group(3), matcher.group(1) + ">" + matcher.group(2));
		}
		return items;
	}

	private static Map<String, String> annotated() {
		final Map<String, String> items = new TreeMap<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo command : commands(context).toList()) {
				items.put(command.getClassName(), command.getMenuPath().stream().map(
					MenuEntry::getName).collect(Collectors.joining(">")));
				assertEquals(command.getMenuPath().getLeaf().getName(), command
					.getTitle());
				// NB: Fiji's search shows it.
				assertTrue(command.getDescription() != null && !command.getDescription()
					.isBlank(), command.getTitle() + " has no description");
			}
		}
		return items;
	}
}
