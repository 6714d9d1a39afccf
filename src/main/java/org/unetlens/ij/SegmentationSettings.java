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

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.unetlens.infer.SegmenterOptions;

/**
 * How images are segmented and what is wanted of it: the same object behind
 * menu, macro, script and command line. Immutable.
 *
 * @param model name of a bundled model, or path of a model file
 * @param options how the network is applied
 * @param channel which channels the model is given
 * @param outputs what is wanted, at least one
 */
public record SegmentationSettings(String model, SegmenterOptions options,
		ChannelChoice channel, Set<SegmentationOutput> outputs) {

	public SegmentationSettings {
		if (outputs.isEmpty()) throw new IllegalArgumentException(
			"No output was chosen, so there would be nothing to see. Choose at least one of " +
				SegmentationOutput.join(EnumSet.allOf(SegmentationOutput.class)));
		outputs = Collections.unmodifiableSet(EnumSet.copyOf(outputs));
	}

	/** That model; the label image and the table. */
	public static SegmentationSettings of(final String model) {
		return new SegmentationSettings(model, SegmenterOptions.defaults(),
			ChannelChoice.AUTO, EnumSet.of(SegmentationOutput.LABELS,
				SegmentationOutput.TABLE));
	}

	public SegmentationSettings withOptions(final SegmenterOptions o) {
		return new SegmentationSettings(model, o, channel, outputs);
	}

	public SegmentationSettings withChannel(final ChannelChoice c) {
		return new SegmentationSettings(model, options, c, outputs);
	}

	public SegmentationSettings withOutputs(final Set<SegmentationOutput> o) {
		return new SegmentationSettings(model, options, channel, o);
	}

	/** Whether that output is wanted. */
	public boolean gives(final SegmentationOutput output) {
		return outputs.contains(output);
	}
}
