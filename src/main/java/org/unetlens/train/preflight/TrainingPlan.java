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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Fix;
import org.unetlens.data.annotation.ObjectSurvey;
import org.unetlens.data.annotation.SampleSurvey;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.Models;
import org.unetlens.network.UNetSpec;
import org.unetlens.train.ModelTraining;
import org.unetlens.train.SettingsTree;
import org.unetlens.train.TrainingSettings;

/**
 * A training before it begins: annotated images and settings, looked at
 * together and changed by fixes. Immutable.
 */
public final class TrainingPlan {

	private static final int MOST_CHANGES = 4;
	/**
	 * What is done to images and labels, and so must be done again on resuming.
	 */
	private static final Set<Class<? extends Fix>> CHANGES = Set.of(
		Fix.Rescale.class, Fix.CommonPixelSize.class, Fix.Cut.class,
		Fix.LeaveOut.class, Fix.RemoveSpecks.class, Fix.SplitPieces.class,
		Fix.Reorient.class);

	/** NB: Not scaled, for validation is on images as they are segmented. */
	private final List<Annotations> folders;
	private final TrainingSettings settings;
	private final Optional<ModelBundle> base;
	private final List<Finding> done;
	private final Preflight preflight;

	private TrainingPlan(final List<Annotations> folders,
		final TrainingSettings settings, final Optional<ModelBundle> base,
		final List<Finding> done)
	{
		this.done = done;
		this.folders = folders;
		this.settings = settings;
		this.base = base;
		final Preflight looked = Preflight.of(annotations(), settings.recipe());
		preflight = base.map(looked::withBaseModel).orElse(looked);
	}

	/**
	 * A new training.
	 *
	 * @param folders annotated images, folder by folder, as they were read with
	 *          {@link SettingsTree#annotation}
	 * @param given what is said of the settings
	 * @throws IllegalArgumentException when images, labels, settings and base
	 *           model do not fit together
	 */
	public static TrainingPlan of(final List<Annotations> folders,
		final SettingsTree given)
	{
		final Annotations first = folders.get(0);
		final TrainingSettings settings = given.settings(first.samples().get(0)
			.channels(), first.rule());
		final Optional<ModelBundle> base = settings.baseModel().map(Models::open);
		final TrainingSettings fitted = base.isEmpty() ? settings : based(settings,
			base.get(), given.hasNetwork());
		return new TrainingPlan(changed(named(folders, fitted), fitted), fitted,
			base, List.of()).withDefaults(given);
	}

	/** One that goes on with settings that are stored. */
	public static TrainingPlan of(final List<Annotations> folders,
		final TrainingSettings stored)
	{
		return new TrainingPlan(changed(named(folders, stored), stored), stored,
			stored.baseModel().map(Models::open), List.of());
	}

	/**
	 * Makes the changes that are a matter of course, where the user says nothing
	 * else: a single image is cut into parts, patches fit images and objects,
	 * rare classes weigh more.
	 */
	private TrainingPlan withDefaults(final SettingsTree given) {
		TrainingPlan plan = this;
		for (int changes = 0; changes < MOST_CHANGES; changes++) {
			final Optional<Finding> next = plan.preflight.findings().stream().filter(
				f -> f.fix().filter(fix -> isMatterOfCourse(fix, given)).isPresent())
				.findFirst();
			if (next.isEmpty()) return plan;
			plan = plan.with(next.get().fix().get()).withDone(next.get());
		}
		return plan;
	}

	private static boolean isMatterOfCourse(final Fix fix,
		final SettingsTree given)
	{
		if (fix instanceof Fix.Cut) return !given.has("changes");
		return fix instanceof Fix.Patch && !given.has("training/patch") ||
			fix instanceof Fix.ClassWeights && !given.has("targets/class_weights");
	}

	private TrainingPlan withDone(final Finding finding) {
		final List<Finding> all = new ArrayList<>(done);
		all.add(Finding.note(finding.sentence() + " Done: " + finding.fix().get()
			.label().toLowerCase(Locale.ROOT) + "."));
		return new TrainingPlan(folders, settings, base, List.copyOf(all));
	}

	private static TrainingSettings based(final TrainingSettings settings,
		final ModelBundle base, final boolean ownNetwork)
	{
		final UNetSpec wanted = settings.recipe().spec();
		final TrainingSettings fitted = settings.withRecipe(settings.recipe()
			.basedOn(base));
		if (ownNetwork && !fitted.recipe().spec().equals(wanted))
			throw new IllegalArgumentException("The base model " + base.card()
				.name() + " has the network " + base.spec() + ", but " + wanted +
				" was asked for. Say nothing about the network: it is that of the base model");
		return fitted;
	}

	private static List<Annotations> changed(final List<Annotations> folders,
		final TrainingSettings settings)
	{
		List<Annotations> changed = folders;
		for (final Fix fix : settings.changes())
			changed = with(changed, fix);
		return changed;
	}

	private static List<Annotations> with(final List<Annotations> folders,
		final Fix fix)
	{
		if (fix instanceof Fix.Rescale) return folders;
		final List<Annotations> left = folders.stream().map(a -> a.with(fix))
			.filter(a -> !a.samples().isEmpty()).toList();
		if (left.isEmpty()) throw new IllegalArgumentException(
			"No annotated image would be left. Annotate others first");
		return left;
	}

	/** The rule of the settings in place of the one found. */
	private static List<Annotations> named(final List<Annotations> folders,
		final TrainingSettings settings)
	{
		final int channels = settings.recipe().spec().channels();
		for (final Annotations a : folders)
			for (final Sample s : a.samples())
				if (s.channels() != channels) throw new IllegalArgumentException(
					"The network is to take " + channels + " channels, but the image " + s
						.name() + " has " + s.channels() +
						"; all images need the same channels. Convert them with Image > Type");
		return folders.stream().map(a -> named(a, settings.recipe().targets()))
			.toList();
	}

	private static Annotations named(final Annotations a, final TargetRule rule) {
		if (rule.kind() == a.rule().kind() && Arrays.equals(rule.values(), a.rule()
			.values())) return a.withRule(rule, a.classes());
		// NB: Values that the user names are looked up in labels of any kind.
		if (rule.kind() == TargetRule.Kind.MEMBRANE) return a.withRule(rule, List
			.of("inside", "membrane"));
		if (rule.kind() == TargetRule.Kind.SEMANTIC && a.rule()
			.kind() == TargetRule.Kind.SEMANTIC) return a.withRule(rule, Arrays
				.stream(rule.values()).mapToObj(v -> "class " + v).toList());
		throw new IllegalArgumentException("The labels are read as " + a.rule()
			.kind().name().toLowerCase(Locale.ROOT) + " (" + String.join(", ", a
				.classes()) + "), but " + rule.kind().name().toLowerCase(Locale.ROOT) +
			" are to be learned. Give labels of one kind, or say nothing about it");
	}

	public TrainingSettings settings() {
		return settings;
	}

	/** The model to start from. */
	public Optional<ModelBundle> base() {
		return base;
	}

	/**
	 * All annotated images as the network sees them, after all changes so far.
	 */
	public Annotations annotations() {
		final double scale = settings.imageScale();
		return scale == 1 ? merged() : merged().with(new Fix.Rescale(scale));
	}

	private Annotations merged() {
		final Annotations first = folders.get(0);
		return folders.size() == 1 ? first : new Annotations(samples().stream()
			.flatMap(List::stream).toList(), first.rule(), first.classes(), folders
				.stream().flatMap(a -> a.findings().stream()).distinct().toList());
	}

	/** The samples of each folder, after all changes but the scale. */
	public List<List<Sample>> samples() {
		return folders.stream().map(Annotations::samples).toList();
	}

	/** What is to be said before training: how labels are read, then the rest. */
	public List<Finding> findings() {
		final List<Finding> all = new ArrayList<>(annotations().findings());
		all.addAll(done);
		all.addAll(preflight.findings());
		return all;
	}

	/** The same after a fix that a finding proposes. */
	public TrainingPlan with(final Fix fix) {
		if (base.isPresent() && (fix instanceof Fix.Depth ||
			fix instanceof Fix.BaseWidth)) throw new IllegalArgumentException(
				"The network is that of the base model " + base.get().card().name() +
					". Train without it for another network");
		if (fix instanceof Fix.Folds f) return withSettings(settings.withData(
			settings.data().withFolds(f.folds())));
		final TrainingSettings changed = settings.withRecipe(RecipeChange.apply(
			settings.recipe(), fix));
		if (!CHANGES.contains(fix.getClass())) return new TrainingPlan(with(folders,
			fix), changed, base, done);
		final List<Fix> changes = new ArrayList<>(settings.changes());
		changes.add(fix);
		return new TrainingPlan(with(folders, fix), changed.withChanges(changes),
			base, done);
	}

	/**
	 * The same with other settings for the same labels.
	 *
	 * @throws IllegalArgumentException when the targets are of another kind
	 */
	public TrainingPlan withSettings(final TrainingSettings other) {
		return new TrainingPlan(named(folders, other), other.withChanges(settings
			.changes()), base, done);
	}

	/** Throws, with the sentences, when training would fail or learn nothing. */
	public void requireNoErrors() {
		final String errors = findings().stream().filter(f -> f
			.severity() == Finding.Severity.ERROR).map(Finding::sentence).collect(
				Collectors.joining("\n"));
		if (!errors.isEmpty()) throw new IllegalArgumentException(errors);
	}

	/**
	 * The memory that training takes, foretold in seconds.
	 *
	 * @throws IllegalArgumentException when it does not suffice
	 */
	public void requireMemory() {
		final List<Finding> missing = TrainingCost.memory(settings.recipe(),
			settings.data().of(samples())).findings(1);
		if (!missing.isEmpty()) throw new IllegalArgumentException(missing.get(0)
			.sentence());
	}

	/**
	 * What is to be trained.
	 *
	 * @param card of the model; the size of the objects is added
	 * @throws IllegalArgumentException when there are errors
	 */
	public ModelTraining training(final ModelCard card) {
		requireNoErrors();
		return new ModelTraining(settings, settings.data().of(samples()), sized(
			card), annotations().classes());
	}

	/**
	 * The trainings of a cross-validation, which tell how good the model will be;
	 * none where it is not asked for.
	 */
	public List<ModelTraining> folds(final ModelCard card) {
		requireNoErrors();
		return settings.data().folds(samples()).stream().map(
			split -> new ModelTraining(settings, split, card, annotations()
				.classes())).toList();
	}

	private ModelCard sized(final ModelCard card) {
		final ObjectSurvey objects = SampleSurvey.objects(preflight.surveys());
		if (objects.diameters().length == 0) return card;
		final Map<String, String> training = new LinkedHashMap<>(card.training());
		training.put(ObjectSurvey.DIAMETER, Digits.of(objects.diameter(0.5) /
			settings.imageScale(), 3));
		return card.withTraining(training);
	}
}
