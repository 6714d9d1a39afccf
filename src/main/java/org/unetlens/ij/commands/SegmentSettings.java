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

import java.io.File;
import java.util.List;
import java.util.Set;

import org.unetlens.ij.ChannelChoice;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;

/**
 * The parameters that the Segment commands share, checked: ImageJ checks
 * neither choices nor ranges that a macro gives.
 */
record SegmentSettings(String model, File modelFile, String augmentation,
		int memory, String channel) {

	static final String DEFAULT_MODEL = "nuclei";
	/** In the order of {@link TestTimeAugmentation}. */
	static final List<String> AUGMENTATIONS = List.of("none", "mirror",
		"mirror+rotate");
	private static final int LEAST_MEMORY = 64;
	private static final int MOST_MEMORY = 1 << 20;

	SegmentSettings {
		if (!AUGMENTATIONS.contains(augmentation))
			throw new IllegalArgumentException("The augmentation '" + augmentation +
				"' is not known. Choose one of " + String.join(", ", AUGMENTATIONS));
		requireMemory(memory);
	}

	static void requireMemory(final int megabytes) {
		if (megabytes < LEAST_MEMORY || megabytes > MOST_MEMORY)
			throw new IllegalArgumentException("The memory for the network is " +
				megabytes + " MB. Give a whole number from " + LEAST_MEMORY + " to " +
				MOST_MEMORY);
	}

	/** What the core takes, with these outputs. */
	SegmentationSettings with(final Set<SegmentationOutput> outputs) {
		return new SegmentationSettings(modelName(), options(), ChannelChoice.parse(
			channel), outputs);
	}

	/** Bundled name or path; the file, when given, goes before the name. */
	private String modelName() {
		return modelName(model, modelFile);
	}

	/** The same for any command that takes both. */
	static String modelName(final String model, final File modelFile) {
		return modelFile == null || modelFile.getPath().isBlank() ? model
			: modelFile.getPath();
	}

	private SegmenterOptions options() {
		return SegmenterOptions.defaults().withMemoryBudget((long) memory << 20)
			.withAugmentation(TestTimeAugmentation.values()[AUGMENTATIONS.indexOf(
				augmentation)]);
	}
}
