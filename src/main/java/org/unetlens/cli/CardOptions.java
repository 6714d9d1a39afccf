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

package org.unetlens.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.unetlens.ij.SegmentationFiles;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelCard.Citation;
import org.unetlens.model.ModelCard.DataSource;

import picocli.CommandLine.Option;

/** The options that become a {@link ModelCard}. */
final class CardOptions {

	@Option(names = "--name",
		description = "Name of the model; default: that of the file.")
	private String name;

	@Option(names = "--description",
		defaultValue = "A U-Net trained with U-Net Lens.",
		description = "One sentence.")
	private String description;

	@Option(names = "--author", description = "May be given several times.")
	private List<String> authors = List.of();

	@Option(names = "--license", defaultValue = "CC0-1.0", paramLabel = "SPDX",
		description = "Of the model; default: ${DEFAULT-VALUE}.")
	private String license;

	@Option(names = "--tag",
		description = "Search word; may be given several times.")
	private List<String> tags = List.of();

	@Option(names = "--data", paramLabel = "NAME|LICENCE|CITATION",
		description = "Training data; may be given several times.")
	private List<String> data = List.of();

	@Option(names = "--cite", paramLabel = "TEXT|DOI",
		description = "What to cite; may be given several times.")
	private List<String> citations = List.of();

	ModelCard card(final Path output) {
		return new ModelCard(name == null ? SegmentationFiles.name(output) : name,
			description, "", authors.isEmpty() ? List.of(System.getProperty(
				"user.name")) : authors, citations.stream().map(c -> parts(c, 2)).map(
					p -> new Citation(p[0], p[1])).toList(), license, tags, data.stream()
						.map(d -> parts(d, 3)).map(p -> new DataSource(p[0], p[1], p[2]))
						.toList(), Map.of(), Map.of());
	}

	private static String[] parts(final String text, final int n) {
		final String[] found = text.split("\\|", -1);
		if (found.length != n) throw new IllegalArgumentException("'" + text +
			"' has " + found.length + " parts separated by |, but " + n +
			" are needed");
		return found;
	}
}
