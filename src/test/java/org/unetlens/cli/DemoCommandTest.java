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
		assertTrue(out.toString().contains("Knock-out of all skips takes away"),
			out::toString);
		assertTrue(out.toString().contains("Twin without skips"), out::toString);
		assertTrue(Files.readString(folder.resolve("comparison/report.html"))
			.contains("nuclei.tif"));
		assertTrue(Files.exists(folder.resolve("nuclei_probability.tif")));
	}
}
