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

package org.unetlens.ij;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.unetlens.file.OnExisting;
import org.unetlens.tensor.Axis;
import org.unetlens.tensor.AxisOrder;
import org.unetlens.tensor.AxisViews;
import org.unetlens.tensor.Npy;

import ij.ImagePlus;

/**
 * ImageJ images as NumPy's {@code .npy} files and back. Axes are given in
 * NumPy's order, the last one running fastest, in the letters of images (x, y,
 * z, c, t) or tensors (W, H, D, C, N).
 */
public final class NpyImages {

	/** Axes that are found out from the image or the file. */
	public static final String AUTO = "auto";

	private static final AxisOrder HYPERSTACK = AxisOrder.of("xyczt");
	/** Meaning of the axes of a file, by their number, when nothing is said. */
	private static final List<String> BY_RANK = List.of("x", "yx", "cyx", "zcyx",
		"tzcyx");

	private NpyImages() {}

	/**
	 * Writes an image with its pixels as they are; RGB becomes three channels of
	 * bytes.
	 *
	 * @param axes of the array, e.g. {@code cyx} or {@code NHWC}; {@link #AUTO}
	 *          for t, z, c, y, x without those of length 1 (y and x always)
	 */
	public static void save(final ImagePlus image, final File file,
		final String axes, final OnExisting onExisting)
	{
		final RandomAccessibleInterval<? extends RealType<?>> pixels =
			ImagePlusImages.image(image);
		final AxisOrder found = AxisOrder.of("xyczt".substring(0, pixels
			.numDimensions()));
		final AxisOrder wanted = axes.equals(AUTO) ? longAxes(pixels, found)
			: AxisOrder.of(axes).reversed();
		Npy.save(AxisViews.reorder(pixels, found, wanted), requireName(file),
			onExisting == OnExisting.REPLACE ? Npy.IfExists.OVERWRITE
				: Npy.IfExists.REFUSE);
	}

	private static AxisOrder longAxes(final RandomAccessibleInterval<?> pixels,
		final AxisOrder axes)
	{
		return new AxisOrder(axes.axes().stream().filter(a -> a == Axis.X ||
			a == Axis.Y || pixels.dimension(axes.indexOf(a)) > 1).collect(Collectors
				.toList()));
	}

	private static Path requireName(final File file) {
		if (file == null || file.getPath().isBlank())
			throw new IllegalArgumentException(
				"No file was named. Give the path of the .npy file (file=[path])");
		return file.toPath();
	}

	/**
	 * Opens a file as a new image, not shown.
	 *
	 * @param axes of the array; {@link #AUTO} for yx, cyx, zcyx or tzcyx by their
	 *          number
	 */
	public static ImagePlus open(final File file, final String axes) {
		final RandomAccessibleInterval<?> pixels = Npy.open(requireName(file));
		if (axes.equals(AUTO) && pixels.numDimensions() > BY_RANK.size())
			throw new IllegalArgumentException("The array in " + file.getName() +
				" has " + pixels.numDimensions() +
				" axes; ImageJ has five. Save fewer of them");
		final AxisOrder found = AxisOrder.of(axes.equals(AUTO) ? BY_RANK.get(pixels
			.numDimensions() - 1) : axes).reversed();
		return ImagePlusImages.copy(AxisViews.reorder(pixels, found, HYPERSTACK),
			file.getName());
	}
}
