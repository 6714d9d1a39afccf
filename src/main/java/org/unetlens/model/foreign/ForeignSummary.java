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

package org.unetlens.model.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.Layer;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.network.ReceptiveField;
import org.unetlens.network.TrainedUNet;
import org.unetlens.network.UNetSpec;
import org.unetlens.network.WeightShapes;

/** What a person wants to know about a model from elsewhere before using it. */
final class ForeignSummary {

	private final ForeignContent content;
	private final List<String> lines = new ArrayList<>();

	ForeignSummary(final String file, final ForeignContent content) {
		this.content = content;
		add("File", file + " (" + content.format() + ")");
		add("Name", content.card().name());
		add("About", content.card().description());
		add("Authors", String.join(", ", content.card().authors()));
		add("Licence", content.card().license().isBlank() ? "not stated" : content
			.card().license());
		add("Input", content.graph().channels() + " channel(s)");
		add("Layers", content.graph().layers().size() + ", with " + weights() +
			" weights");
		add("Scaling", scaling());
		add("Test images", content.test().isPresent() ? "stored" : "none");
	}

	private void add(final String what, final String text) {
		if (!text.isBlank()) lines.add(String.format(Locale.ROOT, "%-12s %s", what +
			":", text));
	}

	private long weights() {
		long n = 0;
		for (final Layer layer : content.graph().layers())
			if (layer.op() instanceof LayerOp.Convolution c) n += c.kernel()
				.values().length + c.bias().length;
			else if (layer.op() instanceof LayerOp.UpConvolution c) n += c.kernel()
				.values().length + (c.bias() == null ? 0 : c.bias().length);
			else if (layer.op() instanceof LayerOp.Affine a) n += 2 * a
				.factor().length;
		return n;
	}

	private String scaling() {
		if (content.before().isEmpty())
			return "not stated; percentiles 1 and 99.8 become 0 and 1 unless another normalisation is chosen";
		final List<String> steps = content.before().get().stream().map(
			Processing::id).toList();
		return steps.isEmpty() ? "none" : String.join(", ", steps);
	}

	/** The network that it becomes, or why it becomes none. */
	List<String> lines(final Translation translation) {
		network(translation);
		add("Classes", translation.channel() < 0 ? translation.signature()
			.classes() + " that exclude each other" : "channel " + (translation
				.channel() + 1) + " of " + translation.outputs() + " against the rest");
		return List.copyOf(lines);
	}

	private void network(final Translation translation) {
		if (!(translation.network() instanceof TrainedUNet unet)) {
			add("Network", "computed as it is, which takes longer, since it " +
				translation.obstacle().orElseThrow());
			add("Skips", translation.signature().skips().toString());
			add("Sees", "up to " + translation.signature().tiles().halo() +
				" px away");
			return;
		}
		final UNetSpec spec = unet.spec();
		add("Network", "a U-Net of depth " + spec.depth() + ", base width " + spec
			.baseWidth() + ", with the skip connections " + spec.skips() + ", " +
			WeightShapes.count(spec) + " weights");
		add("Sees", ReceptiveField.size(spec) + " px in each direction");
	}

	List<String> lines(final String obstacle) {
		add("Network", "cannot be used: " + obstacle);
		return List.copyOf(lines);
	}

	static List<String> of(final String file, final ForeignContent content,
		final TranslationSource source)
	{
		final ForeignSummary summary = new ForeignSummary(file, content);
		try {
			return summary.lines(source.translation());
		}
		catch (final UnsupportedNetworkException exc) {
			return summary.lines("it " + exc.getMessage());
		}
		catch (final InvalidContentException | IllegalArgumentException
				| ArithmeticException exc)
		{
			return summary.lines(exc.getMessage());
		}
	}

	/** Where a translation comes from. */
	interface TranslationSource {

		Translation translation() throws UnsupportedNetworkException,
			InvalidContentException;
	}
}
