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

package org.unetlens.ui.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unetlens.compare.Comparison;
import org.unetlens.compare.Guide;
import org.unetlens.compare.ImageComparison;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;

/**
 * The report of a comparison: one HTML file with pictures, numbers, settings
 * and versions in it, that needs nothing from elsewhere. Its numbers are those
 * of {@link org.unetlens.compare.Tables}. Immutable; made on any thread,
 * without a display.
 */
public final class HtmlReport {

	private final ReportFile file;

	private HtmlReport(final ReportFile file) {
		this.file = file;
	}

	/**
	 * A report on one image; takes seconds.
	 *
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public static HtmlReport of(final ImageComparison compared,
		final Progress progress)
	{
		final ReportImage image = ReportImage.of(compared, progress);
		final HtmlReport report = of(image, Provenance.now());
		progress.update(1, 1, "Report: done");
		return report;
	}

	/** The same of what has been computed. */
	public static HtmlReport of(final ReportImage image,
		final Provenance provenance)
	{
		final Comparison comparison = image.comparison();
		final Panes panes = new Panes(image);
		final Optional<ExperimentPanes> pictures = Optional.of(new ExperimentPanes(
			image, panes));
		if (!comparison.model().isUNet()) return asItIs(comparison, pictures,
			provenance, probes(image, panes));
		final List<Guide.Step> guide = Guide.of(comparison, image.place().x(), image
			.place().y());
		final List<Section> sections = new ArrayList<>(List.of(new SummarySection(
			comparison), new SettingsSection(comparison, provenance), new NetSection(
				comparison), new KnockOutSection(comparison, pictures), new TwinSection(
					comparison, pictures, image.twins()), new PlotSection(comparison),
			new ResolutionSection(comparison, guide, Optional.of(new WalkPictures(
				panes.input(), image.place(), comparison.model().depth())))));
		sections.addAll(probes(image, panes));
		sections.add(new ReadingSection(comparison, guide.get(2)));
		return report(comparison, provenance, sections);
	}

	/** Of a network that cannot be taken apart. */
	private static HtmlReport asItIs(final Comparison comparison,
		final Optional<ExperimentPanes> pictures, final Provenance provenance,
		final List<Section> more)
	{
		final List<Section> sections = new ArrayList<>(List.of(new SummarySection(
			comparison), new SettingsSection(comparison, provenance),
			new KnockOutSection(comparison, pictures), new PlotSection(comparison)));
		sections.addAll(more);
		return report(comparison, provenance, sections);
	}

	/** What can be left out. */
	private static List<Section> probes(final ReportImage image,
		final Panes panes)
	{
		final List<Section> sections = new ArrayList<>();
		if (!image.paths().isEmpty()) sections.add(new FieldSection(image, panes
			.input()));
		if (!image.features().isEmpty()) sections.add(new FeatureSection(image));
		if (image.shifted().isPresent() || !image.shiftTest().isEmpty()) sections
			.add(new ShiftSection(image, panes));
		return sections;
	}

	/**
	 * A report on several images: their sum, then each one in short.
	 *
	 * @param summary of the images
	 * @throws java.util.concurrent.CancellationException when progress says so
	 */
	public static HtmlReport summary(final Comparison summary,
		final List<ImageComparison> images, final Progress progress)
	{
		final Stages stages = new Stages(progress, images.size() + 1);
		stages.next("transplant");
		final Optional<TransplantSection> transplant = summary.model().isUNet()
			? TransplantSection.of(images) : Optional.empty();
		final HtmlReport report = summary(summary, transplant, page -> {
			for (final ImageComparison image : images) {
				stages.next(image.image().name());
				// NB: One at a time: the outputs of all would not fit into memory.
				new ImageSection(ReportImage.brief(image)).write(page);
			}
		}, Provenance.now());
		progress.update(1, 1, "Report: done");
		return report;
	}

	/** The same of what has been computed. */
	static HtmlReport summary(final Comparison summary,
		final Optional<TransplantSection> transplant, final Section images,
		final Provenance provenance)
	{
		final Section byImage = page -> page.section("images", "Image by image",
			() -> images.write(page));
		if (!summary.model().isUNet()) return asItIs(summary, Optional.empty(),
			provenance, List.of(byImage));
		final List<Guide.Step> guide = Guide.of(summary);
		final List<Section> sections = new ArrayList<>(List.of(new SummarySection(
			summary), new SettingsSection(summary, provenance), new NetSection(
				summary), new KnockOutSection(summary, Optional.empty()),
			new TwinSection(summary, Optional.empty(), List.of()), new PlotSection(
				summary), new ResolutionSection(summary, guide, Optional.empty())));
		transplant.ifPresent(sections::add);
		sections.add(new ReadingSection(summary, guide.get(2)));
		sections.add(byImage);
		return report(summary, provenance, sections);
	}

	private static HtmlReport report(final Comparison comparison,
		final Provenance provenance, final List<Section> sections)
	{
		final Page page = new Page();
		sections.forEach(s -> s.write(page));
		new DefinitionSection(comparison, provenance).write(page);
		new NumbersSection(comparison).write(page);
		return new HtmlReport(ReportFile.of(page, "Skip connections of " +
			comparison.model().card().name() + " on " + comparison.title(),
			"What each skip connection of the U-Net gives, and what is lost without it.",
			provenance));
	}

	/** The whole file. */
	public String html() {
		return file.html();
	}

	/**
	 * Writes the file, whole or not at all.
	 *
	 * @throws org.unetlens.file.FileException when it exists and shall not be
	 *           replaced, or cannot be written
	 */
	public void write(final Path file, final OnExisting onExisting) {
		this.file.write(file, onExisting);
	}
}
