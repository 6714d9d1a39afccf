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

package org.unetlens.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTableTest {

	/** Figure 1 of Ronneberger et al. 2015. */
	@Test
	void sizesOfThePaper() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withBaseWidth(64)
			.withPadding(Padding.VALID);
		final List<LayerGeometry> rows = LayerTable.of(spec, 572, 572);
		final long[] sides = { 570, 568, 284, 282, 280, 140, 138, 136, 68, 66, 64,
			32, 30, 28, 56, 56, 54, 52, 104, 104, 102, 100, 200, 200, 198, 196, 392,
			392, 390, 388, 388 };
		final int[] channels = { 64, 64, 64, 128, 128, 128, 256, 256, 256, 512, 512,
			512, 1024, 1024, 512, 1024, 512, 512, 256, 512, 256, 256, 128, 256, 128,
			128, 64, 128, 64, 64, 2 };
		assertEquals(sides.length, rows.size());
		for (int i = 0; i < sides.length; i++) {
			assertEquals(sides[i], rows.get(i).height(), rows.get(i).layer());
			assertEquals(sides[i], rows.get(i).width(), rows.get(i).layer());
			assertEquals(channels[i], rows.get(i).channels(), rows.get(i).layer());
		}
	}

	@Test
	void rowsOfASmallNetworkByHand() {
		final UNetSpec spec = UNetSpec.default2d(3, 4).withDepth(2).withBaseWidth(8)
			.withSkips(SkipSet.of(0));
		assertEquals(List.of(new LayerGeometry("encoder0.conv1", 0, 7, 10, 8, 1, 3),
			new LayerGeometry("encoder0.conv2", 0, 7, 10, 8, 1, 5), new LayerGeometry(
				"encoder0.pool", 1, 4, 5, 8, 2, 6), new LayerGeometry("encoder1.conv1",
					1, 4, 5, 16, 2, 10), new LayerGeometry("encoder1.conv2", 1, 4, 5, 16,
						2, 14), new LayerGeometry("encoder1.pool", 2, 2, 3, 16, 4, 16),
			new LayerGeometry("encoder2.conv1", 2, 2, 3, 32, 4, 24),
			new LayerGeometry("encoder2.conv2", 2, 2, 3, 32, 4, 32),
			new LayerGeometry("decoder1.up", 1, 4, 5, 16, 2, 32), new LayerGeometry(
				"decoder1.conv1", 1, 4, 5, 16, 2, 36), new LayerGeometry(
					"decoder1.conv2", 1, 4, 5, 16, 2, 40), new LayerGeometry(
						"decoder0.up", 0, 7, 10, 8, 1, 40), new LayerGeometry(
							"decoder0.merge", 0, 7, 10, 16, 1, 40), new LayerGeometry(
								"decoder0.conv1", 0, 7, 10, 8, 1, 44), new LayerGeometry(
									"decoder0.conv2", 0, 7, 10, 8, 1, 44), new LayerGeometry(
										"head", 0, 7, 10, 4, 1, 44)), LayerTable.of(spec, 7, 10));
	}

	/** Every layer, by following which input pixels reach which cell. */
	@ParameterizedTest
	@CsvSource({ "1, 1, SAME, 64", "2, 3, SAME, 128", "3, 5, SAME, 256",
		"2, 3, VALID, 128", "3, 7, VALID, 260", "3, 0, VALID, 260" })
	void receptiveFieldsAreWhatReachesACell(final int depth, final int skips,
		final Padding padding, final int side)
	{
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(depth).withSkips(
			new SkipSet(skips)).withPadding(padding);
		final List<List<BitSet>> maps = maps(spec, side);
		final List<LayerGeometry> rows = LayerTable.of(spec, side, side);
		assertEquals(maps.size(), rows.size() - 1);
		for (int i = 0; i < maps.size(); i++) {
			final LayerGeometry row = rows.get(i);
			assertEquals(maps.get(i).size(), row.height(), row.layer());
			assertEquals(maps.get(i).stream().mapToInt(BitSet::cardinality).max()
				.getAsInt(), row.receptiveField(), row.layer());
		}
	}

	@ParameterizedTest
	@CsvSource({ "4, 570, 556 and 572", "4, 100, 188 and 204",
		"4, 187, 188 and 204", "1, 17, 18 and 20", "1, 16, 18 and 20",
		"3, 261, 260 and 268" })
	void sizesThatDoNotFitAreToldTheNext(final int depth, final long side,
		final String next)
	{
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(depth).withPadding(
			Padding.VALID);
		assertEquals("The image is " + side +
			" px high, which a network of depth " + depth +
			" with VALID padding cannot take; the next legal sizes are " + next +
			" px. Crop the image, or mirror its border, to one of them", assertThrows(
				IllegalArgumentException.class, () -> LayerTable.of(spec, side, side))
				.getMessage());
		for (final String legal : next.split(" and "))
			for (final LayerGeometry row : LayerTable.of(spec, Long.parseLong(legal),
				Long.parseLong(legal)))
				assertEquals(true, row.height() > 0, row.toString());
	}

	@Test
	void unknownLayersAreToldThoseThatAre() {
		final UNetSpec spec = UNetSpec.default2d(1, 2).withDepth(1);
		assertEquals(2, LayerTable.row(spec, 9, 9, "decoder0.up").width() / 4);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> LayerTable.row(spec, 9, 9, "decoder1.up")).getMessage();
		assertEquals(true, message.contains("decoder0.merge"), message);
	}

	/** Along one axis, the input pixels that reach each cell of each layer. */
	private static List<List<BitSet>> maps(final UNetSpec spec, final int side) {
		final boolean same = spec.padding() == Padding.SAME;
		final List<List<BitSet>> maps = new ArrayList<>();
		final List<List<BitSet>> skips = new ArrayList<>();
		List<BitSet> x = new ArrayList<>();
		for (int i = 0; i < side; i++) {
			x.add(new BitSet());
			x.get(i).set(i);
		}
		for (int k = 0; k <= spec.depth(); k++) {
			maps.add(x = convolve(x, same));
			maps.add(x = convolve(x, same));
			skips.add(x);
			if (k < spec.depth()) maps.add(x = resample(x, x.size() / 2, 2, 1));
		}
		for (int k = spec.depth() - 1; k >= 0; k--) {
			maps.add(x = resample(x, x.size() * 2, 1, 2));
			if (spec.skips().contains(k)) maps.add(x = merge(x, skips.get(k)));
			maps.add(x = convolve(x, same));
			maps.add(x = convolve(x, same));
		}
		return maps;
	}

	private static List<BitSet> convolve(final List<BitSet> in,
		final boolean same)
	{
		final List<BitSet> out = new ArrayList<>();
		for (int i = same ? 0 : 1; i < in.size() - (same ? 0 : 1); i++)
			out.add(union(in.subList(Math.max(0, i - 1), Math.min(in.size(), i +
				2))));
		return out;
	}

	private static List<BitSet> resample(final List<BitSet> in, final int size,
		final int times, final int by)
	{
		final List<BitSet> out = new ArrayList<>();
		for (int i = 0; i < size; i++)
			out.add(union(in.subList(i * times / by, i * times / by + times)));
		return out;
	}

	private static List<BitSet> merge(final List<BitSet> up,
		final List<BitSet> skip)
	{
		final int offset = (skip.size() - up.size()) / 2;
		final List<BitSet> out = new ArrayList<>();
		for (int i = 0; i < up.size(); i++)
			out.add(union(List.of(up.get(i), skip.get(i + offset))));
		return out;
	}

	private static BitSet union(final List<BitSet> sets) {
		final BitSet all = new BitSet();
		sets.forEach(all::or);
		return all;
	}
}
