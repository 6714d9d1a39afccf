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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unetlens.compare.Comparison.Units;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.NetworkSignature;
import org.unetlens.network.Padding;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.network.UNetSpec;
import org.unetlens.tensor.PixelSize;

class NotesTest {

	private static final UNetSpec SPEC = UNetSpec.default2d(1, 3);

	/** NB: Notes say nothing of weights. */
	private static ModelBundle model(final UNetSpec spec) {
		return new ModelBundle(null, spec, null, null, null, List.of(), null);
	}

	@Test
	void theReceptiveFieldIsHeldAgainstTheObjects() {
		assertEquals(
			"The objects have a median diameter of 26 px (13.0 micron), the net sees at most 204 px (102 micron) around a pixel: 7.8 objects across.",
			objects(SPEC, 26));
		assertEquals(
			"The objects have a median diameter of 250 px (125 micron), the net sees at most 204 px (102 micron) around a pixel: less than one object, so that no pixel knows the whole of its object. For a better model, train on images scaled down by 4.9, or a net of depth 5 (412 px).",
			objects(SPEC, 250));
		assertEquals(
			"The objects have a median diameter of 10 px (5.00 micron), the net sees at most 204 px (102 micron) around a pixel: far more than an object and its neighbours. A net of depth 3 (100 px) would see enough as well; or train on images scaled up by 2.6.",
			objects(SPEC, 10));
		assertEquals(
			"The reference has no objects: scores of objects and borders say nothing here. Choose an image with objects.",
			objects(SPEC, Double.NaN));
	}

	@Test
	void anImageSmallerThanTheReceptiveFieldIsSaidTo() {
		assertEquals(List.of(), new Notes(model(SPEC), PixelSize.UNCALIBRATED, 204)
			.image(204, 300).list());
		assertEquals(List.of(
			"The image (97 x 300 px) is smaller than the net's receptive field (204 px): every pixel sees past its edge, where there is a narrow mirrored margin and then nothing."),
			new Notes(model(SPEC), PixelSize.UNCALIBRATED, 204).image(97, 300)
				.list());
	}

	@Test
	void fewUnitsAreSaidTo() {
		final Notes notes = new Notes(model(SPEC), PixelSize.UNCALIBRATED, 204);
		assertEquals(List.of("Only 3 objects: the intervals are wide.",
			"Only 1 image: no intervals can be given."), notes.count(3, Units.OBJECTS)
				.count(1, Units.IMAGES).count(20, Units.OBJECTS).list());
	}

	@Test
	void settingsAndChannelsAreSaid() {
		assertEquals(List.of(
			"Knock-out: a silenced skip gives 0, which also shifts the statistics that the net is used to.",
			"The model reads 3 channels (red, green, blue); receptive fields are summed over them.",
			"Each 3 x 3 convolution takes 2 px off (valid padding), so the output is smaller than the input."),
			new Notes(model(UNetSpec.default2d(3, 3).withPadding(Padding.VALID)),
				PixelSize.UNCALIBRATED, 204).settings(SkipFill.ZERO).list());
	}

	@Test
	void outputsAreNamedByWhatIsMissing() {
		assertEquals("Full model", knockOut(SPEC, 0, 1, 2, 3));
		assertEquals("Knock-out of skip 2", knockOut(SPEC, 0, 1, 3));
		assertEquals("Knock-out of skips 0+1", knockOut(SPEC, 2, 3));
		assertEquals("Knock-out of all skips but 1", knockOut(SPEC, 1));
		assertEquals("Knock-out of all skips", knockOut(SPEC));
		assertEquals("Knock-out at gains 0:1 1:0.25 2:1 3:1", VariantNames.knockOut(
			NetworkSignature.of(SPEC), SkipGains.all(4).with(1, 0.25)));
		final UNetSpec some = SPEC.withSkips(SkipSet.of(1, 3));
		assertEquals("Full model", knockOut(some, 1, 3));
		assertEquals("Knock-out of skip 3", knockOut(some, 1));
		assertEquals("Twin without skips 0+2", VariantNames.twin(NetworkSignature
			.of(some)));
		assertEquals("Twin without skips", VariantNames.twin(NetworkSignature.of(
			SPEC.withSkips(SkipSet.none()))));
		assertEquals("Twin without skip 0", VariantNames.twin(NetworkSignature.of(
			SPEC.withSkips(SkipSet.of(1, 2, 3)))));
	}

	private static String knockOut(final UNetSpec spec, final int... on) {
		return VariantNames.knockOut(NetworkSignature.of(spec), SkipGains.of(SkipSet
			.of(on), 4));
	}

	private static String objects(final UNetSpec spec, final double diameter) {
		final Notes notes = new Notes(model(spec), new PixelSize(0.5, 0.5,
			"micron"), 204);
		return notes.objects(diameter).list().get(0);
	}
}
