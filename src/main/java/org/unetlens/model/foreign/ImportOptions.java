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

package org.unetlens.model.foreign;

import java.util.List;
import java.util.Optional;

import org.unetlens.graph.OutputKind;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * What a file from elsewhere may not say about itself. Immutable.
 *
 * @param name of the model; empty for the one in the file, or the file's
 * @param normalization of images; empty for that of the file, and where the
 *          file says nothing {@link #NORMALIZATION}
 * @param pixelSize of the training images; empty for that of the file
 * @param output how values become probabilities, for networks that end without
 *          sigmoid or softmax
 * @param channel which channel of the output is the foreground, where each is a
 *          probability by itself; from 0
 * @param classes names of the classes, background first; empty for those of the
 *          file
 */
public record ImportOptions(String name, Optional<Normalization> normalization,
		Optional<PixelSize> pixelSize, OutputKind output, int channel,
		List<String> classes) {

	/** For files that do not say how intensities are to be brought to scale. */
	public static final Normalization NORMALIZATION = Normalization.percentile(1,
		99.8);

	public ImportOptions {
		classes = List.copyOf(classes);
		if (channel < 0) throw new IllegalArgumentException(
			"The output channel is " + (channel + 1) +
				"; channels are counted from 1");
	}

	/** Whatever the file says. */
	public static ImportOptions defaults() {
		return new ImportOptions("", Optional.empty(), Optional.empty(),
			OutputKind.AS_IS, 0, List.of());
	}

	public ImportOptions withName(final String n) {
		return new ImportOptions(n, normalization, pixelSize, output, channel,
			classes);
	}

	public ImportOptions withNormalization(final Normalization n) {
		return new ImportOptions(name, Optional.of(n), pixelSize, output, channel,
			classes);
	}

	public ImportOptions withPixelSize(final PixelSize size) {
		return new ImportOptions(name, normalization, Optional.of(size), output,
			channel, classes);
	}

	public ImportOptions withOutput(final OutputKind kind) {
		return new ImportOptions(name, normalization, pixelSize, kind, channel,
			classes);
	}

	public ImportOptions withChannel(final int c) {
		return new ImportOptions(name, normalization, pixelSize, output, c,
			classes);
	}

	public ImportOptions withClasses(final List<String> names) {
		return new ImportOptions(name, normalization, pixelSize, output, channel,
			names);
	}
}
