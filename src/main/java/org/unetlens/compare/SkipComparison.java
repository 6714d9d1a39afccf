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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.unetlens.compare.Comparison.Reference;
import org.unetlens.compare.Comparison.Units;
import org.unetlens.engine.Progress;
import org.unetlens.infer.PathGradient;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.infer.SkipSession;
import org.unetlens.model.ModelBundle;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerTable;
import org.unetlens.network.SkipFill;

/**
 * Compares a model with itself without skip connections, on any number of
 * images. Thread-safe: one call at a time; holds native memory until closed.
 */
public final class SkipComparison implements AutoCloseable {

	/** As many as a transplant needs. */
	private static final int KEPT = 2;

	private final ModelBundle model;
	private final Twins twins;
	private final ComparisonSettings settings;
	private final ComparedObjects objects;
	private final SkipSession session;
	/** The images that were used last, the last one at the end. */
	private final Map<ComparisonImage, Workspace> spaces = new LinkedHashMap<>();

	private SkipComparison(final ModelBundle model, final Twins twins,
		final ComparisonSettings settings, final ComparedObjects objects,
		final SkipSession session)
	{
		this.model = model;
		this.twins = twins;
		this.settings = settings;
		this.objects = objects;
		this.session = session;
	}

	/**
	 * @param twins nets of the same classes, trained without skips; may be empty
	 * @throws IllegalArgumentException when the model has no skips, a class is
	 *           not there, or a twin does not fit
	 */
	public static SkipComparison of(final ModelBundle model,
		final List<ModelBundle> twins, final ComparisonSettings settings)
	{
		requireUnscaled(model);
		final ComparedObjects objects = ComparedObjects.of(model, settings
			.classIndex());
		final SegmenterOptions options = SegmenterOptions.defaults()
			.withMemoryBudget(settings.memoryBudget());
		final ComparisonSettings used = model.isUNet() ? settings : settings
			.withFill(SkipFill.ZERO);
		return new SkipComparison(model, Twins.of(model, twins, settings
			.classIndex(), options), used, objects, SkipSession.of(model, options));
	}

	/** NB: What a network sees elsewhere would not be what it sees here. */
	private static void requireUnscaled(final ModelBundle model) {
		final double scale = model.card().imageScale();
		if (scale != 1) throw new IllegalArgumentException("The model " + model
			.card().name() + " takes images scaled to " + Math.round(100 * scale) +
			" %, but the comparison takes them as they are. To compare its skips, train it without scaling: with the settings {\"changes\": []}");
	}

	/**
	 * Computes the comparison on one image.
	 *
	 * @throws IllegalArgumentException when the image does not suit the model, or
	 *           is too large for the memory budget
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public synchronized ImageComparison compare(final ComparisonImage image,
		final Progress progress)
	{
		final Stages stages = new Stages(progress, 2 + twins.size());
		final Workspace space = space(image, stages.next("Encoding " + image
			.name()));
		final List<OutputMeasures> measures = new ArrayList<>();
		for (int k = 0; k < twins.size(); k++)
			measures.add(twins.output(k, image, stages.next("Running twins")).measure(
				space.map()));
		return compare(image, space, measures, settings, stages.next(
			"Knocking out skips"));
	}

	/** The same image with another fill; twins are not run again. */
	synchronized ImageComparison compare(final ImageComparison before,
		final SkipFill fill, final Progress progress)
	{
		final Stages stages = new Stages(progress, 1);
		return compare(before.image(), space(before.image(), Progress.NONE), before
			.measured().twins(), settings.withFill(usable(fill)), stages.next(
				"Knocking out skips"));
	}

	private ImageComparison compare(final ComparisonImage image,
		final Workspace space, final List<OutputMeasures> ofTwins,
		final ComparisonSettings used, final Progress progress)
	{
		final Measured measured = new Measured(space.measureKnockOuts(used.fill(),
			progress), ofTwins);
		final Figures figures = new Figures(model, twins.models(), used, measured);
		final List<LayerGeometry> layers = model.isUNet() ? LayerTable.of(model
			.spec(), image.pixels().dimension(1), image.pixels().dimension(0)) : List
				.of();
		final int n = space.map().objects();
		final Notes notes = notes(image, used).truth(settings.classIndex() == 0 &&
			image.truth().filter(t -> t != space.reference()).isPresent()).objects(
				space.map().medianDiameter()).image(image.pixels().dimension(0), image
					.pixels().dimension(1)).count(n, Units.OBJECTS);
		return new ImageComparison(this, image, space, measured, figures,
			new Comparison(image.name(), model, used, image.pixelSize(), reference(
				image), Units.OBJECTS, n, figures.knockOuts(), figures.twins(), figures
					.effects(), layers, notes.list()));
	}

	/**
	 * Sums over images: scores pooled, intervals over images.
	 *
	 * @param images of this session, at least 2, all with truth or all without
	 * @throws IllegalArgumentException when they cannot be summed
	 */
	public synchronized Comparison summary(final List<ImageComparison> images) {
		requireSummable(images);
		final ImageComparison first = images.get(0);
		final ComparisonSettings used = first.comparison().settings();
		final Figures figures = new Figures(model, twins.models(), used, Measured
			.sum(images.stream().map(ImageComparison::measured).toList()));
		final List<LayerGeometry> layers = first.comparison().layers();
		final Notes notes = notes(first.image(), used).objects(median(images))
			.count(images.size(), Units.IMAGES);
		return new Comparison(images.size() + " images", model, used, first.image()
			.pixelSize(), reference(first.image()), Units.IMAGES, images.size(),
			figures.knockOuts(), figures.twins(), figures.effects(), layers, notes
				.list());
	}

	private void requireSummable(final List<ImageComparison> images) {
		if (images.size() < 2) throw new IllegalArgumentException("A summary of " +
			images.size() + " image" + (images.size() == 1 ? "" : "s") +
			" was asked for; compare at least 2");
		final ImageComparison first = images.get(0);
		for (final ImageComparison image : images) {
			if (!image.isOf(this) || !image.comparison().settings().equals(first
				.comparison().settings())) throw new IllegalArgumentException(
					"The image " + image.image().name() +
						" was compared in another session or with another fill than " +
						first.image().name() + "; compare all images alike");
			if (image.image().truth().isPresent() != first.image().truth()
				.isPresent()) throw new IllegalArgumentException("Of the images " +
					first.image().name() + " and " + image.image().name() +
					" only one has a truth; give it for all images or for none");
		}
	}

	private static double median(final List<ImageComparison> images) {
		final double[] sorted = images.stream().mapToDouble(
			ImageComparison::medianDiameter).filter(d -> !Double.isNaN(d)).sorted()
			.toArray();
		final int n = sorted.length;
		return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
	}

	/** NB: A network that is computed as it is has no maps to take means of. */
	private SkipFill usable(final SkipFill fill) {
		return model.isUNet() ? fill : SkipFill.ZERO;
	}

	private static Reference reference(final ComparisonImage image) {
		return image.truth().isPresent() ? Reference.TRUTH : Reference.FULL_MODEL;
	}

	private Notes notes(final ComparisonImage image,
		final ComparisonSettings used)
	{
		final Notes notes = new Notes(model, image.pixelSize(), model
			.receptiveField());
		if (image.truth().isEmpty()) notes.and(
			"No truth was given: the full model's own output is the reference, so the full model scores 1 by definition, and a difference is no error.");
		if (image.scaling().isPresent()) notes.and(
			"Intensities are normalised over the whole image or stack, of which this is a part.");
		notes.settings(used.fill());
		objects.note().ifPresent(notes::and);
		return notes;
	}

	/** Computes on an image, whose workspace is made again if it was dropped. */
	synchronized <R> R with(final ImageComparison image,
		final Function<Workspace, R> work)
	{
		return work.apply(space(image.image(), Progress.NONE));
	}

	private Workspace space(final ComparisonImage image,
		final Progress progress)
	{
		Workspace space = spaces.remove(image);
		if (space == null) space = new Workspace(session, objects, image, progress);
		spaces.put(image, space);
		if (spaces.size() > KEPT) spaces.remove(spaces.keySet().iterator().next());
		return space;
	}

	SkipSession skips() {
		return session;
	}

	synchronized OutputPictures twin(final int index,
		final ComparisonImage image)
	{
		return twins.output(index, image, Progress.NONE);
	}

	synchronized List<PathGradient> gradients(final ComparisonImage image,
		final long x, final long y)
	{
		return session.gradients(image.anyType(), Workspace.scaling(session, image),
			x, y, objects.logit());
	}

	synchronized List<Curve> shiftTest(final ComparisonImage image,
		final SkipFill fill, final Progress progress)
	{
		return new ShiftTest(session, objects, fill).run(image.anyType(), Workspace
			.scaling(session, image), progress);
	}

	@Override
	public synchronized void close() {
		spaces.clear();
		session.close();
	}
}
