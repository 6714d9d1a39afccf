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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.ObjectSurvey;
import org.unetlens.engine.Progress;
import org.unetlens.label.Csv;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.train.doctor.Diagnosis.Evidence;

/**
 * Examines a model on annotated images on which it should work but does not.
 * Differences between training and use are undone one after the other; one is
 * named when that clearly helps. Immutable; an examination takes about a minute
 * for three images of 512 x 512 px.
 *
 * @param model to examine
 */
public record Doctor(ModelBundle model) {

	/** NB: More differences at once are not told apart. */
	private static final int ROUNDS = 3;
	/** From here on, nothing is left to be explained. */
	private static final double GOOD = 0.9;
	/** Below, the model does not work. */
	private static final double BAD = 0.5;

	/**
	 * Examines.
	 *
	 * @param images at least one, all of the same number of channels
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public Checkup examine(final List<DoctorImage> images,
		final Progress progress)
	{
		if (images.isEmpty()) throw new IllegalArgumentException(
			"There are no images to examine the model on; give at least one with its labels");
		final Optional<Diagnosis> channels = channels(images);
		if (channels.isPresent()) return new Checkup(model, List.of(channels.get()),
			List.of(), List.of(), Double.NaN, Double.NaN);
		final double scale = model.card().imageScale();
		if (scale != 1) return new Doctor(model.withCard(inOwnSize(scale))).examine(
			images.stream().map(i -> i.scaled(scale)).toList(), progress);
		try (Patient patient = new Patient(model, progress)) {
			return examine(images, patient, progress);
		}
	}

	/** For images that are scaled as the network takes them. */
	private ModelCard inOwnSize(final double scale) {
		final Map<String, String> training = new LinkedHashMap<>(model.card()
			.training());
		training.computeIfPresent(ObjectSurvey.DIAMETER, (k, d) -> Csv.number(
			scale * Double.parseDouble(d)));
		return model.card().withTraining(training).withImageScale(1);
	}

	private Checkup examine(final List<DoctorImage> images, final Patient patient,
		final Progress progress)
	{
		progress.update(0, ROUNDS + 2L, "Doctor: labels and loss");
		final List<Diagnosis> found = new ArrayList<>();
		final LabelCheck labels = LabelCheck.of(images.stream().map(
			DoctorImage::trained).toList(), patient);
		final List<SeenPatch> patches = new PatchWitness(patient).see(labels
			.samples(), images);
		found.addAll(PipelineCheck.of(patches, patient));
		progress.update(1, ROUNDS + 2L, "Doctor: the images as they are");
		final Trial first = first(labels.samples(), images, patient);
		final Trial last = cure(first, patient, found, progress);
		mask(labels, found);
		progress.update(ROUNDS + 1L, ROUNDS + 2L, "Doctor: objects and columns");
		// NB: Objects of images or labels that are put right by half say nothing.
		if (last.score() >= BAD && found.isEmpty()) new ObjectCheck(patient).of(
			last).ifPresent(found::add);
		final double tiles = PipelineCheck.tiles(first, patient);
		PipelineCheck.tiles(tiles).ifPresent(found::add);
		if (last.score() < BAD) found.add(notLearned(last, patches, patient));
		progress.update(ROUNDS + 2L, ROUNDS + 2L, "Doctor: done");
		return new Checkup(model, found, new Facts(patient, first, patches).list(
			tiles), patches, first.score(), last.score());
	}

	/** NB: The areas of an inverted mask are no objects. */
	private static void mask(final LabelCheck labels,
		final List<Diagnosis> found)
	{
		if (found.stream().noneMatch(d -> d.cause() == Cause.INVERTED_LABELS))
			labels.diagnosis().ifPresent(d -> found.add(0, d));
	}

	private Optional<Diagnosis> channels(final List<DoctorImage> images) {
		final int wanted = model.spec().channels();
		for (final DoctorImage image : images) {
			final long trained = image.trained().channels(), segmented = image
				.segmented().dimension(2);
			if (trained == wanted && segmented == wanted) continue;
			return Optional.of(Diagnosis.of(Cause.CHANNEL_COUNT, image.trained()
				.name() + " has " + (trained == wanted ? segmented : trained) +
				(trained == 1 ? " channel" : " channels") + ", the model takes " +
				wanted + ".", wanted == 1
					? "Convert the images to grey (Image > Type > 8-bit), or choose one channel (Image > Duplicate...)."
					: "Bring the channels together (Image > Color > Merge Channels...), or choose a model for such images."));
		}
		return Optional.empty();
	}

	/** What is segmented, beside the labels that the model knows. */
	private static Trial first(final List<Sample> samples,
		final List<DoctorImage> images, final Patient patient)
	{
		return Trial.of(IntStream.range(0, samples.size()).mapToObj(i -> Sample.of(
			samples.get(i).name(), images.get(i).segmented(), samples.get(i).labels())
			.withPixelSize(samples.get(i).pixelSize())).toList(), s -> patient.model()
				.normalization().measure(s.image()), patient);
	}

	/** Undoes the difference that helps most, again and again. */
	private static Trial cure(final Trial first, final Patient patient,
		final List<Diagnosis> found, final Progress progress)
	{
		final Set<Cause> named = new HashSet<>();
		Trial trial = first;
		for (int round = 0; round < ROUNDS && trial.score() < GOOD +
			0.07; round++)
		{
			progress.update(round + 1L, ROUNDS + 2L,
				"Doctor: looking for differences");
			final Optional<Cured> best = best(trial, named, patient, progress);
			if (best.isEmpty()) break;
			add(best.get().diagnosis(trial, patient), found);
			named.add(best.get().remedy.cause());
			trial = best.get().trial;
		}
		return trial;
	}

	/** NB: What was seen directly is told with the evidence found later. */
	private static void add(final Diagnosis diagnosis,
		final List<Diagnosis> found)
	{
		for (int i = 0; i < found.size(); i++)
			if (found.get(i).cause() == diagnosis.cause()) {
				final Diagnosis seen = found.get(i);
				found.set(i, new Diagnosis(seen.cause(), seen.finding(), seen.remedy(),
					diagnosis.evidence()));
				return;
			}
		found.add(diagnosis);
	}

	private record Cured(Remedy remedy, Trial trial) {

		Diagnosis diagnosis(final Trial before, final Patient patient) {
			return remedy.diagnosis(before, trial, patient);
		}
	}

	private static Optional<Cured> best(final Trial trial, final Set<Cause> named,
		final Patient patient, final Progress progress)
	{
		Cured best = null;
		for (final Remedy remedy : Remedies.of(trial, patient)) {
			progress.checkCanceled();
			// NB: Near the top only a shift can still be told, and after a first
			// difference a second one must be clearer.
			if (named.contains(remedy.cause()) || trial.score() + remedy
				.leastGain() > 1) continue;
			final Optional<Trial> tried = remedy.tryOn(trial, patient);
			if (tried.isEmpty() || tried.get().score() < Math.max(remedy.leastScore(),
				trial.score() + remedy.leastGain() * (1 + named.size()))) continue;
			if (best == null || tried.get().score() > best.trial.score()) best =
				new Cured(remedy, tried.get());
		}
		return Optional.ofNullable(best);
	}

	private static Diagnosis notLearned(final Trial last,
		final List<SeenPatch> patches, final Patient patient)
	{
		final double loss = patches.stream().mapToDouble(p -> p.loss().value())
			.average().orElse(Double.NaN);
		final String trained = new Facts(patient, last, patches).lastLoss();
		return new Diagnosis(Cause.NOT_LEARNED, String.format(Locale.ROOT,
			"The model does not know these images%s: foreground and labels agree by %.2f only (1 = the same pixels, 0 = as by chance), and the loss of their patches is %.2f%s.",
			patches.isEmpty() ? "" : ", with all differences undone that were found",
			last.score(), loss, trained.isEmpty() ? ""
				: ", at the end of the training it was " + trained),
			"Check that the labels belong to these images. If so, annotate some of them and train on (base model = this model), or train longer if they were trained on.",
			Optional.of(new Evidence(last.looks().get(0), last.looks().get(0))));
	}
}
