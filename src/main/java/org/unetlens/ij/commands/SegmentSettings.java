
package org.unetlens.ij.commands;

import java.io.File;
import java.util.List;

import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SegmenterOptions.TestTimeAugmentation;

/**
 * The parameters of the Segment command, checked: ImageJ checks neither choices
 * nor ranges that a macro gives.
 */
record SegmentSettings(String model, File modelFile, String augmentation,
		int memory) {

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
		if (memory < LEAST_MEMORY || memory > MOST_MEMORY)
			throw new IllegalArgumentException("The memory for tiles is " + memory +
				" MB. Give a whole number from " + LEAST_MEMORY + " to " + MOST_MEMORY);
	}

	/** Bundled name or path; the file, when given, goes before the name. */
	String modelName() {
		return modelFile == null || modelFile.getPath().isBlank() ? model
			: modelFile.getPath();
	}

	SegmenterOptions options() {
		return SegmenterOptions.defaults().withMemoryBudget((long) memory << 20)
			.withAugmentation(TestTimeAugmentation.values()[AUGMENTATIONS.indexOf(
				augmentation)]);
	}
}
