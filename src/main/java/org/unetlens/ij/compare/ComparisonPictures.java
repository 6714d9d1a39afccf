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

package org.unetlens.ij.compare;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Output;
import org.unetlens.compare.Verdict;
import org.unetlens.label.LabelPlane;
import org.unetlens.ui.picture.DifferencePicture;
import org.unetlens.ui.picture.Drawing;
import org.unetlens.ui.picture.InputPicture;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.OutlineShape;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.Zoom;
import org.unetlens.ui.plot.ComparisonPlots;
import org.unetlens.ui.plot.Plot;

/**
 * The pictures of a comparison by names that say what they show, e.g.
 * {@code knock-out_of_skip_0}. Not thread-safe.
 */
final class ComparisonPictures {

	/** Longest side of a picture, px. */
	private static final int LONGEST = 1024;
	private static final double LINE = 3;
	private static final int PLOT_WIDTH = 720;
	private static final int PLOT_HEIGHT = 440;

	private final Map<String, BufferedImage> pictures = new LinkedHashMap<>();

	Map<String, BufferedImage> all() {
		return pictures;
	}

	/**
	 * Adds the image with the outlines of the reference, alone and with each
	 * output's, and each output's difference to the first one.
	 *
	 * @param prefix of names
	 * @param outputs the full model's first
	 */
	void addPanes(final String prefix, final ComparisonImage image,
		final RandomAccessibleInterval<IntType> reference,
		final List<Output> outputs)
	{
		final BufferedImage input = InputPicture.of(image.pixels());
		final Zoom zoom = Zoom.whole(input.getWidth(), input.getHeight(), LONGEST);
		final Shape outlines = OutlineShape.of(reference);
		final boolean[] band = DifferencePicture.band(LabelPlane.of(reference));
		final float[] full = Planes.values(outputs.get(0).foreground());
		pictures.put(prefix + "image_with_reference", new Drawing(input, zoom).line(
			outlines, LensColors.REFERENCE, LINE).picture());
		for (final Output output : outputs) {
			final String name = prefix + fileName(output.variant().name().toLowerCase(
				Locale.ROOT));
			pictures.put(name, new Drawing(input, zoom).outlines(outlines,
				OutlineShape.of(output.labels()), LINE).picture());
			if (output != outputs.get(0)) pictures.put(name + "_difference",
				new Drawing(DifferencePicture.of(full, Planes.values(output
					.foreground()), band, input.getWidth()), zoom).picture());
		}
	}

	/** Adds the plots that every comparison has. */
	void addPlots(final Comparison comparison) {
		add("plot_skip_effects", ComparisonPlots.skipEffects(comparison,
			Verdict.HEADLINE));
		add("plot_error_by_distance", ComparisonPlots.errorByDistance(comparison,
			ComparisonPlots.usual(comparison)));
		add("plot_edge_profile", ComparisonPlots.edgeProfile(comparison,
			ComparisonPlots.usual(comparison)));
		add("plot_power_spectrum", ComparisonPlots.spectrum(comparison,
			ComparisonPlots.usual(comparison)));
	}

	void addShiftTest(final List<Curve> curves) {
		add("plot_shift_test", ComparisonPlots.shiftTest(curves));
	}

	private void add(final String name, final Plot plot) {
		pictures.put(name, plot.picture(PLOT_WIDTH, PLOT_HEIGHT, 2));
	}

	/** A name as part of a file name: letters, digits, {@code . + -}. */
	static String fileName(final String name) {
		return name.replaceAll("[^\\p{L}\\p{N}.+-]+", "_");
	}
}
