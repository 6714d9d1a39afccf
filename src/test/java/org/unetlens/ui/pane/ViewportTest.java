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

package org.unetlens.ui.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Point2D;

import org.junit.jupiter.api.Test;

class ViewportTest {

	@Test
	void theWholeImageFits() {
		final Viewport v = Viewport.fit(97, 61, 485, 200);
		assertEquals(200 / 61.0, v.scale(), 1e-12);
		assertEquals(new Point2D.Double(48.5, 30.5), v.image(242.5, 100, 485, 200));
		final Point2D corner = v.transform(485, 200).transform(new Point2D.Double(
			97, 61), null);
		assertEquals(242.5 + 48.5 * v.scale(), corner.getX(), 1e-9);
		assertEquals(200, corner.getY(), 1e-9);
	}

	@Test
	void whatIsUnderTheCursorStaysThere() {
		final Viewport v = new Viewport(20, 10, 3);
		final Point2D.Double before = v.image(17, 150, 333, 201);
		final Point2D.Double after = v.zoomed(2.5, 17, 150, 333, 201).image(17, 150,
			333, 201);
		assertEquals(before.x, after.x, 1e-9);
		assertEquals(before.y, after.y, 1e-9);
		assertEquals(7.5, v.zoomed(2.5, 17, 150, 333, 201).scale(), 1e-12);
		assertEquals(Viewport.LARGEST, v.zoomed(1000, 0, 0, 9, 9).scale());
	}

	@Test
	void draggingMovesThePicture() {
		final Viewport v = new Viewport(20, 10, 4).panned(8, -2);
		assertEquals(new Viewport(18, 10.5, 4), v);
	}
}
