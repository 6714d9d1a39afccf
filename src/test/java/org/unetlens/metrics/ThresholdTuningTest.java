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

package org.unetlens.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.unetlens.engine.Progress;
import org.unetlens.label.ObjectRule;
import org.unetlens.label.ObjectRule.Kind;
import org.unetlens.label.Pictures;
import org.unetlens.metrics.ThresholdTuning.Example;
import org.unetlens.metrics.ThresholdTuning.Tuned;

/** Tuning on images whose best rule is known. */
class ThresholdTuningTest {

	private static final ObjectRule BASE = ObjectRule.of(Kind.FOREGROUND)
		.withExcludeBorder(false).withFillHoles(false);

	/** Foreground 1.0 in the middle, 0.5 around it, a speck of 0.9. */
	private static Example dimRim() {
		final String[] background = { "aaaaaaaa", "aaaaaaa1", "aaaaaaaa",
			"a555aaaa", "a505aaaa", "a555aaaa" };
		final String[] none = { "........", "........", "........", "........",
			"........", "........" };
		final String[] truth = { "........", "........", "........", ".111....",
			".111....", ".111...." };
		return new Example(Pictures.tenths(background, none), Pictures.labels(
			truth));
	}

	@Test
	void findsThresholdAndSize() {
		final RuleGrid grid = new RuleGrid(List.of(0.8, 0.45, 0.3), List.of(0.5),
			List.of(0.15), List.of(1, 2, 10));
		final Tuned tuned = ThresholdTuning.search(List.of(dimRim(), dimRim()),
			BASE, ObjectScore.meanAp(0.5, 0.7), grid, Progress.NONE);
		assertEquals(BASE.withThreshold(0.45).withMinSize(2), tuned.rule());
		assertEquals(1, tuned.score());
	}

	@Test
	void prominenceIsTunedForPeaksOnly() {
		final String[] background = { "0000000" };
		final String[] interior = { "8886888" };
		final Img<FloatType> p = Pictures.tenths(background, interior, background);
		final Example two = new Example(p, Pictures.labels("1111222"));
		final RuleGrid grid = new RuleGrid(List.of(0.5), List.of(0.5), List.of(0.3,
			0.19, 0.5), List.of(0));
		final ObjectRule seeded = ObjectRule.of(Kind.INTERIOR_BORDER);
		final Tuned tuned = ThresholdTuning.search(List.of(two), seeded, ObjectScore
			.meanAp(0.5), grid, Progress.NONE);
		assertEquals(0.19, tuned.rule().prominence());
		assertEquals(3, grid.rules(seeded).size());
		assertEquals(1, grid.rules(BASE).size());
	}

	@Test
	void scoresAreThoseOfTheRule() {
		final List<OverlapTable> tables = ThresholdTuning.overlaps(List.of(
			dimRim()), BASE.withThreshold(0.8).withMinSize(0));
		// NB: Found: the middle pixel (IoU 1 / 9) and the speck.
		assertEquals(0, ObjectScore.meanAp(0.5).of(tables));
		assertEquals(2 * 1 / 11., ObjectScore.dice().of(tables), 1e-12);
		// NB: Eight predicted regions of one pixel beside the middle one: 9 / 81.
		assertEquals(2 * 9 / (81. + 9), ObjectScore.rand().of(tables), 1e-12);
	}

	@Test
	void standardGridsAreOfModestSize() {
		for (final Kind kind : Kind.values()) {
			assertEquals(switch (kind) {
				case INTERIOR_BORDER -> 96;
				case FOREGROUND -> 52;
				case ENCLOSED -> 72;
			}, RuleGrid.of(kind).rules(ObjectRule.of(kind)).size(), kind.toString());
			assertTrue(RuleGrid.quick(kind).rules(ObjectRule.of(kind)).size() <= 3);
		}
		assertEquals(0.97, RuleGrid.of(Kind.ENCLOSED).thresholds().get(3));
	}

	@Test
	void progressIsToldAndCancelHeard() {
		final RuleGrid grid = new RuleGrid(List.of(0.8, 0.45, 0.3), List.of(0.5),
			List.of(0.15), List.of(1));
		final List<Long> steps = new ArrayList<>();
		final Progress progress = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				steps.add(done);
			}

			@Override
			public boolean isCanceled() {
				return steps.size() == 2;
			}
		};
		assertThrows(CancellationException.class, () -> ThresholdTuning.search(List
			.of(dimRim()), BASE, ObjectScore.dice(), grid, progress));
		assertEquals(List.of(1L, 2L), steps);
	}

	@Test
	void nothingToTuneOnIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> ThresholdTuning.search(
			List.of(), BASE, ObjectScore.dice(), RuleGrid.of(Kind.FOREGROUND),
			Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new RuleGrid(List.of(),
			List.of(0.5), List.of(0.15), List.of(1)));
	}
}
