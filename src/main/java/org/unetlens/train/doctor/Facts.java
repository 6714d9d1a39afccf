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

package org.unetlens.train.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unetlens.data.Sample;
import org.unetlens.network.ReceptiveField;
import org.unetlens.tensor.PixelSize;
import org.unetlens.train.TrainingCourse;
import org.unetlens.train.TrainingCurve.Point;
import org.unetlens.train.doctor.Checkup.Fact;

/** Training and these images, line by line. */
final class Facts {

	private static final String UNKNOWN = "not known";

	private final Patient patient;
	private final Trial first;
	private final List<SeenPatch> patches;

	Facts(final Patient patient, final Trial first,
		final List<SeenPatch> patches)
	{
		this.patient = patient;
		this.first = first;
		this.patches = patches;
	}

	/** @param tiles largest difference between small tiles and large ones */
	List<Fact> list(final double tiles) {
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Channels", "" + patient.model().spec().channels(), "" +
			first.samples().get(0).channels()));
		facts.add(new Fact("Normalisation", patient.isKnown() ? ImageRemedies.words(
			patient.recipe().normalization()) : UNKNOWN, ImageRemedies.words(patient
				.model().normalization())));
		facts.add(new Fact("Pixel size", size(patient.model().pixelSize()), size(
			first.samples().get(0).pixelSize())));
		facts.add(diameter());
		facts.add(new Fact("Side of what is seen at once", patches.isEmpty()
			? UNKNOWN : patches.get(0).loss().patch().width() + " px (patch)", first
				.samples().get(0).width() + " x " + first.samples().get(0).height() +
				" px (image)"));
		facts.add(new Fact("Field of view of the network", ReceptiveField.size(
			patient.model().spec()) + " px", "the same"));
		facts.add(new Fact("Loss", lastLoss().isEmpty() ? UNKNOWN : lastLoss(),
			losses()));
		facts.add(new Fact("Cut into columns against as a whole", "not cut", String
			.format(Locale.ROOT, "probabilities differ by %.1e at most", tiles)));
		facts.add(new Fact("Foreground against labels", UNKNOWN, String.format(
			Locale.ROOT, "agreement %.3f (1 = the same pixels, 0 = as by chance)",
			first.score())));
		return facts;
	}

	private Fact diameter() {
		final OptionalDouble known = Sizes.known(patient.model());
		final double here = Sizes.diameter(first.samples().stream().map(
			Facts::objects).toList());
		return new Fact("Diameter of objects (median)", known.isPresent() ? px(known
			.getAsDouble()) : UNKNOWN, here > 0 ? px(here) : "none");
	}

	private static Sample objects(final Sample sample) {
		return LabelRemedies.relabelled(sample, l -> Math.max(0, l));
	}

	private static String px(final double pixels) {
		return String.format(Locale.ROOT, "%.1f px", pixels);
	}

	/** The loss in the last tenth of the training; empty when not known. */
	String lastLoss() {
		final Optional<TrainingCourse> course = TrainingCourse.of(patient.model());
		if (course.isEmpty() || course.get().loss().points().isEmpty()) return "";
		final List<Point> points = course.get().loss().points();
		return String.format(Locale.ROOT, "%.3f", points.subList(Math.min(points
			.size() - 1, points.size() * 9 / 10), points.size()).stream().mapToDouble(
				Point::value).average().orElseThrow());
	}

	private String losses() {
		return String.join(", ", patches.stream().map(p -> String.format(
			Locale.ROOT, "%.3f", p.loss().value())).toList()) +
			" (worst patch of each image)";
	}

	private static String size(final PixelSize size) {
		return size.isCalibrated() ? String.format(Locale.ROOT, "%.4g x %.4g %s",
			size.x(), size.y(), size.unit()) : UNKNOWN;
	}
}
