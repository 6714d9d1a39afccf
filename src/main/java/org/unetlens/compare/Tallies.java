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

package org.unetlens.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.unetlens.label.LabelPlane;
import org.unetlens.metrics.Boundary;
import org.unetlens.metrics.OverlapTable;

/**
 * Counts one output per unit of the reference. A pixel, on a boundary or not,
 * counts in the cell it lies in; an object of the output in the cell that holds
 * most of its pixels, the first one of equals. That is the cell of the
 * reference object it matches, if it matches one: above an IoU of 0.5, more
 * than half of its pixels lie in it.
 */
final class Tallies {

	private final ReferenceMap reference;
	private final double[][] counts;

	private Tallies(final ReferenceMap reference) {
		this.reference = reference;
		counts = new double[reference.units()][Tally.SIZE];
	}

	/**
	 * Counts.
	 *
	 * @param output label image of the reference's size
	 * @param boundary that of the output
	 * @param overlap of reference and output
	 * @return one tally per unit, in the order of the reference's units
	 */
	static List<Tally> of(final ReferenceMap reference, final LabelPlane output,
		final Boundary boundary, final OverlapTable overlap)
	{
		final Tallies tallies = new Tallies(reference);
		tallies.countPixels(output.pixels(), boundary);
		tallies.countObjects(overlap, tallies.unitsOfObjects(output));
		return Arrays.stream(tallies.counts).map(Tally::wrap).collect(Collectors
			.toUnmodifiableList());
	}

	private void countPixels(final int[] output, final Boundary boundary) {
		final Boundary other = reference.boundary();
		for (int i = 0; i < output.length; i++) {
			final boolean isReference = reference.isForeground(i);
			if (!isReference && output[i] == 0) continue;
			final double[] count = counts[reference.unit(i)];
			if (isReference) count[Tally.REFERENCE]++;
			if (output[i] != 0) count[Tally.OUTPUT]++;
			if (isReference && output[i] != 0) count[Tally.BOTH]++;
			if (other.contains(i)) countNear(count, Tally.REFERENCE_BOUNDARY,
				Tally.REFERENCE_NEAR, boundary.squaredDistance(i));
			if (boundary.contains(i)) countNear(count, Tally.OUTPUT_BOUNDARY,
				Tally.OUTPUT_NEAR, other.squaredDistance(i));
		}
	}

	private static void countNear(final double[] count, final int all,
		final int near, final float squaredDistance)
	{
		count[all]++;
		for (int r = 0; r < Tally.RADII.length; r++)
			if (squaredDistance <= Tally.RADII[r] * Tally.RADII[r]) count[near + r]++;
	}

	/** The unit of each object of the output, by its label. */
	private Map<Integer, Integer> unitsOfObjects(final LabelPlane output) {
		final OverlapTable cells = OverlapTable.of(reference.cells(), output);
		final Map<Integer, Integer> units = new HashMap<>();
		final Map<Integer, Long> most = new HashMap<>();
		for (int e = 0; e < cells.entries(); e++) {
			final int label = cells.predicted(e);
			if (label == 0 || most.getOrDefault(label, 0L) >= cells.count(e))
				continue;
			most.put(label, cells.count(e));
			units.put(label, cells.truth(e));
		}
		return units;
	}

	private void countObjects(final OverlapTable overlap,
		final Map<Integer, Integer> unitOfOutput)
	{
		for (int u = 0; u < reference.objects(); u++)
			counts[u][Tally.REFERENCE_OBJECTS]++;
		unitOfOutput.values().forEach(u -> counts[u][Tally.OUTPUT_OBJECTS]++);
		for (int e = 0; e < overlap.entries(); e++) {
			if (overlap.truth(e) == 0 || overlap.predicted(e) == 0) continue;
			final double[] count = counts[reference.unitOf(overlap.truth(e))];
			for (int t = 0; t < Tally.THRESHOLDS.length; t++)
				if (overlap.iou(e) > Tally.THRESHOLDS[t]) count[Tally.FOUND + t]++;
		}
	}
}
