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

package org.unetlens.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.CheckResult;
import org.unetlens.engine.Progress;
import org.unetlens.model.ModelLibrary;

class InstallationTest {

	@Test
	void aBrokenModelOfTheUserIsANote(@TempDir final Path folder)
		throws IOException
	{
		Files.writeString(folder.resolve("mine.zip"), "no zip");
		final InstallationReport report = Installation.check(ModelLibrary.of(List
			.of(folder)), Progress.NONE);
		assertTrue(report.isSound(), report::text);
		for (final String model : List.of("nuclei", "membranes", "nuclei-no-skips"))
			assertTrue(report.text().contains(model + " gives its stored result"),
				report::text);
		assertTrue(report.text().matches(
			"(?s).*note     Models       The model file .*mine.zip cannot be opened.*"),
			report::text);
		assertTrue(report.text().strip().endsWith("The installation is sound."),
			report::text);
	}

	@Test
	void problemsAreCounted() {
		final CheckResult a = CheckResult.problem("A", "a is wrong");
		assertEquals("One problem was found: a is wrong.", new InstallationReport(
			List.of(CheckResult.note("N", "n"), a)).summary());
		final InstallationReport two = new InstallationReport(List.of(a, a));
		assertFalse(two.isSound());
		assertEquals("2 problems were found, the first: a is wrong.", two
			.summary());
		assertTrue(two.text().startsWith("PROBLEM  A            a is wrong"),
			two::text);
	}
}
