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

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;

import com.sun.management.OperatingSystemMXBean;

import org.assertj.swing.core.BasicComponentFinder;
import org.assertj.swing.core.ComponentFinder;
import org.unetlens.engine.Progress;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.pane.PaneCanvas;
import org.unetlens.ui.pane.PaneContent;

/**
 * How long it takes from a changed switch or slider to the painted variant, on
 * 512 x 512 pixels with the bundled nuclei model. Needs a display.
 */
final class RepaintBenchmark {

	private static final int ROUNDS = 12;

	private final PaneCanvas variant;
	private final ComponentFinder finder;

	private RepaintBenchmark(final JFrame frame) {
		finder = BasicComponentFinder.finderWithCurrentAwtHierarchy();
		variant = finder.findByName(frame, "Variant canvas", PaneCanvas.class);
	}

	public static void main(final String... arguments) throws Exception {
		final long start = System.nanoTime();
		final ComparisonSource source = NucleiSource.open(512, 1);
		final ComparedImage first = source.compare(0, SkipFill.MEAN, Progress.NONE);
		System.out.printf("opened and compared in %.1f s%n", seconds(start));
		final AtomicReference<JFrame> frame = new AtomicReference<>();
		SwingUtilities.invokeAndWait(() -> frame.set(ComparisonWindow.open(source,
			0, first, new NotedExports())));
		new RepaintBenchmark(frame.get()).run();
		System.exit(0);
	}

	private void run() throws Exception {
		while (content() == null)
			Thread.sleep(10);
		final JCheckBox box = finder.findByName("skip 1", JCheckBox.class);
		print("switch", i -> box.doClick(0));
		final JSlider slider = finder.findByName("gain 2", JSlider.class);
		print("slider", i -> slider.setValue(20 + 3 * i));
	}

	private interface Change {

		void make(int round);
	}

	private void print(final String name, final Change change) throws Exception {
		final double[] times = new double[ROUNDS];
		final long cpu = cpu();
		for (int i = 0; i < ROUNDS; i++) {
			final int round = i;
			final PaneContent before = content();
			final long start = System.nanoTime();
			SwingUtilities.invokeAndWait(() -> change.make(round));
			while (content() == before)
				Thread.sleep(1);
			SwingUtilities.invokeAndWait(() -> variant.paintImmediately(0, 0, variant
				.getWidth(), variant.getHeight()));
			times[i] = seconds(start);
		}
		Arrays.sort(times);
		System.out.printf(
			"%s: median %.3f s, longest %.3f s; %.3f s of processor time each%n",
			name, times[ROUNDS / 2], times[ROUNDS - 1], (cpu() - cpu) / 1e9 / ROUNDS);
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private PaneContent content() throws Exception {
		final AtomicReference<PaneContent> shown = new AtomicReference<>();
		final Supplier<PaneContent> get = variant::content;
		SwingUtilities.invokeAndWait(() -> shown.set(get.get()));
		return shown.get();
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}
}
