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

package org.unetlens.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * A folder with annotated images: {@code images/NAME.*} and
 * {@code labels/NAME.*} belong together by name, whatever the endings.
 * Immutable list of files, taken when opened; thread-safe.
 */
public final class SampleFolder {

	private static final int SHOWN = 5;

	private final Map<String, Path> images;
	private final Map<String, Path> labels;

	private SampleFolder(final Map<String, Path> images,
		final Map<String, Path> labels)
	{
		this.images = images;
		this.labels = labels;
	}

	/**
	 * Pairs the files; opens none.
	 *
	 * @throws IllegalArgumentException when a sub-folder is missing or empty, a
	 *           file has no counterpart, or a name occurs twice
	 * @throws IOException when the folder cannot be listed
	 */
	public static SampleFolder open(final Path folder) throws IOException {
		return open(folder.resolve("images"), folder.resolve("labels"));
	}

	/** The same for two folders of any name. */
	public static SampleFolder open(final Path imageFolder,
		final Path labelFolder) throws IOException
	{
		final Map<String, Path> images = files(imageFolder);
		final Map<String, Path> labels = files(labelFolder);
		checkPaired(imageFolder, images, labelFolder, labels);
		checkPaired(labelFolder, labels, imageFolder, images);
		return new SampleFolder(images, labels);
	}

	/** Base names in alphabetical order. */
	public List<String> names() {
		return List.copyOf(images.keySet());
	}

	/** Reads all pairs; every plane of a stack is a sample of its group. */
	public List<Sample> read(final ImageReader reader) throws IOException {
		final List<Sample> samples = new ArrayList<>();
		for (final String name : images.keySet())
			samples.addAll(read(name, reader));
		return samples;
	}

	/**
	 * Reads one pair.
	 *
	 * @return one sample, or one per plane of a stack, named
	 *         {@code NAME:1, NAME:2 ...}
	 * @throws IllegalArgumentException when image and labels do not fit together
	 */
	public List<Sample> read(final String name, final ImageReader reader)
		throws IOException
	{
		final RandomAccessibleInterval<? extends RealType<?>> image = reader.read(
			images.get(name));
		final RandomAccessibleInterval<? extends RealType<?>> truth = reader.read(
			labels.get(name));
		checkShapes(name, image, truth);
		if (image.numDimensions() == 3) return List.of(Sample.of(name, image, Views
			.hyperSlice(truth, 2, truth.min(2))));
		final List<Sample> planes = new ArrayList<>();
		for (long z = 0; z < image.dimension(3); z++)
			planes.add(plane(name, image, truth, z));
		return planes;
	}

	private static Sample plane(final String name,
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> truth, final long z)
	{
		return Sample.of(name + ":" + (z + 1), Views.hyperSlice(image, 3, image.min(
			3) + z), Views.hyperSlice(Views.hyperSlice(truth, 3, truth.min(3) + z), 2,
				truth.min(2))).inGroup(name);
	}

	private void checkShapes(final String name,
		final RandomAccessibleInterval<?> image,
		final RandomAccessibleInterval<?> truth)
	{
		final int axes = image.numDimensions();
		if (axes < 3 || axes > 4 || axes != truth.numDimensions())
			throw new IllegalArgumentException(images.get(name) + " has " + axes +
				" axes, " + labels.get(name) + " has " + truth.numDimensions() +
				"; both must be single planes, or both stacks");
		if (truth.dimension(2) != 1) throw new IllegalArgumentException(labels.get(
			name) + " has " + truth.dimension(2) +
			" channels; a label image has one (is it a colour picture?)");
		if (axes == 4 && image.dimension(3) != truth.dimension(3))
			throw new IllegalArgumentException(images.get(name) + " has " + image
				.dimension(3) + " planes, " + labels.get(name) + " has " + truth
					.dimension(3));
	}

	private static Map<String, Path> files(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(
			"No folder " + folder +
				"; samples are read from a folder of images and one of labels, usually named 'images' and 'labels'");
		final Map<String, Path> files = new TreeMap<>();
		try (Stream<Path> list = Files.list(folder)) {
			for (final Path file : (Iterable<Path>) list.sorted()::iterator)
				if (isImage(file)) putOnce(files, file);
		}
		if (files.isEmpty()) throw new IllegalArgumentException("The folder " +
			folder + " holds no files; put one image per sample into it");
		return files;
	}

	private static boolean isImage(final Path file) throws IOException {
		final String name = file.getFileName().toString();
		return Files.isRegularFile(file) && !Files.isHidden(file) && !name
			.startsWith(".") && !name.equalsIgnoreCase("Thumbs.db");
	}

	private static void putOnce(final Map<String, Path> files, final Path file) {
		final Path twin = files.put(baseName(file), file);
		if (twin != null) throw new IllegalArgumentException(twin + " and " + file
			.getFileName() + " have the same name; keep one of them");
	}

	private static String baseName(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		final String base = dot > 0 ? name.substring(0, dot) : name;
		return base.endsWith(".ome") ? base.substring(0, base.length() - 4) : base;
	}

	private static void checkPaired(final Path folder,
		final Map<String, Path> files, final Path otherFolder,
		final Map<String, Path> others)
	{
		final List<String> alone = files.keySet().stream().filter(n -> !others
			.containsKey(n)).toList();
		if (alone.isEmpty()) return;
		throw new IllegalArgumentException(alone.size() + " of " + files.size() +
			" files in " + folder + " have none of the same name in " + otherFolder +
			": " + String.join(", ", alone.subList(0, Math.min(SHOWN, alone
				.size()))) + (alone.size() > SHOWN ? " ..." : "") +
			"; add or remove them");
	}
}
