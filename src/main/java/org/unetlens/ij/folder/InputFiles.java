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
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.unetlens.file.FileException;
import org.unetlens.ij.ImageFiles;
import org.unetlens.ij.SegmentationOutput;
import org.unetlens.ij.annotation.RoiFiles;

/** Finds the images to segment. Results of earlier runs are none. */
final class InputFiles {

	private static final int THIS_FOLDER = 1;

	private final FolderSettings settings;
	private final Predicate<String> wanted;

	private InputFiles(final FolderSettings settings) {
		this.settings = settings;
		wanted = matcher(settings.pattern());
	}

	/**
	 * The file itself, or the images in the folder that the pattern takes, in
	 * alphabetical order.
	 *
	 * @throws IllegalArgumentException when there are none, or two would have the
	 *           same results
	 */
	static List<InputFile> of(final FolderSettings settings) {
		final Path input = settings.input();
		if (!Files.exists(input)) throw new IllegalArgumentException("The input " +
			input + " does not exist; give an image file, or a folder with images");
		if (!Files.isDirectory(input)) return List.of(InputFile.single(input));
		final List<InputFile> found = new InputFiles(settings).find();
		if (found.isEmpty()) throw new IllegalArgumentException("The folder " +
			input + " holds no images" + (settings.pattern().equals("*")
				? " (TIFF, PNG, JPEG, BMP, GIF)" : " that the pattern " + settings
					.pattern() + " takes") + (settings.recursive() ? ""
						: "; those in its own folders are left out unless asked for"));
		requireDifferent(found);
		return found;
	}

	private static Predicate<String> matcher(final String pattern) {
		try {
			// NB: *.tif shall find A.TIF on every system.
			final PathMatcher matcher = FileSystems.getDefault().getPathMatcher(
				"glob:" + pattern.toLowerCase(Locale.ROOT));
			final boolean whole = pattern.contains("/");
			return name -> matcher.matches(Path.of((whole ? name : name.substring(name
				.lastIndexOf('/') + 1)).toLowerCase(Locale.ROOT)));
		}
		catch (final PatternSyntaxException e) {
			throw new IllegalArgumentException("The pattern " + pattern +
				" is not understood (" + e.getDescription() +
				"). Give e.g. *.tif, or *.{tif,png}", e);
		}
	}

	private List<InputFile> find() {
		final Path output = settings.output().toAbsolutePath().normalize();
		final boolean inPlace = output.equals(settings.input().toAbsolutePath()
			.normalize());
		try (Stream<Path> files = Files.walk(settings.input(), settings.recursive()
			? Integer.MAX_VALUE : THIS_FOLDER))
		{
			final List<InputFile> all = files.filter(Files::isRegularFile).filter(
				InputFiles::isImage).filter(f -> inPlace || !f.toAbsolutePath()
					.normalize().startsWith(output)).map(f -> InputFile.of(settings
						.input(), f)).filter(f -> !isHidden(f)).sorted(Comparator.comparing(
							InputFile::name)).toList();
			return withoutResults(all).filter(f -> wanted.test(f.name())).toList();
		}
		catch (final IOException | UncheckedIOException e) {
			throw new FileException("The folder " + settings.input() +
				" cannot be searched (" + e.getMessage() +
				"). Check your rights in it and in its folders", e);
		}
	}

	/** NB: A zip may hold a TIFF or outlines. */
	private static boolean isImage(final Path file) {
		return ImageFiles.isImageName(file) && !RoiFiles.isRoiFile(file);
	}

	private static boolean isHidden(final InputFile file) {
		return file.name().startsWith(".") || file.name().contains("/.");
	}

	/**
	 * NB: Results may lie beside the images: a_labels.tif is one where there is
	 * a.tif, else an image.
	 */
	private static Stream<InputFile> withoutResults(final List<InputFile> all) {
		final Set<String> bases = all.stream().map(InputFile::base).collect(
			Collectors.toSet());
		return all.stream().filter(f -> Stream.of(SegmentationOutput.values())
			.filter(SegmentationOutput::isPerImage).noneMatch(o -> f.name().endsWith(o
				.ending()) && bases.contains(f.name().substring(0, f.name().length() - o
					.ending().length()))));
	}

	private static void requireDifferent(final List<InputFile> files) {
		final Map<String, InputFile> byBase = new HashMap<>();
		for (final InputFile file : files) {
			final InputFile other = byBase.put(file.base(), file);
			if (other != null) throw new IllegalArgumentException("Two images, " +
				other.name() + " and " + file.name() +
				", would have the same results. Rename one of them, or take a pattern such as *.tif");
		}
	}
}
