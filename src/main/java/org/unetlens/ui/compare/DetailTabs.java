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

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.swing.JComponent;
import javax.swing.JTabbedPane;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Table;
import org.unetlens.compare.Tables;
import org.unetlens.ui.pane.LinkedView;

/** What stands below the U and the panes. */
final class DetailTabs {

	private final LensModel model;
	private Comparison shown;
	private final JTabbedPane tabs = new JTabbedPane();
	private final PlotsPanel plots;
	private final FeaturesPanel features;
	private final FieldsPanel fields;
	private final TablePanel knockOuts = new TablePanel("knock-outs");
	private final TablePanel twins = new TablePanel("twins");
	private final TablePanel effects = new TablePanel("skip effects");
	private final TablePanel layers = new TablePanel("resolution");

	DetailTabs(final LensModel model, final LinkedView view,
		final ComparisonExports exports)
	{
		this.model = model;
		plots = new PlotsPanel(model, exports);
		features = new FeaturesPanel(model, view, row -> exports.show(PaneExports
			.features(model.image(), row)));
		fields = new FieldsPanel(model);
		tabs.setName("details");
		add("Plots", 'L', plots, "Figures as plots");
		add("Features", 'F', features, "Feature maps at the selected level");
		add("Receptive field", 'R', fields, "What one pixel sees");
		add("Resolution", 'S', layers, "Size and reach of every layer");
		add("Skip effects", 'I', effects,
			"Knock-out: what each skip gives, with intervals");
		add("Knock-outs", 'K', knockOuts,
			"The same weights, skips silenced: all scores");
		add("Twins", 'W', twins, "Nets trained without skips: all scores");
		add("Findings", 'D', new WordsPanel(model), "All findings in words");
		add("Guide", 'G', new GuidePanel(model, view), "Five steps");
		model.addListener(this::refresh);
		refresh();
	}

	private void add(final String title, final char mnemonic,
		final JComponent content, final String tip)
	{
		tabs.addTab(title, null, content, tip);
		tabs.setMnemonicAt(tabs.getTabCount() - 1, mnemonic);
	}

	JTabbedPane component() {
		return tabs;
	}

	PlotsPanel plots() {
		return plots;
	}

	FeaturesPanel features() {
		return features;
	}

	/** The tables that there are now, as shown. */
	List<Table> tables() {
		return Stream.of(effects, knockOuts, twins, layers, fields.table()).map(
			TablePanel::shown).filter(Objects::nonNull).toList();
	}

	private void refresh() {
		if (model.figures() == shown) return;
		shown = model.figures();
		final Table skips = Tables.skips(model.figures());
		knockOuts.show(ShownTables.knockOuts(skips));
		twins.show(ShownTables.twins(skips));
		effects.show(ShownTables.skips(Tables.effects(model.figures())));
		layers.show(Tables.layers(model.figures()));
	}
}
