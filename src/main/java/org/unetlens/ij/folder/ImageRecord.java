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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.unetlens.file.AtomicFile;
import org.unetlens.file.FileException;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.label.Csv;

/**
 * What a run notes of an image, before it begins with it and when it is
 * finished: a text file with some lines {@code key=value}, an empty line, and
 * the measurements as CSV. Immutable.
 *
 * @param file where it is noted
 * @param values by key
 */
record ImageRecord(Path file, Map<String, String> values) {

	private static final String FORMAT = "format", SETTINGS = "settings", INPUT =
		"input", STATE = "state", OBJECTS = "objects", SECONDS = "seconds",
			OUTPUTS = "outputs";
	private static final String VERSION = "U-Net Lens segmented image 1";
	private static final String STARTED = "started", DONE = "done";

	/** Takes a line of measurements. */
	interface Rows {

		/** The line as it is in the file, without its end. */
		void take(String line) throws IOException;
	}

	ImageRecord {
		values = Map.copyOf(values);
	}

	/** Notes that results of an image will be written with these settings. */
	static void start(final Path file, final InputFile input,
		final String settings)
	{
		write(file, new TreeMap<>(Map.of(SETTINGS, settings, INPUT, state(input
			.file()), STATE, STARTED)), "");
	}

	/** Notes that all results of an image are written. */
	static void finish(final Path file, final InputFile input,
		final String settings, final ImageResult result, final double seconds)
	{
		write(file, new TreeMap<>(Map.of(SETTINGS, settings, INPUT, state(input
			.file()), STATE, DONE, OBJECTS, Integer.toString(result.objects()),
			SECONDS, Csv.number(seconds), OUTPUTS, SegmentationOutput.join(result
				.outputs()))), result.measurements().map(t -> t.toCsv()).orElse(""));
	}

	private static void write(final Path file, final Map<String, String> values,
		final String measurements)
	{
		final StringBuilder text = new StringBuilder(FORMAT + "=" + VERSION + "\n");
		values.forEach((key, value) -> text.append(key).append('=').append(value)
			.append('\n'));
		text.append('\n').append(measurements);
		AtomicFile.write(file, OnExisting.REPLACE, out -> out.write(text.toString()
			.getBytes(StandardCharsets.UTF_8)));
	}

	/** What was noted; nothing if there is no such file, or it is damaged. */
	static Optional<ImageRecord> read(final Path file) {
		if (!Files.isRegularFile(file)) return Optional.empty();
		try (BufferedReader in = Files.newBufferedReader(file)) {
			final Map<String, String> values = new TreeMap<>();
			for (String line = in.readLine(); line != null && !line.isEmpty(); line =
				in.readLine())
			{
				final int equals = line.indexOf('=');
				if (equals > 0) values.put(line.substring(0, equals), line.substring(
					equals + 1));
			}
			return VERSION.equals(values.get(FORMAT)) ? Optional.of(new ImageRecord(
				file, values)) : Optional.empty();
		}
		catch (final IOException e) {
			return Optional.empty();
		}
	}

	/** Size and time of last change: whether a file is still the same. */
	private static String state(final Path input) {
		try {
			final BasicFileAttributes a = Files.readAttributes(input,
				BasicFileAttributes.class);
			return a.size() + " bytes of " + a.lastModifiedTime();
		}
		catch (final IOException e) {
			return "unknown";
		}
	}

	boolean isDone() {
		return DONE.equals(values.get(STATE));
	}

	/** Whether the image has not changed since. */
	boolean isOf(final InputFile input) {
		return state(input.file()).equals(values.get(INPUT));
	}

	/** How it was segmented. */
	String settings() {
		return values.getOrDefault(SETTINGS, "unknown");
	}

	int objects() {
		return Integer.parseInt(values.getOrDefault(OBJECTS, "0"));
	}

	double seconds() {
		return Double.parseDouble(values.getOrDefault(SECONDS, "NaN"));
	}

	/** What there is of it; less than was wanted of very large images. */
	Set<SegmentationOutput> outputs() {
		return SegmentationOutput.parse(values.getOrDefault(OUTPUTS, ""));
	}

	/** Names of the columns of measurements; none when nothing was measured. */
	List<String> columns() {
		final String[] header = { "" };
		try (BufferedReader in = measurements()) {
			final String line = in.readLine();
			if (line != null) header[0] = line;
		}
		catch (final IOException e) {
			throw unreadable(e);
		}
		return header[0].isEmpty() ? List.of() : Csv.cells(header[0]);
	}

	/** Gives the rows of measurements to {@code rows}, one after the other. */
	void rows(final Rows rows) throws IOException {
		try (BufferedReader in = measurements()) {
			in.readLine();
			for (String line = in.readLine(); line != null; line = in.readLine())
				rows.take(line);
		}
	}

	private BufferedReader measurements() throws IOException {
		final BufferedReader in = Files.newBufferedReader(file);
		for (String line = in.readLine(); line != null && !line.isEmpty(); line = in
			.readLine())
			continue;
		return in;
	}

	private FileException unreadable(final IOException e) {
		return new FileException("The file " + file + " cannot be read (" + e
			.getMessage() + "). Delete it, then run again with resume", e);
	}
}
