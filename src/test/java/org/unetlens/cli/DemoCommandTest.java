
package org.unetlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.ij.SampleFiles;
import org.unetlens.metrics.ObjectMatches;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.metrics.PixelCounts;

class DemoCommandTest {

	@Test
	void findsTheGeneratedNuclei(@TempDir final Path folder) throws IOException {
		final StringWriter out = new StringWriter();
		assertEquals(0, Main.commandLine().setOut(new PrintWriter(out, true))
			.execute("demo", "--output", folder.toString(), "--size", "300", "--seed",
				"5"));
		final Field field = NucleiField.default2d().withSize(300, 300).withSeed(5)
			.generate();
		final OverlapTable table = OverlapTable.of(field.labels(), SampleFiles
			.readLabels(folder.resolve("nuclei_labels.tif")));
		final double dice = PixelCounts.of(table).dice();
		assertTrue(dice > 0.85, "Dice " + dice);
		assertTrue(ObjectMatches.of(table, 0.5).ap() > 0.6, "AP " + ObjectMatches
			.of(table, 0.5).ap());
		assertTrue(out.toString().contains(String.format("Dice    %.3f", dice)),
			out::toString);
		assertEquals(table.predictedObjects(), Files.readAllLines(folder.resolve(
			"measurements.csv")).size() - 1);
		assertTrue(Files.exists(folder.resolve("nuclei_overlay.png")));
		assertTrue(Files.exists(folder.resolve("nuclei_probability.tif")));
	}
}
