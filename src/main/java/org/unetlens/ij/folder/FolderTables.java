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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.label.Csv;

/**
 * Writes the tables of all images from what was noted of each, image by image,
 * so that any number of objects needs no memory.
 */
final class FolderTables {

	private final ResultFiles files;
	private final List<InputFile> inputs;
	private final OnExisting onExisting;

	/** @param inputs in the order of the tables */
	FolderTables(final ResultFiles files, final List<InputFile> inputs,
		final OnExisting onExisting)
	{
		this.files = files;
		this.inputs = inputs;
		this.onExisting = onExisting;
	}

	/** @param failures reasons by name of the image */
	void write(final Map<String, String> failures) {
		if (files.outputs().contains(SegmentationOutput.TABLE)) writeMeasurements();
		AtomicFile.write(files.log(), onExisting, out -> writeLog(out, failures));
	}

	private Optional<ImageRecord> finished(final InputFile input) {
		return ImageRecord.read(files.record(input)).filter(ImageRecord::isDone);
	}

	private void writeMeasurements() {
		final MergedColumns columns = new MergedColumns();
		for (final InputFile input : inputs)
			finished(input).ifPresent(record -> columns.add(record.columns()));
		// NB: Nothing was finished, so nothing is known, not even the columns.
		if (columns.names().isEmpty()) return;
		AtomicFile.write(files.table(), onExisting, out -> {
			write(out, "image," + Csv.line(columns.names()));
			for (final InputFile input : inputs) {
				final Optional<ImageRecord> record = finished(input);
				if (record.isPresent()) writeRows(out, input, record.get(), columns);
			}
		});
	}

	private static void writeRows(final OutputStream out, final InputFile input,
		final ImageRecord record, final MergedColumns columns) throws IOException
	{
		final List<String> own = record.columns();
		final boolean same = own.equals(columns.names());
		final String line = Csv.line(List.of(input.name()));
		final String name = line.substring(0, line.length() - 1);
		record.rows(row -> write(out, name + "," + (same ? row + "\n" : Csv.line(
			columns.row(own, Csv.cells(row))))));
	}

	private void writeLog(final OutputStream out,
		final Map<String, String> failures) throws IOException
	{
		write(out, Csv.line(List.of("image", "result", "objects", "seconds",
			"reason")));
		for (final InputFile input : inputs)
			write(out, Csv.line(logRow(input, failures)));
	}

	private List<String> logRow(final InputFile input,
		final Map<String, String> failures)
	{
		final String reason = failures.get(input.name());
		if (reason != null) return List.of(input.name(), "failed", "", "", reason);
		return finished(input).map(r -> List.of(input.name(), "done", Integer
			.toString(r.objects()), Csv.number(r.seconds()), missing(r))).orElse(List
				.of(input.name(), "not done", "", "", "canceled before"));
	}

	private String missing(final ImageRecord record) {
		final List<SegmentationOutput> missing = files.outputs().stream().filter(
			o -> !record.outputs().contains(o)).toList();
		return missing.isEmpty() ? "" : "larger than memory, so without " +
			SegmentationOutput.join(missing);
	}

	private static void write(final OutputStream out, final String text)
		throws IOException
	{
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}
}
