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

package org.unetlens.data.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FilePairsTest {

	private static FilePairs pair(final List<String> images,
		final List<String> annotations)
	{
		return FilePairs.of(images.stream().map(n -> Path.of("images", n)).toList(),
			annotations.stream().map(n -> Path.of("labels", n)).toList());
	}

	private static List<String> shown(final FilePairs pairs) {
		return pairs.pairs().stream().map(p -> p.name() + ": " + p.image()
			.getFileName() + " + " + p.annotation().getFileName()).toList();
	}

	@Test
	void sameNamesBelongTogetherWhateverTheEnding() {
		final FilePairs pairs = pair(List.of("b.tif", "a.ome.tif"), List.of("a.png",
			"b.zip"));
		assertEquals(List.of("a: a.ome.tif + a.png", "b: b.tif + b.zip"), shown(
			pairs));
		assertEquals(List.of(), pairs.findings());
	}

	@Test
	void wordsForAnnotationsMayBeAdded() {
		assertEquals(List.of("img_01: img_01.tif + 01_mask.png",
			"img_02: img_02.tif + Labels-02.tif", "s 3: s 3.tif + s_3_cp_masks.png",
			"t: t.tif + RoiSet_t.zip"), shown(pair(List.of("img_01.tif", "img_02.tif",
				"s 3.tif", "t.tif"), List.of("01_mask.png", "Labels-02.tif",
					"s_3_cp_masks.png", "RoiSet_t.zip"))));
	}

	@Test
	void filesThatAreAloneAreNamed() {
		final FilePairs pairs = pair(List.of("a.tif", "b.tif", "c.tif"), List.of(
			"a.png", "x.png"));
		assertEquals(List.of("a: a.tif + a.png"), shown(pairs));
		assertEquals(List.of(
			"2 of 3 images have no annotation and are left out: b.tif, c.tif. An annotation needs the name of its image.",
			"1 of 2 annotations have no image and are left out: x.png. Is an image missing or named differently?"),
			pairs.findings().stream().map(Finding::sentence).toList());
	}

	@Test
	void oneAndOneAreAPair() {
		assertEquals(List.of("a: a.tif + RoiSet.zip"), shown(pair(List.of("a.tif"),
			List.of("RoiSet.zip"))));
	}

	@Test
	void annotationsAreKnownByTheirNames() {
		assertTrue(FilePairs.isAnnotationName(Path.of("x", "a-Mask.tif")));
		assertFalse(FilePairs.isAnnotationName(Path.of("masks", "unmasked.tif")));
	}

	@Test
	void nothingFits() {
		assertEquals(
			"No image has an annotation of the same name: images a.tif, annotations p0.png, p1.png, p2.png, p3.png, p4.png and 2 more. Give both the same name, e.g. cell1.tif and cell1.png",
			assertThrows(IllegalArgumentException.class, () -> pair(List.of("a.tif"),
				Stream.iterate(0, i -> i + 1).limit(7).map(i -> "p" + i + ".png")
					.toList())).getMessage());
	}

	@Test
	void twinsAreNamed() {
		assertEquals(Path.of("labels", "a.png") +
			" and a.tif have the same name but for the ending; keep one of them",
			assertThrows(IllegalArgumentException.class, () -> pair(List.of("a.tif"),
				List.of("a.tif", "a.png"))).getMessage());
	}
}
