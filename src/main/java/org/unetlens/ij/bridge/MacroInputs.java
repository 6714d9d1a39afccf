
package org.unetlens.ij.bridge;

import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

/**
 * Reads inputs from the options of a macro's {@code run("Label", "key=value")}:
 * keys are the names of the inputs in lower case.
 */
final class MacroInputs {

	private final ConvertService converter;
	private final String options;

	MacroInputs(final Context context, final String options) {
		converter = context.service(ConvertService.class);
		this.options = options;
	}

	/**
	 * Sets and resolves every input that the macro names.
	 *
	 * @throws IllegalArgumentException for a value that does not fit
	 */
	void fill(final Module module) {
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final String value = Macro.getValue(options, input.getName(), null);
			if (value == null || module.isInputResolved(input.getName())) continue;
			module.setInput(input.getName(), convert(value, input));
			module.resolveInput(input.getName());
		}
	}

	private Object convert(final String value, final ModuleItem<?> input) {
		if (input.getType() == ImagePlus.class) return image(value);
		final Class<?> type = Types.box(input.getType());
		if (type == Boolean.class) return flag(value, input);
		if (Number.class.isAssignableFrom(type)) return number(value, input, type);
		return converter.convert(value, type);
	}

	private static ImagePlus image(final String title) {
		final ImagePlus image = WindowManager.getImage(title);
		if (image == null) throw new IllegalArgumentException(
			"No open image has the title \"" + title +
				"\". Open it first, or leave image= out to take the active image");
		return image;
	}

	private static Boolean flag(final String value, final ModuleItem<?> input) {
		if (value.equalsIgnoreCase("true")) return true;
		if (value.equalsIgnoreCase("false")) return false;
		throw new IllegalArgumentException("The macro says " + input.getName() +
			"=" + value + ". Give true or false");
	}

	private Object number(final String value, final ModuleItem<?> input,
		final Class<?> type)
	{
		try {
			return converter.convert(Double.valueOf(value), type);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("The macro says " + input.getName() +
				"=" + value + ". Give a number", e);
		}
	}
}
