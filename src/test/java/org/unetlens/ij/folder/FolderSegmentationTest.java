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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unetlens.engine.Engine;
import org.unetlens.engine.Progress;
import org.unetlens.file.OnExisting;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.SegmentationSettings;
import org.unetlens.ij.ThresholdModel;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.tiff.BigTiffs;

import ij.ImagePlus;
import ij.gui.Roi;

/** Runs {@link FolderSegmentation} with a network from a model file. */
public class FolderSegmentationTest {

	@TempDir
	private Path folder;
	private Path in;
	private Path out;
	private FolderSettings settings;
	private final List<String> heard = Collections.synchronizedList(
		new ArrayList<>());

	@BeforeEach
	void prepare() throws IOException {
		in = Files.createDirectory(folder.resolve("in"));
		out = folder.resolve("out");
		final String model = ThresholdModel.write(1, folder.resolve("m.zip"))
			.toString();
		settings = FolderSettings.of(in, out, SegmentationSettings.of(model)
			.withOptions(options(2)));
	}

	private static SegmenterOptions options(final int threads) {
		return SegmenterOptions.defaults().withThreads(threads).withMemoryBudget(
			64 << 20);
	}

	/** Image k has k boxes, 4 px apart, of 5 x (k + 2) px. */
	private void images(final int n) {
		for (int k = 1; k <= n; k++) {
			final ImagePlus image = ij.IJ.createImage("i", "16-bit black", 50 + k, 41,
				1);
			image.getProcessor().setColor(100 * k);
			for (int b = 0; b < k; b++)
				image.getProcessor().fill(new Roi(2 + 9 * b, 3, 5, k + 2));
			ImageFiles.saveTiff(image, in.resolve("c" + k + ".tif"),
				OnExisting.REPLACE);
		}
	}

	private FolderReport run(final FolderSettings s) {
		heard.clear();
		return new FolderSegmentation(s).run(Progress.NONE, (image, objects,
			seconds) -> heard.add(image + " " + objects));
	}

	private List<String> lines(final String file) throws IOException {
		return Files.readAllLines(out.resolve(file));
	}

	private Set<String> written() throws IOException {
		try (Stream<Path> files = Files.walk(out)) {
			return files.filter(Files::isRegularFile).map(f -> out.relativize(f)
				.toString()).filter(f -> !f.startsWith(".segmented")).collect(Collectors
					.toCollection(TreeSet::new));
		}
	}

	private String refusal(final FolderSettings s) {
		return assertThrows(IllegalArgumentException.class, () -> run(s))
			.getMessage();
	}

	@Test
	void allImagesOneTableAndALog() throws IOException {
		images(3);
		Files.writeString(in.resolve("notes.txt"), "no image");
		final FolderReport report = run(settings);
		assertEquals(3, report.segmented());
		assertEquals(6, report.objects());
		assertEquals(Set.of("c1.tif 1", "c2.tif 2", "c3.tif 3"), Set.copyOf(heard));
		assertEquals(Set.of("c1_labels.tif", "c2_labels.tif", "c3_labels.tif",
			"measurements.csv", "images.csv"), written());
		assertEquals(2, ImageFiles.open(out.resolve("c2_labels.tif")).getProcessor()
			.get(15, 6));
		final List<String> table = lines("measurements.csv");
		assertEquals(7, table.size());
		assertTrue(table.get(0).startsWith("image,label,area (px),area (pixel^2)"));
		assertTrue(table.get(1).startsWith("c1.tif,1,15,15,4.5,4.5,2,3,5,3,"), table
			.get(1));
		assertTrue(table.get(6).startsWith("c3.tif,3,25,25,22.5,5.5,20,3,5,5,"),
			table.get(6));
		final List<String> log = lines("images.csv");
		assertEquals("image,result,objects,seconds,reason", log.get(0));
		assertTrue(log.get(2).matches("c2.tif,done,2,[0-9.]+,"), log.get(2));
	}

	@Test
	void everyOutputHasItsFile() throws IOException {
		images(1);
		run(settings.withSegmentation(settings.segmentation().withOutputs(EnumSet
			.allOf(SegmentationOutput.class))));
		assertEquals(Set.of("c1_labels.tif", "c1_masks.tif", "c1_overlay.png",
			"c1_probability.tif", "c1_rois.zip", "images.csv", "measurements.csv"),
			written());
		assertEquals(255, ImageFiles.open(out.resolve("c1_masks.tif")).getStack()
			.getVoxel(2, 3, 1));
		assertEquals(1, org.unetlens.ij.annotation.RoiFiles.read(out.resolve(
			"c1_rois.zip")).size());
	}

	@Test
	void resultsDoNotDependOnThreads() throws IOException {
		images(5);
		run(settings.withSegmentation(settings.segmentation().withOptions(options(
			1))));
		final String one = Files.readString(out.resolve("measurements.csv"));
		run(settings.withEarlier(EarlierResults.REPLACE).withSegmentation(settings
			.segmentation().withOptions(options(4))));
		assertEquals(one, Files.readString(out.resolve("measurements.csv")));
	}

	@Test
	void nothingIsReplacedUnasked() throws IOException {
		images(2);
		Files.createDirectories(out);
		Files.writeString(out.resolve("c2_labels.tif"), "mine");
		assertTrue(refusal(settings).contains("c2_labels.tif is there already"));
		assertTrue(refusal(settings.withEarlier(EarlierResults.RESUME)).contains(
			"nothing tells that a run like this one made it"));
		assertEquals("mine", Files.readString(out.resolve("c2_labels.tif")));
		assertEquals(Set.of("c2_labels.tif"), written());
		run(settings.withEarlier(EarlierResults.REPLACE));
		assertEquals(2, ImageFiles.open(out.resolve("c2_labels.tif"))
			.getStatistics().max);
	}

	@Test
	void resumeDoesWhatIsMissingOrChanged() throws IOException {
		images(5);
		run(settings);
		final String table = Files.readString(out.resolve("measurements.csv"));
		Files.delete(out.resolve("c2_labels.tif"));
		Files.setLastModifiedTime(in.resolve("c4.tif"), FileTime.fromMillis(1_000));
		final FolderReport report = run(settings.withEarlier(
			EarlierResults.RESUME));
		assertEquals(Set.of("c2.tif 2", "c4.tif 4"), Set.copyOf(heard));
		assertEquals(3, report.finished());
		assertTrue(report.summary().contains("3 images finished before"));
		assertEquals(table, Files.readString(out.resolve("measurements.csv")));
		assertEquals(6, lines("images.csv").size());
	}

	@Test
	void resumeWithOtherSettingsIsRefused() {
		images(2);
		run(settings);
		final String reason = refusal(settings.withEarlier(EarlierResults.RESUME)
			.withSegmentation(settings.segmentation().withOutputs(EnumSet.of(
				SegmentationOutput.MASKS))));
		assertTrue(reason.contains("other settings: model threshold (") && reason
			.contains("outputs labels,table; now") && reason.contains(
				"outputs masks"), reason);
	}

	@Test
	void aBadFileDoesNotStopTheOthers() throws IOException {
		images(3);
		Files.writeString(in.resolve("a bad one.tif"), "no image");
		final ImagePlus red = ij.IJ.createImage("i", "RGB black", 20, 20, 1);
		red.getProcessor().setColor(java.awt.Color.RED);
		red.getProcessor().fill(new Roi(3, 3, 8, 8));
		ImageFiles.saveTiff(red, in.resolve("d.tif"), OnExisting.REFUSE);
		ImageFiles.saveTiff(ij.IJ.createImage("flat", "8-bit black", 20, 20, 1), in
			.resolve("e, flat.tif"), OnExisting.REFUSE);
		final FolderReport report = run(settings);
		assertEquals(3, report.segmented());
		assertEquals(List.of("a bad one.tif", "d.tif", "e, flat.tif"), List.copyOf(
			report.failures().keySet()));
		final String failure = assertThrows(FailedImagesException.class,
			report::requireAllDone).getMessage();
		assertTrue(failure.contains("3 images of 6 could not be segmented") &&
			failure.contains("a bad one.tif: ") && failure.contains("channel=grey"),
			failure);
		final List<String> log = lines("images.csv");
		assertTrue(log.get(1).startsWith("a bad one.tif,failed,,,"), log.get(1));
		assertTrue(log.get(6).startsWith(
			"\"e, flat.tif\",failed,,,\"All pixels of"), log.get(6));
		Files.copy(in.resolve("c1.tif"), in.resolve("a bad one.tif"),
			StandardCopyOption.REPLACE_EXISTING);
		final FolderReport again = run(settings.withEarlier(EarlierResults.RESUME));
		assertEquals(List.of("a bad one.tif 1"), heard);
		assertEquals(2, again.failures().size());
	}

	/** Cancels at the first question after a number of images were finished. */
	private FolderReport cancelAfter(final int images, final FolderSettings s) {
		heard.clear();
		final Progress canceling = new Progress() {

			@Override
			public void update(final long done, final long total,
				final String message)
			{
				assertTrue(done <= total, message);
			}

			@Override
			public boolean isCanceled() {
				return heard.size() >= images;
			}
		};
		return new FolderSegmentation(s).run(canceling, (image, objects,
			seconds) -> heard.add(image));
	}

	@Test
	void canceledRunCanBeResumed() throws IOException {
		images(5);
		run(settings);
		final String table = Files.readString(out.resolve("measurements.csv"));
		out = folder.resolve("second");
		final FolderSettings second = new FolderSettings(in, out, "*", false,
			EarlierResults.REFUSE, settings.segmentation().withOptions(options(1)));
		assertThrows(CancellationException.class, () -> cancelAfter(2, second));
		assertEquals(List.of("c1.tif", "c2.tif"), heard);
		assertEquals(Set.of("c1_labels.tif", "c2_labels.tif", "images.csv",
			"measurements.csv"), written());
		assertEquals(1 + 3, lines("measurements.csv").size());
		assertEquals("c3.tif,not done,,,canceled before", lines("images.csv").get(
			3));
		assertEquals(2, run(second.withEarlier(EarlierResults.RESUME)).finished());
		assertEquals(table, Files.readString(out.resolve("measurements.csv")));
	}

	@Test
	void severalImagesAtATimeAreCanceledToo() throws IOException {
		images(5);
		assertThrows(CancellationException.class, () -> cancelAfter(1, settings));
		assertTrue(heard.size() < 5, heard::toString);
		try (Stream<Path> files = Files.walk(out)) {
			assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
		}
		final FolderReport rest = run(settings.withEarlier(EarlierResults.RESUME));
		assertEquals(5, rest.segmented() + rest.finished());
		assertEquals(1 + 15, lines("measurements.csv").size());
	}

	/** NB: What a killed process leaves: files of an image that was begun. */
	@Test
	void imageThatWasBegunIsDoneAnew() throws IOException {
		images(2);
		run(settings);
		final Path record = out.resolve(".segmented/c1.tif.txt");
		Files.writeString(record, Files.readString(record).replace("state=done",
			"state=started"));
		Files.delete(out.resolve("measurements.csv"));
		run(settings.withEarlier(EarlierResults.RESUME));
		assertEquals(List.of("c1.tif 1"), heard);
		assertEquals(4, lines("measurements.csv").size());
	}

	@Test
	void foldersKeepTheirStructure() throws IOException {
		images(2);
		Files.createDirectories(in.resolve("week 2/day 1"));
		Files.move(in.resolve("c2.tif"), in.resolve("week 2/day 1/c1.tif"));
		run(settings.withRecursive(true));
		assertTrue(written().contains("week 2/day 1/c1_labels.tif"),
			written()::toString);
		assertEquals(2, ImageFiles.open(out.resolve("week 2/day 1/c1_labels.tif"))
			.getStatistics().max);
		assertTrue(lines("measurements.csv").get(2).startsWith(
			"week 2/day 1/c1.tif,1,"));
	}

	@Test
	void resultsMayLieBesideTheImages() throws IOException {
		images(2);
		out = in;
		final FolderSettings here = new FolderSettings(in, in, "*", true,
			EarlierResults.REFUSE, settings.segmentation());
		run(here);
		assertEquals(2, run(here.withEarlier(EarlierResults.RESUME)).finished());
		assertEquals(2, run(here.withEarlier(EarlierResults.REPLACE)).segmented());
	}

	@Test
	void nativeMemoryIsGivenBack() {
		images(5);
		run(settings);
		System.gc();
		final long before = Engine.memoryInUse();
		run(settings.withEarlier(EarlierResults.REPLACE));
		final long after = Engine.memoryInUse();
		assertTrue(after < before + 100_000, "bytes of native memory: " + before +
			" before, " + after + " after");
	}

	/** NB: BigTIFF files count as larger than memory whatever their size. */
	@Test
	void largerThanMemoryMeansLabelsAndTable() throws IOException {
		images(2);
		final ImagePlus image = ImageFiles.open(in.resolve("c2.tif"));
		Files.delete(in.resolve("c2.tif"));
		BigTiffs.write(org.unetlens.ij.ImagePlusImages.<UnsignedShortType> plane(
			image, 1, 1), in.resolve("c2.tif"));
		final FolderSettings all = settings.withSegmentation(settings.segmentation()
			.withOutputs(EnumSet.allOf(SegmentationOutput.class)));
		assertEquals(3, run(all).objects());
		assertTrue(Files.exists(out.resolve("c2_labels.tif")));
		assertTrue(Files.notExists(out.resolve("c2_masks.tif")));
		assertEquals(4, lines("measurements.csv").size());
		assertTrue(lines("images.csv").get(2).endsWith(
			",\"larger than memory, so without probabilities,masks,outlines,overlay\""),
			lines("images.csv").get(2));
		final FolderReport again = run(all.withEarlier(EarlierResults.RESUME));
		assertEquals(List.of(), heard, again.failures()::toString);
		assertTrue(run(all.withEarlier(EarlierResults.REPLACE).withSegmentation(all
			.segmentation().withOutputs(EnumSet.of(SegmentationOutput.MASKS))))
			.failures().get("c2.tif").contains("only labels and table"));
	}

	@Test
	void imageFileInsteadOfAFolder() throws IOException {
		images(2);
		run(new FolderSettings(in.resolve("c2.tif"), out, "*", false,
			EarlierResults.REFUSE, settings.segmentation()));
		assertEquals(List.of("c2.tif 2"), heard);
		assertFalse(written().contains("c1_labels.tif"));
	}

	@Test
	void whatIsMissingIsSaid() {
		assertTrue(refusal(settings).contains("holds no images"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> FolderSettings
			.of(null, out, settings.segmentation())).getMessage().contains(
				"input=[path]"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> EarlierResults
			.of(true, true)).getMessage().contains("Both resume"));
		assertArrayEquals(new Object[] { EarlierResults.RESUME,
			EarlierResults.REPLACE, EarlierResults.REFUSE }, new Object[] {
				EarlierResults.of(true, false), EarlierResults.of(false, true),
				EarlierResults.of(false, false) });
	}
}
