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

package org.unetlens.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonSamples;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Score;
import org.unetlens.compare.SkipEffect;
import org.unetlens.compare.Variant;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.picture.LensColors;

class ComparisonPlotsTest {

	private final Comparison comparison = ComparisonSamples.withTruth();
	private final List<Variant> usual = ComparisonPlots.usual(comparison);

	@Test
	void linesAreTheCurvesOfTheVariants() {
		final LinePlot plot = ComparisonPlots.errorByDistance(comparison, usual);
		assertEquals(List.of("Full model", "Knock-out of all skips",
			"Twin without skips"), plot.curves().stream().map(Curve::name).toList());
		final XYDataset data = xy(plot).getDataset();
		assertCurve(comparison.full().errorByDistance(), data, 0);
		assertCurve(comparison.none().errorByDistance(), data, 1);
		assertCurve(comparison.twins().get(0).errorByDistance(), data, 2);
	}

	@Test
	void linesHaveTheColoursOfTheirExperiment() {
		final List<Variant> shown = List.of(comparison.knockOuts().get(SkipSet.of(
			0)), comparison.knockOuts().get(SkipSet.of(1)), comparison.none());
		final LinePlot plot = ComparisonPlots.spectrum(comparison, shown);
		assertEquals(List.of(LensColors.FULL, LensColors.VARIANT,
			LensColors.VARIANT, LensColors.NONE), plot.lines().stream().map(
				LinePlot.Line::color).toList());
		assertEquals(List.of(false, false, true, false), plot.lines().stream().map(
			LinePlot.Line::dashed).toList());
		assertEquals(LensColors.TWIN, ComparisonPlots.color(comparison.twins().get(
			0)));
		final var renderer = xy(plot).getRenderer();
		assertEquals(LensColors.VARIANT, renderer.getSeriesPaint(1));
	}

	@Test
	void spectraShowTheNyquistFrequencyOfTheBottleneck() {
		final XYPlot plot = xy(ComparisonPlots.spectrum(comparison, usual));
		final ValueMarker marker = (ValueMarker) plot.getDomainMarkers(
			Layer.FOREGROUND).iterator().next();
		assertEquals(1 / 32., marker.getValue());
		assertTrue(marker.getLabel().startsWith("1/32 "));
		assertCurve(comparison.full().spectrum(), plot.getDataset(), 0);
	}

	@Test
	void edgeProfilesSayTheirWidth() {
		final LinePlot plot = ComparisonPlots.edgeProfile(comparison, usual);
		assertEquals("Full model, 10\u201390 % in 1 px", plot.curves().get(0)
			.name());
		assertCurve(comparison.none().edgeProfile(), xy(plot).getDataset(), 1);
		final Comparison few = ComparisonSamples.withoutTruth();
		assertEquals("Full model", ComparisonPlots.edgeProfile(few, List.of())
			.curves().get(0).name());
	}

	@Test
	void barsAreTheEffectsWithTheirIntervals() {
		final BarPlot plot = ComparisonPlots.skipEffects(comparison,
			Score.BOUNDARY_F1);
		assertEquals(List.of("Skip 0", "Skip 1", "Skip 2", "Skip 3"), plot
			.groups());
		final XYPlot xy = xy(plot);
		for (int k = 0; k < 4; k++) {
			final SkipEffect e = comparison.effect(k, Score.BOUNDARY_F1);
			assertEquals(e.off().value(), xy.getDataset(0).getYValue(0, k));
			assertEquals(e.only().value(), xy.getDataset(0).getYValue(1, k));
			assertEquals(e.shapley().value(), xy.getDataset(0).getYValue(2, k));
			final IntervalXYDataset intervals = (IntervalXYDataset) xy.getDataset(1);
			assertEquals(e.shapley().low(), intervals.getStartYValue(2, k));
			assertEquals(e.shapley().high(), intervals.getEndYValue(2, k));
			assertEquals(e.shapley().value(), plot.curves().get(2).y().get(k));
		}
		assertEquals("Change of Boundary F 1 px", plot.yLabel());
	}

	@Test
	void plotsAreDrawnEvenOfNothing() {
		final Comparison few = ComparisonSamples.withoutTruth();
		final List<Variant> others = ComparisonPlots.usual(few);
		final Curve empty = new Curve("none", List.of(), List.of());
		final Curve zero = new Curve("zero", List.of(0.1, 0.2), List.of(0.,
			Double.NaN));
		for (final Plot plot : List.of(ComparisonPlots.errorByDistance(few, others),
			ComparisonPlots.spectrum(few, others), ComparisonPlots.edgeProfile(few,
				others), ComparisonPlots.skipEffects(few, Score.AP90), ComparisonPlots
					.shiftTest(List.of(empty, zero)), new LinePlot("", Axis.linear("x", 0,
						1), new Axis("y", Axis.Scale.LOG, Double.NaN, Double.NaN), List.of(
							new LinePlot.Line(zero, LensColors.FULL, false)), List.of())))
		{
			final BufferedImage picture = plot.picture(320, 200, 2);
			assertEquals(640, picture.getWidth());
			assertEquals(400, picture.getHeight());
		}
	}

	@Test
	void aLineIsSeenInItsColour() {
		final Curve flat = new Curve("flat", List.of(0., 1.), List.of(0.5, 0.5));
		final BufferedImage p = new LinePlot("", Axis.linear("x", 0, 1), Axis
			.linear("y", 0, 1), List.of(new LinePlot.Line(flat, LensColors.FULL,
				false)), List.of()).picture(300, 200, 2);
		boolean seen = false;
		for (int y = 100; y < 300; y++)
			seen |= p.getRGB(300, y) == LensColors.FULL.getRGB();
		assertTrue(seen);
		assertEquals(0xFFFFFFFF, p.getRGB(1, 1));
	}

	private static XYPlot xy(final Plot plot) {
		final JFreeChart chart = plot.chart();
		return chart.getXYPlot();
	}

	private static void assertCurve(final Curve expected, final XYDataset data,
		final int series)
	{
		assertEquals(expected.x().size(), data.getItemCount(series));
		for (int i = 0; i < expected.x().size(); i++) {
			assertEquals(expected.x().get(i), data.getXValue(series, i));
			assertEquals(expected.y().get(i), data.getYValue(series, i));
		}
	}
}
