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

package org.unetlens.metrics;

/**
 * In which ways objects are wrong. A small object belongs to a large one when
 * more than half of its pixels lie in it.
 *
 * @param splits true objects to which two or more predicted ones belong
 * @param merges predicted objects to which two or more true ones belong
 * @param missed true objects of which less than half is covered by predicted
 *          ones
 * @param invented predicted objects of which less than half is covered by true
 *          ones
 */
public record ObjectErrors(long splits, long merges, long missed,
		long invented) {

	public static final ObjectErrors NONE = new ObjectErrors(0, 0, 0, 0);

	public static ObjectErrors of(final OverlapTable table) {
		final int[] inTruth = new int[table.truthLabels()];
		final int[] inPredicted = new int[table.predictedLabels()];
		final long[] bare = new long[table.truthLabels()];
		final long[] alone = new long[table.predictedLabels()];
		for (int e = 0; e < table.entries(); e++) {
			final int t = table.truthPlace(e), p = table.predictedPlace(e);
			if (table.truth(e) == 0) alone[p] += table.count(e);
			else if (table.predicted(e) == 0) bare[t] += table.count(e);
			else {
				if (2 * table.count(e) > table.predictedSize(e)) inTruth[t]++;
				if (2 * table.count(e) > table.truthSize(e)) inPredicted[p]++;
			}
		}
		return new ObjectErrors(severals(inTruth), severals(inPredicted), uncovered(
			table, bare, true), uncovered(table, alone, false));
	}

	public ObjectErrors plus(final ObjectErrors other) {
		return new ObjectErrors(splits + other.splits, merges + other.merges,
			missed + other.missed, invented + other.invented);
	}

	private static long severals(final int[] counts) {
		long n = 0;
		for (final int count : counts)
			if (count > 1) n++;
		return n;
	}

	private static long uncovered(final OverlapTable table, final long[] open,
		final boolean ofTruth)
	{
		long n = 0;
		final boolean[] seen = new boolean[open.length];
		for (int e = 0; e < table.entries(); e++) {
			final int label = ofTruth ? table.truth(e) : table.predicted(e);
			final int place = ofTruth ? table.truthPlace(e) : table.predictedPlace(e);
			final long size = ofTruth ? table.truthSize(e) : table.predictedSize(e);
			if (label == 0 || seen[place]) continue;
			seen[place] = true;
			if (2 * open[place] > size) n++;
		}
		return n;
	}
}
