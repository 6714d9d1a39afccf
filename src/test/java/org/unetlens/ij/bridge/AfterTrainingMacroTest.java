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

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.ij.train.TrainedModel;

/** What comes after a training, by a macro in a real plain ImageJ. */
class AfterTrainingMacroTest {

	@TempDir
	private Path folder;

	@Test
	void reportDoctorAndLearningCurve() throws Exception {
		TrainedModel.in(folder);
		Files.writeString(folder.resolve("small.json"),
			"{\"network\": {\"depth\": 1, \"base_width\": 2}, \"training\": {\"patch\": 16, \"batch\": 1}}");
		final String at = folder.toString().replace('\\', '/');
		final String data = " images=[" + at + "/images] labels=[" + at +
			"/labels] ";
		final String printed;
		try (PlainImageJ imageJ = PlainImageJ.install()) {
			printed = imageJ.batch(("run('Training Report...', 'modelfile=[" + at +
				"/model.zip]" + data + "'); print('REPORTED', File.exists('" + at +
				"/model_report.html'));\n" + "run('Training Doctor...', 'modelfile=[" +
				at + "/model.zip]" + data + "most=1 output=[" + at +
				"/doctor]'); print('EXAMINED', File.exists('" + at +
				"/doctor/doctor.csv'));\n" + "run('Learning Curve...', 'config=[" + at +
				"/small.json]" + data + "steps=1 counts=1,2 output=[" + at +
				"/curve]'); print('LEARNED', File.exists('" + at +
				"/curve/learning_curve.csv'));\n" +
				"run('Training Doctor...', 'modelfile=[" + at + "/model.zip]" + data +
				"'); print('WENT ON');").replace('\'', '"'));
		}
		assertTrue(printed.contains("REPORTED 1"), printed);
		assertTrue(printed.contains("/doctor/doctor.html"), printed);
		assertTrue(printed.contains("EXAMINED 1"), printed);
		assertTrue(printed.contains("2 images, choice 1: "), printed);
		assertTrue(printed.contains("LEARNED 1"), printed);
		assertTrue(printed.contains("No folder for the report was given"), printed);
		assertFalse(printed.contains("WENT ON"), printed);
	}
}
