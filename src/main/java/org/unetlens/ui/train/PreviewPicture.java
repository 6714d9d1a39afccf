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

package org.unetlens.ui.train;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntPredicate;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.TargetPreview;
import org.unetlens.data.annotation.TargetPreview.Entry;
import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;
import org.unetlens.train.TrainingPreview;
import org.unetlens.ui.pane.Tracing;
import org.unetlens.ui.picture.OutlineShape;
import org.unetlens.ui.picture.Planes;

/**
 * A part of a validation image with its truth, and with what the model makes of
 * it, ready to be painted. Immutable.
 *
 * @param preview that is shown
 * @param truth annotated classes over the image
 * @param found the most likely classes over the image
 * @param outlines of what is annotated
 * @param legend what the colours mean, with the shares of the truth
 */
record PreviewPicture(TrainingPreview preview, BufferedImage truth,
		BufferedImage found, Tracing outlines, List<Entry> legend) {

	static PreviewPicture of(final TrainingPreview preview) {
		final Sample sample = Sample.of(preview.name(), preview.image(), preview
			.truth());
		final int width = sample.width();
		final List<String> names = preview.classes();
		final byte[] truth = truth(preview);
		return new PreviewPicture(preview, Planes.picture(TargetPreview.paint(
			sample, truth, names), width), Planes.picture(TargetPreview.paint(sample,
				found(preview), names), width), new Tracing(outlines(truth, names,
					width), Color.WHITE, 1.5f), TargetPreview.legend(truth, names));
	}

	private static byte[] truth(final TrainingPreview preview) {
		final byte[] truth = new byte[(int) preview.truth().size()];
		final Cursor<ByteType> cursor = Views.flatIterable(preview.truth())
			.cursor();
		for (int i = 0; i < truth.length; i++)
			truth[i] = cursor.next().get();
		return truth;
	}

	/** The class of the highest probability. */
	static byte[] found(final TrainingPreview preview) {
		final int width = (int) preview.probabilities().dimension(0);
		final byte[] found = new byte[(int) preview.truth().size()];
		final RandomAccess<FloatType> at = preview.probabilities().randomAccess();
		for (int i = 0; i < found.length; i++) {
			at.setPosition(i % width, 0);
			at.setPosition(i / width, 1);
			float highest = -1;
			for (int c = 0; c < preview.classes().size(); c++) {
				at.setPosition(c, 2);
				if (at.get().get() <= highest) continue;
				highest = at.get().get();
				found[i] = (byte) c;
			}
		}
		return found;
	}

	/** NB: Interior and border are one object. */
	private static Shape outlines(final byte[] truth, final List<String> names,
		final int width)
	{
		final Path2D.Float all = new Path2D.Float();
		if (names.contains("interior")) all.append(areas(truth, c -> c > 0, width),
			false);
		else for (int k = 1; k < names.size(); k++) {
			final int one = k;
			all.append(areas(truth, c -> c == one, width), false);
		}
		return all;
	}

	private static Shape areas(final byte[] truth, final IntPredicate within,
		final int width)
	{
		final int[] mask = new int[truth.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = within.test(truth[i]) ? 1 : 0;
		return OutlineShape.of(ConnectedAreas.of(ArrayImgs.ints(mask, width,
			mask.length / width), Connectivity.FOUR));
	}
}
