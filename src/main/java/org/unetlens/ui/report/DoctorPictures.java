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

package org.unetlens.ui.report;

import java.awt.image.BufferedImage;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.data.Patch;
import org.unetlens.data.Sample;
import org.unetlens.train.doctor.Look;
import org.unetlens.train.doctor.SeenPatch;
import org.unetlens.ui.picture.ColorMap;
import org.unetlens.ui.picture.Drawing;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.OutcomePicture;
import org.unetlens.ui.picture.OutlineShape;
import org.unetlens.ui.picture.Planes;
import org.unetlens.ui.picture.Zoom;

/** The pictures of an examination. Stateless. */
final class DoctorPictures {

	private static final int LONGEST = 300;
	private static final int[] CLASSES = { 0x56B4E9, 0xD55E00, 0x009E73, 0xCC79A7,
		0xF0E442, 0x0072B2 };
	private static final int UNKNOWN = 0x999999;

	private DoctorPictures() {}

	/** An image with the outlines of its labels. */
	static BufferedImage labelled(final Look look) {
		return outlined(OutcomePicture.base(look.sample().image()), look.sample());
	}

	/** What the model sees in it, with the outlines of its labels. */
	static BufferedImage foreground(final Look look) {
		return outlined(Planes.picture(look.foreground(), look.sample().width(), 0,
			1, ColorMap.GREY), look.sample());
	}

	private static BufferedImage outlined(final BufferedImage base,
		final Sample sample)
	{
		return new Drawing(base, zoom(sample.width(), sample.height())).line(
			OutlineShape.of(ArrayImgs.ints(known(sample), sample.width(), sample
				.height())), LensColors.REFERENCE, 1.3).picture();
	}

	/** Labels, in which what is not annotated is background. */
	private static int[] known(final Sample sample) {
		final int[] labels = sample.labelArray();
		for (int i = 0; i < labels.length; i++)
			labels[i] = Math.max(0, labels[i]);
		return labels;
	}

	private static Zoom zoom(final int width, final int height) {
		return Zoom.whole(width, height, LONGEST);
	}

	/** The first channels as the network gets them, 0 black and 1 white. */
	static BufferedImage input(final SeenPatch p, final boolean ofLoss) {
		final Patch patch = p.loss().patch();
		final float[] hwc = ofLoss ? patch.input() : p.segmentInput();
		final int channels = patch.channels();
		final int[] rgb = new int[patch.classes().length];
		for (int i = 0; i < rgb.length; i++)
			for (int c = 0; c < 3; c++)
				rgb[i] = rgb[i] << 8 | grey(hwc, i * channels, channels == 1 ? 0 : c,
					channels);
		return enlarged(Planes.picture(rgb, patch.width()));
	}

	private static int grey(final float[] hwc, final int at, final int c,
		final int channels)
	{
		return c >= channels ? 0 : (int) Math.round(255 * Math.max(0, Math.min(1,
			hwc[at + c])));
	}

	static BufferedImage classes(final SeenPatch p) {
		final Patch patch = p.loss().patch();
		final int[] rgb = new int[patch.classes().length];
		for (int i = 0; i < rgb.length; i++) {
			final int grey = grey(patch.input(), i * patch.channels(), 0, patch
				.channels());
			final int base = 0x010101 * grey;
			final int c = patch.classes()[i];
			rgb[i] = c == 0 ? base : LensColors.mix(base, c < 0 ? UNKNOWN
				: CLASSES[(c - 1) % CLASSES.length], 0.6);
		}
		return enlarged(Planes.picture(rgb, patch.width()));
	}

	static BufferedImage weights(final SeenPatch p) {
		return map(p.loss().patch().weights(), p);
	}

	static BufferedImage loss(final SeenPatch p) {
		return map(p.loss().loss(), p);
	}

	private static BufferedImage map(final float[] values, final SeenPatch p) {
		// NB: So that weights of 1 everywhere do not look large.
		double largest = 2;
		for (final float v : values)
			largest = Math.max(largest, v);
		return enlarged(Planes.picture(values, p.loss().patch().width(), 0, largest,
			ColorMap.DEPTH));
	}

	static BufferedImage probability(final SeenPatch p, final boolean ofLoss) {
		return enlarged(Planes.picture(ofLoss ? p.lossForeground() : p
			.segmentForeground(), p.loss().patch().width(), 0, 1, ColorMap.GREY));
	}

	/** Objects that are found, and those that are labelled, over the input. */
	static BufferedImage objects(final SeenPatch p) {
		final Patch patch = p.loss().patch();
		final int side = patch.width();
		final Img<IntType> labels = ArrayImgs.ints(labels(p), side, patch.height());
		return new Drawing(Planes.picture(channel(p), side, 0, 1, ColorMap.GREY),
			zoom(side, patch.height())).line(OutlineShape.of(labels),
				LensColors.REFERENCE, 1.3).line(OutlineShape.of(p.segmentLabels()),
					LensColors.PREDICTION, 1.3).picture();
	}

	private static float[] channel(final SeenPatch p) {
		final int channels = p.loss().patch().channels();
		final float[] values = new float[p.segmentForeground().length];
		for (int i = 0; i < values.length; i++)
			values[i] = p.segmentInput()[i * channels];
		return values;
	}

	/** NB: Beyond the image there are no labels of its own. */
	private static int[] labels(final SeenPatch p) {
		final Patch patch = p.loss().patch();
		final int[] all = known(p.sample());
		final int[] part = new int[patch.classes().length];
		for (int i = 0; i < part.length; i++) {
			final int x = p.left() + i % patch.width(), y = p.top() + i / patch
				.width();
			if (x >= 0 && y >= 0 && x < p.sample().width() && y < p.sample().height())
				part[i] = all[y * p.sample().width() + x];
		}
		return part;
	}

	private static BufferedImage enlarged(final BufferedImage picture) {
		return new Drawing(picture, zoom(picture.getWidth(), picture.getHeight()))
			.picture();
	}
}
