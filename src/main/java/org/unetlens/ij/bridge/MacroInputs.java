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
		if (Number.class.isAssignableFrom(type)) return number(value, input);
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

	private static Number number(final String value, final ModuleItem<?> input) {
		final NumberText text = new NumberText(input);
		if (text.problem(value).isPresent()) throw new IllegalArgumentException(
			"The macro says " + input.getName() + "=" + value + ". Give " + text
				.wanted());
		return text.parse(value).orElseThrow();
	}
}
