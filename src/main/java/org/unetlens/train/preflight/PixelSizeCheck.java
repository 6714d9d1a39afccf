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

package org.unetlens.train.preflight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.NameList;
import org.unetlens.tensor.PixelSize;

/** Calibration: missing, mixed, or another than the model's. */
final class PixelSizeCheck implements Check {

	/** Sizes that differ by less count as the same. */
	private static final double SAME = 1.1;
	private static final double AS_THE_MODEL = 1.25;

	@Override
	public List<Finding> find(final Preflight preflight) {
		final List<Sample> samples = preflight.samples();
		final List<String> missing = samples.stream().filter(s -> !s.pixelSize()
			.isCalibrated()).map(Sample::name).toList();
		if (missing.size() == samples.size()) return List.of(Finding.note(
			"No image has a pixel size, so the model cannot know images of another magnification. Set it with Image > Properties... if you know it."));
		final List<Finding> findings = new ArrayList<>();
		if (!missing.isEmpty()) findings.add(Finding.warning(missing.size() +
			" of " + samples.size() + " images have no pixel size: " + NameList.few(
				missing) +
			". Set it with Image > Properties..., if their magnification is the same."));
		calibrated(samples.stream().map(Sample::pixelSize).filter(
			PixelSize::isCalibrated).toList(), missing.isEmpty(), preflight,
			findings);
		return findings;
	}

	private static void calibrated(final List<PixelSize> sizes, final boolean all,
		final Preflight preflight, final List<Finding> findings)
	{
		final List<String> units = sizes.stream().map(PixelSize::unit).distinct()
			.sorted().toList();
		if (units.size() > 1) {
			findings.add(Finding.warning("Pixel sizes are given in " + String.join(
				" and ", units) + ". Give all in one unit with Image > Properties..."));
			return;
		}
		final PixelSize smallest = sizes.stream().min(Comparator.comparingDouble(
			PixelSize::x)).get();
		final PixelSize largest = sizes.stream().max(Comparator.comparingDouble(
			PixelSize::x)).get();
		final PixelSize middle = sizes.stream().sorted(Comparator.comparingDouble(
			PixelSize::x)).toList().get(sizes.size() / 2);
		final PixelSize square = new PixelSize(middle.x(), middle.x(), middle
			.unit());
		if (largest.x() > SAME * smallest.x()) add(findings, all, square,
			"Pixel sizes range from " + text(smallest.x()) + " to " + text(largest
				.x()) + " " + middle.unit() +
				", so the same object has different sizes in pixels. Scale all images to one size.");
		else if (sizes.stream().anyMatch(PixelSizeCheck::isOblong)) add(findings,
			all, square, "Pixels are not square (" + text(middle.x()) + " x " + text(
				middle.y()) + " " + middle.unit() + "). Scale the images.");
		else preflight.baseModel().ifPresent(m -> compare(m.pixelSize(), middle,
			all, m.card().name(), findings));
	}

	private static boolean isOblong(final PixelSize size) {
		return Math.max(size.x(), size.y()) > SAME * Math.min(size.x(), size.y());
	}

	private static void compare(final PixelSize model, final PixelSize images,
		final boolean all, final String name, final List<Finding> findings)
	{
		if (!model.unit().equals(images.unit())) return;
		final double factor = images.x() / model.x();
		if (Math.max(factor, 1 / factor) <= AS_THE_MODEL) return;
		add(findings, all, model, "The images have " + text(images.x()) + " " +
			images.unit() + " per pixel, the model " + name + " was made for " + text(
				model.x()) + ": it sees objects " + (factor > 1 ? "smaller"
					: "larger") + " than it knows. Scale the images to " + Digits.of(100 *
						factor, 3) + " %.");
	}

	private static String text(final double size) {
		return Digits.of(size, 4);
	}

	/** NB: Only images that all have a size can be brought to one. */
	private static void add(final List<Finding> findings, final boolean all,
		final PixelSize to, final String sentence)
	{
		final Finding finding = Finding.warning(sentence);
		findings.add(all ? finding.withFix(new Fix.CommonPixelSize(to)) : finding);
	}
}
