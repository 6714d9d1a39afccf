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

package org.unetlens.ui.compare;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Experiment;
import org.unetlens.infer.FeatureMap;
import org.unetlens.label.Outlines;
import org.unetlens.tensor.PixelSize;
import org.unetlens.ui.compare.ExportedImage.Group;
import org.unetlens.ui.compare.ExportedImage.Range;
import org.unetlens.ui.picture.LensColors;
import org.unetlens.ui.picture.Planes;

/** The panes and feature maps as images that can leave. Stateless. */
final class PaneExports {

	private PaneExports() {}

	/** The image itself with the outlines that the pane shows. */
	static ExportedImage input(final PaneSet panes) {
		final var pixels = panes.base().compared().image().pixels();
		final double[] range = Planes.range(Planes.channel(pixels, 0), 0.002,
			0.998);
		return image(panes, "input", pixels, new Range(range[0], range[1]), List.of(
			reference(panes), outlines(panes.variant())));
	}

	/** Probabilities of an output, 0 to 1, with outlines. */
	static ExportedImage probabilities(final PaneSet panes,
		final OutputPlane plane, final String title)
	{
		return image(panes, title + " - probability", plane.output().foreground(),
			new Range(0, 1), List.of(reference(panes), outlines(plane)));
	}

	/** Objects of an output. */
	static ExportedImage objects(final PaneSet panes, final OutputPlane plane,
		final String title)
	{
		return new ExportedImage(title(panes, title + " - objects"), plane.output()
			.labels(), size(panes), Optional.empty(), List.of(), List.of());
	}

	/** Variant - full model, -1 to 1, with the outlines of the reference. */
	static ExportedImage difference(final PaneSet panes) {
		final float[] full = panes.base().full().foreground();
		final float[] other = panes.variant().foreground();
		final float[] d = new float[full.length];
		for (int i = 0; i < d.length; i++)
			d[i] = other[i] - full[i];
		return image(panes, panes.content(PaneSet.VARIANT).title() +
			" - difference to the full model", ArrayImgs.floats(d, panes.base()
				.width(), panes.base().height()), new Range(-1, 1), List.of(reference(
					panes)));
	}

	/** All channels of a layer, the one that contributes most first. */
	static ExportedImage features(final ComparedImage on, final FeatureRow row) {
		final FeatureMap map = row.map();
		final long jump = map.geometry().jump();
		final PixelSize size = on.image().pixelSize();
		final List<RandomAccessibleInterval<FloatType>> channels = map.order()
			.stream().map(c -> (RandomAccessibleInterval<FloatType>) Views.hyperSlice(
				map.image(), 2, map.image().min(2) + c)).toList();
		final double[] range = Planes.range(Planes.values(channels.get(0)), 0.001,
			0.999);
		return new ExportedImage(on.image().name() + " - " + map.geometry().layer(),
			Views.stack(channels), new PixelSize(jump * size.x(), jump * size.y(),
				size.unit()), Optional.of(new Range(range[0], range[1])), List.of(), map
					.order().stream().map(c -> "channel " + c).toList());
	}

	private static ExportedImage image(final PaneSet panes, final String title,
		final RandomAccessibleInterval<? extends RealType<?>> pixels,
		final Range range, final List<Group> outlines)
	{
		return new ExportedImage(title(panes, title), pixels, size(panes), Optional
			.of(range), outlines, List.of());
	}

	private static String title(final PaneSet panes, final String what) {
		return panes.base().compared().image().name() + " - " + what;
	}

	private static PixelSize size(final PaneSet panes) {
		return panes.base().compared().image().pixelSize();
	}

	private static Group reference(final PaneSet panes) {
		final boolean truth = panes.base().compared().comparison()
			.reference() == Comparison.Reference.TRUTH;
		return new Group(truth ? "truth" : "reference", rgb(LensColors.REFERENCE),
			Outlines.of(panes.base().compared().reference()));
	}

	private static Group outlines(final OutputPlane plane) {
		final boolean full = plane.output().variant()
			.experiment() == Experiment.FULL_MODEL;
		return new Group(full ? "full model" : "variant", rgb(
			LensColors.PREDICTION), Outlines.of(plane.output().labels()));
	}

	private static int rgb(final Color c) {
		return c.getRGB() & 0xffffff;
	}
}
