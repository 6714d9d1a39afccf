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

package org.unetlens.model.foreign;

import java.util.ArrayList;
import java.util.List;

import org.unetlens.graph.Kernel;
import org.unetlens.graph.LayerOp;

/**
 * The convolutions of a U-Net as they were found, level by level. Filled by
 * {@link UNetFinder}.
 */
final class UNetBlocks {

	/** A convolution and whether an activation follows it. */
	record Conv(LayerOp.Convolution op, boolean active) {
	}

	/**
	 * A step up.
	 *
	 * @param kernel of a transposed convolution of stride 2
	 * @param first output pixel that the first tap of the kernel reaches,
	 *          relative to the first one above the input cell
	 * @param bias or null
	 */
	record Up(Kernel kernel, int first, float[] bias, boolean active) {
	}

	/** Convolutions of levels 0 to depth on the way down. */
	final List<List<Conv>> down = new ArrayList<>();
	/** Convolutions of levels 0 to depth - 1 on the way up. */
	final List<List<Conv>> up = new ArrayList<>();
	/** Steps up to levels 0 to depth - 1. */
	final List<Up> steps = new ArrayList<>();
	/** Whether the level has a skip. */
	final List<Boolean> skips = new ArrayList<>();
	/** Whether the skip's channels come before the others in the merge. */
	final List<Boolean> skipFirst = new ArrayList<>();
	/** The last convolution. */
	LayerOp.Convolution head;

	int depth() {
		return steps.size();
	}
}
