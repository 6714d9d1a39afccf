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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unetlens.graph.InvalidContentException;
import org.unetlens.graph.LayerOp;
import org.unetlens.graph.LayerText;
import org.unetlens.graph.OutputKind;
import org.unetlens.graph.UnsupportedNetworkException;
import org.unetlens.label.ObjectRule;
import org.unetlens.model.ModelBundle;
import org.unetlens.model.ModelCard;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.TestPair;
import org.unetlens.tensor.Normalization;
import org.unetlens.tensor.PixelSize;

/**
 * A model from elsewhere, read but not run. Immutable and thread-safe; holds no
 * native memory.
 */
public final class ForeignModel {

	/**
	 * How far the probabilities of a translated model may be off on the test
	 * image that came with it.
	 */
	public static final double TOLERANCE = 1e-3;

	private final String file;
	private final ForeignContent content;

	ForeignModel(final String file, final ForeignContent content) {
		this.file = file;
		this.content = content;
	}

	/** What kind of file it is, e.g. {@code Keras HDF5 file}. */
	public String format() {
		return content.format();
	}

	/** What the file says about itself. */
	public ModelCard card() {
		return content.card();
	}

	/**
	 * Lines of text: what the file says about itself, and the network that it
	 * becomes with these options, or why it becomes none. Nothing is run.
	 */
	public List<String> summary(final ImportOptions options) {
		return ForeignSummary.of(file, content, () -> translation(options));
	}

	/** Whether the file says how intensities are to be normalised. */
	public boolean statesNormalization() {
		return content.before().isPresent();
	}

	/** A line of text for each layer, in the order in which they run. */
	public List<String> layers() {
		return content.graph().layers().stream().map(LayerText::of).toList();
	}

	/**
	 * Why the network cannot be translated, as a sentence; empty when it can.
	 * Nothing is run.
	 */
	public Optional<String> obstacle(final ImportOptions options) {
		try {
			translation(options);
			normalization(options);
			return Optional.empty();
		}
		catch (final UnsupportedNetworkException exc) {
			return Optional.of("It " + exc.getMessage() + ".");
		}
		catch (final InvalidContentException | IllegalArgumentException
				| ArithmeticException exc)
		{
			return Optional.of("The file is not sound: " + exc.getMessage() + ".");
		}
	}

	/**
	 * The model as one of this project, which gives the same probabilities within
	 * float error. Starts the engine, and compares with the test arrays of the
	 * file where it has some.
	 *
	 * @throws ModelException that says why, when the network is no U-Net that can
	 *           be translated, or does not give the stored result
	 */
	public ModelPackage translate(final ImportOptions options) {
		try {
			return translated(options);
		}
		catch (final UnsupportedNetworkException exc) {
			throw new ModelException("The model " + file +
				" cannot be used here: it " + exc.getMessage() +
				". See docs/foreign-models.md for what can", exc);
		}
		// NB: Values out of range come as such from the types that are made.
		catch (final InvalidContentException | IllegalArgumentException
				| ArithmeticException exc)
		{
			throw new ModelException("The model " + file + " cannot be used here: " +
				exc.getMessage(), exc);
		}
	}

	private ModelPackage translated(final ImportOptions options)
		throws UnsupportedNetworkException, InvalidContentException
	{
		final Translation translation = translation(options);
		final Normalization normalization = normalization(options);
		final ModelBundle model = new ModelBundle(card(options, check(translation,
			normalization)), translation.network(), normalization, options.pixelSize()
				.orElse(pixelSize()), classes(translation, options), rule());
		return ModelPackage.of(model, TestPair.of(model));
	}

	private Translation translation(final ImportOptions options)
		throws UnsupportedNetworkException, InvalidContentException
	{
		final boolean sigmoid = content.after().stream().anyMatch(p -> p.id()
			.equals("sigmoid"));
		final List<LayerOp> first = preparation(options).then();
		return GraphTranslator.translate(first.isEmpty() ? content.graph() : content
			.graph().behind(first), options.output() == OutputKind.AS_IS && sigmoid
				? OutputKind.SIGMOID : options.output(), options.channel());
	}

	private Normalization normalization(final ImportOptions options)
		throws InvalidContentException, UnsupportedNetworkException
	{
		return preparation(options).normalization();
	}

	/** NB: What the user chooses takes the place of all that the file says. */
	private Processing.Preparation preparation(final ImportOptions options)
		throws InvalidContentException, UnsupportedNetworkException
	{
		final Optional<Normalization> chosen = options.normalization();
		return chosen.isPresent() || content.before().isEmpty()
			? new Processing.Preparation(chosen.orElse(ImportOptions.NORMALIZATION),
				List.of()) : Processing.preparation(content.before().get(), content
					.graph().channels());
	}

	private PixelSize pixelSize() {
		return content.pixelSize();
	}

	/** How far the stored result is off; empty when there is none to compare. */
	private OptionalDouble check(final Translation translation,
		final Normalization normalization) throws InvalidContentException
	{
		if (content.test().isEmpty()) return OptionalDouble.empty();
		final OptionalDouble deviation = content.test().get().deviation(translation,
			normalization, content.after());
		if (deviation.isPresent() && !(deviation.getAsDouble() <= TOLERANCE))
			throw new InvalidContentException(
				"on the test image that came with it a value differs by " + deviation
					.getAsDouble() + ", and at most " + TOLERANCE +
					" is allowed; its weights and its description do not belong together, or another normalisation was chosen than its own");
		return deviation;
	}

	private ModelCard card(final ImportOptions options,
		final OptionalDouble deviation)
	{
		final ModelCard c = content.card();
		final Map<String, String> origin = new LinkedHashMap<>(c.training());
		origin.put("imported file", file);
		origin.put("test arrays", deviation.isPresent()
			? "reproduced, largest difference " + String.format(java.util.Locale.ROOT,
				"%.1e", deviation.getAsDouble()) : "none that could be compared");
		final String name = options.name().isBlank() ? c.name() : options.name();
		return new ModelCard(name, c.description().isBlank() ? "Imported (" +
			content.format() + ")." : c.description(), c.documentation(), c.authors(),
			c.citations(), c.license(), c.tags(), c.data(), c.metrics(), origin);
	}

	private List<String> classes(final Translation t, final ImportOptions options)
		throws InvalidContentException
	{
		final int n = t.signature().classes();
		final List<String> given = options.classes();
		if (!given.isEmpty() && given.size() != n)
			throw new InvalidContentException("it has " + n +
				" classes, background included, but the names " + given +
				" were given");
		if (!given.isEmpty()) return given;
		final List<String> stated = content.channels().size() == t.outputs()
			? content.channels() : List.of();
		if (t.channel() >= 0) return List.of("background", stated.isEmpty()
			? "foreground" : stated.get(t.channel()));
		final List<String> names = new ArrayList<>(stated);
		for (int i = names.size(); i < n; i++)
			names.add(i == 0 ? "background" : n == 2 ? "foreground" : "class " + i);
		return names;
	}

	private ObjectRule rule() throws InvalidContentException {
		final OptionalDouble threshold = PostProcessing.threshold(content.after());
		final ObjectRule rule = ObjectRule.of(ObjectRule.Kind.FOREGROUND);
		return threshold.isPresent() ? rule.withThreshold(threshold.getAsDouble())
			: rule;
	}
}
