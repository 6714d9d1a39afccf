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

package org.unetlens.ij.annotation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImgs;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;
import org.unetlens.data.annotation.AnnotationSettings;
import org.unetlens.data.annotation.AnnotationSettings.Unoutlined;
import org.unetlens.data.annotation.Annotations;
import org.unetlens.data.annotation.Finding;
import org.unetlens.data.annotation.LabelKind;
import org.unetlens.ij.ImagePlusImages;
import org.unetlens.ij.PixelSizes;

import ij.gui.Roi;

/**
 * Makes samples of outlined images: one class of outlines becomes objects,
 * several become classes, unless the settings say otherwise. Not thread-safe.
 */
final class OutlinedPlanes {

	private final AnnotationSettings settings;
	private final List<OutlinedImage> images;
	// NB: Equal outlines may lie on several planes, with different names.
	private final Map<Roi, RoiName> names = new IdentityHashMap<>();
	private final RoiClasses classes;
	private final boolean areObjects;
	private final boolean hasBackground;
	private final OutlineFindings findings = new OutlineFindings();
	private final List<Sample> samples = new ArrayList<>();

	OutlinedPlanes(final List<OutlinedImage> images,
		final AnnotationSettings settings)
	{
		this.settings = settings;
		this.images = images;
		for (final OutlinedImage image : images)
			for (final Roi roi : image.rois())
				if (findings.isArea(image, roi)) names.put(roi, RoiName.of(roi));
		classes = RoiClasses.of(names.values().stream().filter(
			OutlinedPlanes::isObject).toList());
		if (classes.names().isEmpty()) throw new IllegalArgumentException(findings
			.nothing(images.stream().map(OutlinedImage::name).toList()));
		areObjects = settings.kind().map(k -> k != LabelKind.CLASSES).orElse(classes
			.names().size() == 1);
		hasBackground = settings.unoutlined() == Unoutlined.BACKGROUND || names
			.values().stream().anyMatch(n -> n
				.meaning() == RoiName.Meaning.BACKGROUND);
	}

	private static boolean isObject(final RoiName name) {
		return name.meaning() == RoiName.Meaning.OBJECT;
	}

	Annotations read() {
		images.forEach(this::add);
		final List<Finding> all = new ArrayList<>();
		all.add(Finding.note(convention()));
		all.addAll(classes.findings());
		if (settings.unoutlined() == Unoutlined.UNKNOWN) all.add(sparse());
		all.addAll(findings.list(images.size()));
		return new Annotations(samples, rule(), classNames(), all);
	}

	private String convention() {
		final long outlines = names.values().stream().filter(
			OutlinedPlanes::isObject).count();
		final String count = outlines + (outlines == 1 ? " outline in "
			: " outlines in ") + samples.size() + (samples.size() == 1 ? " plane"
				: " planes");
		if (areObjects) return count + ": each is read as one object" + (classes
			.names().size() > 1 ? " whatever its class (" + String.join(", ", classes
				.names()) + ")" : "") +
			". Where outlines overlap, pixels belong to the smaller one.";
		return count + ": their names are read as classes (" + String.join(", ",
			classes.names()) +
			"). Where outlines overlap, pixels belong to the smaller one. Touching objects of one class are not separated.";
	}

	private Finding sparse() {
		if (hasBackground) return Finding.note(
			"Pixels outside of all outlines are unknown and left out; background is what outlines named background enclose" +
				(areObjects ? ", and one pixel around each object." : "."));
		return Finding.warning(
			"Pixels outside of all outlines are unknown, and no outline is named background. " +
				(areObjects
					? "Only one pixel around each object counts as background: outline some empty places and name them background."
					: "So background is no class; outline some and name it background if it shall be one."));
	}

	private void add(final OutlinedImage image) {
		final int before = samples.size();
		for (int p = 0; p < image.planes(); p++) {
			final List<Roi> rois = new ArrayList<>();
			for (final Roi roi : image.rois())
				if (names.containsKey(roi) && image.isOn(roi, p)) rois.add(roi);
			if (!rois.isEmpty()) samples.add(sample(image, p, rois));
		}
		findings.read(image, samples.size() - before);
	}

	private Sample sample(final OutlinedImage image, final int plane,
		final List<Roi> rois)
	{
		final int w = image.image().getWidth();
		final int h = image.image().getHeight();
		final RoiPlane pixels = new RoiPlane(w, h);
		findings.hidden(image, pixels.paint(painted(rois)));
		final boolean unknown = settings.unoutlined() == Unoutlined.UNKNOWN;
		if (unknown && areObjects) pixels.surround(0);
		final int[] labels = pixels.values(unknown ? Sample.IGNORE : 0);
		final Sample sample = Sample.of(image.planes() == 1 ? image.name() : image
			.name() + ":" + (plane + 1), ImagePlusImages.plane(image.image(), image.z(
				plane), image.t(plane)), ArrayImgs.ints(labels, w, h));
		return sample.inGroup(image.name()).withPixelSize(PixelSizes.of(image
			.image()));
	}

	private List<RoiPlane.Painted> painted(final List<Roi> rois) {
		final Map<String, Integer> numbers = new LinkedHashMap<>();
		final List<RoiPlane.Painted> painted = new ArrayList<>();
		for (final Roi roi : rois) {
			final RoiName name = names.get(roi);
			painted.add(new RoiPlane.Painted(roi, switch (name.meaning()) {
				case BACKGROUND -> 0;
				case IGNORE -> Sample.IGNORE;
				case OBJECT -> areObjects ? number(name, numbers) : 1 + classes.names()
					.indexOf(classes.className().apply(name));
			}));
		}
		return painted;
	}

	/** Outlines of the same class and instance are pieces of one object. */
	private static int number(final RoiName name,
		final Map<String, Integer> numbers)
	{
		final String key = name.instance().isEmpty() ? "outline " + numbers.size()
			: name.className() + "#" + name.instance();
		return numbers.computeIfAbsent(key, k -> numbers.size() + 1);
	}

	private TargetRule rule() {
		if (!areObjects) return TargetRule.semantic(IntStream.rangeClosed(
			hasBackground || classes.names().size() == 1 ? 0 : 1, classes.names()
				.size()).toArray());
		return settings.kind().filter(k -> k == LabelKind.REGIONS ||
			k == LabelKind.MEMBRANES).map(k -> TargetRule.membrane(0)).orElse(
				TargetRule.interiorBorder());
	}

	private List<String> classNames() {
		final TargetRule rule = rule();
		return switch (rule.kind()) {
			case INTERIOR_BORDER -> List.of("background", "interior", "border");
			case MEMBRANE -> List.of("inside", "membrane");
			case SEMANTIC -> Stream.concat(rule.values()[0] == 0 ? Stream.of(
				"background") : Stream.empty(), classes.names().stream()).toList();
		};
	}
}
