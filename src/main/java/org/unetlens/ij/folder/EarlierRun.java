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

package org.unetlens.ij.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a run with what lies in its output folder already. */
final class EarlierRun {

	private final ResultFiles files;
	private final String settings;

	/** @param settings of this run, in words */
	EarlierRun(final ResultFiles files, final String settings) {
		this.files = files;
		this.settings = settings;
	}

	/**
	 * The images that are still to be done.
	 *
	 * @throws IllegalArgumentException when results would be replaced that shall
	 *           not be
	 */
	List<InputFile> open(final List<InputFile> inputs,
		final EarlierResults earlier)
	{
		switch (earlier) {
			case REFUSE -> requireFree(inputs);
			case RESUME -> {
				requireOurs(inputs);
				return inputs.stream().filter(input -> !isFinished(input)).toList();
			}
			case REPLACE -> {
				// NB: Replaced one by one, when the new ones are complete.
			}
		}
		return inputs;
	}

	private void requireFree(final List<InputFile> inputs) {
		final List<Path> results = new ArrayList<>(files.common().toList());
		inputs.stream().flatMap(files::of).forEach(results::add);
		results.stream().filter(Files::exists).findFirst().ifPresent(file -> {
			throw new IllegalArgumentException("The file " + file +
				" is there already. Choose another folder for the results, go on with the images that are not finished (--resume; in a macro resume=true), or do all anew (--overwrite; in a macro overwrite=true)");
		});
	}

	private void requireOurs(final List<InputFile> inputs) {
		if (!Files.isDirectory(files.records())) files.common().filter(
			Files::exists).findFirst().ifPresent(file -> {
				throw foreign(file);
			});
		for (final InputFile input : inputs) {
			final Optional<ImageRecord> record = ImageRecord.read(files.record(
				input));
			if (record.isPresent()) requireSame(record.get(), input);
			else files.existing(input).ifPresent(file -> {
				throw foreign(file);
			});
		}
	}

	private static IllegalArgumentException foreign(final Path file) {
		return new IllegalArgumentException("The file " + file +
			" is there, but nothing tells that a run like this one made it, so it is not replaced. Choose another folder for the results, or do all anew (--overwrite; in a macro overwrite=true)");
	}

	private void requireSame(final ImageRecord record, final InputFile input) {
		if (!record.settings().equals(settings)) throw new IllegalArgumentException(
			"The results of " + input.name() + " in " + files.folder() +
				" were made with other settings: " + record.settings() +
				"; now they are: " + settings +
				". Choose another folder for the results, the same settings, or do all anew (--overwrite; in a macro overwrite=true)");
	}

	private boolean isFinished(final InputFile input) {
		return ImageRecord.read(files.record(input)).filter(r -> r.isDone() && r
			.isOf(input) && new ResultFiles(files.folder(), r.outputs()).of(input)
				.allMatch(Files::isRegularFile)).isPresent();
	}
}
