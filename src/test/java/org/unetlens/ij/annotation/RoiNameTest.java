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

package org.unetlens.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unetlens.ij.annotation.RoiName.Meaning;

import ij.gui.Roi;

class RoiNameTest {

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "0234-0456", "0003-0234-0456", "0234-0456-1",
		"0003-0234-10456-12", "0007", "12" })
	void namesGivenByImageJSayNothing(final String name) {
		assertEquals(new RoiName(Meaning.OBJECT, "", ""), RoiName.of(name));
	}

	@ParameterizedTest
	@CsvSource({ "cell,cell,''", "Cell-2,cell,''", "cell#3,cell,3",
		"cell # 3-1,cell,3", "#7,'',7", "T cell,t cell,''",
		"pre-synapse,pre-synapse,''", "h2b-gfp,h2b-gfp,''" })
	void aNameIsClassAndInstance(final String name, final String className,
		final String instance)
	{
		assertEquals(new RoiName(Meaning.OBJECT, className, instance), RoiName.of(
			name));
	}

	@Test
	void twoNamesAreSpecial() {
		assertEquals(Meaning.IGNORE, RoiName.of("Ignore-4").meaning());
		assertEquals(Meaning.IGNORE, RoiName.of("ignore#2").meaning());
		assertEquals(Meaning.BACKGROUND, RoiName.of("background").meaning());
		assertEquals(Meaning.OBJECT, RoiName.of("backgrounds").meaning());
	}

	@Test
	void theGroupOfAnOutlineIsItsClassIfItHasNoName() {
		final Roi roi = new Roi(1, 2, 3, 4);
		roi.setGroup(5);
		assertEquals("group 5", RoiName.of(roi).className());
		roi.setName("cell");
		assertEquals("cell", RoiName.of(roi).className());
	}

	@Test
	void slicesInNames() {
		assertEquals(3, RoiName.slice("0003-0234-0456"));
		assertEquals(0, RoiName.slice("0234-0456"));
		assertEquals(0, RoiName.slice("cell"));
		assertEquals(0, RoiName.slice(null));
	}

	private static RoiClasses classes(final String... names) {
		return RoiClasses.of(Arrays.stream(names).map(RoiName::of).toList());
	}

	@Test
	void classesAreTheNames() {
		assertEquals(List.of("cell", "nucleus"), classes("nucleus", "cell",
			"nucleus#2", "Cell-1").names());
		assertEquals(List.of("object"), classes("0001-0002", null).names());
	}

	@Test
	void numbersOfObjectsAreNoClasses() {
		final RoiClasses found = classes("cell 1", "cell 2", "cell 3", "blob4",
			"blob5");
		assertEquals(List.of("blob", "cell"), found.names());
		assertEquals("cell", found.className().apply(RoiName.of("cell 2")));
		assertEquals(
			"Numbers at the end of names are read as numbers of objects, not as classes.",
			found.findings().get(0).sentence());
		assertEquals(List.of("g1", "g2", "s"), classes("g1", "g2", "s", "s", "g1",
			"g2").names());
	}

	@Test
	void namelessOutlinesAmongClassesAreSaid() {
		final RoiClasses found = classes("cell", "0001-0002", "cell");
		assertEquals(List.of("cell", "object"), found.names());
		assertEquals(
			"1 outline has no class in the name and counts as class object; rename it in the ROI Manager.",
			found.findings().get(0).sentence());
	}

	@Test
	void tooManyNamesAreNoClasses() {
		final List<String> names = new ArrayList<>();
		for (char c = 'a'; c < 'a' + 22; c++)
			names.add("n" + c);
		final RoiClasses found = classes(names.toArray(String[]::new));
		assertEquals(List.of("object"), found.names());
		assertEquals("object", found.className().apply(RoiName.of("nb")));
	}
}
