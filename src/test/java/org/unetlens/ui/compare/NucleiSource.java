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

import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.view.Views;

import org.unetlens.compare.ComparisonImage;
import org.unetlens.compare.ComparisonSettings;
import org.unetlens.compare.SkipComparison;
import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.ij.compare.SessionSource;
import org.unetlens.model.BundledModels;
import org.unetlens.model.Models;
import org.unetlens.tensor.PixelSize;

/** The bundled nuclei model and its twins on made-up fields of nuclei. */
final class NucleiSource {

	private NucleiSource() {}

	/** Square images; nothing is computed on them yet. */
	static SessionSource open(final int side, final int images) {
		Engine.start(Progress.NONE);
		return new SessionSource(SkipComparison.of(Models.open("nuclei"),
			BundledModels.twins("nuclei").stream().map(Models::open).toList(),
			ComparisonSettings.defaults()), IntStream.range(0, images).mapToObj(
				i -> image(side, i)).toList());
	}

	private static ComparisonImage image(final int side, final int number) {
		final Field field = NucleiField.default2d().withSize(side, side).withSeed(
			number + 1).generate();
		return new ComparisonImage("field " + (number + 1), Views.addDimension(field
			.image(), 0, 0), Optional.of(field.labels()), new PixelSize(0.65, 0.65,
				"micron"));
	}
}
