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

package org.unetlens.ui.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.unetlens.data.Sample;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.Finding.Severity;
import org.unetlens.data.annotation.Fix;
import org.unetlens.engine.Progress;
import org.unetlens.train.Recipe;
import org.unetlens.train.StepTime;
import org.unetlens.train.TrainingBudget;
import org.unetlens.train.preflight.TrainingCost;
import org.unetlens.train.preflight.TrainingPlan;
import org.unetlens.ui.part.LatestWork;

/**
 * What the window before training shows, and what happens to it. Plans are
 * changed and looked at on one background thread, steps are probed on another,
 * so that pictures do not wait for the probe. On the event thread only.
 */
final class PlanModel {

	/** What is done beside the probe. */
	enum Look {
			PLAN, PICTURE
	}

	/** What is probed. */
	enum Probe {
			COST
	}

	/** A plan before a change, and what the change is called. */
	private record Change(LookedAt before, String label) {
	}

	private final List<Runnable> listeners = new ArrayList<>();
	private final Deque<Change> changes = new ArrayDeque<>();
	private final LatestWork<Look> look;
	private final LatestWork<Probe> probe;
	private final TrainingPlan first;
	private Optional<LookedAt> shown = Optional.empty();
	private boolean looking;
	private int selected;
	private Optional<TargetPicture> picture = Optional.empty();
	private Optional<TrainingCost> cost = Optional.empty();
	private Optional<TrainingCost> probed = Optional.empty();
	private boolean measuring;

	PlanModel(final TrainingPlan plan, final LatestWork.Monitor looking,
		final LatestWork.Monitor probing)
	{
		first = plan;
		look = new LatestWork<>(Look.class, "look at annotations", looking);
		probe = new LatestWork<>(Probe.class, "probe of a step", probing);
	}

	/** Told after every change of what is shown. */
	void addListener(final Runnable listener) {
		listeners.add(listener);
	}

	/** The plan as it is now. */
	TrainingPlan plan() {
		return shown.map(LookedAt::plan).orElse(first);
	}

	/** What was looked at last; empty before the first look. */
	Optional<LookedAt> shown() {
		return shown;
	}

	/** Whether images are being changed or looked at. */
	boolean isLooking() {
		return looking;
	}

	List<Sample> samples() {
		return shown.map(s -> s.annotations().samples()).orElse(List.of());
	}

	/** Index of the sample shown. */
	int selected() {
		return selected;
	}

	/** The picture of the sample shown; empty until it is made. */
	Optional<TargetPicture> picture() {
		return picture;
	}

	/** All there is to say but how labels were read; errors first. */
	List<Finding> findings() {
		return Stream.concat(cost.stream().flatMap(this::findings), shown.stream()
			.flatMap(s -> s.rest().stream())).sorted((a, b) -> b.severity().compareTo(
				a.severity())).toList();
	}

	private Stream<Finding> findings(final TrainingCost known) {
		return known.findings(minutes(known)).stream();
	}

	/** That are given, or that the steps or epochs will take. */
	private double minutes(final TrainingCost known) {
		final double seconds = known.secondsPerStep().orElse(0);
		return plan().settings().budget().map(b -> b
			.unit() == TrainingBudget.Unit.MINUTES ? b.amount() : b.amount() * known
				.stepsPerEpoch() * seconds / 60).orElse(known.recipe().config()
					.steps() * seconds / 60);
	}

	/**
	 * Whether a fix can be made: a network that starts from a model keeps its
	 * shape.
	 */
	boolean takes(final Fix fix) {
		final boolean shape = fix instanceof Fix.Depth ||
			fix instanceof Fix.BaseWidth;
		return plan().base().isEmpty() || !shape;
	}

	/** Whether training may begin. */
	boolean isReady() {
		return shown.isPresent() && !looking && errors() == 0;
	}

	long errors() {
		return findings().stream().filter(f -> f.severity() == Severity.ERROR)
			.count();
	}

	/** Whether memory and time could be probed and are not. */
	boolean isUnmeasured() {
		return isReady() && !measuring && cost.isEmpty();
	}

	/** What the next {@link #undo} takes back. */
	Optional<String> undoable() {
		return Optional.ofNullable(changes.peek()).map(Change::label);
	}

	/** Looks at the plan for the first time. */
	void start() {
		look("Looking at the images", () -> LookedAt.of(first), () -> {});
	}

	void select(final int index) {
		if (index == selected || index < 0 || index >= samples().size()) return;
		selected = index;
		draw();
		fire();
	}

	void apply(final Fix fix) {
		final LookedAt before = shown.orElseThrow();
		look(fix.label(), () -> LookedAt.of(before.plan().with(fix)), () -> changes
			.push(new Change(before, fix.label())));
	}

	void undo() {
		if (!changes.isEmpty() && !looking) show(changes.pop().before());
	}

	private void look(final String text, final Supplier<LookedAt> work,
		final Runnable done)
	{
		looking = true;
		look.request(Look.PLAN, text, p -> work.get(), looked -> {
			looking = false;
			done.run();
			show(looked);
		}, () -> {
			looking = false;
			fire();
		});
		fire();
	}

	private void show(final LookedAt next) {
		final String name = selected < samples().size() ? samples().get(selected)
			.name() : "";
		shown = Optional.of(next);
		selected = Math.max(0, samples().stream().map(Sample::name).toList()
			.indexOf(name));
		cost = Optional.empty();
		measuring = false;
		probe.drop(Probe.COST);
		draw();
		if (isReady()) measure();
		fire();
	}

	private void draw() {
		picture = Optional.empty();
		final TrainingPlan plan = plan();
		final List<String> classes = shown.orElseThrow().annotations().classes();
		final Sample sample = samples().get(selected);
		look.request(Look.PICTURE, "Painting", p -> TargetPicture.of(sample, plan
			.settings().recipe().targets(), classes), painted -> {
				picture = Optional.of(painted);
				fire();
			});
	}

	/** Probes memory and time of a step. */
	void measure() {
		final LookedAt at = shown.orElseThrow();
		final Optional<TrainingCost> known = probed;
		measuring = true;
		probe.request(Probe.COST, "Measuring a training step", p -> cost(at, known,
			p), measured -> {
				measuring = false;
				cost = Optional.of(measured);
				probed = cost;
				fire();
			}, () -> {
				measuring = false;
				fire();
			});
		fire();
	}

	/** @param known whose time holds for the same network and settings */
	private static TrainingCost cost(final LookedAt at,
		final Optional<TrainingCost> known, final Progress progress)
	{
		final Recipe recipe = at.plan().settings().recipe();
		final TrainingCost foretold = TrainingCost.memory(recipe, at.split());
		progress.checkCanceled();
		if (!foretold.fits()) return foretold;
		final OptionalDouble seconds = known.filter(k -> k.recipe().equals(recipe))
			.map(TrainingCost::secondsPerStep).orElse(OptionalDouble.empty());
		return foretold.withSeconds(seconds.isPresent() ? seconds.getAsDouble()
			: StepTime.step(recipe, at.split(), progress));
	}

	/** Ends the probe. */
	void cancelProbe() {
		probe.cancel();
	}

	/**
	 * Ends all work.
	 *
	 * @param last run when nothing is probed any more, on a background thread
	 */
	void close(final Runnable last) {
		look.close(() -> {});
		probe.close(last);
	}

	private void fire() {
		listeners.forEach(Runnable::run);
	}
}
