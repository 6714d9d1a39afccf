
package org.unetlens.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.unetlens.data.Field;
import org.unetlens.data.NucleiField;
import org.unetlens.engine.Engine;
import org.unetlens.ij.ImageSegmenter;
import org.unetlens.ij.OnExisting;
import org.unetlens.ij.SampleFiles;
import org.unetlens.ij.SegmentationFiles;
import org.unetlens.infer.SegmenterOptions;
import org.unetlens.metrics.ObjectMatches;
import org.unetlens.metrics.OverlapTable;
import org.unetlens.metrics.PixelCounts;
import org.unetlens.model.Models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code demo}: a generated field of nuclei, segmented by the bundled model.
 */
@Command(name = "demo",
	description = "Generates a field of nuclei, segments it with the bundled model and scores it.")
final class DemoCommand implements Callable<Integer> {

	@Option(names = "--output", defaultValue = "target/demo",
		paramLabel = "FOLDER",
		description = "Where files go, older ones of the demo are replaced; default: ${DEFAULT-VALUE}.")
	private Path output = Path.of("target", "demo");

	@Option(names = "--size", defaultValue = "512", paramLabel = "PX",
		description = "Side of the field; default: ${DEFAULT-VALUE}.")
	private int size = 512;

	@Option(names = "--seed", defaultValue = "1",
		description = "Another number gives another field; default: ${DEFAULT-VALUE}.")
	private long seed = 1;

	@Override
	public Integer call() {
		final TerminalProgress progress = TerminalProgress.standard();
		final Field field = NucleiField.default2d().withSize(size, size).withSeed(
			seed).generate();
		final Path image = output.resolve("nuclei.tif");
		SampleFiles.write(field, image, output.resolve("nuclei_truth.tif"),
			OnExisting.REPLACE);
		final SegmentationFiles files = new SegmentationFiles(output,
			OnExisting.REPLACE);
		final long start = System.nanoTime();
		Engine.start(progress);
		try (ImageSegmenter segmenter = ImageSegmenter.of(Models.open("nuclei"),
			SegmenterOptions.defaults()))
		{
			files.write(files.segment(image, segmenter, progress));
		}
		final double seconds = (System.nanoTime() - start) / 1e9;
		progress.clear();
		report(OverlapTable.of(field.labels(), SampleFiles.readLabels(files.labels(
			"nuclei"))), seconds);
		return 0;
	}

	private void report(final OverlapTable table, final double seconds) {
		final PrintStream out = System.out;
		final ObjectMatches matches = ObjectMatches.of(table, 0.5);
		out.printf(
			"Segmented a generated field of %d x %d px with the bundled model 'nuclei'.%n",
			size, size);
		out.printf("  nuclei  %d found, %d in truth%n", table.predictedObjects(),
			table.truthObjects());
		out.printf("  Dice    %.3f%n", PixelCounts.of(table).dice());
		out.printf("  AP@0.5  %.3f%n", matches.ap());
		out.printf("  time    %.1f s, start of the engine included%n", seconds);
		out.printf("Files in %s:%n", output.toAbsolutePath().normalize());
		out.println("  nuclei.tif               the image");
		out.println("  nuclei_truth.tif         what is really there");
		out.println("  nuclei_labels.tif        the nuclei found, one number each");
		out.println(
			"  nuclei_probability.tif   what the network says, one slice per class");
		out.println("  nuclei_overlay.png       outlines on the image");
		out.println(
			"  measurements.csv         area, position, brightness of each nucleus");
	}
}
