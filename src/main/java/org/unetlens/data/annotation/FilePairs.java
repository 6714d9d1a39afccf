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

package org.unetlens.data.annotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Image files and the annotation files that belong to them by name: the same
 * name whatever the endings, else the same name without words such as
 * {@code mask} or {@code labels}; one image and one annotation always do.
 * Immutable; no file is opened.
 *
 * @param pairs in alphabetical order
 * @param findings files that are alone
 */
public record FilePairs(List<Pair> pairs, List<Finding> findings) {

	private static final Set<String> ANNOTATION = Set.of("mask", "masks", "label",
		"labels", "labeled", "labelled", "seg", "segmentation", "annotation",
		"annotations", "annotated", "gt", "groundtruth", "truth", "manual",
		"instance", "instances", "ids", "cp", "roi", "rois", "roiset");
	private static final Set<String> IMAGE = Set.of("image", "img", "raw");
	private static final Pattern PARTS = Pattern.compile("[_\\-. ]+");

	/**
	 * An image and its annotation.
	 *
	 * @param name of the image without ending
	 */
	public record Pair(String name, Path image, Path annotation) {
	}

	/** Copies the lists. */
	public FilePairs {
		pairs = List.copyOf(pairs);
		findings = List.copyOf(findings);
	}

	/**
	 * Pairs files.
	 *
	 * @throws IllegalArgumentException when two files have the same name but for
	 *           the ending, or none fits another
	 */
	public static FilePairs of(final List<Path> images,
		final List<Path> annotations)
	{
		final Map<String, Path> left = byName(images);
		final Map<String, Path> right = byName(annotations);
		final Map<String, Pair> pairs = new TreeMap<>();
		for (final String name : List.copyOf(left.keySet()))
			if (right.containsKey(name)) pairs.put(name, new Pair(name, left.remove(
				name), right.remove(name)));
		pairByStem(left, right, pairs);
		if (images.size() == 1 && annotations.size() == 1 && pairs.isEmpty()) {
			final String name = left.keySet().iterator().next();
			pairs.put(name, new Pair(name, left.remove(name), right.remove(right
				.keySet().iterator().next())));
		}
		if (pairs.isEmpty()) throw new IllegalArgumentException(
			"No image has an annotation of the same name: images " + names(left
				.values()) + ", annotations " + names(right.values()) +
				". Give both the same name, e.g. cell1.tif and cell1.png");
		return new FilePairs(List.copyOf(pairs.values()), alone(left, right, images
			.size(), annotations.size()));
	}

	private static void pairByStem(final Map<String, Path> left,
		final Map<String, Path> right, final Map<String, Pair> pairs)
	{
		final Map<String, List<String>> stems = left.keySet().stream().collect(
			Collectors.groupingBy(FilePairs::stem));
		final Map<String, List<String>> others = right.keySet().stream().collect(
			Collectors.groupingBy(FilePairs::stem));
		stems.forEach((stem, names) -> {
			final List<String> partners = others.getOrDefault(stem, List.of());
			if (names.size() != 1 || partners.size() != 1) return;
			final String name = names.get(0);
			pairs.put(name, new Pair(name, left.remove(name), right.remove(partners
				.get(0))));
		});
	}

	/** The name without ending. */
	public static String baseName(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		final String base = dot > 0 ? name.substring(0, dot) : name;
		return base.endsWith(".ome") ? base.substring(0, base.length() - 4) : base;
	}

	/** Whether a word in the name says that the file is an annotation. */
	public static boolean isAnnotationName(final Path file) {
		return PARTS.splitAsStream(baseName(file)).anyMatch(part -> ANNOTATION
			.contains(part.toLowerCase(Locale.ROOT)));
	}

	private static boolean isName(final String part) {
		final String word = part.toLowerCase(Locale.ROOT);
		return !ANNOTATION.contains(word) && !IMAGE.contains(word);
	}

	/** The name without words that tell annotations from images. */
	static String stem(final String name) {
		final String kept = PARTS.splitAsStream(name).filter(FilePairs::isName)
			.collect(Collectors.joining("_"));
		return kept.isEmpty() ? name : kept;
	}

	private static Map<String, Path> byName(final List<Path> files) {
		final Map<String, Path> byName = new LinkedHashMap<>();
		for (final Path file : files.stream().sorted().toList()) {
			final Path twin = byName.put(baseName(file), file);
			if (twin != null) throw new IllegalArgumentException(twin + " and " + file
				.getFileName() +
				" have the same name but for the ending; keep one of them");
		}
		return byName;
	}

	private static List<Finding> alone(final Map<String, Path> left,
		final Map<String, Path> right, final int images, final int annotations)
	{
		final List<Finding> findings = new ArrayList<>();
		if (!left.isEmpty()) findings.add(Finding.warning(left.size() + " of " +
			images + " images have no annotation and are left out: " + names(left
				.values()) + ". An annotation needs the name of its image."));
		if (!right.isEmpty()) findings.add(Finding.warning(right.size() + " of " +
			annotations + " annotations have no image and are left out: " + names(
				right.values()) + ". Is an image missing or named differently?"));
		return findings;
	}

	private static String names(final java.util.Collection<Path> files) {
		return files.isEmpty() ? "(none)" : NameList.few(files.stream().map(f -> f
			.getFileName().toString()).toList());
	}
}
