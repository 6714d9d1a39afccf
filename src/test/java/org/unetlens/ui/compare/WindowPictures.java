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

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.io.File;

import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

import org.unetlens.engine.Progress;
import org.unetlens.network.SkipFill;

/** Opens the window on the sample and leaves a screenshot. */
final class WindowPictures {

	private WindowPictures() {}

	/** Arguments: width, height, file. */
	public static void main(final String... arguments) throws Exception {
		final SampleSource source = new SampleSource(1);
		final ComparedImage first = source.compare(0, SkipFill.MEAN, Progress.NONE);
		final JFrame[] frame = new JFrame[1];
		SwingUtilities.invokeAndWait(() -> {
			frame[0] = ComparisonWindow.open(source, 0, first);
			frame[0].setBounds(new Rectangle(0, 0, Integer.parseInt(arguments[0]),
				Integer.parseInt(arguments[1])));
			frame[0].validate();
		});
		final Robot robot = new Robot();
		Thread.sleep(1500);
		robot.waitForIdle();
		final Dimension screen = java.awt.Toolkit.getDefaultToolkit()
			.getScreenSize();
		final var shots = robot.createMultiResolutionScreenCapture(new Rectangle(
			screen)).getResolutionVariants();
		ImageIO.write((java.awt.image.RenderedImage) shots.get(shots.size() - 1),
			"png", new File(arguments[2]));
		System.exit(0);
	}
}
