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
import java.util.function.Predicate;

import org.unetlens.compare.Experiment;
import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;

/** Rows of a comparison's tables, knock-outs and twins apart. Stateless. */
final class ShownTables {

	private ShownTables() {}

	/** The full model and its knock-outs. */
	static Table knockOuts(final Table skips) {
		return rows("knock-outs", skips, row -> isOf(row, Experiment.FULL_MODEL) ||
			isOf(row, Experiment.KNOCK_OUT));
	}

	/** The full model and the twins. */
	static Table twins(final Table skips) {
		return rows("twins", skips, row -> isOf(row, Experiment.FULL_MODEL) || isOf(
			row, Experiment.TWIN));
	}

	/** What each skip gives. */
	static Table skips(final Table effects) {
		return rows("skip-effects", effects, row -> row.get(1).text().startsWith(
			"Skip "));
	}

	private static boolean isOf(final List<Cell> row,
		final Experiment experiment)
	{
		return row.get(0).text().equals(experiment.label());
	}

	private static Table rows(final String name, final Table from,
		final Predicate<List<Cell>> kept)
	{
		return new Table(name, from.columns(), from.rows().stream().filter(kept)
			.toList());
	}
}
