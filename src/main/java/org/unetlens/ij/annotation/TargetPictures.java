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

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.TargetPreview;
import org.unetlens.ij.PixelSizes;
import org.unetlens.ui.picture.WeightPicture;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * What will be learned, as ImageJ images: one slice per sample, classes in
 * colours on the left, weights on the right, the legend below. Slices are
 * painted when they are looked at. Works without a display.
 */
public final class TargetPictures {

	private static final int GAP = 8;
	private static final int LINE = 22;
	private static final int BAR = 240;
	private static final int NARROWEST = 760;
	private static final int SMALL = 640;
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

	private final Annotations annotations;
	private final double largestWeight;
	private final int width;
	private final int height;
	private final int side;

	private TargetPictures(final Annotations annotations) {
		this.annotations = annotations;
		largestWeight = TargetPreview.largestWeight(annotations.rule());
		final int widest = annotations.samples().stream().mapToInt(Sample::width)
			.max().orElse(1);
		final int highest = annotations.samples().stream().mapToInt(Sample::height)
			.max().orElse(1);
		final int zoom = Math.max(1, SMALL / Math.max(widest, highest));
		side = Math.max((NARROWEST - GAP) / 2, widest * zoom);
		width = 2 * side + GAP;
		height = highest * zoom + GAP + 2 * LINE;
	}

	/** All samples; not shown. */
	public static ImagePlus of(final Annotations annotations) {
		return new ImagePlus("What will be learned", new Slices(new TargetPictures(
			annotations)));
	}

	/**
	 * The weights of one sample as numbers, 32-bit, 0 where not annotated, in
	 * colours from dark blue to yellow; not shown.
	 */
	public static ImagePlus weights(final Annotations annotations,
		final int sample)
	{
		final TargetPreview preview = preview(annotations, sample);
		final FloatProcessor weights = new FloatProcessor(preview.width(), preview
			.height(), preview.weights(), WeightColors.lut());
		weights.setMinAndMax(0, TargetPreview.largestWeight(annotations.rule()));
		final ImagePlus image = new ImagePlus("Weights of " + annotations.samples()
			.get(sample).name(), weights);
		PixelSizes.set(image, annotations.samples().get(sample).pixelSize());
		return image;
	}

	private static TargetPreview preview(final Annotations annotations,
		final int sample)
	{
		return TargetPreview.of(annotations.samples().get(sample), annotations
			.rule(), annotations.classes());
	}

	private ColorProcessor paint(final int sample) {
		final TargetPreview preview = preview(annotations, sample);
		final ColorProcessor picture = new ColorProcessor(width, height);
		picture.setColor(Color.BLACK);
		picture.fill();
		insert(picture, preview.classes(), preview, 0);
		insert(picture, WeightPicture.rgb(preview, largestWeight), preview, side +
			GAP);
		picture.setFont(FONT);
		picture.setAntialiasedText(true);
		text(picture, annotations.samples().get(sample).name(), 4, height - 2 *
			LINE);
		classLegend(picture, preview, height - LINE);
		weightLegend(picture, width - BAR - 80, height - 2 * LINE);
		return picture;
	}

	/** Enlarged as far as it fits. */
	private void insert(final ColorProcessor picture, final int[] rgb,
		final TargetPreview preview, final int left)
	{
		final int zoom = Math.max(1, Math.min(side / preview.width(), (height -
			GAP - 2 * LINE) / preview.height()));
		for (int y = 0; y < preview.height() * zoom; y++)
			for (int x = 0; x < preview.width() * zoom; x++)
				picture.set(left + x, y, 0xff000000 | rgb[y / zoom * preview.width() +
					x / zoom]);
	}

	private static void classLegend(final ColorProcessor picture,
		final TargetPreview preview, final int top)
	{
		int x = 4;
		for (final TargetPreview.Entry entry : preview.legend()) {
			picture.setColor(entry.tinted() ? new Color(entry.color()) : new Color(
				0x404040));
			picture.fill(new ij.gui.Roi(x, top + 4, 14, 14));
			final String words = String.format(Locale.ROOT, "%s %.1f %%", entry
				.name(), 100 * entry.share());
			text(picture, words, x + 20, top);
			x += 20 + picture.getStringWidth(words) + 14;
		}
	}

	private void weightLegend(final ColorProcessor picture, final int left,
		final int top)
	{
		text(picture, "weight", left, top);
		final int bar = left + picture.getStringWidth("weight") + 8;
		for (int x = 0; x < BAR; x++)
			for (int y = top + 4; y < top + 18; y++)
				picture.set(bar + x, y, 0xff000000 | WeightPicture.color(x / (BAR -
					1.0)));
		for (int tick = 0; tick <= 4; tick++) {
			final String number = String.format(Locale.ROOT, "%.2g", largestWeight *
				tick * tick / 16);
			text(picture, number, bar + tick * BAR / 4 - picture.getStringWidth(
				number) / 2, top + LINE);
		}
	}

	private static void text(final ColorProcessor picture, final String words,
		final int x, final int top)
	{
		picture.setColor(Color.WHITE);
		picture.drawString(words, x, top + LINE - 3);
	}

	/** Paints a slice when it is asked for and keeps the last few. */
	private static final class Slices extends ij.VirtualStack {

		private static final int KEPT = 4;

		private final TargetPictures pictures;
		private final List<Painted> kept = new ArrayList<>();

		private record Painted(int slice, ColorProcessor picture) {
		}

		Slices(final TargetPictures pictures) {
			super(pictures.width, pictures.height);
			this.pictures = pictures;
			setBitDepth(24);
		}

		@Override
		public int getSize() {
			return pictures.annotations.samples().size();
		}

		@Override
		public int size() {
			return getSize();
		}

		@Override
		public String getSliceLabel(final int n) {
			return pictures.annotations.samples().get(n - 1).name();
		}

		@Override
		public synchronized ImageProcessor getProcessor(final int n) {
			for (final Painted painted : kept)
				if (painted.slice == n) return painted.picture;
			if (kept.size() == KEPT) kept.remove(0);
			kept.add(new Painted(n, pictures.paint(n - 1)));
			return kept.get(kept.size() - 1).picture;
		}

		@Override
		public Object getPixels(final int n) {
			return getProcessor(n).getPixels();
		}
	}
}
