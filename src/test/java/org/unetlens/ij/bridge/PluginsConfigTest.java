
package org.unetlens.ij.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.MenuEntry;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** {@code plugins.config} and the annotations must name the same menu items. */
public class PluginsConfigTest {

	private static final Pattern LINE = Pattern.compile("(\\S.*), \"(.*)\", " +
		Pattern.quote(CommandPlugIn.class.getName()) + "\\(\"(.*)\"\\)");

	@Test
	public void menusOfFijiAndPlainImageJAgree() throws IOException {
		assertEquals(annotated(), configured());
	}

	/** Class name to menu path. */
	private static Map<String, String> configured() throws IOException {
		final Map<String, String> items = new TreeMap<>();
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
			CommandPlugIn.class.getResourceAsStream("/plugins.config"),
			StandardCharsets.UTF_8)))
		{
			for (final String line : reader.lines().toList()) {
				if (line.isBlank() || line.startsWith("#")) continue;
				final Matcher matcher = LINE.matcher(line);
				assertEquals(true, matcher.matches(), line);
				items.put(matcher.group(3), matcher.group(1) + ">" + matcher.group(2));
			}
		}
		return items;
	}

	private static Map<String, String> annotated() {
		final Map<String, String> items = new TreeMap<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo command : context.service(CommandService.class)
				.getCommands())
			{
				if (!command.getClassName().startsWith("org.unetlens")) continue;
				items.put(command.getClassName(), command.getMenuPath().stream().map(
					MenuEntry::getName).collect(Collectors.joining(">")));
				assertEquals(command.getMenuPath().getLeaf().getName(), command
					.getTitle());
			}
		}
		return items;
	}
}
