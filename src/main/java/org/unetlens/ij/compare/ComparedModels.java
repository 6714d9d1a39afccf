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

package org.unetlens.ij.compare;

import java.util.ArrayList;
import java.util.List;

import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.model.BundledModels;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.Models;

/**
 * The model under comparison and its twins. Immutable.
 *
 * @param model with skip connections
 * @param twins trained in the same way without some of them; may be empty
 */
public record ComparedModels(ModelBundle model, List<ModelBundle> twins) {

	/** Copies the list. */
	public ComparedModels {
		twins = List.copyOf(twins);
	}

	/**
	 * Opens models; starts the engine.
	 *
	 * @param model name of a bundled model, or path of a model file
	 * @param twins the same, of twins; twins that come with a bundled model need
	 *          not be named
	 * @param bundledTwins whether those are added
	 * @throws org.unetlens.model.ModelException when there is no such model
	 */
	public static ComparedModels open(final String model,
		final List<String> twins, final boolean bundledTwins,
		final Progress progress)
	{
		final List<String> names = new ArrayList<>(bundledTwins ? BundledModels
			.twins(model) : List.of());
		twins.stream().filter(twin -> !names.contains(twin)).forEach(names::add);
		Engine.start(progress);
		return new ComparedModels(Models.open(model), names.stream().map(
			Models::open).toList());
	}

	/**
	 * The number of a class.
	 *
	 * @param nameOrNumber empty or {@code all} for all objects, which is 0
	 * @throws IllegalArgumentException that names the classes, when it is none
	 */
	public int classIndex(final String nameOrNumber) {
		final String given = nameOrNumber.strip();
		if (given.isEmpty() || given.equalsIgnoreCase("all")) return 0;
		if (given.matches("\\d{1,3}")) return Integer.parseInt(given);
		final int index = model.classes().indexOf(given);
		if (index < 1) throw new IllegalArgumentException("The class '" + given +
			"' is to be compared, but the model " + model.card().name() +
			" has the classes " + String.join(", ", model.classes()) +
			"; give one of them but the first, or all");
		return index;
	}
}
