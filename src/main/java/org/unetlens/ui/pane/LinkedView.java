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

package org.unetlens.ui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The zoom, position and cursor that all panes share. On the event thread only.
 */
public final class LinkedView {

	private final List<Consumer<Focus>> zooms = new ArrayList<>();
	private final List<Runnable> listeners = new ArrayList<>();
	private final List<Consumer<Optional<Pixel>>> picks = new ArrayList<>();
	private Optional<Viewport> viewport = Optional.empty();
	private Optional<Pixel> cursor = Optional.empty();

	public void addListener(final Runnable listener) {
		listeners.add(listener);
	}

	/** Told the pixel that was clicked, or nothing when it is forgotten. */
	public void addPickListener(final Consumer<Optional<Pixel>> listener) {
		picks.add(listener);
	}

	/** Empty = the whole image, whatever the pane's size. */
	public Optional<Viewport> viewport() {
		return viewport;
	}

	public Optional<Pixel> cursor() {
		return cursor;
	}

	public void show(final Viewport shown) {
		viewport = Optional.of(shown);
		fire();
	}

	public void fit() {
		viewport = Optional.empty();
		fire();
	}

	/** A part of the image that shall fill the panes. */
	public record Focus(Pixel center, double side) {
	}

	/** Told by {@link #zoomTo}; knows how large panes are. */
	public void addZoomListener(final Consumer<Focus> listener) {
		zooms.add(listener);
	}

	/** Shows a square part of the image, as large as fits. */
	public void zoomTo(final Pixel center, final double side) {
		zooms.forEach(z -> z.accept(new Focus(center, side)));
	}

	public void moveCursor(final Pixel pixel) {
		final Optional<Pixel> now = Optional.of(pixel);
		if (now.equals(cursor)) return;
		cursor = now;
		fire();
	}

	public void pick(final Pixel pixel) {
		moveCursor(pixel);
		picks.forEach(p -> p.accept(Optional.of(pixel)));
	}

	public void unpick() {
		picks.forEach(p -> p.accept(Optional.empty()));
	}

	private void fire() {
		listeners.forEach(Runnable::run);
	}
}
