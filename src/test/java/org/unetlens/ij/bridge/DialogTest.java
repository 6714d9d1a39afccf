
package org.unetlens.ij.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.ij.ThresholdModel;

/**
 * A session at the dialog of a real plain ImageJ; its screenshots lie in
 * {@code target/plain-imagej}.
 */
public class DialogTest {

	@TempDir
	private Path folder;

	@Test
	public void recordsTheLineThatFijiWould() throws Exception {
		try (PlainImageJ imageJ = PlainImageJ.install()) {
			final Path model = ThresholdModel.write(1, folder.resolve(
				"threshold.zip"));
			final String printed = imageJ.run(DialogSession.class.getName(), model
				.toString(), imageJ.folder().toString());
			assertTrue(printed.contains(
				"run(\"Segment...\", \"model=nuclei modelfile=" + model.toString()
					.replace('\\', '/') +
					" labels=true probabilities=true outlines=true table=true augmentation=none memory=1024\");"),
				printed);
			assertTrue(printed.contains("open boxes-labels"), printed);
			assertTrue(printed.contains("open boxes-probabilities"), printed);
			assertEquals(1, printed.split("run\\(", -1).length - 1, printed);
			assertTrue(Files.size(imageJ.folder().resolve("segment-dialog.png")) > 0);
		}
	}
}
