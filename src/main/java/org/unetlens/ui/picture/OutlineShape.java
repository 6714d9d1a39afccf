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

package org.unetlens.ui.picture;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.function.IntPredicate;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;

import org.unetlens.label.Outline;
import org.unetlens.label.Outlines;

/** The outlines of objects as shapes. Stateless. */
public final class OutlineShape {

	private OutlineShape() {}

	/**
	 * The boundaries of all objects as one shape along pixel edges, in image
	 * coordinates: pixel (x, y) covers (x, y) to (x + 1, y + 1).
	 */
	public static Shape of(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels)
	{
		return of(labels, label -> true);
	}

	/** The same of those objects whose label is taken. */
	public static Shape of(
		final RandomAccessibleInterval<? extends IntegerType<?>> labels,
		final IntPredicate taken)
	{
		final Path2D.Float path = new Path2D.Float();
		for (final Outline o : Outlines.of(labels))
			if (taken.test(o.label())) append(path, o);
		return path;
	}

	private static void append(final Path2D path, final Outline o) {
		path.moveTo(o.x()[0], o.y()[0]);
		for (int i = 1; i < o.x().length; i++)
			path.lineTo(o.x()[i], o.y()[i]);
		path.closePath();
	}
}
