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

package org.unetlens.cli;

import java.util.List;

import org.unetlens.graph.OutputKind;
import org.unetlens.model.foreign.ImportOptions;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

import picocli.CommandLine.Option;

/** What a model from elsewhere may not say about itself. */
final class ForeignOptions {

	@Option(names = "--name", defaultValue = "",
		description = "Of the model; default: that of the file.")
	private String name;

	@Option(names = "--normalization", paramLabel = "KIND[:LOW,HIGH]",
		description = {
			"How intensities are brought to scale: percentile:1,99.8 (these become 0 and 1), mean_sd, min_max, none,",
			"or fixed:0,255 (these intensities become 0 and 1). Default: what the file says, else percentile:1,99.8." })
	private String normalization;

	@Option(names = "--pixel-size", paramLabel = "SIZE UNIT", arity = "2",
		description = "Of the training images, e.g. 0.65 micron; default: what the file says.")
	private List<String> pixelSize;

	@Option(names = "--output", defaultValue = "as_is",
		description = "How values become probabilities, for networks that end without it (${COMPLETION-CANDIDATES}); default: ${DEFAULT-VALUE}.")
	private OutputKind output;

	@Option(names = "--channel", defaultValue = "1",
		description = "Which output channel is the foreground, where each is a probability by itself, from 1; default: ${DEFAULT-VALUE}.")
	private int channel;

	@Option(names = "--classes", split = ",", paramLabel = "NAME",
		description = "Names of the classes, background first.")
	private List<String> classes = List.of();

	ImportOptions options() {
		ImportOptions options = ImportOptions.defaults().withName(name).withOutput(
			output).withChannel(channel - 1).withClasses(classes);
		if (normalization != null) options = options.withNormalization(
			normalization(normalization));
		if (pixelSize != null) options = options.withPixelSize(pixelSize(
			pixelSize));
		return options;
	}

	private static PixelSize pixelSize(final List<String> sizeAndUnit) {
		final double size = number("pixel size", sizeAndUnit.get(0));
		return new PixelSize(size, size, sizeAndUnit.get(1));
	}

	static Normalization normalization(final String text) {
		final String[] parts = text.split(":", 2);
		final Normalization.Kind kind;
		try {
			kind = Normalization.Kind.valueOf(parts[0].strip().toUpperCase(
				java.util.Locale.ROOT));
		}
		catch (final IllegalArgumentException exc) {
			throw new IllegalArgumentException("The normalization is given as '" +
				text +
				"'; give percentile:1,99.8, mean_sd, min_max, none or fixed:0,255",
				exc);
		}
		if (kind != Normalization.Kind.PERCENTILE &&
			kind != Normalization.Kind.FIXED) return Normalization.of(kind);
		final String[] numbers = parts.length < 2 ? new String[0] : parts[1].split(
			",");
		if (numbers.length != 2) throw new IllegalArgumentException(
			"The normalization " + parts[0] + " needs two numbers, e.g. " + parts[0] +
				(kind == Normalization.Kind.FIXED ? ":0,255" : ":1,99.8"));
		return new Normalization(kind, number("normalization", numbers[0]), number(
			"normalization", numbers[1]));
	}

	private static double number(final String what, final String text) {
		try {
			return Double.parseDouble(text.strip());
		}
		catch (final NumberFormatException exc) {
			throw new IllegalArgumentException("The " + what + " has '" + text +
				"' where a number is needed", exc);
		}
	}
}
