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

package org.unetlens.data;

import java.util.SplittableRandom;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

import org.unetlens.label.ConnectedAreas;
import org.unetlens.label.Connectivity;

/**
 * Generates pictures like electron micrographs of tissue with their truth:
 * bright cells of irregular shape between dark membranes, with textured
 * cytoplasm, vesicles, mitochondria, some membranes cut obliquely, and noise.
 * Grey values are 8-bit. Immutable configuration, the same one gives the same
 * field; thread-safe.
 *
 * @param width of the field, px
 * @param height of the field, px
 * @param cellSize mean distance of cells, px, 10 or more
 * @param membraneWidth full width of a membrane cut straight, px, 1 or more
 * @param organelles how many vesicles and mitochondria: 0 none, 1 usual
 * @param noise standard deviation of the noise in grey values, 0 or more
 * @param seed of everything random
 */
public record MembraneField(int width, int height, double cellSize,
		double membraneWidth, double organelles, double noise, long seed) {

	/** Checks the ranges. */
	public MembraneField {
		if (width < 1 || height < 1 || (long) width * height > 1 << 28)
			throw new IllegalArgumentException("A field of " + width + " x " +
				height + " px; both sides must be above 0, at most 2^28 px in all");
		if (!(cellSize >= 10) || !(membraneWidth >= 1 && membraneWidth < cellSize /
			2)) throw new IllegalArgumentException("Cells of " + cellSize +
				" px with membranes of " + membraneWidth +
				" px; cells must be 10 px or more, membranes 1 px up to half of that");
		if (!(organelles >= 0 && organelles <= 10) || !(noise >= 0))
			throw new IllegalArgumentException("organelles " + organelles +
				", noise " + noise + "; organelles must be 0 to 10, noise 0 or more");
	}

	/** 512 x 512 px, cells of 55 px, membranes of 4 px. */
	public static MembraneField default2d() {
		return new MembraneField(512, 512, 55, 4, 1, 12, 1);
	}

	public MembraneField withSize(final int w, final int h) {
		return new MembraneField(w, h, cellSize, membraneWidth, organelles, noise,
			seed);
	}

	/** Another mean distance of cells, px. */
	public MembraneField withCellSize(final double pixels) {
		return new MembraneField(width, height, pixels, membraneWidth, organelles,
			noise, seed);
	}

	/** Another width of membranes, px. */
	public MembraneField withMembraneWidth(final double pixels) {
		return new MembraneField(width, height, cellSize, pixels, organelles, noise,
			seed);
	}

	public MembraneField withOrganelles(final double density) {
		return new MembraneField(width, height, cellSize, membraneWidth, density,
			noise, seed);
	}

	/** Another standard deviation of the noise, grey values. */
	public MembraneField withNoise(final double sd) {
		return new MembraneField(width, height, cellSize, membraneWidth, organelles,
			sd, seed);
	}

	public MembraneField withSeed(final long newSeed) {
		return new MembraneField(width, height, cellSize, membraneWidth, organelles,
			noise, newSeed);
	}

	/** Makes the field; labels are 0 membrane, i = enclosed region. */
	public Field generate() {
		final SplittableRandom random = new SplittableRandom(seed);
		final CellMosaic cells = new CellMosaic(width, height, cellSize, random);
		final float[] halfWidth = halfWidths(random);
		final float[] brightness = cytoplasm(cells, random);
		drawOrganelles(brightness, cells, random);
		drawMembranes(brightness, cells, halfWidth);
		Intensities.blur(brightness, width, 0.8);
		return new Field(Field.of(grey(brightness, random), new int[width * height],
			width).image(), truth(cells, halfWidth));
	}

	/** Half the width of the membrane; some are cut obliquely and look wide. */
	private float[] halfWidths(final SplittableRandom random) {
		final SmoothNoise oblique = new SmoothNoise(1.2 * cellSize, random
			.nextLong());
		final float[] half = new float[width * height];
		for (int i = 0; i < half.length; i++) {
			final double o = oblique.at(i % width, i / width);
			half[i] = (float) (membraneWidth / 2 * (1 + 0.15 * o + 1.2 * Math.pow(Math
				.max(0, o - 0.3), 2)));
		}
		return half;
	}

	private float[] cytoplasm(final CellMosaic cells,
		final SplittableRandom random)
	{
		final float[] base = new float[cells.numCells];
		for (int c = 0; c < base.length; c++)
			base[c] = (float) (0.7 + 0.07 * random.nextGaussian());
		final SmoothNoise fine = new SmoothNoise(2.5, random.nextLong());
		final SmoothNoise middle = new SmoothNoise(6, random.nextLong());
		final SmoothNoise slow = new SmoothNoise(90, random.nextLong());
		final float[] brightness = new float[width * height];
		for (int i = 0; i < brightness.length; i++) {
			final double x = i % width;
			final double y = i / width;
			brightness[i] = (float) (base[cells.cell[i]] + 0.13 * fine.at(x, y) +
				0.07 * middle.at(x, y) + 0.06 * slow.at(x, y));
		}
		return brightness;
	}

	private void drawOrganelles(final float[] brightness, final CellMosaic cells,
		final SplittableRandom random)
	{
		final Organelles painter = new Organelles(brightness, width, cells, random);
		final double area = organelles * width * height / (cellSize * cellSize);
		for (int n = 0; n < 2.5 * area; n++)
			painter.mitochondrion(0.26 * cellSize);
		for (int n = 0; n < 0.8 * area; n++)
			painter.vesicles(25, 0.3 * cellSize);
	}

	private void drawMembranes(final float[] brightness, final CellMosaic cells,
		final float[] halfWidth)
	{
		for (int i = 0; i < brightness.length; i++) {
			final double d = cells.toMembrane[i] / halfWidth[i];
			// NB: oblique membranes are wider, but fainter
			final double dark = 0.78 * Math.exp(-0.8 * d * d * d * d) * Math.min(1,
				0.35 + 0.65 * membraneWidth / 2 / halfWidth[i]);
			brightness[i] *= (float) (1 - dark);
		}
	}

	private int[] grey(final float[] brightness, final SplittableRandom random) {
		final int[] grey = new int[brightness.length];
		for (int i = 0; i < grey.length; i++)
			grey[i] = (int) Math.max(0, Math.min(255, Math.round(20 + 225 *
				brightness[i] + noise * random.nextGaussian())));
		return grey;
	}

	private Img<IntType> truth(final CellMosaic cells, final float[] halfWidth) {
		final byte[] inside = new byte[width * height];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (cells.toMembrane[i] > halfWidth[i] ? 1 : 0);
		return ConnectedAreas.of(ArrayImgs.unsignedBytes(inside, width, height),
			Connectivity.FOUR);
	}
}
