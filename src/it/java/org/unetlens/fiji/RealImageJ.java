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


package org.unetlens.fiji;

import net.imagej.ImageJ;
import net.imagej.patcher.LegacyInjector;

import org.unetlens.engine.Engine;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;

/** A real ImageJ2 with imagej-legacy, without a display; one per process. */
final class RealImageJ {

	static {
		// NB: Before the first class of ImageJ is loaded.
		LegacyInjector.preinit();
	}

	private static final class Holder {

		private static final ImageJ IMAGEJ = start();
	}

	private RealImageJ() {}

	static ImageJ get() {
		return Holder.IMAGEJ;
	}

	private static ImageJ start() {
		Engine.start();
		final ImageJ imageJ = new ImageJ();
		imageJ.ui().setHeadless(true);
		return imageJ;
	}

	/** Two bright boxes, of 77 and 117 pixels. */
	static ImagePlus boxes() {
		final ByteProcessor plane = new ByteProcessor(61, 47);
		plane.setColor(180);
		plane.fill(new Roi(5, 5, 11, 7));
		plane.fill(new Roi(30, 20, 9, 13));
		return new ImagePlus("boxes", plane);
	}
}
