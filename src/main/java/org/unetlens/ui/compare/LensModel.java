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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.unetlens.compare.Comparison;
import org.unetlens.network.SkipFill;
import org.unetlens.ui.pane.Pixel;
import org.unetlens.ui.part.LatestWork;

/**
 * Holds what the window shows and asks for what is missing. Views read
 * {@link #state()}, {@link #figures()} and {@link #panes()}, which are
 * immutable, when a listener tells that something changed. On the event thread
 * only.
 */
final class LensModel {

	private final ComparisonSource source;
	private final LatestWork<LensWork> work;
	private final List<Runnable> listeners = new ArrayList<>();
	private LensState state;
	/** The state that the image shown belongs to. */
	private LensState reached;
	private ComparedImage image;
	private Comparison summary;
	private ImageBase base;
	private PaneSet panes;
	private PickedFields fields;

	/** @param first that has been compared already, counted as the source's */
	LensModel(final ComparisonSource source, final int index,
		final ComparedImage first, final LatestWork<LensWork> work)
	{
		this.source = source;
		this.work = work;
		image = first;
		state = LensState.first(first, index);
		reached = state;
	}

	/** Asks for the first pictures. */
	void start() {
		requestBase();
	}

	void addListener(final Runnable listener) {
		listeners.add(listener);
	}

	LensState state() {
		return state;
	}

	ComparisonSource source() {
		return source;
	}

	LatestWork<LensWork> work() {
		return work;
	}

	/** The image shown. */
	ComparedImage image() {
		return image;
	}

	/** A pixel in an object of the reference, to show things by. */
	Pixel example() {
		return base == null ? new Pixel(0, 0) : base.example();
	}

	/** The figures shown: of this image, or of all. */
	Comparison figures() {
		return state.summary() && summary != null ? summary : image.comparison();
	}

	/** The pictures shown; empty at the start. */
	Optional<PaneSet> panes() {
		return Optional.ofNullable(panes);
	}

	/** What the picked pixel sees, once computed. */
	Optional<PickedFields> fields() {
		return Optional.ofNullable(fields);
	}

	/** Computes what an output pixel sees. */
	void pick(final Pixel at) {
		if (base == null) return;
		final ImageBase on = base;
		work.request(LensWork.FIELDS, "Computing what the pixel sees",
			progress -> PickedFields.of(on, at), found -> {
				fields = found;
				fire();
			});
	}

	/** Forgets the picked pixel. */
	void unpick() {
		work.drop(LensWork.FIELDS);
		fields = null;
		fire();
	}

	/** Changes what is chosen, and computes what that needs. */
	void update(final UnaryOperator<LensState> change) {
		final LensState before = state;
		state = change.apply(before);
		if (state.equals(before)) return;
		final boolean other = state.slice() != before.slice() || state
			.fill() != before.fill();
		if (other || base == null) requestBase();
		else if (!state.choice().equals(before.choice()) || state.view()
			.labels() != before.view().labels()) requestPanes();
		final boolean filled = state.fill() != before.fill();
		if (filled) summary = null;
		if (state.summary() && summary == null && (filled || !before.summary()))
			requestSummary(0);
		if (!state.summary()) work.drop(LensWork.SUMMARY);
		fire();
	}

	private void requestBase() {
		final LensState wanted = state;
		final ComparedImage now = image;
		final boolean first = base == null;
		work.drop(LensWork.OUTPUT);
		work.request(LensWork.IMAGE, "Comparing " + source.name(wanted.slice()),
			progress -> ImageBase.of(first ? now : source.compare(wanted.slice(),
				wanted.fill(), progress)), shown -> show(shown, wanted), this::goBack);
	}

	private void show(final ImageBase shown, final LensState wanted) {
		reached = wanted;
		base = shown;
		image = shown.compared();
		fields = null;
		work.drop(LensWork.FIELDS);
		requestPanes();
		fire();
	}

	/** NB: Else the controls would name an image that is not shown. */
	private void goBack() {
		state = state.withSlice(reached.slice()).withFill(reached.fill());
		requestPanes();
		fire();
	}

	private void requestPanes() {
		if (base == null) return;
		final ImageBase on = base;
		final PaneSet before = panes;
		final LensState wanted = state;
		work.request(LensWork.OUTPUT, "Computing the variant", progress -> PaneSet
			.of(on, wanted.choice(), variant(on, wanted.choice(), before), wanted
				.view().labels()), set -> {
					panes = set;
					fire();
				}, () -> update(s -> s.withInstead(Optional.empty())));
	}

	/** On the background thread. */
	private static OutputPlane variant(final ImageBase on,
		final VariantChoice choice, final PaneSet before)
	{
		if (before != null && before.base() == on && before.choice().equals(choice))
			return before.variant();
		return OutputPlane.of(on.compared().probe().output(choice));
	}

	/**
	 * NB: Image by image, so that what the user asks for meanwhile need not wait
	 * for all of them.
	 */
	private void requestSummary(final int index) {
		final SkipFill fill = state.fill();
		if (index < source.size()) work.request(LensWork.SUMMARY, "Comparing " +
			source.name(index) + " for the summary", progress -> source.compare(index,
				fill, progress), compared -> requestSummary(index + 1),
			this::noSummary);
		else work.request(LensWork.SUMMARY, "Summing up", progress -> source
			.summary(fill, progress), all -> {
				summary = all;
				fire();
			}, this::noSummary);
	}

	private void noSummary() {
		update(s -> s.withSummary(false));
	}

	private void fire() {
		List.copyOf(listeners).forEach(Runnable::run);
	}
}
