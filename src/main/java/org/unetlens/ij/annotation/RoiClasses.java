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

package org.unetlens.ij.annotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.unetlens.data.annotation.Finding;

/**
 * The classes that the names of all outlines of a set make. Immutable.
 *
 * @param names of the classes in alphabetical order, background not among them
 * @param findings what is to be said about the names
 * @param className the class of each outline that is an object
 */
record RoiClasses(List<String> names, List<Finding> findings,
		Function<RoiName, String> className) {

	static final String OBJECT = "object";
	private static final int MOST = 20;

	/** @param all of the outlines that are objects */
	static RoiClasses of(final List<RoiName> all) {
		final Map<String, Long> counts = count(all, RoiName::className);
		final long single = counts.values().stream().filter(n -> n == 1).count();
		// NB: Names such as "cell 12" are given to each object by itself.
		final boolean numbered = counts.size() > 3 && 2 * single > counts.size();
		final RoiClasses classes = of(all, numbered ? RoiName::classWithoutNumber
			: RoiName::className, numbered);
		return classes.names.size() > MOST ? new RoiClasses(List.of(OBJECT), List
			.of(Finding.warning("The outlines have " + classes.names.size() +
				" different names, too many to be classes; they are all read as one class. A name is a class: cell, or cell#1 to number objects.")),
			n -> OBJECT) : classes;
	}

	private static RoiClasses of(final List<RoiName> all,
		final Function<RoiName, String> name, final boolean numbered)
	{
		final Map<String, Long> counts = count(all, name);
		final long unnamed = Optional.ofNullable(counts.remove("")).orElse(0L);
		if (unnamed > 0) counts.merge(OBJECT, unnamed, Long::sum);
		final List<String> names = List.copyOf(new TreeSet<>(counts.keySet()));
		return new RoiClasses(names, findings(names, unnamed, numbered), n -> name
			.apply(n).isEmpty() ? OBJECT : name.apply(n));
	}

	private static List<Finding> findings(final List<String> names,
		final long unnamed, final boolean numbered)
	{
		if (names.size() > 1 && unnamed > 0) return List.of(Finding.warning(
			unnamed + (unnamed == 1 ? " outline has no class in the name and counts"
				: " outlines have no class in the name and count") +
				" as class object; rename " + (unnamed == 1 ? "it" : "them") +
				" in the ROI Manager."));
		if (numbered) return List.of(Finding.note(
			"Numbers at the end of names are read as numbers of objects, not as classes."));
		return List.of();
	}

	private static Map<String, Long> count(final List<RoiName> all,
		final Function<RoiName, String> name)
	{
		return all.stream().collect(Collectors.groupingBy(name, Collectors
			.counting()));
	}
}
