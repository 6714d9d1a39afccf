
package org.unetlens.ij.bridge;

import java.util.List;

import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/** The text behind the Help button: what each input means and its macro key. */
final class InputHelp {

	private InputHelp() {}

	static String html(final ModuleInfo command,
		final List<ModuleItem<?>> inputs)
	{
		final StringBuilder html = new StringBuilder("<html><h2>").append(escape(
			command.getTitle())).append("</h2>");
		for (final ModuleItem<?> input : inputs)
			html.append("<p><b>").append(escape(InputDialog.label(input))).append(
				"</b> (macro key <code>").append(input.getName().toLowerCase(
					java.util.Locale.ROOT)).append("</code>)<br>").append(escape(input
						.getDescription())).append("</p>");
		return html.append("</html>").toString();
	}

	private static String escape(final String text) {
		return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;")
			.replace(">", "&gt;");
	}
}
