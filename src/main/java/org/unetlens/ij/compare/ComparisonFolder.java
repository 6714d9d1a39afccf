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

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.ImageComparison;
import org.unetlens.compare.Output;
import org.unetlens.compare.Table;
import org.unetlens.compare.Table.Cell;
import org.unetlens.compare.Tables;
import org.unetlens.engine.Progress;
import org.unetlens.file.AtomicFile;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.network.SkipFill;
import org.unetlens.network.SkipGains;
import org.unetlens.network.SkipSet;
import org.unetlens.ui.report.HtmlReport;
import org.unetlens.ui.report.Provenance;
import org.unetlens.ui.report.ReportImage;

/**
 * The folder that a comparison without a window leaves: {@code report.html},
 * {@code skips.csv}, {@code effects.csv}, {@code layers.csv},
 * {@code curves.csv}, and pictures as PNG. Immutable.
 *
 * @param folder made if missing
 * @param onExisting what happens to files that are there
 */
public record ComparisonFolder(Path folder, OnExisting onExisting) {

	private static final String BY_IMAGE = "skips_by_image";

	/** The report. */
	public Path report() {
		return folder.resolve("report.html");
	}

	/** Throws, before anything is computed, when a result is there already. */
	public void requireFree() {
		if (onExisting == OnExisting.REPLACE) return;
		for (final Path file : List.of(report(), csv("skips"), csv("effects"), csv(
			"layers"), csv("curves")))
			if (Files.exists(file)) throw new IllegalArgumentException("The file " +
				file +
				" is there already. Choose another folder, or allow overwriting (--overwrite, in a macro overwrite=true)");
	}

	/**
	 * Compares all images and writes everything.
	 *
	 * @return the figures: of the image, or summed over several
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public Comparison write(final SessionSource source, final SkipFill fill,
		final Progress progress)
	{
		final List<ImageComparison> all = source.all(fill, progress);
		final Comparison comparison = source.summary(fill, progress);
		if (all.size() == 1) writeOne(all.get(0), progress);
		else writeSeveral(comparison, all, progress);
		Tables.of(comparison).forEach(this::write);
		return comparison;
	}

	private void writeOne(final ImageComparison compared,
		final Progress progress)
	{
		final ReportImage image = ReportImage.of(compared, progress);
		final ComparisonPictures pictures = new ComparisonPictures();
		final List<Output> outputs = new ArrayList<>(image.knockOuts().values());
		outputs.addAll(image.twins());
		pictures.addPanes("", compared.image(), image.reference(), outputs);
		pictures.addPlots(compared.comparison());
		pictures.addShiftTest(image.shiftTest());
		write(pictures);
		HtmlReport.of(image, Provenance.now()).write(report(), onExisting);
	}

	private void writeSeveral(final Comparison summary,
		final List<ImageComparison> all, final Progress progress)
	{
		for (final ImageComparison compared : all) {
			progress.checkCanceled();
			// NB: Written at once: the pictures of all would not fit into memory.
			final ComparisonPictures pictures = new ComparisonPictures();
			pictures.addPanes(ComparisonPictures.fileName(withoutEnding(compared
				.image().name())) + "_", compared.image(), compared.reference(),
				outputs(compared));
			write(pictures);
		}
		final ComparisonPictures plots = new ComparisonPictures();
		plots.addPlots(summary);
		write(plots);
		write(byImage(all));
		HtmlReport.summary(summary, all, progress).write(report(), onExisting);
	}

	/** {@code a.tif, slice 1} becomes {@code a, slice 1}. */
	private static String withoutEnding(final String name) {
		return name.replaceFirst("\\.[A-Za-z]{2,4}(?=$|,)", "");
	}

	/** The full model, the knock-out of all skips, the twins. */
	private static List<Output> outputs(final ImageComparison compared) {
		final Comparison comparison = compared.comparison();
		final List<Output> outputs = new ArrayList<>();
		for (final SkipSet on : List.of(comparison.model().signature().skips(),
			SkipSet.none()))
			outputs.add(compared.output(SkipGains.of(on, comparison.model()
				.depth())));
		IntStream.range(0, comparison.twins().size()).mapToObj(compared::twin)
			.forEach(outputs::add);
		return outputs;
	}

	/** The skips tables of all images in one, the image's name in front. */
	private static Table byImage(final List<ImageComparison> all) {
		final List<String> columns = new ArrayList<>(List.of("image"));
		final List<List<Cell>> rows = new ArrayList<>();
		for (final ImageComparison compared : all) {
			final Table skips = Tables.skips(compared.comparison());
			if (rows.isEmpty()) columns.addAll(skips.columns());
			for (final List<Cell> cells : skips.rows()) {
				final List<Cell> row = new ArrayList<>(List.of(Cell.of(compared.image()
					.name())));
				row.addAll(cells);
				rows.add(row);
			}
		}
		return new Table(BY_IMAGE, columns, rows);
	}

	private void write(final ComparisonPictures pictures) {
		for (final var entry : pictures.all().entrySet())
			write(entry.getKey(), entry.getValue());
	}

	private void write(final String name, final BufferedImage picture) {
		ImageFiles.savePng(picture, folder.resolve(name + ".png"), onExisting);
	}

	private void write(final Table table) {
		AtomicFile.write(csv(table.name()), onExisting, out -> out.write(table
			.toCsv().getBytes(StandardCharsets.UTF_8)));
	}

	private Path csv(final String table) {
		return folder.resolve(table + ".csv");
	}
}
