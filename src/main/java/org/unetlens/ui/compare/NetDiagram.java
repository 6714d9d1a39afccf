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

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.SkipEffect;
import org.unetlens.network.LayerGeometry;
import org.unetlens.network.LayerNames;
import org.unetlens.ui.picture.LensColors;

/**
 * The drawn U: levels are boxes to click, skips are arrows with their controls.
 */
final class NetDiagram extends JPanel {

	private static final long serialVersionUID = 1L;
	/** Effects below this are not blown up to thick arrows. */
	private static final double LEAST_SCALE = 0.05;

	private final transient LensModel model;
	private final List<LevelBox> encoders = new ArrayList<>();
	private final List<LevelBox> decoders = new ArrayList<>();
	private final List<Component> middles = new ArrayList<>();
	private final LevelBox bottleneck;

	NetDiagram(final LensModel model) {
		this.model = model;
		setName("U");
		final int depth = model.image().depth();
		for (int k = 0; k < depth; k++)
			add(encoders, box(LayerNames.encoder(k, 2), "encoder"));
		bottleneck = box(LayerNames.encoder(depth, 2), "bottleneck");
		add(bottleneck);
		for (int k = depth - 1; k >= 0; k--)
			decoders.add(0, box(LayerNames.decoder(k, 2), "decoder"));
		for (int k = 0; k < depth; k++)
			add(middles, middle(k));
		for (int k = depth - 1; k >= 0; k--)
			add(decoders.get(k));
		setLayout(new NetLayout(encoders, decoders, bottleneck, middles));
		model.addListener(this::refresh);
		refresh();
	}

	private <T extends Component> void add(final List<T> list, final T c) {
		list.add(c);
		add(c);
	}

	private LevelBox box(final String layer, final String part) {
		final LevelBox box = new LevelBox(geometry(layer), part);
		final ActionListener select = e -> {
			box.setSelected(true);
			model.update(s -> s.withLevel(box.geometry().level()));
		};
		box.addActionListener(select);
		return box;
	}

	private LayerGeometry geometry(final String layer) {
		return model.figures().layers().stream().filter(g -> g.layer().equals(
			layer)).findFirst().orElseThrow();
	}

	private Component middle(final int level) {
		if (has(level)) return new SkipControl(level, model);
		final JLabel none = new JLabel("no skip", SwingConstants.CENTER);
		none.setForeground(LensColors.NONE);
		none.setVerticalAlignment(SwingConstants.TOP);
		return none;
	}

	private boolean has(final int level) {
		return model.figures().model().signature().skips().contains(level);
	}

	private void refresh() {
		final LensState state = model.state();
		for (int k = 0; k < middles.size(); k++) {
			if (middles.get(k) instanceof SkipControl control) {
				control.show(state);
				control.show(effect(k), state.score());
			}
			encoders.get(k).setSelected(k == state.level());
			decoders.get(k).setSelected(k == state.level());
		}
		bottleneck.setSelected(state.level() == middles.size());
		repaint();
	}

	private SkipEffect effect(final int level) {
		return model.figures().effect(level, model.state().score());
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		super.paintComponent(graphics);
		final Graphics2D g = (Graphics2D) graphics.create();
		final NetArrows arrows = new NetArrows(g, getForeground(), getBackground());
		arrows.ends(encoders.get(0), decoders.get(0));
		for (int k = 1; k < encoders.size(); k++) {
			arrows.down(encoders.get(k - 1), encoders.get(k));
			arrows.up(decoders.get(k), decoders.get(k - 1));
		}
		final int last = encoders.size() - 1;
		arrows.bottom(encoders.get(last), bottleneck, decoders.get(last));
		final double scale = scale();
		for (int k = 0; k < encoders.size(); k++)
			skip(arrows, k, scale);
		g.dispose();
	}

	private void skip(final NetArrows arrows, final int k, final double scale) {
		if (middles.get(k) instanceof SkipControl control) arrows.skip(encoders.get(
			k), decoders.get(k), control.getY() + control.arrowY(), effect(k).off(),
			scale, model.state().switches().get(k).value());
		else arrows.absent(encoders.get(k), decoders.get(k));
	}

	/** The effect that gets the thickest arrow. */
	private double scale() {
		final Comparison figures = model.figures();
		return Math.max(LEAST_SCALE, IntStream.range(0, middles.size()).filter(
			this::has).mapToDouble(k -> Math.abs(figures.effect(k, model.state()
				.score()).off().value())).filter(v -> !Double.isNaN(v)).max().orElse(
					0));
	}
}
