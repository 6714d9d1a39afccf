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

import java.awt.BorderLayout;
import java.awt.GridBagLayout;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Curve;
import org.unetlens.compare.Score;
import org.unetlens.compare.Variant;
import org.unetlens.ui.plot.ComparisonPlots;
import org.unetlens.ui.plot.Plot;

/** All plots side by side; the shift test on demand, for it takes a while. */
final class PlotsPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** What the plots were made of. */
	private record Key(Comparison figures, Score score, List<Variant> beside) {
	}

	private final transient LensModel model;
	private final PlotCard effects;
	private final PlotCard errors;
	private final PlotCard edges;
	private final PlotCard spectrum;
	private final PlotCard shift;
	private final JButton compute = new JButton("Run the shift test");
	private transient Key shown;
	private transient ComparedImage shifted;

	PlotsPanel(final LensModel model, final ComparisonExports exports) {
		super(new BorderLayout());
		this.model = model;
		effects = card("Knock-out: what each skip gives", exports);
		errors = card("Error by distance to the boundary", exports);
		edges = card("Edge profile", exports);
		spectrum = card("Power spectrum", exports);
		shift = card("Shift test", exports);
		final SideBySide row = new SideBySide();
		Stream.of(effects, errors, edges, spectrum, shift).forEach(row::add);
		final JScrollPane scroll = new JScrollPane(row);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		add(scroll, BorderLayout.CENTER);
		compute.setToolTipText(
			"Moves the input by 0 to 2^depth - 1 pixels and measures how the output changes");
		compute.addActionListener(e -> runShiftTest());
		model.addListener(this::refresh);
		refresh();
	}

	private PlotCard card(final String name, final ComparisonExports exports) {
		return new PlotCard(name, plot -> exports.show(title(plot), plot));
	}

	private String title(final Plot plot) {
		return plot.title() + " - " + model.figures().title();
	}

	/** Those that there are now. */
	List<Plot> plots() {
		return Stream.of(effects, errors, edges, spectrum, shift).map(
			PlotCard::plot).filter(p -> p != null).toList();
	}

	private void refresh() {
		if (model.image() != shifted) offerShiftTest();
		final Key key = new Key(model.figures(), model.state().score(), ShownVariant
			.beside(model));
		if (key.equals(shown)) return;
		shown = key;
		effects.show(ComparisonPlots.skipEffects(key.figures(), key.score()));
		errors.show(ComparisonPlots.errorByDistance(key.figures(), key.beside()));
		edges.show(ComparisonPlots.edgeProfile(key.figures(), key.beside()));
		spectrum.show(ComparisonPlots.spectrum(key.figures(), key.beside()));
	}

	private void offerShiftTest() {
		shifted = model.image();
		final JPanel middle = new JPanel(new GridBagLayout());
		middle.setOpaque(false);
		middle.add(compute);
		compute.setEnabled(true);
		shift.fill(middle);
	}

	private void runShiftTest() {
		compute.setEnabled(false);
		final ComparedImage on = model.image();
		model.work().<List<Curve>> request(LensWork.SHIFT, "Running the shift test",
			progress -> on.probe().shiftTest(progress), curves -> {
				if (on == model.image()) shift.show(ComparisonPlots.shiftTest(curves));
			}, () -> compute.setEnabled(true));
	}
}
