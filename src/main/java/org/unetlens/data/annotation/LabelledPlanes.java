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

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

import org.unetlens.data.Sample;
import org.unetlens.data.TargetRule;

/**
 * Makes samples of the planes of labelled images, once their convention is
 * known. Not thread-safe.
 */
final class LabelledPlanes {

	private final LabelConvention convention;
	private final boolean emptyPlanes;
	private final List<Sample> samples = new ArrayList<>();
	private final List<String> emptyImages = new ArrayList<>();
	private int planes;
	private int leftOut;

	/** @param emptyPlanes whether empty planes of stacks are annotated */
	LabelledPlanes(final LabelConvention convention, final boolean emptyPlanes) {
		this.convention = convention;
		this.emptyPlanes = emptyPlanes;
	}

	Annotations read(final List<LabelledImage> images) {
		images.forEach(this::add);
		final List<Finding> findings = new ArrayList<>();
		for (int i = 0; i < convention.sentences().size(); i++)
			findings.add(!convention.certain() && i == convention.sentences().size() -
				1 ? Finding.warning(convention.sentences().get(i)) : Finding.note(
					convention.sentences().get(i)));
		if (!emptyImages.isEmpty()) findings.add(empty(images.size()));
		if (leftOut > 0) findings.add(Finding.note(leftOut + " of " + planes +
			" planes in stacks hold no label and are left out. If nothing is to be found in them, say that empty planes are annotated."));
		return new Annotations(samples, convention.rule(), convention.classes(),
			findings);
	}

	private Finding empty(final int images) {
		final String what = emptyImages.size() + " of " + images + (emptyImages
			.size() == 1 ? " label images is empty" : " label images are empty") +
			" (" + NameList.few(emptyImages) + ")";
		return haveBackground() ? Finding.note(what +
			" and read as background. Leave out what is not annotated yet.").withFix(
				new Fix.LeaveOut(emptyImages)) : Finding.warning(what +
					" and left out, for there is no background beside membranes.");
	}

	/** NB: An empty picture of membranes would be nothing but membrane. */
	private boolean haveBackground() {
		return convention.rule().kind() != TargetRule.Kind.MEMBRANE;
	}

	private void add(final LabelledImage image) {
		final LabelPicture picture = new LabelPicture(image.name(), image.labels());
		if (image.planes() == 1) {
			final Sample sample = sample(image, picture, 0, image.name());
			final boolean empty = isEmpty(sample, picture, 0);
			if (empty) emptyImages.add(image.name());
			if (!empty || haveBackground()) samples.add(sample);
			return;
		}
		for (int p = 0; p < image.planes(); p++) {
			planes++;
			final Sample sample = sample(image, picture, p, image.name() + ":" + (p +
				1)).inGroup(image.name());
			if (emptyPlanes || !isEmpty(sample, picture, p)) samples.add(sample);
			else leftOut++;
		}
	}

	private Sample sample(final LabelledImage image, final LabelPicture picture,
		final int p, final String name)
	{
		final RandomAccessibleInterval<? extends RealType<?>> plane = image
			.planes() == 1 ? single(image.image()) : Views.hyperSlice(image.image(),
				3, image.image().min(3) + p);
		final Img<IntType> labels = convention.apply(name, picture.plane(p));
		return Sample.of(name, plane, labels).withPixelSize(image.pixelSize());
	}

	private static RandomAccessibleInterval<? extends RealType<?>> single(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return image.numDimensions() == 3 ? image : Views.hyperSlice(image, 3, image
			.min(3));
	}

	/** Whether a plane says nothing, or background everywhere. */
	private boolean isEmpty(final Sample sample, final LabelPicture picture,
		final int plane)
	{
		final int[] labels = sample.labelArray();
		final int[] keys = picture.keys(plane, convention.color());
		for (int i = 0; i < labels.length; i++)
			if (labels[i] != Sample.IGNORE && (convention.background().isEmpty() ||
				convention.background().getAsInt() != keys[i])) return false;
		return true;
	}
}
